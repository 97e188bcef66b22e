import { isNotNull } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { memberships, spokenLetters } from '../../src/accounts/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { acceptedApplication, fieldsOf, hearDigits, propose, staff } from '../fixtures/contracts.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const PERSON = { familyName: '鈴木', givenName: 'トメ', phone: '０２３３−１２−３４５６' }

/** The desk writes somebody down; where the desk's page about them is. */
async function writtenDown(desk: Browser): Promise<string> {
  const answer = await desk.post('/desk/people', PERSON)
  expect(answer.status).toBe(303)
  return answer.location
}

async function codeFor(desk: Browser, person: string): Promise<string> {
  const page = await desk.act(`${person}/code`)
  return /\d{4}-\d{4}/.exec(page.text)![0]
}

async function entered(code: string): Promise<Browser> {
  const browser = house.visitor()
  const answer = await browser.post('/sign-in/spoken?next=%2Fcompanies%2Fnew', { code })
  expect([answer.status, answer.location]).toEqual([303, '/companies/new'])
  return browser
}

describe('somebody without a mail address', () => {
  test('is written down by the desk and comes in with the number that was read out, once', async () => {
    const desk = await staff(house, 'mori')
    const person = await writtenDown(desk)
    expect((await desk.get('/desk/people')).text).toContain('鈴木 トメさん')
    expect((await desk.get(person)).html).toContain('href="tel:0233123456"')
    const code = await codeFor(desk, person)
    const her = await entered(code.replace('-', '－').replace('4', '４'))
    expect((await her.get('/home')).text).toContain('鈴木 トメ')
    const again = await house.visitor().post('/sign-in/spoken', { code })
    expect([again.status, again.text.includes('番号が違うか、10分が過ぎています')]).toEqual([422, true])
  })

  test('only the newest number opens, for ten minutes, and only the operator who made it sees it', async () => {
    const [desk, other] = [await staff(house, 'mori'), await staff(house, 'hayashi')]
    const person = await writtenDown(desk)
    const first = await codeFor(desk, person)
    expect((await other.get(`${person}/code`)).location).toBe(person)
    const second = await codeFor(desk, person)
    expect((await house.visitor().post('/sign-in/spoken', { code: first })).status).toBe(422)
    house.setTime(new Date(house.now().getTime() + 10 * 60_000))
    expect((await house.visitor().post('/sign-in/spoken', { code: second })).status).toBe(422)
    const third = await codeFor(await staff(house, 'mori'), person)
    const twice = await Promise.all([1, 2].map(() => house.visitor().post('/sign-in/spoken', { code: third })))
    expect(twice.map(({ status }) => status).toSorted()).toEqual([303, 422])
  })

  test('a number is asked for in words when it is none, and guessed only a few times', async () => {
    house.setTime(new Date(house.now().getTime() + 3_600_000))
    const guesser = house.visitor()
    expect((await guesser.post('/sign-in/spoken', { code: 'abc' })).text).toContain('8桁の数字を入れてください')
    const answers: number[] = []
    for (let guess = 0; guess < 12; guess++) {
      answers.push((await guesser.post('/sign-in/spoken', { code: String(10_000_000 + guess) })).status)
    }
    expect(answers.at(-1)).toBe(429)
    house.setTime(new Date(house.now().getTime() + 3_600_000))
  })

  test('cannot be anybody who has a mail address, and no mail is ever tried', async () => {
    const desk = await staff(house, 'mori')
    expect((await desk.get(`/desk/people/${accountId('sato')}`)).status).toBe(404)
    expect((await desk.post(`/desk/people/${accountId('sato')}/code`)).status).toBe(404)
    const person = await writtenDown(desk)
    const address = `${person.split('/').at(-1)}@no-mail.invalid`
    const before = house.mails.length
    expect((await house.visitor().post('/sign-in', { email: address })).status).toBe(303)
    await house.drain()
    expect(house.mails.length).toBe(before)
    expect(await asOwner(house.db, (tx) => tx.select().from(spokenLetters))).toEqual([])
  })

  test('hears by telephone what others read in a mail, and signs with what the desk reads out alone', async () => {
    const desk = await staff(house, 'mori')
    const person = await writtenDown(desk)
    const her = await entered(await codeFor(desk, person))
    // She is the workshop's second owner.
    await joins(person.split('/').at(-1)!)
    const contract = await acceptedApplication(house)
    const letter = await (await staff(house, 'mori')).get('/desk')
    expect(letter.text).toContain('鈴木 トメさんに電話で伝える')
    const told = /\/desk\/letters\/[0-9a-f-]{36}\/telling/.exec(letter.html)![0]
    const operator = await staff(house, 'mori')
    expect((await operator.act(told)).html).not.toContain(told)
    expect((await operator.post(told)).status).toBe(409)
    // She would rather have paper: then nobody rings for a letter, it is printed and posted.
    const chosen = `${person}/letters`
    expect((await operator.post(chosen, { way: 'paper', address: ' ' })).status).toBe(422)
    expect(
      (await operator.post(`/desk/people/${accountId('sato')}/letters`, { way: 'phone', address: '' })).status,
    ).toBe(404)
    const wish = await operator.act(chosen, { way: 'paper', address: '〒996-0000\n山形県見本市見本町1-2' })
    expect(wish.text).toContain('見本市見本町1-2')

    await propose(await house.as('nakamura'), contract)
    await house.drain()
    const post = await operator.get('/desk')
    expect(post.text).toContain('鈴木 トメさんに紙で送る')
    expect(post.text).not.toContain('トメさんに電話で')
    const paper = /\/desk\/letters\/[0-9a-f-]{36}/.exec(post.html)![0]
    const printed = await operator.get(paper)
    for (const words of ['鈴木 トメ 様', '見本市見本町1-2', 'お電話でもうけたまわります'])
      expect(printed.text).toContain(words)
    expect([printed.html.includes('class="qr"'), (await her.get(paper)).status]).toEqual([true, 404])
    expect((await operator.get('/desk?format=csv')).text).toContain('紙で送ること')
    expect((await operator.act(`${paper}/posting`)).html).not.toContain(paper)
    expect([(await operator.post(`${paper}/posting`)).status, (await operator.get(paper)).status]).toEqual([409, 409])
    const [row] = await asOwner(house.db, (tx) =>
      tx.select().from(spokenLetters).where(isNotNull(spokenLetters.postedAt)),
    )
    expect(row).toMatchObject({ toldAt: null, toldBy: accountId('mori') })

    const heard = await hearDigits(house, her, contract.company)
    const page = await her.get(`${contract.company}/agreement/code`)
    expect(page.html).not.toContain('name="code"')
    const form = { ...fieldsOf(page.html, `${contract.company}/agreement`), read: 'yes' }
    const wrong = heard === '0000' ? '1111' : '0000'
    expect((await her.post(`${contract.company}/agreement`, { ...form, heard: wrong })).status).toBe(422)
    const signed = await her.post(`${contract.company}/agreement`, { ...form, heard })
    expect([signed.location, signed.text]).toEqual([contract.company, ''])
  })
})

async function joins(account: string): Promise<void> {
  const organisationId = companyId('craft')
  await asOwner(house.db, (tx) =>
    tx
      .insert(memberships)
      .values({ id: house.deps.newId(), accountId: account, organisationId, role: 'owner', since: house.now() }),
  )
}
