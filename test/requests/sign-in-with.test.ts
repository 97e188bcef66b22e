import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId } from '../../seed/cast.ts'
import { loadConfig } from '../../src/lib/config.ts'
import { asOwner } from '../../src/lib/db.ts'
import { openProviders } from '../../src/lib/openid.ts'
import { type Browser, HOME, openHouse, START } from '../house.ts'
import { openIdServer } from '../openid-server.ts'

let clock = () => START
const google = await openIdServer(() => clock())
const line = await openIdServer(() => clock())
const settled = (name: string, { issuer, client }: typeof google) =>
  loadConfig({ SERVICES: `${name}:${client.id}:${client.secret}:${issuer}` }).signIn[0]!
const GOOGLE = (server: typeof google) => settled('google', server)
const house = await openHouse({ config: { signIn: [settled('line', line), GOOGLE(google)] } })
clock = house.now
const codeIn = (text: string) => /\b\d{6}\b/.exec(text)![0]

/** Presses the button, agrees at the service, comes back. */
async function comeBack(browser: Browser, server = google, from = '/sign-in/with/google?next=%2Fprojects') {
  const away = await browser.get(from)
  expect(away.status).toBe(303)
  return browser.get(server.agree(away.location))
}

/** Where the browser is sent when the other service's word is not taken. */
const REFUSED = '/sign-in?next=%2Fprojects&without=google'
const isIn = async (browser: Browser) => (await browser.get('/me/passkeys')).status === 200

async function enterCode(browser: Browser, next = '%2Fprojects') {
  await house.drain()
  return browser.post(`/sign-in/code?next=${next}`, { code: codeIn(house.mails.at(-1)!.text) })
}

test('buttons, and what is received, are there where they were configured', async () => {
  const page = await house.visitor().get('/sign-in?next=%2Fprojects')
  expect(page.html).toContain('href="/sign-in/with/line?next=%2Fprojects"')
  expect(page.text).toContain('Googleで入る')
  expect(page.text).toContain('LINEとGoogleから受け取るのは、あなたを見分ける番号だけです')
  expect((await house.visitor().get('/sign-in/with/facebook')).status).toBe(404)
  // What is no id is not asked for.
  expect((await house.visitor().get(`/sign-in?met=${'-'.repeat(36)}`)).status).toBe(200)
})

test('somebody new proves a mailbox once, and comes in by the button from then on', async () => {
  google.be({ sub: 'g-new', email: 'New.Person@cast.example' })
  const browser = house.visitor()
  const met = await comeBack(browser)
  expect(met.location).toMatch(/^\/sign-in\?met=[0-9a-f-]{36}&next=%2Fprojects$/)
  expect(await isIn(browser)).toBe(false)
  const page = await browser.get(met.location)
  expect(page.text).toContain('Googleで入れるようにする')
  expect(page.html).toContain('value="new.person@cast.example"')
  expect((await browser.post(met.location, { email: 'x' })).text).toContain('Googleで入れるようにする')
  const asked = await browser.act(met.location, { email: 'new.person@cast.example' })
  expect(asked.text).toContain('次からはGoogleで入れます')
  expect((await enterCode(browser)).location).toBe('/projects')
  expect((await browser.get('/me/passkeys')).text).toContain('Google 2026年')
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'new.person@cast.example' })
  expect(house.mails.at(-1)!.text).toContain('新しい入り方')
  const later = house.visitor()
  expect((await comeBack(later)).location).toBe('/projects')
  expect(await isIn(later)).toBe(true)
})

test('the address of an account opens nothing: its own mailbox has to answer', async () => {
  google.be({ sub: 'g-thief', email: 'sato@cast.example' })
  const thief = house.visitor()
  const met = await comeBack(thief)
  expect(met.location).toContain('/sign-in?met=')
  await thief.act(met.location, { email: 'sato@cast.example' })
  await thief.post('/sign-in/code', { code: '000001' })
  expect(await isIn(thief)).toBe(false)
  // What was met in one browser is nothing in another, where the owner signs in.
  const owner = house.visitor()
  await owner.act(met.location, { email: 'sato@cast.example' })
  await enterCode(owner)
  expect((await owner.get('/me/passkeys')).text).not.toContain('Google 2026年')
  expect((await comeBack(house.visitor())).location).toContain('/sign-in?met=')
})

test('LINE tells no address: somebody writes their own and proves it', async () => {
  line.be({ sub: 'U-nakamura' })
  line.twist({ alg: 'HS256' })
  const browser = house.visitor()
  const met = await comeBack(browser, line, '/sign-in/with/line')
  expect((await browser.get(met.location)).html).toContain('name="email" type="email"')
  await browser.act(met.location, { email: 'nakamura@cast.example' })
  // Another code to the same address still knows what it is for.
  house.setTime(new Date(house.now().getTime() + 60_000))
  await browser.act('/sign-in/another-code')
  await enterCode(browser)
  line.twist({ alg: 'ES256' })
  const later = house.visitor()
  expect((await comeBack(later, line, '/sign-in/with/line?next=%2Fcases')).location).toBe('/cases')
  const { rows } = await asOwner(house.db, (tx) =>
    tx.execute(sql`select user_id from identities where account_id = 'U-nakamura'`),
  )
  expect(rows).toEqual([{ user_id: accountId('nakamura') }])
})

test.each([
  ['another nonce', { claims: { nonce: 'of-another-round' } }],
  ['another audience', { claims: { aud: 'another-client' } }],
  ['several audiences, and it was not us who asked', { claims: { aud: ['meguri', 'another'], azp: 'another' } }],
  ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
  ['over since two minutes', { claims: { exp: START.getTime() / 1000 - 120 } }],
  ['made an hour ago', { claims: { iat: START.getTime() / 1000 - 3600 } }],
  ['no number of somebody', { claims: { sub: '' } }],
  ['signed by nobody', { alg: 'none' as const }],
  ['signed by a stranger', { stranger: true }],
  ['signed with the secret where keys are wanted', { alg: 'HS256' as const }],
  ['signed in a way that was not agreed', { alg: 'ES256' as const }],
])('a token with %s is refused', async (_, twist) => {
  google.be({ sub: 'g-new' })
  google.twist(twist)
  const browser = house.visitor()
  expect((await comeBack(browser)).location).toBe(REFUSED)
  expect(await isIn(browser)).toBe(false)
  expect((await browser.get(REFUSED)).text).toContain('Googleでは入れませんでした')
})

test('whoever comes back otherwise than they went is not let in', async () => {
  google.be({ sub: 'g-new' })
  const browser = house.visitor()
  const back = google.agree((await browser.get('/sign-in/with/google?next=%2Fprojects')).location)
  // Another browser, another state, no code, another service's way back.
  expect((await house.visitor().get(back)).location).toContain('without=google')
  expect((await browser.get(back.replace(/state=.*/, 'state=x'))).location).toBe(REFUSED)
  // The first try took the errand away.
  expect((await browser.get(back)).location).toContain('without=google')
  const second = google.agree((await browser.get('/sign-in/with/google')).location)
  expect((await browser.get(second.replace('/with/google/', '/with/line/'))).location).toContain('without=line')
  await browser.get('/sign-in/with/google?next=%2Fprojects')
  expect((await browser.get('/sign-in/with/google/return?error=access_denied&state=x')).location).toBe(REFUSED)
  // Too late.
  const third = google.agree((await browser.get('/sign-in/with/google')).location)
  const start = house.now()
  house.setTime(new Date(start.getTime() + 11 * 60_000))
  expect((await browser.get(third)).location).toContain('without=google')
  house.setTime(start)
  expect(await isIn(browser)).toBe(false)
})

test('a state is good once, also in a browser that kept its cookie', async () => {
  google.be({ sub: 'g-again' })
  const away = await house.request(new Request(`${HOME}/sign-in/with/google`))
  const cookie = away.headers.getSetCookie()[0]!.split(';')[0]!
  const address = away.headers.get('location')!
  const visit = async () =>
    (await house.request(new Request(HOME + google.agree(address), { headers: { cookie } }))).headers.get('location')
  expect(await visit()).toContain('/sign-in?met=')
  expect(await visit()).toContain('without=google')
})

test('a service that does not answer leaves the other ways open, and is asked again', async () => {
  const broken = await openIdServer(house.now)
  const [provider] = openProviders({ signIn: [GOOGLE(broken)] }, house.deps.log)
  const round = { returnTo: HOME, state: 's', nonce: 'n', verifier: 'v' }
  broken.silence(true)
  expect(await provider!.addressFor(round)).toBeNull()
  expect(await provider!.vouchFor('code', round, house.now())).toBeNull()
  broken.silence(false)
  broken.twist({ wrongIssuer: true })
  expect(await provider!.addressFor(round)).toBeNull()
  broken.twist({})
  expect(await provider!.addressFor(round)).toContain(broken.issuer)
})

test('somebody adds a way on their own page and takes it away again', async () => {
  const browser = await house.as('tanaka')
  google.be({ sub: 'g-tanaka' })
  const page = await browser.get('/me/passkeys')
  const link = /\/sign-in\/with\/google\?adding=[\w-]+/.exec(page.html)![0]
  // A link of a stranger's page adds nothing, nor does one that was made for somebody else.
  expect((await browser.get('/sign-in/with/google?adding=ぬ')).location).toBe('/me/passkeys')
  expect((await (await house.as('mori')).get(link)).location).toBe('/me/passkeys')
  expect((await comeBack(browser, google, link)).location).toBe('/me/passkeys')
  const shown = await browser.get('/me/passkeys')
  expect(shown.text).toContain('Google 2026年')
  const inside = house.visitor()
  await comeBack(inside)
  expect(await isIn(inside)).toBe(true)
  // It is hers: somebody else cannot add it, too.
  const mori = await house.as('mori')
  const hers = /\/sign-in\/with\/google\?adding=[\w-]+/.exec((await mori.get('/me/passkeys')).html)![0]
  expect((await comeBack(mori, google, hers)).text).toContain('もう別の登録で使われています')
  const removal = /\/me\/identities\/[0-9a-f-]+\/removal/.exec(shown.html)![0]
  await mori.act(removal)
  expect((await browser.get('/me/passkeys')).text).toContain('Google 2026年')
  expect((await browser.act(removal)).text).not.toContain('Google 2026年')
  expect((await comeBack(house.visitor())).location).toContain('/sign-in?met=')
})

test('somebody without a mail address comes in by LINE, and cannot take the last way away', async () => {
  const id = accountId('chiyo')
  await asOwner(house.db, (tx) =>
    tx.execute(sql`update accounts set email = ${`${id}@no-mail.invalid`} where id = ${id}`),
  )
  const browser = await house.as('chiyo')
  line.be({ sub: 'U-chiyo' })
  line.twist({ alg: 'HS256' })
  const link = /\/sign-in\/with\/line\?adding=[\w-]+/.exec((await browser.get('/me/passkeys')).html)![0]
  await comeBack(browser, line, link)
  const { rows } = await asOwner(house.db, (tx) =>
    tx.execute<{ id: string }>(sql`select id from identities where account_id = 'U-chiyo'`),
  )
  expect((await browser.get('/me/passkeys')).html).not.toContain('/removal')
  expect((await browser.post(`/me/identities/${rows[0]!.id}/removal`)).status).toBe(409)
  const later = house.visitor()
  await comeBack(later, line, '/sign-in/with/line')
  expect((await later.get('/me/passkeys')).text).toContain('事務局からお伝えする番号で入れます')
})
