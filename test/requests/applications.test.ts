import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { consents } from '../../src/accounts/schema.ts'
import { applicantCounts } from '../../src/applications/queries/applications.ts'
import { applications } from '../../src/applications/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { talentCodes, talents } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse, type Page } from '../house.ts'

const house = await openHouse()
const ANSWERS = {
  answer1: '帯の織元で、職人四十人の手の時間を工程ごとに測り、品物別の原価表を作りました。二年かかりました。',
  answer2: 'まず工房に一日座らせてもらい、一つの提灯ができるまでを紙に書きます。次に時間を測ります。',
}
const DAY = 86_400_000
let tanaka: Browser
let nakamura: Browser
let chiyo: Browser

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
  chiyo = await house.as('chiyo')
})

const versionIn = (page: Page) => /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? '0'
const rowOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(applications).where(eq(applications.id, id))))[0]!
const lettersTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)

async function apply(browser: Browser, project: string): Promise<string> {
  const check = await browser.act(`/me/projects/${project}/application`, ANSWERS)
  const sent = await browser.act(`/me/projects/${project}/application/sending`, { version: versionIn(check) })
  return sent.location.split('/').at(-1)!
}

const forCompany = (id: string) => `/companies/${companyId('craft')}/applications/${id}`
async function decide(id: string, noun: string, fields: Record<string, string> = {}): Promise<Page> {
  return nakamura.act(`${forCompany(id)}/${noun}`, { version: (await rowOf(id)).version, ...fields })
}
async function answer(browser: Browser, id: string, noun: string, fields: Record<string, string> = {}) {
  return browser.act(`/me/applications/${id}/${noun}`, { version: (await rowOf(id)).version, ...fields })
}

test('from two answers to an accepted offer', async () => {
  const project = await publishedProjectOf(house, 'craft')
  const form = await tanaka.get(`/me/projects/${project}/application`)
  expect(form.text).toContain('今月はあと20件送れます')

  await tanaka.post(`/me/projects/${project}/application/draft`, { answer1: '書きかけ', answer2: '' })
  expect((await tanaka.get(`/me/projects/${project}/application`)).html).toContain('書きかけ</textarea>')
  expect((await tanaka.get('/me/applications')).text).toContain('書きかけです')
  const short = await tanaka.post(`/me/projects/${project}/application`, { answer1: '短い', answer2: '' })
  expect(short.status).toBe(422)
  expect(short.html).toContain('短い</textarea>')

  const check = await tanaka.act(`/me/projects/${project}/application`, ANSWERS)
  for (const words of ['有限会社なかむら提灯工房', '田中 正雄', '京都府', '織物工場の標準原価', '勤務先、電話番号']) {
    expect(check.text).toContain(words)
  }
  expect(check.text).not.toContain('西陣みやび')
  const sent = await tanaka.act(`/me/projects/${project}/application/sending`, { version: versionIn(check) })
  const id = sent.location.split('/').at(-1)!
  expect(sent.text).toContain('2026年11月28日（土）23:59までに返事が来る約束')
  await house.drain()
  expect(lettersTo('nakamura').at(-1)!.text).toContain('2026年11月28日（土）23:59まで')

  const [consent] = await asOwner(house.db, (tx) => tx.select().from(consents).where(eq(consents.subjectId, id)))
  expect(consent).toMatchObject({ purpose: 'application', recipientId: companyId('craft'), revokedAt: null })
  expect(consent!.fields).toContain('name')

  const list = await nakamura.get(`/companies/${companyId('craft')}/projects/${project}/applications`)
  expect(list.text).toContain(ANSWERS.answer1)
  expect(list.text).not.toContain('田中')
  const detail = await nakamura.get(forCompany(id))
  expect(detail.text).toContain('田中 正雄さん')
  expect(stateIs(await rowOf(id))).toBe('sent')

  await decide(id, 'reading')
  await house.drain()
  const letter = lettersTo('tanaka').at(-1)!
  expect(letter.subject).toBe('めぐりからのお知らせ')
  expect(letter.text).toContain(`/me/applications/${id}`)
  await decide(id, 'shortlisting')
  await decide(id, 'interview', {
    time1: '2026-11-25 14:00',
    typed2: '12月3日 15時',
    time2: '',
    typed1: '',
    place: '工房',
  })
  expect((await tanaka.get(`/me/applications/${id}`)).text).toContain('2026年12月3日（木）15:00')
  const chosen = await answer(tanaka, id, 'interview', { chosen: '2' })
  expect(chosen.text).toContain('面談の日時が決まりました')
  await house.drain()
  expect(lettersTo('nakamura').at(-1)!.text).toContain('日時：2026年12月3日（木）15:00')

  expect((await nakamura.get(`${forCompany(id)}/offer`)).text).toContain('条件を一緒に決めます')
  await decide(id, 'offer')
  expect((await tanaka.get(`/me/applications/${id}`)).text).toContain('企業が、お願いしたいと言っています')
  expect((await tanaka.get(`/me/applications/${id}/acceptance`)).text).toContain('契約はまだです')
  const accepted = await answer(tanaka, id, 'acceptance')
  expect(accepted.text).toContain('引き受けました')
  await house.drain()
  expect(lettersTo('nakamura').some(({ subject }) => subject === 'めぐり：引き受けてもらえました')).toBe(true)
  const [filled] = await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, project)))
  expect(filled!.filledAt).not.toBe(null)
})

const stateIs = (row: typeof applications.$inferSelect) => (row.readAt ? 'read' : 'sent')

describe('taking back', () => {
  test('an unread application is withdrawn, restored, withdrawn and sent again', async () => {
    const project = await publishedProjectOf(house, 'craft')
    const id = await apply(tanaka, project)
    const gone = await answer(tanaka, id, 'withdrawal')
    expect(gone.text).toContain('応募を取り下げました')
    const seen = await nakamura.get(forCompany(id))
    expect(seen.text).not.toContain('田中')
    expect(seen.text).not.toContain(ANSWERS.answer1)
    const back = await answer(tanaka, id, 'withdrawal/cancellation')
    expect(back.text).toContain('送りました')
    expect((await nakamura.get(forCompany(id))).text).toContain('田中 正雄さん')
    await answer(tanaka, id, 'withdrawal')
    const again = await apply(tanaka, project)
    expect(again).not.toBe(id)
    const late = await tanaka.post(`/me/applications/${id}/withdrawal/cancellation`, {
      version: (await rowOf(id)).version,
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('もう応募しています')
    const twice = await tanaka.get(`/me/projects/${project}/application`)
    expect(twice.location).toBe(`/me/applications/${again}`)
  })

  test('a refusal is told after thirty minutes and can be taken back until then', async () => {
    const id = await apply(tanaka, await publishedProjectOf(house, 'craft'))
    const before = house.now()
    await decide(id, 'decline', { reason: 'time', words: '' })
    await house.drain()
    expect((await tanaka.get(`/me/applications/${id}`)).text).not.toContain('見送り')
    await decide(id, 'cancellation')
    expect((await rowOf(id)).declinedAt).toBe(null)
    await publishedProjectOf(house, 'craft', { title: '盆飾りの原価も見てほしい', codes: ['10035'] })
    await decide(id, 'decline', { reason: 'experience', words: 'ありがとうございました。' })
    await house.drain()
    expect(lettersTo('tanaka').some(({ text }) => text.includes('今回は見送り'))).toBe(false)
    house.setTime(new Date(before.getTime() + 31 * 60_000))
    await house.drain()
    expect(lettersTo('tanaka').filter(({ text }) => text.includes('今回は見送り'))).toHaveLength(1)
    const told = await tanaka.get(`/me/applications/${id}`)
    expect(told.text).toContain('今回ほしい経験と少し違いました')
    expect(told.text).toContain('ありがとうございました。')
    expect(told.text).toContain('盆飾りの原価も見てほしい')
    const late = await nakamura.post(`${forCompany(id)}/cancellation`, { version: (await rowOf(id)).version })
    expect(late.status).toBe(409)
  })

  test('answers are corrected until they are read', async () => {
    const id = await apply(tanaka, await publishedProjectOf(house, 'craft'))
    const answer1 = '織元で三十五年、原価と工程を見てきました。手の時間を測るところから始めます。よろしくお願いします。'
    await answer(tanaka, id, 'answers', { ...ANSWERS, answer1 })
    expect((await nakamura.get(forCompany(id))).text).toContain(answer1)
    await decide(id, 'reading')
    const late = await tanaka.post(`/me/applications/${id}/answers`, {
      ...ANSWERS,
      version: (await rowOf(id)).version,
    })
    expect(late.status).toBe(409)
    expect((await rowOf(id)).answer1).toBe(answer1)
  })
})

describe('who may not apply', () => {
  test('nobody to the own employer, and it is said why', async () => {
    const project = await publishedProjectOf(house, 'employer', { codes: ['56109'] })
    const kobayashi = await house.as('kobayashi')
    expect((await kobayashi.get(`/me/projects/${project}/application`)).text).toContain('勤務先')
    await kobayashi.post(`/me/projects/${project}/application`, ANSWERS)
    const sent = await kobayashi.post(`/me/projects/${project}/application/sending`, { version: 1 })
    expect(sent.status).toBe(409)
    const rows = await asOwner(house.db, (tx) =>
      tx.select().from(applications).where(eq(applications.projectId, project)),
    )
    expect(rows.filter(({ sentAt }) => sentAt)).toEqual([])
  })

  test('nobody to the own company', async () => {
    const project = await publishedProjectOf(house, 'craft')
    expect((await nakamura.get(`/me/projects/${project}/application`)).text).toContain('ご自分の会社')
  })

  test('nobody to a project that is closed or has passed its last day', async () => {
    const closed = await publishedProjectOf(house, 'craft', { closedAt: house.now() })
    const over = await publishedProjectOf(house, 'craft', { closesOn: '2026-11-22' })
    for (const id of [closed, over]) {
      expect((await tanaka.get(`/me/projects/${id}/application`)).text).toContain('募集は終わりました')
      await tanaka.post(`/me/projects/${id}/application`, ANSWERS)
      expect((await tanaka.post(`/me/projects/${id}/application/sending`, { version: 1 })).status).toBe(409)
    }
  })

  test('nobody without a profile; what is missing is said', async () => {
    const project = await publishedProjectOf(house, 'craft')
    const abe = await house.as('abe')
    const page = await abe.get(`/me/projects/${project}/application`)
    expect(page.text).toContain('できる仕事を選ぶ')
    expect(page.text).not.toContain('名前を書く')
  })

  test('nobody with a profile that is not finished; the answers stay', async () => {
    const project = await publishedProjectOf(house, 'fertiliser')
    const koga = await house.as('koga')
    const id = accountId('koga')
    await asOwner(house.db, async (tx) => {
      const at = house.now()
      await tx.insert(talents).values({ id: talentId('koga'), accountId: id, createdAt: at, updatedAt: at })
    })
    const missing = await koga.act(`/me/projects/${project}/application`, ANSWERS)
    expect(missing.text).toContain('勤務先に知られないための質問')
    expect((await koga.post(`/me/projects/${project}/application/sending`, { version: 1 })).status).toBe(409)
    await asOwner(house.db, async (tx) => {
      await tx.insert(talentCodes).values({ talentId: talentId('koga'), code: '10035', level: 2, years: 3 })
      await tx
        .update(talents)
        .set({ employerAnsweredAt: house.now() })
        .where(eq(talents.id, talentId('koga')))
    })
    const check = await koga.get(`/me/projects/${project}/application/sending`)
    expect(check.text).toContain(ANSWERS.answer1)
  })

  test('nobody more than twenty times a month', async () => {
    const kawabe = await house.as('kobayashi')
    const project = await publishedProjectOf(house, 'craft')
    await asOwner(house.db, async (tx) => {
      const projectId = await tx
        .insert(projects)
        .values({
          id: crypto.randomUUID(),
          companyId: companyId('craft'),
          createdAt: house.now(),
          updatedAt: house.now(),
        })
        .returning({ id: projects.id })
      for (let n = 0; n < 20; n++) {
        await tx.insert(applications).values({
          ...{ id: crypto.randomUUID(), projectId: projectId[0]!.id, companyId: companyId('craft') },
          ...{ talentId: talentId('kobayashi'), accountId: accountId('kobayashi') },
          ...{ createdAt: house.now(), sentAt: house.now(), withdrawnAt: house.now() },
        })
      }
    })
    expect((await kawabe.get(`/me/projects/${project}/application`)).text).toContain('ひと月に20件まで')
    house.setTime(new Date('2026-12-01T01:00:00Z'))
    expect((await kawabe.get(`/me/projects/${project}/application`)).text).toContain('あと20件')
    house.setTime(new Date('2026-11-24T01:00:00Z'))
  })
})

describe('who sees what', () => {
  test('nobody else sees anything, and a viewer only reads', async () => {
    const project = await publishedProjectOf(house, 'craft')
    const id = await apply(tanaka, project)
    const list = `/companies/${companyId('craft')}/projects/${project}/applications`
    for (const name of ['sato', 'kobayashi', 'koga', 'mori'] as const) {
      const stranger = await house.as(name)
      for (const path of [forCompany(id), list, `/me/applications/${id}`, `/me/applications/${id}/messages`]) {
        expect([name, path, (await stranger.get(path)).status]).toEqual([name, path, 404])
      }
      expect((await stranger.post(`/me/applications/${id}/withdrawal`, { version: 2 })).status).toBe(404)
      expect((await stranger.post(`${forCompany(id)}/offer`, { version: 2 })).status).toBe(404)
    }
    const sato = await house.as('sato')
    const crossed = `/companies/${companyId('fertiliser')}/applications/${id}`
    expect((await sato.get(crossed)).status).toBe(404)
    expect((await sato.post(`${crossed}/messages`, { body: 'こんにちは' })).status).toBe(404)

    expect((await chiyo.get(list)).status).toBe(200)
    const read = await chiyo.get(forCompany(id))
    expect(read.text).toContain('田中 正雄さん')
    expect(read.text).not.toContain('候補に残す')
    expect(read.text).not.toContain('ことばを送る')
    const row = await rowOf(id)
    for (const noun of ['reading', 'shortlisting', 'interview', 'decline', 'offer', 'cancellation', 'messages']) {
      const answer = await chiyo.post(`${forCompany(id)}/${noun}`, { version: row.version, body: 'x' })
      expect([noun, answer.status]).toEqual([noun, 404])
    }
    expect(await rowOf(id)).toEqual(row)
    expect((await house.visitor().get(`/me/applications/${id}`)).location).toContain('/sign-in')
  })

  test('a draft is its writer’s alone, and everybody may know how many were sent', async () => {
    const project = await publishedProjectOf(house, 'craft')
    await tanaka.post(`/me/projects/${project}/application/draft`, { answer1: 'まだ', answer2: '' })
    const [draft] = await asOwner(house.db, (tx) =>
      tx.select().from(applications).where(eq(applications.projectId, project)),
    )
    expect((await nakamura.get(forCompany(draft!.id))).status).toBe(404)
    const counted = () => readAs(house.db, { id: null, power: 'visitor' }, null, (tx) => applicantCounts(tx, [project]))
    expect((await counted()).get(project)).toBe(0)
    await apply(tanaka, project)
    expect((await counted()).get(project)).toBe(1)
  })
})

describe('promises', () => {
  test('an offer without an answer lapses after fourteen days', async () => {
    const id = await apply(tanaka, await publishedProjectOf(house, 'craft'))
    await decide(id, 'offer')
    const offered = house.now()
    const pass = async (days: number) => {
      house.setTime(new Date(offered.getTime() + days * DAY))
      await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'applications.lapse', {}))
      await house.drain()
      return (await rowOf(id)).lapsedAt
    }
    expect(await pass(13)).toBe(null)
    expect(await pass(14)).not.toBe(null)
    expect((await tanaka.get(`/me/applications/${id}`)).text).toContain('返事の期限が過ぎました')
    const late = await tanaka.post(`/me/applications/${id}/acceptance`, { version: (await rowOf(id)).version })
    expect(late.status).toBe(409)
    house.setTime(new Date('2026-11-24T01:00:00Z'))
  })

  test('both sides hear when the day of the promise passes, once', async () => {
    const id = await apply(tanaka, await publishedProjectOf(house, 'craft'))
    const { answerBy } = await rowOf(id)
    const at = async (hours: number) => {
      house.setTime(new Date(answerBy!.getTime() + hours * 3_600_000))
      for (let n = 0; n < 2; n++) {
        await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'applications.remind', {}))
        await house.drain()
      }
      const about = (name: string) =>
        lettersTo(name)
          .filter(({ id: key }) => key.includes(id))
          .map(({ id: key }) => key)
      return [about('nakamura'), about('tanaka')]
    }
    const soon = `soon-${id}-${accountId('nakamura')}`
    expect(await at(-72)).toEqual([[], []])
    expect(await at(-40)).toEqual([[soon], []])
    expect(await at(1)).toEqual([[soon, `late-${id}-${accountId('nakamura')}`], [`late-${id}-${accountId('tanaka')}`]])
    house.setTime(new Date('2026-11-24T01:00:00Z'))
  })
})
