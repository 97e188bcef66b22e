import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { events, registrations } from '../../src/events/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { publishedEvent, registeredByMail, someone, TOWN } from '../fixtures/events.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const koga = await house.as('koga')
const { host, page, id } = await publishedEvent(koga, TOWN, { capacity: '3' })
const door = `${host}/door`
const own = await registeredByMail(house, page, 'shigeru', { name: 'さとう しげる' })
await registeredByMail(house, page, 'suzuki', { name: 'すずき' })
const came = async () =>
  (await asOwner(house.db, (tx) => tx.select().from(registrations).where(eq(registrations.eventId, id))))
    .filter(({ checkedInAt }) => checkedInAt)
    .map(({ number }) => number)
    .sort()

test('who rings is written down: a seat, then a place on the list', async () => {
  expect((await koga.post(`${host}/people`, { name: '', kana: '', affiliation: '' })).status).toBe(422)
  await koga.act(`${host}/people`, someone('電話 花子'))
  const seen = await koga.act(`${host}/people`, someone('電話 次郎'))
  expect(seen.text).toContain('3 電話 花子（てすと たろう） — 参加できます')
  expect(seen.text).toContain('4 電話 次郎（てすと たろう） — キャンセル待ち')
})

test('the door opens the day before', async () => {
  expect((await koga.get(door)).html).not.toContain('来た：')
  expect((await koga.post(door, { number: 1 })).status).toBe(409)
  house.setTime(new Date('2026-12-20T13:10:00+09:00'))
  expect((await koga.get(door)).html).toContain('来た：すずきさん')
})

test('a QR code leads to one line, for the clerks of the host alone; one press, and a second one does nothing', async () => {
  const sheet = await house.visitor().get(own)
  expect(sheet.text).toContain('受付の番号 1')
  const found = await koga.get(`${door}?number=1`)
  expect(found.text).toContain('さとう しげる')
  expect(found.text).not.toContain('すずき')
  for (const stranger of [await house.as('abe'), await house.as('sato'), await house.as('mori')])
    expect((await stranger.get(`${door}?number=1`)).status).toBe(404)
  expect((await koga.act(door, { number: 1 })).text).toContain('1番 さとう しげるさんを受け付けました')
  await koga.act(door, { number: 1 })
  expect(await came()).toEqual([1])
  const acts = await asOwner(house.db, (tx) =>
    tx.select().from(history).where(eq(history.act, 'registration.checked-in')),
  )
  expect(acts.length).toBe(1)
  expect((await house.visitor().get(own)).text).toContain('ご参加ありがとうございました')
  await koga.act(`${door}/undoing`, { number: 1 })
  expect(await came()).toEqual([])
})

test('a paper is typed in at once, and whoever did not register comes in too', async () => {
  expect((await koga.post(`${door}/numbers`, { numbers: '1, 9' })).text).toContain('1から4までの番号')
  await koga.act(`${door}/numbers`, { numbers: '1、3-4' })
  expect(await came()).toEqual([1, 3, 4])
  const walked = await koga.act(`${door}/people`, { name: 'とびこみ 三郎', kana: '', affiliation: '' })
  expect(walked.text).toContain('5番 とびこみ 三郎さんを受け付けました')
  expect(walked.text).toContain('4人が来ました')
  expect((await asOwner(house.db, (tx) => tx.select().from(events).where(eq(events.id, id))))[0]!.seats).toBe(3)
  expect((await koga.get(`${door}?q=ずき`)).text).toContain('すずき')
  house.setTime(new Date('2027-01-20T10:00:00+09:00'))
  expect((await koga.post(`${door}/numbers`, { numbers: '2' })).status).toBe(409)
})
