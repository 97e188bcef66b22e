import { and, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { memberships, organisations } from '../../src/accounts/schema.ts'
import { routes } from '../../src/app/routes.ts'
import { challengeNodes } from '../../src/challenges/schema.ts'
import { partnerCompanies } from '../../src/companies/schema.ts'
import { events, registrations } from '../../src/events/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { mandates } from '../../src/mandates/schema.ts'
import { partners } from '../../src/partners/schema.ts'
import { referrals } from '../../src/referrals/schema.ts'
import { writeProject } from '../fixtures/partners.ts'
import { codeIn, SLIP } from '../fixtures/referrals.ts'
import { type Browser, openHouse } from '../house.ts'

/** The bank's wall, asked from both sides: every address and every query of a partner, before, with, and after a consent. */
const house = await openHouse()
const [BANK, CRAFT] = [partnerId('bank'), companyId('craft')]
const OTHER = '0b000000-0000-4000-8000-00000000000b'
const OWN = `/companies/${CRAFT}/partners`
const WORRY = '絵付けの手が足りず、盆の前に注文を断っています。'

await writeProject(house.db, 'craft', 2101, { submittedAt: new Date('2026-11-02T03:00:00Z') })
await asOwner(house.db, async (tx) => {
  const [since, join] = [house.now(), { id: OTHER, createdAt: house.now() }]
  await tx.insert(organisations).values({ ...join, kind: 'partner' })
  await tx.insert(partners).values({ ...PARTNERS.bank, ...join, slug: 'other', name: 'べつの銀行' })
  await tx.insert(memberships).values([
    { id: house.deps.newId(), accountId: accountId('suzuki'), organisationId: OTHER, role: 'owner', since },
    {
      id: house.deps.newId(),
      accountId: accountId('ito'),
      organisationId: BANK,
      role: 'member',
      side: 'lending',
      since,
    },
  ])
})
const [abe, nakamura, suzuki, ito, koga] = await Promise.all(
  (['abe', 'nakamura', 'suzuki', 'ito', 'koga'] as const).map((name) => house.as(name)),
)
const slip = await abe!.act(`/partners/${BANK}/referrals`, {
  ...{ ...SLIP, firm: '八女の工房', contact: '中村', phone: '0943-77-8899' },
  corporateNumber: COMPANIES.craft.corporateNumber,
})
const referralId = slip.location.split('/').at(-1)!
const ids: Record<string, string> = { referralId, worryId: referralId, nodeId: referralId }

const pages = routes.filter(
  ({ method, guard }) => method === 'GET' && guard.kind === 'member' && guard.param === 'partnerId',
)
const addressOf = (path: string, partner: string) =>
  path.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => (name === 'partnerId' ? partner : (ids[name] ?? referralId)))

/** What must not be read, each by the name of what it tells. */
const SECRETS = {
  name: COMPANIES.craft.name,
  title: 'ないしょの題2101',
  background: 'ないしょの困りごと2101',
  fee: '54,321',
  bareFee: '54321',
  worry: WORRY,
  number: '2101-',
}
const all = Object.keys(SECRETS)

/** Which secrets any page that this browser may open tells, as page and as file. */
async function told(browser: Browser, partner: string): Promise<string[]> {
  const found = new Set<string>()
  for (const { path } of pages) {
    const page = await browser.get(addressOf(path, partner))
    expect([path, page.status < 500]).toEqual([path, true])
    const file = page.html.includes('format=csv') ? await browser.get(`${addressOf(path, partner)}?format=csv`) : null
    for (const [name, words] of Object.entries(SECRETS)) {
      if (page.html.includes(words) || file?.html.includes(words)) found.add(name)
    }
  }
  return all.filter((name) => found.has(name))
}

/** What the database itself gives somebody in a partner's name. */
function given(account: Parameters<typeof accountId>[0], partner: string) {
  return readAs(house.db, { id: accountId(account), power: 'person', at: house.now() }, partner, async (tx) => {
    const count = async (query: ReturnType<typeof sql>) => Number((await tx.execute<{ n: string }>(query)).rows[0]!.n)
    const now = house.now()
    return {
      consents: await count(sql`select count(*) as n from partner_companies where company_id = ${CRAFT}`),
      stages: await count(sql`select count(*) as n from app_partner_projects(${now}) where company_id = ${CRAFT}`),
      details: await count(sql`select count(*) as n from app_partner_details(${now}) where number = 2101
        and coalesce(title, fee::text, outcome) is not null`),
      rows: await count(sql`select (select count(*) from projects where number = 2101) + (select count(*) from worries
        where company_id = ${CRAFT}) + (select count(*) from company_contacts) + (select count(*) from partner_looks) as n`),
    }
  })
}
const NOTHING = { consents: 0, stages: 0, details: 0, rows: 0 }

/** Nobody but the side of the bank that supports the company ever sees any of it. */
async function nobodyElse() {
  expect(await told(suzuki!, OTHER)).toEqual([])
  expect(await told(suzuki!, BANK)).toEqual([])
  expect(await told(ito!, BANK)).toEqual([])
  expect(await told(koga!, BANK)).toEqual([])
  expect(await given('suzuki', OTHER)).toEqual(NOTHING)
  // In the bank's name, but no member of it: the guard never lets that happen; of the bank, but lending: the wall does not.
  expect(await given('ito', BANK)).toEqual(NOTHING)
}

test('before the consent the bank sees nothing but its own slip, and the company who asks for what', async () => {
  expect(pages.length).toBeGreaterThan(8)
  expect(await told(abe!, BANK)).toEqual([])
  expect(await given('abe', BANK)).toEqual(NOTHING)
  await nobodyElse()
  expect((await nakamura!.get(OWN)).text).toContain(`${PARTNERS.bank.name}が、同意をお願いしています`)
  const lending = await readAs(house.db, { id: accountId('ito'), power: 'person' }, BANK, (tx) =>
    tx.select().from(referrals),
  )
  expect(lending).toEqual([])
})

test('with it the bank sees state and dates; and a worry only where it was asked to look', async () => {
  await nakamura!.act(`/companies/${CRAFT}/referrals/${referralId}/consent`)
  expect(await told(abe!, BANK)).toEqual(['name', 'number'])
  expect(await given('abe', BANK)).toEqual({ consents: 1, stages: 1, details: 0, rows: 0 })
  const { location } = await nakamura!.act('/worries', { text: WORRY })
  ids.worryId = location.split('/')[2]!
  await nakamura!.post(`/worries/${ids.worryId}/company`, { company: CRAFT })
  expect(await told(abe!, BANK)).toEqual(['name', 'number'])
  await nakamura!.act(`/worries/${ids.worryId}/help`, { from: BANK })
  const [node] = await asOwner(house.db, (tx) =>
    tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, ids.worryId!)).limit(1),
  )
  ids.nodeId = node!.id
  expect(await told(abe!, BANK)).toEqual(['name', 'worry', 'number'])
  await nobodyElse()
})

test('the company allows more, field by field, and takes it back as simply', async () => {
  const allow = (...fields: string[]) => nakamura!.act(`${OWN}/${BANK}/fields`, { fields })
  expect((await nakamura!.post(`${OWN}/${BANK}/fields`, { fields: 'worry' })).status).toBe(404)
  expect((await (await house.as('chiyo')).post(`${OWN}/${BANK}/fields`, { fields: 'fee' })).status).toBe(404)
  expect((await abe!.post(`${OWN}/${BANK}/fields`, { fields: 'fee' })).status).toBe(404)
  await allow('titles')
  expect(await told(abe!, BANK)).toEqual(['name', 'title', 'worry', 'number'])
  await allow('fee')
  expect(await told(abe!, BANK)).toEqual(['name', 'fee', 'bareFee', 'worry', 'number'])
  await nobodyElse()
  expect((await allow()).text).toContain('見えるもの：会社の名前、案件の進みぐあいと日付 見えないもの')
  expect(await told(abe!, BANK)).toEqual(['name', 'worry', 'number'])
})

test('the company reads what the bank saw, and on which day', async () => {
  house.setTime(new Date('2026-11-25T01:00:00Z'))
  await abe!.get(`/partners/${BANK}`)
  const page = await nakamura!.get(OWN)
  expect(page.text).toContain('さいごに見た日：2026年11月25日（水）')
  expect(page.text).toMatch(/2026年11月25日（水）：進みぐあいと日付 /)
  expect(page.text).toMatch(
    /2026年11月23日（月）：進みぐあいと日付、見てもらうようにお願いした困りごと、案件の題、お礼の額/,
  )
  expect(
    await readAs(house.db, { id: accountId('sato'), power: 'person' }, companyId('fertiliser'), (tx) =>
      tx.execute(sql`select * from partner_looks where company_id = ${CRAFT}`).then(({ rows }) => rows),
    ),
  ).toEqual([])
})

test('after its day and after the revocation nothing is left but that and when', async () => {
  await nakamura!.act(`${OWN}/${BANK}/fields`, { fields: ['titles', 'fee', 'result'] })
  const start = house.now()
  const consent = and(eq(partnerCompanies.partnerId, BANK), eq(partnerCompanies.companyId, CRAFT))
  house.setTime(new Date('2027-11-24T01:00:00Z'))
  const later = await house.as('abe')
  expect(await told(later, BANK)).toEqual([])
  expect(await given('abe', BANK)).toEqual(NOTHING)
  expect((await later.get(`/partners/${BANK}/referrals`)).text).toContain('期間が終わりました 2027年11月24日')
  house.setTime(start)
  expect(await told(abe!, BANK)).toContain('title')
  await nakamura!.act(`${OWN}/${BANK}/revocation`)
  expect(await told(abe!, BANK)).toEqual([])
  expect(await given('abe', BANK)).toEqual(NOTHING)
  await nobodyElse()
  const list = await abe!.get(`/partners/${BANK}/referrals`)
  expect(list.text).toContain('取り消されました 2026年11月25日')
  expect(list.html).not.toMatch(/八女の工房|0943-77-8899/)
  expect((await nakamura!.get(OWN)).text).toContain('出羽ひなた銀行に見せるのをやめました')
  expect((await nakamura!.post(`${OWN}/${BANK}/fields`, { fields: 'fee' })).status).toBe(409)
  const [row] = await asOwner(house.db, (tx) => tx.select().from(partnerCompanies).where(consent))
  expect(row!.revokedAt).toEqual(start)
  // Nor does the code that the bank printed bring anything back.
  expect((await house.visitor().get(codeIn(slip))).status).toBe(409)
  expect((await house.visitor().post(`${codeIn(slip)}/restoration`)).status).toBe(409)
})

test('who lends for the bank reads neither mandates nor who comes to its events, even in the name of the bank', async () => {
  const [eventId, at] = [house.deps.newId(), house.now()]
  await asOwner(house.db, async (tx) => {
    const later = new Date(at.getTime() + 86_400_000)
    await tx.insert(mandates).values({
      ...{ id: house.deps.newId(), companyId: CRAFT, partnerId: BANK, scope: 'look', way: 'screen' },
      ...{ givenBy: accountId('nakamura'), givenAt: at, startsAt: at, endsAt: later },
    })
    await tx.insert(events).values({
      ...{ id: eventId, partnerId: BANK, kind: 'place', title: '相談会', body: 'どなたでも', audience: '企業の方' },
      ...{
        place: '本店',
        prefecture: 6,
        beginsAt: at,
        endsAt: later,
        registerUntil: at,
        capacity: 5,
        choosing: 'first',
      },
      ...{ contact: '本店', createdBy: accountId('abe'), createdAt: at, updatedAt: at },
    })
    await tx
      .insert(registrations)
      .values({ id: house.deps.newId(), eventId, name: '申込 花子', createdAt: at, confirmedAt: at })
  })
  const seen = (who: 'abe' | 'ito') =>
    readAs(house.db, { id: accountId(who), power: 'person' }, BANK, async (tx) => [
      (await tx.select().from(mandates)).length,
      (await tx.select().from(registrations)).length,
    ])
  expect(await seen('abe')).toEqual([1, 1])
  expect(await seen('ito')).toEqual([0, 0])
})

test('who lends for the bank is let into no act of it', async () => {
  // Everybody may leave.
  const acts = routes.filter(
    ({ method, guard, path }) =>
      method === 'POST' && guard.kind === 'member' && guard.param === 'partnerId' && !path.endsWith('/departure'),
  )
  const answers = await Promise.all(acts.map(({ path }) => ito!.post(addressOf(path, BANK))))
  expect(acts.filter((_, at) => answers[at]!.status !== 404).map(({ path }) => path)).toEqual([])
})
