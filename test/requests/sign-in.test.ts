import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { accountId } from '../../seed/cast.ts'
import { deviceName } from '../../src/accounts/rules/ways-in.ts'
import { passkeys, sessions, signInCodes } from '../../src/accounts/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const codeIn = (text: string) => /\b\d{6}\b/.exec(text)![0]

test('somebody signs in with the code from the mail', async () => {
  const browser = house.visitor()
  expect((await browser.get('/sign-in')).text).not.toMatch(/LINE|Google/)
  const asked = await browser.act('/sign-in?next=%2Fprojects', { email: 'ｓａｔｏ@cast.example' })
  expect(asked.location).toBe('/sign-in/code?next=%2Fprojects')
  expect(asked.text).toContain('s•••@cast.example に6桁の番号を送りました')
  await house.drain()
  const mail = house.mails.at(-1)!
  expect(mail.to).toBe('sato@cast.example')
  const wrong = await browser.post('/sign-in/code?next=%2Fprojects', {
    code: codeIn(mail.text) === '000000' ? '111111' : '000000',
  })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('番号が違います')
  const right = await browser.post('/sign-in/code?next=%2Fprojects', { code: codeIn(mail.text) })
  expect(right.status).toBe(303)
  expect(right.location).toBe('/projects')
})

test('a stranger’s guesses neither sign in nor use up the owner’s tries', async () => {
  const owner = house.visitor()
  await owner.post('/sign-in', { email: 'nakamura@cast.example' })
  await house.drain()
  const code = codeIn(house.mails.at(-1)!.text)
  const stranger = house.visitor()
  await stranger.post('/sign-in', { email: 'nakamura@cast.example' })
  await house.drain()
  for (let n = 0; n < 8; n++) await stranger.post('/sign-in/code', { code: '000001' })
  expect((await stranger.post('/sign-in/code', { code })).status).not.toBe(303)
  expect((await owner.post('/sign-in/code', { code })).status).toBe(303)
})

test('whoever asks for codes of somebody again and again fills no mailbox and locks nobody out', async () => {
  const codesTo = () => house.mails.filter(({ to }) => to === 'often@cast.example').length
  const asking = async (browser: ReturnType<typeof house.visitor>, times: number, from: string) => {
    const before = codesTo()
    for (let n = 0; n < times; n++) {
      house.setTime(new Date(house.now().getTime() + 1000))
      await browser.post('/sign-in', { email: 'often@cast.example' }, { 'x-forwarded-for': from })
    }
    await house.drain()
    return codesTo() - before
  }
  const owner = house.visitor()
  expect(await asking(owner, 1, '203.0.113.9')).toBe(1)
  const entered = await owner.post('/sign-in/code', { code: codeIn(house.mails.at(-1)!.text) })
  expect(entered.status).toBe(303)
  house.setTime(new Date(house.now().getTime() + 3_700_000))
  expect(await asking(house.visitor(), 9, '198.51.100.1')).toBe(6)
  expect(await asking(house.visitor(), 3, '198.51.100.200')).toBe(0)
  expect(await asking(house.visitor(), 3, '192.0.2.7')).toBe(3)
  for (const net of [1, 2, 3]) await asking(house.visitor(), 6, `100.64.${net}.1`)
  expect(await asking(house.visitor(), 1, '100.64.9.1')).toBe(0)
  // Nor does anybody see that others asked, by another code that is open in the same browser.
  const curious = house.visitor()
  await curious.post('/sign-in', { email: 'abe@cast.example' })
  await house.drain()
  expect(await asking(curious, 1, '100.64.9.2')).toBe(0)
  expect((await curious.get('/sign-in/code')).text).toMatch(/o•+@cast\.example に/)
  expect(await asking(owner, 9, '198.51.100.1')).toBe(6)
  expect((await owner.get('/sign-in/code')).text).toContain('1時間に送れる数をこえました')
  expect((await owner.post('/sign-in/code', { code: codeIn(house.mails.at(-1)!.text) })).status).toBe(303)
  house.setTime(new Date(house.now().getTime() + 3_700_000))
  expect(await asking(house.visitor(), 1, '198.51.100.1')).toBe(1)
})

test('a code is good once, for ten minutes', async () => {
  const browser = house.visitor()
  await browser.post('/sign-in', { email: 'koga@cast.example' })
  await house.drain()
  const code = codeIn(house.mails.at(-1)!.text)
  house.setTime(new Date(house.now().getTime() + 11 * 60_000))
  const late = await browser.post('/sign-in/code', { code })
  expect(late.location).toContain('/sign-in?')
})

test('an unknown address gets the same answer as a known one', async () => {
  const answers = await Promise.all(
    ['nobody-here@cast.example', 'mori@cast.example'].map((email) => house.visitor().post('/sign-in', { email })),
  )
  expect(answers.map(({ status, location }) => [status, location])).toEqual([
    [303, '/sign-in/code?next=%2Fhome'],
    [303, '/sign-in/code?next=%2Fhome'],
  ])
})

test('a form from another site changes nothing', async () => {
  const browser = house.visitor()
  const answer = await browser.post(
    '/sign-in',
    { email: 'sato@cast.example' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  )
  expect(answer.status).toBe(403)
})

test('what is wrong is said in Japanese and stays in the box', async () => {
  const answer = await house.visitor().post('/sign-in', { email: 'not an address' })
  expect(answer.status).toBe(422)
  expect(answer.html).toContain('value="not an address"')
})

test('one field sixty thousand times over holds nobody up', async () => {
  const answer = await house.visitor().post('/sign-in', { x: Array(60_000).fill('') })
  expect([answer.status, answer.text.includes('画面が古くなっています')]).toEqual([422, true])
})

test('a session ends by age, that of the desk after twelve hours', async () => {
  const desk = await house.as('mori')
  const owner = await house.as('sato')
  const start = house.now()
  house.setTime(new Date(start.getTime() + 13 * 3_600_000))
  expect((await desk.get('/me/passkeys')).location).toContain('/sign-in')
  expect((await owner.get('/me/passkeys')).status).toBe(200)
  house.setTime(new Date(start.getTime() + 91 * 86_400_000))
  expect((await owner.get('/me/passkeys')).location).toContain('/sign-in')
  house.setTime(start)
})

test('another code goes to the address that this browser asked for, also when the first is used up', async () => {
  const browser = house.visitor()
  expect((await browser.post('/sign-in/another-code')).location).toMatch(/^\/sign-in\?/)
  await browser.act('/sign-in?next=%2Fcases', { email: 'tanaka@cast.example' })
  await house.drain()
  for (let n = 0; n < 6; n++) await browser.post('/sign-in/code', { code: '000001' })
  const before = house.mails.length
  house.setTime(new Date(house.now().getTime() + 60_000))
  const again = await browser.post('/sign-in/another-code?next=%2Fcases')
  expect(again.location).toBe('/sign-in/code?next=%2Fcases')
  await house.drain()
  expect(house.mails.slice(before).map(({ to }) => to)).toEqual(['tanaka@cast.example'])
  const right = await browser.post('/sign-in/code?next=%2Fcases', { code: codeIn(house.mails.at(-1)!.text) })
  expect(right.location).toBe('/cases')
})

test('whoever has to sign in before sending goes on at the page of the form', async () => {
  const sent = (referer: string) => house.visitor().post('/me/person', {}, { referer })
  expect((await sent('http://localhost:3000/me/person?next=%2Fx')).location).toBe(
    `/sign-in?next=${encodeURIComponent('/me/person?next=%2Fx')}`,
  )
  for (const odd of ['http://localhost:3000//evil.example/x', 'no address', '']) {
    expect((await sent(odd)).location).toBe('/sign-in?next=%2Fhome')
  }
})

test('an address with a slash too many leads to the page', async () => {
  const answer = await house.visitor().get('/projects/?q=x')
  expect([answer.status, answer.location]).toEqual([301, '/projects?q=x'])
  for (const path of ['//evil.example/', '/nothing', '/programmes/a%00', '/projects?q=%00'])
    expect((await house.visitor().get(path)).status).toBe(404)
})

test('somebody names a passkey of their own, and takes it away', async () => {
  const id = randomUUID()
  await asOwner(house.db, (tx) =>
    tx.insert(passkeys).values({
      ...{ id, userId: accountId('tanaka'), name: 'iPhone', publicKey: 'k', credentialID: 'c', counter: 0 },
      ...{ deviceType: 'singleDevice', backedUp: false, createdAt: house.now() },
    }),
  )
  const [owner, other] = [await house.as('tanaka'), await house.as('sato')]
  expect((await owner.get('/me/passkeys')).text).toContain('iPhone 2026年')
  const long = await owner.post(`/me/passkeys/${id}/name`, { name: 'あ'.repeat(31) })
  expect([long.status, long.html.includes('あ'.repeat(31))]).toEqual([422, true])
  await other.post(`/me/passkeys/${id}/name`, { name: 'ほかの人' })
  await other.post(`/me/passkeys/${id}/removal`)
  expect((await owner.get('/me/passkeys')).text).toContain('iPhone 2026年')
  expect((await owner.act(`/me/passkeys/${id}/name`, { name: '会社のパソコン' })).text).toContain(
    '会社のパソコン 2026年',
  )
  expect((await owner.act(`/me/passkeys/${id}/removal`)).text).not.toContain('会社のパソコン')
})

test('a device is called as its owner would call it', () => {
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)')).toBe('iPhone')
  expect(deviceName('Mozilla/5.0 (Linux; Android 15; Pixel 9)')).toBe('Androidの電話')
  expect([deviceName('curl/8'), deviceName(undefined)]).toEqual([undefined, undefined])
})

test('the night takes away addresses that nobody proved after a day, and codes that were entered after ninety', async () => {
  const day = 86_400_000
  const begin = house.now().getTime()
  const known = house.visitor()
  await known.post('/sign-in', { email: 'nakamura@cast.example' })
  await house.drain()
  await known.post('/sign-in/code', { code: codeIn(house.mails.at(-1)!.text) })
  await house.visitor().post('/sign-in', { email: 'somebody@else.example' })
  const kept = async (days: number) => {
    house.setTime(new Date(begin + days * day))
    await house.handlers['accounts.forgetCodes']!({}, { id: `${days}` })
    const rows = await asOwner(house.db, (tx) => tx.select().from(signInCodes))
    return ['nakamura@cast.example', 'somebody@else.example'].map((one) => rows.some(({ email }) => email === one))
  }
  expect(await kept(0.5)).toEqual([true, true])
  expect(await kept(2)).toEqual([true, false])
  expect((await known.get('/me')).status).toBe(200)
  expect(await kept(91)).toEqual([false, false])
  expect(await asOwner(house.db, (tx) => tx.select().from(sessions))).toEqual([])
  house.setTime(new Date(begin))
})
