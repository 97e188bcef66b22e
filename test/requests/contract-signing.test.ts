import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId } from '../../seed/cast.ts'
import { people } from '../../src/accounts/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { acceptedApplication, agreeAs, codeFormOf, fieldsOf, propose, staff } from '../fixtures/contracts.ts'
import { type Browser, openHouse } from '../house.ts'

const TANAKA = accountId('tanaka')
const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const mailsTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)

describe('agreeing', () => {
  test('both at the same moment: one contract, one document', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    const forms = [
      [owner, contract.company, await codeFormOf(house, owner, contract.company)],
      [person, contract.talent, await codeFormOf(house, person, contract.talent, 0)],
    ] as const
    const answers = await Promise.all(forms.map(([browser, base, form]) => browser.post(`${base}/agreement`, form)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    await house.drain()
    expect((await person.get(contract.talent)).text).toContain('契約中')
  })

  test('a double submit does one thing and shows no error', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    const form = await codeFormOf(house, person, contract.talent)
    const answers = await Promise.all([1, 2, 3].map(() => person.post(`${contract.talent}/agreement`, form)))
    expect(answers.map(({ status, location }) => [status, location])).toEqual(answers.map(() => [303, contract.talent]))
  })

  test('asks for a fresh code of one’s own, the tick, and the right to sign', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    const form = await codeFormOf(house, person, contract.talent)
    const { read, ...unread } = form
    expect((await person.post(`${contract.talent}/agreement`, unread)).text).toContain('「内容を確かめました」に印を')
    const wrong = form.code === '000000' ? '111111' : '000000'
    const refused = await person.post(`${contract.talent}/agreement`, { ...form, code: wrong })
    expect([refused.status, refused.text.includes('番号が違います')]).toEqual([422, true])
    const other = await person.post(`${contract.talent}/agreement`, { ...form, sha256: '0'.repeat(64) })
    expect(other.status).toBe(409)
    // The professional's numbers do not sign for the company.
    expect((await owner.get(`${contract.company}/agreement/code`)).location).toBe(`${contract.company}/agreement`)
    const stolen = await owner.post(`${contract.company}/agreement`, form)
    expect([stolen.status, stolen.text.includes('この番号はもう使えません')]).toEqual([422, true])
    expect((await (await house.as('chiyo')).get(`${contract.company}/agreement`)).status).toBe(404)
    expect((await person.post(`${contract.talent}/agreement`, form)).status).toBe(303)
  })

  test('the number is read out on a call to the registered telephone, by whoever opened it, and guessed five times', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    const first = await owner.get(`${contract.company}/agreement`)
    expect(first.text).toContain('登録の番号（•••0202）に電話します')
    await owner.act(`${contract.company}/agreement/call`)
    const asked = await owner.act(`${contract.company}/agreement/call`)
    // The number of a demo is nobody's: no hours at which it is answered.
    expect(asked.text).not.toContain('受付は')
    await house.drain()
    expect(mailsTo('mori').at(-1)!.text).toContain('4桁の番号を読み上げて')
    const [mori, hayashi] = [await staff(house, 'mori'), await staff(house, 'hayashi')]
    const waiting = await mori.get('/desk')
    const calls = [...waiting.html.matchAll(/\/desk\/signing-calls\/[0-9a-f-]{36}/g)].map(([path]) => path)
    expect(calls).toHaveLength(1)
    const call = calls[0]!
    expect((await mori.get('/desk/calls')).html).toContain(`href="${call}"`)
    expect((await mori.get(call)).text).toContain('0943-00-0202')
    expect((await owner.get(call)).status).toBe(404)
    // Before anybody rang no number is right.
    const early = await codeAlone(owner, contract.company)
    expect((await owner.post(`${contract.company}/agreement`, early)).text).toContain('この番号はもう使えません')
    const digits = /<p class="sheet-code">(\d{4})</.exec((await mori.act(`${call}/opening`)).html)![1]!
    expect((await hayashi.get(call)).html).not.toContain(digits)
    expect((await hayashi.post(`${call}/opening`)).status).toBe(409)
    expect((await mori.get('/desk')).html).not.toContain(call)

    const wrong = digits === '0000' ? '1111' : '0000'
    for (let guess = 1; guess <= 5; guess++) {
      const { text } = await owner.post(`${contract.company}/agreement`, { ...early, heard: wrong })
      expect(text).toContain('電話で聞いた4桁を、もう一度')
    }
    const late = await owner.post(`${contract.company}/agreement`, { ...early, heard: digits })
    expect(late.text).toContain('この番号はもう使えません')
    // Another call, another number.
    expect((await agreeAs(house, owner, contract.company)).status).toBe(303)
    const [row] = await asOwner(house.db, (tx) =>
      tx.select().from(history).where(eq(history.act, 'contract.signed')).orderBy(desc(history.id)).limit(1),
    )
    expect(row!.data).toMatchObject({ side: 'company', proof: 'call' })
  })

  test('a number that was read out yesterday is too old', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    const { heard } = await codeFormOf(house, person, contract.talent)
    house.setTime(new Date(house.now().getTime() + 25 * 3_600_000))
    expect((await person.get(`${contract.talent}/agreement/code`)).location).toBe(`${contract.talent}/agreement`)
    const form = await codeFormOf(house, person, contract.talent)
    expect((await person.post(`${contract.talent}/agreement`, { ...form, heard: heard! })).text).toContain(
      '番号が違います',
    )
    expect((await person.post(`${contract.talent}/agreement`, form)).status).toBe(303)
  })

  test('without a registered number the page says where to write one', async () => {
    const contract = await acceptedApplication(house)
    await propose(owner, contract)
    const { phone } = (
      await asOwner(house.db, (tx) => tx.select().from(people).where(eq(people.accountId, TANAKA)))
    )[0]!
    const set = (number: string | null) =>
      asOwner(house.db, (tx) => tx.update(people).set({ phone: number }).where(eq(people.accountId, TANAKA)))
    await set(null)
    const page = await person.get(`${contract.talent}/agreement`)
    expect(page.text).toContain('電話番号を登録する')
    expect(page.html).toContain('href="/me/person"')
    expect((await person.post(`${contract.talent}/agreement/call`)).location).toBe(`${contract.talent}/agreement`)
    await set(phone)
  })
})

/** A code by mail that nobody has rung for yet. */
async function codeAlone(browser: Browser, base: string): Promise<Record<string, string>> {
  house.setTime(new Date(house.now().getTime() + 11 * 60_000))
  const page = await browser.act(`${base}/agreement/code`)
  await house.drain()
  const code = /\b\d{6}\b/.exec(house.mails.filter(({ subject }) => subject === 'めぐりの確認番号').at(-1)!.text)![0]
  return { ...fieldsOf(page.html, `${base}/agreement`), heard: '1234', code, read: 'yes' }
}
