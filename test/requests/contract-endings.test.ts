import { describe, expect, test } from 'vitest'
import { acceptedApplication, agreeAs, codeFormOf, fillIn, propose, sealedContract } from '../fixtures/contracts.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const mailsTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)

describe('ending', () => {
  test('before both agreed either side may leave it at that', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    await agreeAs(house, owner, contract.company)
    const form = await codeFormOf(house, person, contract.talent)
    const left = await fillIn(person, `${contract.talent}/withdrawal`, `${contract.talent}/withdrawal`, {
      reason: '家の都合が変わりました。',
    })
    expect(left.status).toBe(303)
    await house.drain()
    expect(mailsTo('nakamura').at(-1)!.text).toContain('とりやめました')
    expect((await owner.get(contract.company)).text).toContain('家の都合が変わりました')
    expect((await person.post(`${contract.talent}/agreement`, form)).status).toBe(409)
  })

  test('after that it needs thirty days’ notice and a reason', async () => {
    const contract = await sealedContract(house, owner, person, { months: 8 })
    const page = await owner.get(`${contract.company}/ending`)
    expect(page.text).toContain('2026年12月23日（水）から後の日')
    expect(page.text).toContain('フリーランス法16条')
    const day = (date: string) => {
      const [year, month, date_] = date.split('-').map(Number)
      return { 'endsOn.year': String(year), 'endsOn.month': String(month), 'endsOn.day': String(date_) }
    }
    const early = await fillIn(owner, `${contract.company}/ending`, `${contract.company}/ending`, {
      ...day('2026-12-22'),
      reason: '工房を休みます。',
    })
    expect([early.status, early.text.includes('30日前までに知らせる決まり')]).toEqual([422, true])
    const given = await fillIn(owner, `${contract.company}/ending`, `${contract.company}/ending`, {
      ...day('2026-12-23'),
      reason: '工房を休みます。',
    })
    expect(given.status).toBe(303)
    await house.drain()
    expect(mailsTo('tanaka').at(-1)!.text).toContain('2026年12月23日（水）で契約を終える')
    const seen = await person.get(contract.talent)
    expect(seen.text).toContain('契約中')
    expect(seen.text).toContain('工房を休みます。')
    const start = house.now()
    house.setTime(new Date('2026-12-24T01:00:00Z'))
    await house.drain()
    expect((await person.get(contract.talent)).text).toContain('途中で終わりました')
    expect(mailsTo('tanaka').at(-1)!.text).toContain(`${contract.talent}/review`)
    house.setTime(start)
  })
})
