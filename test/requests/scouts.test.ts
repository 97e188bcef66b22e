import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { accounts, consents } from '../../src/accounts/schema.ts'
import { applications } from '../../src/applications/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { scoutsADay } from '../../src/scouts/queries.ts'
import { COMPANY_WEEKLY, PERSON_WEEKLY } from '../../src/scouts/rules.ts'
import { scouts } from '../../src/scouts/schema.ts'
import { employerBlocks, talentCodes, talents } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const CRAFT = companyId('craft')
const TANAKA = talentId('tanaka')
const WORDS = '手仕事の値段の付け方で困っています。織物での三十五年の経験を、ぜひ貸してください。'
const day = (n: number) => new Date(house.now().getTime() + n * 86_400_000)
let owner: Browser
let tanaka: Browser
let project = ''
let other = ''

const card = (talent: string) => `/companies/${CRAFT}/talents/${talent}`
const send = (talent: string, to: string, words = WORDS, browser = owner) =>
  browser.post(`${card(talent)}/scouts`, { project: to, words })
const scoutOf = async (talent: string, to: string) => {
  const which = and(eq(scouts.talentId, talent), eq(scouts.projectId, to))
  return (await asOwner(house.db, (tx) => tx.select().from(scouts).where(which)))[0]!
}
const mailsTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)

async function somebody(given: Partial<typeof talents.$inferInsert> = {}): Promise<string> {
  const [account, id, at] = [randomUUID(), randomUUID(), house.now()]
  const stamps = { createdAt: at, updatedAt: at }
  await asOwner(house.db, async (tx) => {
    await tx.insert(accounts).values({ id: account, email: `${account}@mail.example`, ...stamps })
    await tx.insert(talents).values({
      ...{ id, accountId: account, headline: '手伝える人', prefecture: 13, hours: 15, fee: 2500, style: 'either' },
      ...{ availability: 'now', publishedAt: at, employerAnsweredAt: at, ...stamps, ...given },
    })
    await tx.insert(talentCodes).values({ talentId: id, code: '10043', level: 3, years: 5 })
  })
  return id
}

beforeAll(async () => {
  owner = await house.as('nakamura')
  tanaka = await house.as('tanaka')
  project = await publishedProjectOf(house, 'craft')
  other = await publishedProjectOf(house, 'craft', { title: '箱の絵を新しくしたい' })
})

test('a company writes in its own words, without contact details, to one person for one project, once', async () => {
  const page = await owner.get(`${card(TANAKA)}?project=${project}`)
  expect(page.text).toContain(`今週は、あと${COMPANY_WEEKLY}人に声をかけられます。`)
  expect(page.text).toContain('確かめたいこと')
  for (const [words, sentence] of [
    ['', '入れてください'],
    ['短い', '20字より長く'],
    [`${WORDS}電話は090-1234-5678まで`, '連絡先やリンクは書けません'],
    [`${WORDS}https://example.com/ をご覧ください`, '連絡先やリンクは書けません'],
    ['あ'.repeat(401), '400'],
  ] as const) {
    const refused = await send(TANAKA, project, words)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(sentence)
  }
  const chiyo = await house.as('chiyo')
  expect((await chiyo.get(card(TANAKA))).html).not.toContain('この方に声をかける')
  expect((await send(TANAKA, project, WORDS, chiyo)).status).toBe(404)
  const sent = await send(TANAKA, project)
  expect(sent.status).toBe(303)
  expect((await owner.get(sent.location)).text).toContain('返事を待っています')
  expect((await send(TANAKA, project)).status).toBe(409)
  expect((await send(TANAKA, randomUUID())).status).toBe(409)
  const list = await owner.get(`/companies/${CRAFT}/scouts`)
  expect(list.text).toContain(`今週は、あと${COMPANY_WEEKLY - 1}人`)
  expect(list.text).toContain('返事を待っています')
  expect((await owner.get(`/companies/${CRAFT}/talents?project=${project}`)).text).toContain('声をかけました')
  // One scout in two days of three projects, one of them of another company; none any more in the last day alone.
  const adding = (days: number) =>
    readAs(house.db, { id: null, power: 'system' }, null, (tx) => scoutsADay(tx, day(2), days))
  expect([await adding(30), await adding(1)]).toEqual([1 / 6, 0])
})

test('the person hears of it in a mail that says nothing, reads why it fits, and nothing of theirs is told', async () => {
  await house.drain()
  const mail = mailsTo('tanaka').at(-1)!
  expect(mail.subject).toBe('めぐりからのお知らせ')
  expect(mail.text + mail.html).not.toMatch(/提灯|なかむら|スカウト|副業|声/)
  const { id } = await scoutOf(TANAKA, project)
  expect(mail.text).toContain(`/me/scouts/${id}`)
  expect((await tanaka.get('/me')).text).toContain('会社から声がかかっています。')
  const page = await tanaka.get(`/me/scouts/${id}`)
  expect(page.text).toContain(WORDS)
  expect(page.text).toContain('考えておきたいこと')
  expect((await (await house.as('kobayashi')).get(`/me/scouts/${id}`)).status).toBe(404)
  expect((await owner.get(`/me/scouts/${id}`)).status).toBe(404)
})

test('a no is one tap: told kindly after half an hour, with a reason if there is one, or not at all', async () => {
  const { id, version } = await scoutOf(TANAKA, project)
  const path = `/me/scouts/${id}`
  expect((await tanaka.post(`${path}/refusal`, { told: 'yes', version })).status).toBe(303)
  const before = mailsTo('nakamura').length
  await house.drain()
  expect(mailsTo('nakamura').length).toBe(before)
  expect((await owner.get(`/companies/${CRAFT}/scouts`)).text).toContain('返事を待っています')
  expect((await tanaka.post(`${path}/cancellation`, { version: version + 1 })).status).toBe(303)
  expect((await tanaka.get(path)).text).toContain('応じる')
  await tanaka.post(`${path}/refusal`, { told: 'yes', version: version + 2 })
  expect((await tanaka.post(`${path}/reason`, { reason: 'nothing', version: version + 3 })).status).toBe(422)
  await tanaka.post(`${path}/reason`, { reason: 'busy', version: version + 3 })
  house.setTime(new Date(house.now().getTime() + 31 * 60_000))
  await house.drain()
  const letter = mailsTo('nakamura').at(-1)!
  expect(letter.text).toContain('今回は見送るとお返事がありました')
  expect(letter.text).toContain('いまは時間がない')
  expect((await owner.get(`/companies/${CRAFT}/scouts`)).text).toContain('今回は見送るとのことです')
  expect((await tanaka.post(`${path}/cancellation`, { version: version + 4 })).status).toBe(409)

  await send(TANAKA, other)
  const silent = await scoutOf(TANAKA, other)
  await tanaka.post(`/me/scouts/${silent.id}/refusal`, { told: 'no', version: silent.version })
  house.setTime(new Date(house.now().getTime() + 31 * 60_000))
  const count = mailsTo('nakamura').length
  await house.drain()
  expect(mailsTo('nakamura').length).toBe(count)
  expect((await owner.get(`${card(TANAKA)}?project=${other}`)).text).toContain('返事を待っています')
})

test('a yes shows first who will see what; then a consent is written and the application stands, with the words', async () => {
  const suzuki = await house.as('suzuki')
  const talent = talentId('suzuki')
  await send(talent, project)
  const scout = await scoutOf(talent, project)
  const check = await suzuki.get(`/me/scouts/${scout.id}?step=accept`)
  expect(check.text).toContain('有限会社なかむら提灯工房の方が、下の内容を見られるようになります。')
  expect(check.text).toContain('見えないもの')
  const accepted = await suzuki.post(`/me/scouts/${scout.id}/acceptance`, { version: scout.version })
  expect(accepted.status).toBe(303)
  expect((await suzuki.get(accepted.location)).text).toContain('会社から声がかかって始まった応募です')
  const [application] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(applications)
      .where(and(eq(applications.talentId, talent), eq(applications.projectId, project))),
  )
  expect(application!.sentAt).toEqual(house.now())
  const given = await asOwner(house.db, (tx) =>
    tx.select().from(consents).where(eq(consents.subjectId, application!.id)),
  )
  expect(given).toMatchObject([{ recipientId: CRAFT, purpose: 'application', accountId: accountId('suzuki') }])
  expect(given[0]!.fields).toContain('name')
  const applicant = await owner.get(`/companies/${CRAFT}/applications/${application!.id}`)
  expect(applicant.text).toContain('こちらから声をかけた方です')
  expect(applicant.text).toContain(WORDS)
  expect((await owner.get(`/companies/${CRAFT}/scouts`)).text).toContain('応じてもらえました。')
  expect((await suzuki.post(`/me/scouts/${scout.id}/acceptance`, { version: scout.version + 1 })).status).toBe(409)
  expect((await send(talent, other)).status).toBe(303)
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, scout.id)))
  expect(acts.map(({ act }) => act)).toEqual(['scout.sent', 'scout.accepted'])
})

test('nobody is reached who hides from the company, only looks, wants none, or belongs to it', async () => {
  const hidden = await somebody()
  const keyHash = house.deps.secrets.hash('name:なかむら提灯工房', 'company')
  await asOwner(house.db, (tx) => tx.insert(employerBlocks).values({ talentId: hidden, keyHash }))
  const [a, b] = [await send(hidden, project), await send(randomUUID(), project)]
  expect([a.status, b.status]).toEqual([404, 404])
  expect((await send(await somebody({ availability: 'look' }), project)).status).toBe(404)
  const wantsNone = await somebody({ noScoutsAt: house.now() })
  expect((await owner.get(card(wantsNone))).text).toContain('声かけを受けていません')
  expect((await send(wantsNone, project)).status).toBe(409)
  const kobayashi = await house.as('kobayashi')
  expect((await kobayashi.post('/me/scouts/stopping')).location).toBe('/me?done=no-scouts')
  expect((await kobayashi.get('/me?done=no-scouts')).text).toContain('会社からの声かけを止めました')
  expect((await send(talentId('kobayashi'), project)).status).toBe(409)
  expect((await kobayashi.post('/me/scouts/resumption')).status).toBe(303)
  const seen = await readAs(house.db, { id: accountId('mori'), power: 'operator' }, null, (tx) =>
    tx.select().from(scouts),
  )
  expect(seen).toEqual([])
})

test('what is not answered comes to its end; what was withdrawn is gone', async () => {
  const id = talentId('kobayashi')
  await send(id, project)
  const scout = await scoutOf(id, project)
  const kobayashi = await house.as('kobayashi')
  house.setTime(day(15))
  expect((await owner.get(`/companies/${CRAFT}/scouts`)).text).toContain('期限が過ぎました')
  expect((await kobayashi.get(`/me/scouts/${scout.id}`)).text).toContain('返事の期限が過ぎました。')
  expect((await kobayashi.post(`/me/scouts/${scout.id}/acceptance`, { version: scout.version })).status).toBe(409)
  await send(id, other)
  const second = await scoutOf(id, other)
  await owner.post(`/companies/${CRAFT}/scouts/${second.id}/withdrawal`, { version: second.version })
  expect((await kobayashi.get(`/me/scouts/${second.id}`)).status).toBe(404)
})

test('so many a week and no more, however many are sent at once; and nobody gets more than a few', async () => {
  house.setTime(day(14))
  const people = await Promise.all(Array.from({ length: COMPANY_WEEKLY + 5 }, () => somebody()))
  const answers = await Promise.all(people.map((id) => send(id, project)))
  expect(answers.filter(({ status }) => status === 303).length).toBe(COMPANY_WEEKLY)
  expect(answers.filter(({ status }) => status === 409).length).toBe(5)
  expect((await owner.get(card(people.at(-1)!))).text).toMatch(/今週は10人に声をかけました|あと0人|返事を待っています/)
  house.setTime(day(7))
  expect((await owner.get(`/companies/${CRAFT}/scouts`)).text).toContain(`あと${COMPANY_WEEKLY}人`)
  const wanted = await somebody()
  const more = await Promise.all(Array.from({ length: PERSON_WEEKLY + 1 }, () => publishedProjectOf(house, 'craft')))
  const asked = await Promise.all(more.map((to) => send(wanted, to)))
  expect(asked.map(({ status }) => status).sort()).toEqual([...Array(PERSON_WEEKLY).fill(303), 409])
  expect((await owner.get(`/companies/${CRAFT}/scouts`)).text).toContain(`あと${COMPANY_WEEKLY - PERSON_WEEKLY}人`)
})
