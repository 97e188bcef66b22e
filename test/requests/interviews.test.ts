import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { asSystem } from '../../src/accounts/actions/mailing.ts'
import { interviews } from '../../src/applications/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { applicationRow, apply, forCompany, lettersTo, step } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
let tanaka: Browser
let nakamura: Browser
let id: string
const own = () => `/me/applications/${id}`

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
  id = await apply(tanaka, await publishedProjectOf(house, 'craft'))
})

const TIMES = { time1: '2026-11-25 14:00', typed1: '', time2: '2026-11-26 10:00', typed2: '' }

test('two times with a link are proposed, other times asked for, and one of the next is chosen', async () => {
  const wrong = await nakamura.post(`${forCompany(id)}/interview`, {
    ...{ ...TIMES, place: '', link: 'http://meet.example.jp' },
    version: (await applicationRow(house, id)).version,
  })
  expect([wrong.status, wrong.text.includes('https:// で始まるリンク')]).toEqual([422, true])
  await step(house, nakamura, `${forCompany(id)}/interview`, { ...TIMES, place: '工房', link: '' })
  expect((await tanaka.get(`${own()}/interview.ics`)).status).toBe(404)
  const asked = await step(house, tanaka, `${own()}/interview/move`)
  expect(asked.text).toContain('ほかの日時をお願いしました')
  const again = await tanaka.post(`${own()}/interview`, {
    ...{ chosen: '1', version: (await applicationRow(house, id)).version },
  })
  expect(again.status).toBe(409)
  await house.drain()
  expect(lettersTo(house, 'nakamura').at(-1)!.subject).toContain('ほかの日時')
  const owner = await nakamura.get(forCompany(id))
  expect(owner.text).toContain('ほかの日時をお願いされています')
  expect(owner.text).toContain('日時を出しなおす')

  const link = 'https://meet.example.jp/tyochin'
  await step(house, nakamura, `${forCompany(id)}/interview`, { ...TIMES, place: '', link })
  const rows = await asOwner(house.db, (tx) => tx.select().from(interviews).where(eq(interviews.applicationId, id)))
  expect(rows.filter(({ cancelledAt }) => cancelledAt === null)).toMatchObject([{ link, moveAskedAt: null }])
  const chosen = await step(house, tanaka, `${own()}/interview`, { chosen: '2' })
  expect(chosen.html).toContain(`href="${link}"`)
  expect(chosen.text).toContain('予定表に入れる')
})

test('the talk stands in both calendars, without saying at work what it is', async () => {
  const person = await tanaka.get(`${own()}/interview.ics`)
  expect(person.headers.get('content-type')).toContain('text/calendar')
  expect(person.html).toContain('DTSTART:20261126T010000Z')
  expect(person.html).toContain('SUMMARY:話す予定')
  const company = await nakamura.get(`${forCompany(id)}/interview.ics`)
  expect(company.html).toMatch(/SUMMARY:面談（応募 \d{4}-\dの方）/)
  expect((await (await house.as('kobayashi')).get(`${own()}/interview.ics`)).status).toBe(404)
})

test('both are reminded on the evening before, once', async () => {
  const before = house.now()
  const evening = async (day: string) => {
    house.setTime(new Date(`${day}T08:33:00Z`))
    await asSystem(house.deps, (act) => act.enqueue('applications.remindOfInterviews', {}))
    await house.drain()
  }
  const told = () => house.mails.filter(({ text }) => text.includes('あした、')).map(({ to }) => to)
  await evening('2026-11-24')
  expect(told()).toEqual([])
  await evening('2026-11-25')
  await evening('2026-11-25')
  expect(told().toSorted()).toEqual(['chiyo', 'nakamura', 'tanaka'].map((name) => `${name}@cast.example`))
  const quiet = lettersTo(house, 'tanaka').at(-1)!
  expect(quiet.subject).toBe('めぐりからのお知らせ')
  expect(quiet.text).toContain('https://meet.example.jp/tyochin')
  house.setTime(before)
})

test('the sheet for the talk says what both should know, on either side', async () => {
  for (const [browser, path] of [
    [tanaka, `${own()}/agenda`],
    [nakamura, `${forCompany(id)}/agenda`],
  ] as const) {
    const sheet = await browser.get(path)
    for (const words of ['品物ごとの原価の表ができている', '税の申告', '品物はおよそ何種類で', 'だれが決めるか']) {
      expect(sheet.text).toContain(words)
    }
    expect(sheet.text).toContain('聞かないこと')
  }
  expect((await (await house.as('sato')).get(`${forCompany(id)}/agenda`)).status).toBe(404)
  const other = `/companies/${companyId('fertiliser')}/applications/${id}/agenda`
  expect((await (await house.as('sato')).get(other)).status).toBe(404)
  // A no that the company may still take back is told to nobody, by no page that is gone.
  const before = house.now()
  await step(house, nakamura, `${forCompany(id)}/decline`, { reason: 'time', words: '' })
  const pages = () =>
    Promise.all(['agenda', 'interview.ics'].map(async (page) => (await tanaka.get(`${own()}/${page}`)).status))
  expect(await pages()).toEqual([200, 200])
  house.setTime(new Date(before.getTime() + 31 * 60_000))
  expect(await pages()).toEqual([404, 404])
  house.setTime(before)
  await step(house, nakamura, `${forCompany(id)}/cancellation`)
  await step(house, tanaka, `${own()}/withdrawal`)
  expect((await nakamura.get(`${forCompany(id)}/agenda`)).status).toBe(404)
})
