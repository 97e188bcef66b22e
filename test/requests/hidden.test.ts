import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { companies, companyKeys } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { currentMarket } from '../../src/matching/actions/market.ts'
import { employerBlocks, employers, talents } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const KOBAYASHI = talentId('kobayashi')
const CRAFT = companyId('craft')
const FERTILISER = companyId('fertiliser')
const cardAt = (company: string) => `/companies/${company}/talents/${KOBAYASHI}`

/** A company that somebody registers by the door and the desk verifies. */
async function founded(email: string, name: string) {
  const browser = house.visitor()
  await browser.post('/sign-in', { email })
  await house.drain()
  const code = /\b\d{6}\b/.exec(house.mails.filter(({ to }) => to === email).at(-1)!.text)![0]
  await browser.post('/sign-in/code', { code })
  const answer = await browser.post('/companies', { name, prefecture: '13', industry: 'chemicals' })
  const id = /^\/companies\/([0-9a-f-]{36})/.exec(answer.location)![1]!
  await asOwner(house.db, (tx) => tx.update(companies).set({ verifiedAt: house.now() }).where(eq(companies.id, id)))
  return { browser, id }
}

test('the desk names a company of the group: whoever hides from one is hidden from all, also from one that comes later', async () => {
  const desk = await house.as('mori')
  const owner = await house.as('nakamura')
  const project = await publishedProjectOf(house, 'craft', { publishedAt: null })
  const address = `/desk/projects/${project}/affiliates`
  expect((await owner.get(cardAt(CRAFT))).status).toBe(200)
  await currentMarket(house.db, house.now())

  const wrong = await desk.post(address, { name: '㈱', corporateNumber: '123', domain: 'gmail.com' })
  expect(wrong.status).toBe(422)
  expect(wrong.text).toContain('法人番号は13桁の数字です。')
  expect((await owner.post(address, { name: '大東ケミカル' })).status).toBe(404)

  // The employer herself is registered with its domain; the desk knows no more than the name.
  expect((await desk.post(address, { name: '㈱大東ケミカル', corporateNumber: '', domain: '' })).status).toBe(303)
  expect((await desk.get(`/desk/projects/${project}`)).text).toContain('㈱大東ケミカル')
  expect((await owner.get(cardAt(CRAFT))).status).toBe(404)
  expect((await owner.get(`/companies/${CRAFT}/talents/${talentId('tanaka')}`)).status).toBe(200)
  const market = await currentMarket(house.db, house.now())
  expect(market.hidden.byCompany.get(CRAFT)).toContain(KOBAYASHI)

  await desk.post(address, { name: '大東ホールディングス', corporateNumber: '', domain: '' })
  const later = await founded('a@later.example', '大東ホールディングス株式会社')
  expect((await later.browser.get(cardAt(later.id))).status).toBe(404)
  const other = await founded('a@other.example', '大東とは別の会社')
  expect((await other.browser.get(cardAt(other.id))).status).toBe(200)
})

test('who comes to a company from somebody’s employer brings its mail domain along', async () => {
  const sato = await house.as('sato')
  expect((await sato.get(cardAt(FERTILISER))).status).toBe(200)
  const email = 'jinji@daito-chem.example'
  await sato.post(`/companies/${FERTILISER}/members`, { email, role: 'member' })
  await house.drain()
  const link = /\/invitations\/[\w-]+/.exec(house.mails.filter(({ to }) => to === email).at(-1)!.text)![0]
  const guest = house.visitor()
  await guest.post('/sign-in', { email })
  await house.drain()
  const code = /\b\d{6}\b/.exec(house.mails.filter(({ to }) => to === email).at(-1)!.text)![0]
  await guest.post('/sign-in/code', { code })
  expect((await guest.post(link)).status).toBe(303)
  expect((await sato.get(cardAt(FERTILISER))).status).toBe(404)
  const market = await currentMarket(house.db, house.now())
  expect(market.hidden.byCompany.get(FERTILISER)).toContain(KOBAYASHI)
  const left = await asOwner(house.db, (tx) =>
    tx.update(memberships).set({ until: house.now() }).where(eq(memberships.organisationId, FERTILISER)).returning(),
  )
  expect(left.length).toBeGreaterThan(1)
})

test('what was stored by older rules is made anew, and hides on the way', async () => {
  await asOwner(house.db, async (tx) => {
    await tx.update(companies).set({ keysVersion: 1 })
    await tx.update(employers).set({ keysVersion: 1 })
    for (const table of [companyKeys, employerBlocks]) {
      const alike = house.deps.secrets.hash('alike:大東けみかる', 'company')
      await tx.delete(table).where(eq(table.keyHash, alike))
    }
  })
  await house.handlers['companies.renewKeys']!({}, { id: '1' })
  await house.handlers['talents.renewKeys']!({}, { id: '1' })
  await asOwner(house.db, async (tx) => {
    const hash = house.deps.secrets.hash('alike:大東けみかる', 'company')
    expect((await tx.select().from(companyKeys).where(eq(companyKeys.keyHash, hash))).length).toBeGreaterThan(0)
    const blocks = await tx.select().from(employerBlocks).where(eq(employerBlocks.keyHash, hash))
    expect(blocks.map((block) => block.talentId)).toContain(KOBAYASHI)
    const old = await tx.execute(sql`select 1 from companies where keys_version < 2`)
    expect(old.rows).toEqual([])
    const written = await tx.select().from(history).where(eq(history.act, 'talent.keys-renewed'))
    expect(written.length).toBe((await tx.select().from(employers)).length)
  })
})

test('a line of the others may be a number, a domain or an address', async () => {
  const suzuki = await house.as('suzuki')
  const [own] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(talents)
      .where(eq(talents.accountId, accountId('suzuki'))),
  )
  const others = ['５０１０００１０３１９７４', '@tonari.example', 'HR@mukai.example', 'Tonari Foods K.K.'].join('\n')
  const fields = { kind: 'none', name: '', corporateNumber: '', domain: '', others, version: own!.version }
  expect((await suzuki.post('/me/profile/employer', fields)).status).toBe(303)
  const blocks = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(employerBlocks)
      .where(eq(employerBlocks.talentId, talentId('suzuki'))),
  )
  const hashes = blocks.map(({ keyHash }) => keyHash)
  for (const key of ['number:5010001031974', 'domain:tonari.example', 'domain:mukai.example', 'alike:tonarifoods'])
    expect(hashes).toContain(house.deps.secrets.hash(key, 'company'))
})
