import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, type CastName, companyId, talentId } from '../../seed/cast.ts'
import { consents } from '../../src/accounts/schema.ts'
import { talks } from '../../src/applications/schema.ts'
import { companyKeys } from '../../src/companies/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { employerBlocks, talents } from '../../src/talents/schema.ts'
import { lettersTo } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse, START } from '../house.ts'

const house = await openHouse()
const DAY = 86_400_000
const TOPIC = '自分の経験が役に立つか、聞いてみたいです。'
const browsers = new Map<string, Browser>()
const as = (name: CastName) => browsers.get(name)!
const own = (project: string) => `/me/projects/${project}/talk`
const rowOf = async (project: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(talks).where(eq(talks.projectId, project)))).at(-1)!
const forCraft = async (project: string) => `/companies/${companyId('craft')}/talks/${(await rowOf(project)).id}`
const version = async (project: string) => (await rowOf(project)).version

/** One step of somebody upon the talk as it is now. */
const step = async (name: CastName, project: string, noun: string, fields: Record<string, string> = {}) => {
  const base = name === 'nakamura' ? await forCraft(project) : own(project)
  return as(name).post(`${base}/${noun}`, { version: await version(project), ...fields })
}
const remind = async (job: string) => {
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, job, {}))
  await house.drain()
}

beforeAll(async () => {
  for (const name of ['tanaka', 'kobayashi', 'nakamura', 'chiyo', 'sato'] as const) {
    browsers.set(name, await house.as(name))
  }
})

test('a talk before applying: asked for without a name, a time chosen, both told, in the calendar, reminded of', async () => {
  const project = await publishedProjectOf(house, 'craft', { answerDays: 5 })
  const before = await as('tanaka').get(own(project))
  expect(before.text).toContain('に見えるもの')
  expect((await as('tanaka').post(own(project), { topic: '090-1234-5678にお願いします。' })).status).toBe(422)
  expect((await as('tanaka').act(own(project), { topic: TOPIC })).text).toContain('会社の返事を待っています')
  // A second request changes nothing.
  expect((await as('tanaka').post(own(project), { topic: 'もう一度' })).status).toBe(409)
  await house.drain()
  expect(lettersTo(house, 'nakamura').at(-1)!.subject).toContain('15分話したい方')

  // The company sees the card, never the name; nobody else anything.
  const page = await forCraft(project)
  const seen = await as('nakamura').get(page)
  expect(seen.text).toContain(TOPIC)
  for (const told of ['田中', '正雄', 'tanaka@']) expect(seen.text).not.toContain(told)
  expect((await as('nakamura').get(`/companies/${companyId('craft')}`)).text).toContain('話したい方がいます')
  expect((await as('chiyo').get(page)).text).not.toContain('この日時を伝える')
  const crossed = page.replace(companyId('craft'), companyId('fertiliser'))
  expect((await as('sato').get(crossed)).status).toBe(404)
  const [consent] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(consents)
      .where(eq(consents.accountId, accountId('tanaka'))),
  )
  expect(consent).toMatchObject({ purpose: 'talk', recipientId: companyId('craft'), revokedAt: null })
  expect(consent!.fields).not.toContain('name')

  // Times as people write them; what can not be read comes back.
  const wrong = await step('nakamura', project, 'times', { typed: '12月3日 3時', place: 'https://talk.example/1' })
  expect([wrong.status, wrong.text.includes('午前か午後か')]).toEqual([422, true])
  expect((await step('nakamura', project, 'times', { place: 'x' })).text).toContain('1つから3つまで')
  const offer = { time1: '2026-11-25 14:00', typed: '12月3日 15時', place: 'https://talk.example/1' }
  expect((await step('nakamura', project, 'times', offer)).status).toBe(303)
  await house.drain()
  expect(lettersTo(house, 'tanaka').at(-1)!.subject).toBe('めぐりからのお知らせ')
  expect((await as('tanaka').get('/me')).text).toContain('日時が届きました。選んでください')
  const choice = new Date('2026-12-03T15:00:00+09:00')
  expect((await step('tanaka', project, 'time', { time: '2026-12-04T06:00:00.000Z' })).status).toBe(409)
  expect((await as('tanaka').post(`${own(project)}/time`, { version: 1, time: choice.toISOString() })).status).toBe(409)
  expect((await step('tanaka', project, 'time', { time: choice.toISOString() })).status).toBe(303)
  expect((await as('tanaka').get(own(project))).text).toContain('2026年12月3日（木）午後3時')
  await house.drain()
  expect(lettersTo(house, 'nakamura').at(-1)!.text).toContain('午後3時')
  expect(lettersTo(house, 'tanaka').at(-1)!.text).toContain('午後3時')
  expect(lettersTo(house, 'tanaka').at(-1)!.text).not.toContain('talk.example')

  const file = await as('tanaka').get(`${own(project)}.ics`)
  expect(file.headers.get('content-type')).toContain('text/calendar')
  expect(file.html).toContain('DTSTART:20261203T060000Z')
  expect(file.html).toContain('SUMMARY:めぐりの予定')
  expect((await as('nakamura').get(`${page}/calendar.ics`)).html).toContain('15分の話')
  expect((await as('sato').get(`${crossed}/calendar.ics`)).status).toBe(404)

  // The evening before, once; then it is over, and applying is the next step.
  house.setTime(new Date('2026-12-01T17:30:00+09:00'))
  const letters = () => [lettersTo(house, 'tanaka').length, lettersTo(house, 'nakamura').length]
  const [mine, theirs] = letters()
  await remind('applications.remindOfTalks')
  expect(letters()).toEqual([mine, theirs])
  house.setTime(new Date('2026-12-02T17:30:00+09:00'))
  await remind('applications.remindOfTalks')
  await remind('applications.remindOfTalks')
  expect(letters()).toEqual([mine! + 1, theirs! + 1])
  expect(lettersTo(house, 'nakamura').at(-1)!.subject).toContain('明日')
  house.setTime(new Date('2026-12-03T15:20:00+09:00'))
  expect((await (await house.as('tanaka')).get(own(project))).text).toContain('この話は、終わりました')
  house.setTime(START)
})

test('either side can move it or call it off, and a no is kind', async () => {
  const project = await publishedProjectOf(house, 'craft')
  await as('kobayashi').act(own(project), { topic: TOPIC })
  const offer = (time: string) => step('nakamura', project, 'times', { time1: time, place: '0943-00-0202' })
  await offer('2026-11-25 14:00')
  await step('kobayashi', project, 'time', { time: '2026-11-25T05:00:00.000Z' })
  // The company moves it: what was chosen no longer holds.
  await offer('2026-11-26 10:00')
  expect((await rowOf(project)).chosen).toBe(null)
  await step('kobayashi', project, 'time', { time: '2026-11-26T01:00:00.000Z' })
  expect((await step('kobayashi', project, 'move')).status).toBe(303)
  await house.drain()
  expect(lettersTo(house, 'nakamura').at(-1)!.subject).toContain('別の日時')
  expect(await rowOf(project)).toMatchObject({ times: [], chosen: null, place: null })
  expect((await step('kobayashi', project, 'cancellation')).status).toBe(303)
  await house.drain()
  expect(lettersTo(house, 'nakamura').at(-1)!.text).toContain('ご本人が取りやめました')
  expect((await as('nakamura').get(await forCraft(project))).text).not.toContain('頼んだ方')

  // Called off by herself, she may ask again; after a no she may not, but apply.
  await as('kobayashi').act(own(project), { topic: TOPIC })
  await step('nakamura', project, 'decline', { reason: 'busy' })
  await house.drain()
  const told = await as('kobayashi').get(own(project))
  expect(told.text).toContain('いまは、話す時間が取れません')
  expect(told.text).toContain('応募する')
  expect((await as('kobayashi').post(own(project), { topic: TOPIC })).status).toBe(409)
  const given = await asOwner(house.db, (tx) => tx.select().from(consents).where(eq(consents.purpose, 'talk')))
  const hers = given.filter((one) => one.accountId === accountId('kobayashi'))
  expect(hers.map(({ revokedAt }) => revokedAt !== null)).toEqual([true, true])

  const agreed = await publishedProjectOf(house, 'craft')
  await as('kobayashi').act(own(agreed), { topic: TOPIC })
  await step('nakamura', agreed, 'times', { time1: '2026-11-25 14:00', place: '工房' })
  await step('kobayashi', agreed, 'time', { time: '2026-11-25T05:00:00.000Z' })
  await step('nakamura', agreed, 'cancellation')
  await house.drain()
  expect(lettersTo(house, 'kobayashi').at(-1)!.text).toContain('会社の都合で取りやめ')
})

test('nobody talks to the own employer, and who hides later is gone from the company’s eyes', async () => {
  const employers = await publishedProjectOf(house, 'employer')
  expect((await as('kobayashi').get(own(employers))).status).toBe(404)
  expect((await as('kobayashi').post(own(employers), { topic: TOPIC })).status).toBe(404)

  // Somebody whom nobody sees shows the card to this company alone, and no longer once it is named as one to hide from.
  const project = await publishedProjectOf(house, 'craft')
  const hidden = (at: Date | null) =>
    asOwner(house.db, (tx) =>
      tx
        .update(talents)
        .set({ hiddenAt: at })
        .where(eq(talents.id, talentId('kobayashi'))),
    )
  const seenBy = (organisation: string) =>
    readAs(house.db, { id: accountId('nakamura'), power: 'person' }, organisation, async (tx) =>
      (await tx.select({ id: talents.id }).from(talents)).some(({ id }) => id === talentId('kobayashi')),
    )
  await hidden(house.now())
  expect(await seenBy(companyId('craft'))).toBe(false)
  await as('kobayashi').act(own(project), { topic: TOPIC })
  expect([await seenBy(companyId('craft')), await seenBy(companyId('fertiliser'))]).toEqual([true, false])
  const [key] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(companyKeys)
      .where(eq(companyKeys.companyId, companyId('craft'))),
  )
  const block = { talentId: talentId('kobayashi'), keyHash: key!.keyHash }
  await asOwner(house.db, (tx) => tx.insert(employerBlocks).values(block))
  // It looks like any talk that was called off: a page that is gone would tell the company, which saw her card, that she hides.
  expect(await seenBy(companyId('craft'))).toBe(false)
  const left = await as('nakamura').get(await forCraft(project))
  expect([left.status, left.text.includes('頼んだ方')]).toEqual([200, false])
  await house.drain()
  const before = lettersTo(house, 'kobayashi').length
  await house.handlers['applications.callOffApart']!({}, { id: '' })
  await house.drain()
  expect(lettersTo(house, 'nakamura').at(-1)!.text).toContain('ご本人が取りやめました')
  expect(lettersTo(house, 'kobayashi').length).toBe(before)
  const over = await as('nakamura').get(await forCraft(project))
  expect([over.status, over.text.includes('ご本人が取りやめました')]).toEqual([200, true])
  expect(await rowOf(project)).toMatchObject({ cancelledBy: 'talent' })
  await asOwner(house.db, (tx) => tx.delete(employerBlocks).where(eq(employerBlocks.keyHash, key!.keyHash)))
  await hidden(null)
})

test('three talks wait at a time, and a promise that is over reaches the company and the desk', async () => {
  const projects = await Promise.all([1, 2, 3, 4].map(() => publishedProjectOf(house, 'craft', { answerDays: 4 })))
  for (const project of projects.slice(0, 3)) await as('kobayashi').act(own(project), { topic: TOPIC })
  expect((await as('kobayashi').post(own(projects[3]!), { topic: TOPIC })).status).toBe(409)
  await house.drain()
  house.setTime(new Date(START.getTime() + 6 * DAY))
  await remind('applications.remindOfAskedTalks')
  expect(lettersTo(house, 'nakamura').at(-1)!.subject).toContain('約束の日が過ぎました')
  expect((await (await house.as('mori')).get('/desk')).text).toContain('話したい方3人が、返事を待っています')
  house.setTime(START)
})
