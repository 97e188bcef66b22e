import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { consents } from '../../src/accounts/schema.ts'
import { stateOf } from '../../src/applications/rules/state.ts'
import { asOwner } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { ANSWERS, applicationRow, apply, forCompany, lettersTo, step, versionIn } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
let tanaka: Browser
let nakamura: Browser

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
})

const rowOf = (id: string) => applicationRow(house, id)
const decide = (id: string, noun: string, fields?: Record<string, string>) =>
  step(house, nakamura, `${forCompany(id)}/${noun}`, fields)

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
  expect(lettersTo(house, 'nakamura').at(-1)!.text).toContain('2026年11月28日（土）23:59まで')

  const [consent] = await asOwner(house.db, (tx) => tx.select().from(consents).where(eq(consents.subjectId, id)))
  expect(consent).toMatchObject({ purpose: 'application', recipientId: companyId('craft'), revokedAt: null })
  expect(consent!.fields).toContain('name')

  const list = await nakamura.get(`/companies/${companyId('craft')}/projects/${project}/applications?stage=new`)
  expect(list.text).toContain(ANSWERS.answer1)
  expect(list.text).not.toContain('田中')
  const detail = await nakamura.get(forCompany(id))
  expect(detail.text).not.toContain('田中')
  expect((await decide(id, 'name')).text).toContain('田中 正雄さん')
  expect(stateOf(await rowOf(id))).toBe('sent')

  await decide(id, 'reading')
  await house.drain()
  const letter = lettersTo(house, 'tanaka').at(-1)!
  expect(letter.subject).toBe('めぐりからのお知らせ')
  expect(letter.text).toContain(`/me/applications/${id}`)
  await decide(id, 'shortlisting')
  const slips = { time1: '2026-11-25 14:00', typed1: '12月3日 3時', time2: '', typed2: '11月20日 10時', place: '' }
  const wrong = await nakamura.post(`${forCompany(id)}/interview`, { ...slips, version: (await rowOf(id)).version })
  expect(wrong.status).toBe(422)
  for (const sentence of ['午前か午後か分かりません', '過ぎた日です', '場所を入れてください']) {
    expect(wrong.text).toContain(sentence)
  }
  expect(wrong.html).toContain('value="12月3日 3時"')
  await decide(id, 'interview', {
    time1: '2026-11-25 14:00',
    typed2: '12月3日 15時',
    time2: '',
    typed1: '',
    place: '工房',
  })
  expect((await tanaka.get(`/me/applications/${id}`)).text).toContain('2026年12月3日（木）午後3時')
  const chosen = await step(house, tanaka, `/me/applications/${id}/interview`, { chosen: '2' })
  expect(chosen.text).toContain('面談の日時が決まりました')
  await house.drain()
  expect(lettersTo(house, 'nakamura').at(-1)!.text).toContain('日時：2026年12月3日（木）午後3時')

  expect((await nakamura.get(`${forCompany(id)}/offer`)).text).toContain('条件を一緒に決めます')
  const before = house.now()
  house.setTime(new Date('2026-12-04T01:00:00Z'))
  await decide(id, 'offer')
  house.setTime(before)
  const offered = (await tanaka.get(`/me/applications/${id}`)).text
  expect(offered).toContain('企業が、お願いしたいと言っています')
  expect(offered).toContain('面談をしました')
  expect(offered).not.toContain('面談の話が進んでいます')
  expect((await tanaka.get(`/me/applications/${id}/acceptance`)).text).toContain('契約はまだです')
  const accepted = await step(house, tanaka, `/me/applications/${id}/acceptance`)
  expect(accepted.text).toContain('引き受けました')
  await house.drain()
  expect(lettersTo(house, 'nakamura').some(({ subject }) => subject === 'めぐり：引き受けてもらえました')).toBe(true)
  const [filled] = await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, project)))
  expect(filled!.filledAt).not.toBe(null)
  expect((await tanaka.get(`/me/applications/${id}`)).html).toContain('href="/me/contracts/')
  expect((await nakamura.get(forCompany(id))).html).toContain(`href="/companies/${companyId('craft')}/contracts/`)
})

describe('taking back', () => {
  test('an unread application is withdrawn, restored, withdrawn and sent again', async () => {
    const project = await publishedProjectOf(house, 'craft')
    const id = await apply(tanaka, project)
    const gone = await step(house, tanaka, `/me/applications/${id}/withdrawal`)
    expect(gone.text).toContain('応募を取り下げました')
    const seen = await nakamura.get(forCompany(id))
    expect(seen.text).not.toContain('田中')
    expect(seen.text).not.toContain(ANSWERS.answer1)
    const back = await step(house, tanaka, `/me/applications/${id}/withdrawal/cancellation`)
    expect(back.text).toContain('送りました')
    expect((await nakamura.get(forCompany(id))).text).toContain(ANSWERS.answer1)
    await step(house, tanaka, `/me/applications/${id}/withdrawal`)
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
    house.setTime(new Date(before.getTime() + 60_000))
    await publishedProjectOf(house, 'craft', { title: '盆飾りの原価も見てほしい', codes: ['10035'] })
    await decide(id, 'decline', { reason: 'experience', words: 'ありがとうございました。' })
    await house.drain()
    expect(lettersTo(house, 'tanaka').some(({ text }) => text.includes('今回は見送り'))).toBe(false)
    house.setTime(new Date(before.getTime() + 32 * 60_000))
    await house.drain()
    expect(lettersTo(house, 'tanaka').filter(({ text }) => text.includes('今回は見送り'))).toHaveLength(1)
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
    await step(house, tanaka, `/me/applications/${id}/answers`, { ...ANSWERS, answer1 })
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
