import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { events } from '../../src/events/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { visitPlans } from '../../src/works/schema.ts'
import { sealedContract } from '../fixtures/contracts.ts'
import { writeCrowd } from '../fixtures/crowd.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [owner, viewer, person, stranger] = await Promise.all([
  house.as('nakamura'),
  house.as('chiyo'),
  house.as('tanaka'),
  house.as('ito'),
])
const contract = await sealedContract(house, owner, person)
const [ours, theirs] = [`${contract.talent}/visits`, `${contract.company}/visits`]
const typed = {
  ...{ 'visitOn.year': '2026', 'visitOn.month': '12', 'visitOn.day': '8', town: '40210' },
  ...{ purpose: '工房で、手の時間を測る', nights: '1', fare: '３８，０００', lodging: '9000' },
}
const sent = (html: string, act: string) => new RegExp(`action="([^"]+/visits/[^"]+/${act})"`).exec(html)?.[1]
/** The first of them on the first day of December, and so on: there is one plan a day for a contract. */
const plannedOn = <Row>(days: readonly string[], rows: readonly Row[]) =>
  rows.map((row, n) => ({ ...row, visitOn: `2026-12-${days[n]}` }))
const letters = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)

test('a bad plan comes back with what was typed, a good one reaches the company', async () => {
  expect((await person.get(ours)).text).toContain('まだ予定はありません')
  const wrong = await person.post(ours, { ...typed, 'visitOn.month': '11', 'visitOn.day': '2', nights: '20' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('今日から契約の終わる日まで')
  expect(wrong.html).toContain('３８，０００')
  const seen = await person.act(ours, typed)
  expect(seen.text).toContain('2026年12月8日（火）')
  expect(seen.text).toContain('47,000円')
  expect((await person.post(ours, typed)).status).toBe(409)
  await house.drain()
  expect(letters('nakamura').at(-1)!.text).toContain(`${contract.company}/visits`)
})

test('the company sees what it costs, who pays, and which subsidies there are; only its working people answer', async () => {
  const page = await owner.get(theirs)
  expect(page.text).toContain('工房で、手の時間を測る')
  expect(page.html).toMatch(/subsidies\?travel=38000&amp;lodging=9000/)
  expect(page.text).toContain('ほたる市')
  expect(page.text).toMatch(/交通費などは、(報酬に含まれています|会社が別に払います)/)
  const agreement = sent(page.html, 'agreement')!
  expect((await viewer.get(theirs)).html).not.toContain('/agreement')
  expect((await viewer.post(agreement, { version: 1 })).status).toBe(404)
  expect((await stranger.get(ours)).status).toBe(404)
  expect((await (await house.as('sato')).get(theirs)).status).toBe(404)
  expect((await owner.act(agreement, { version: 1 })).text).toContain('会社が待っています')
  expect((await owner.post(agreement, { version: 1 })).status).toBe(409)
  await house.drain()
  expect(letters('tanaka').at(-1)!.text).toContain(ours)
})

test('events near the day and others on the way are told to the person, fewer than five others to nobody', async () => {
  const on = (day: string) => new Date(`${day}T05:00:00Z`)
  const crowd = await writeCrowd(house.db, 6, on('2026-11-01'))
  const rows = crowd.map(({ accountId }) => ({
    ...{ id: randomUUID(), contractId: contract.contractId, companyId: companyId('craft'), accountId },
    ...{ nights: 0, prefecture: 40, municipality: '40210', purpose: '見学', fare: 1, lodging: 0 },
    plannedAt: on('2026-11-20'),
  }))
  await asOwner(house.db, async (tx) => {
    const common = { createdBy: accountId('koga'), createdAt: on('2026-11-01'), updatedAt: on('2026-11-01') }
    const words = { body: '', audience: '', contact: '', capacity: 20, choosing: 'first' as const }
    for (const [title, day, kind] of [
      ['手しごとの夕べ', '2026-12-10', 'place'],
      ['春のまつり', '2027-03-01', 'place'],
      ['画面の会', '2026-12-09', 'online'],
      // However many there are before it.
      ...Array.from({ length: 51 }, (_, n) => [`朝の会${n}`, '2026-11-26', 'place'] as const),
    ] as const) {
      await tx.insert(events).values({
        ...{ id: randomUUID(), kind, title, ...words, prefecture: 40, municipality: '40210', ...common },
        ...{ beginsAt: on(day), endsAt: new Date(on(day).getTime() + 3_600_000), registerUntil: on(day) },
        publishedAt: on('2026-11-02'),
      })
    }
    await tx.insert(visitPlans).values(plannedOn(['07', '09', '10', '11'], rows.slice(0, 4)))
  })
  const few = await person.get(ours)
  expect(few.text).toContain('手しごとの夕べ')
  expect(few.text).not.toMatch(/春のまつり|画面の会|朝の会|人以上います/)
  await asOwner(house.db, (tx) => tx.insert(visitPlans).values(plannedOn(['12', '13'], rows.slice(4))))
  expect((await person.get(ours)).text).toContain('ほかに5人以上います')
  expect((await owner.get(theirs)).text).not.toContain('人以上います')
})

test('either side calls it off, once', async () => {
  const page = await person.get(ours)
  const cancellation = sent(page.html, 'cancellation')!
  expect((await stranger.post(cancellation, { version: 2 })).status).toBe(404)
  const after = await person.act(cancellation, { version: 2 })
  expect(after.text).not.toContain('2026年12月8日')
  expect((await person.post(cancellation, { version: 3 })).status).toBe(404)
  await house.drain()
  expect(letters('nakamura').at(-1)!.text).toContain('訪問の予定が、取りやめになりました')
  expect((await person.act(ours, typed)).text).toContain('2026年12月8日（火）')
})
