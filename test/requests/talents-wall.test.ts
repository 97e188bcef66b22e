import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, type CastName, COMPANIES, companyId, PEOPLE, talentId } from '../../seed/cast.ts'
import { accounts, consents } from '../../src/accounts/schema.ts'
import { routes } from '../../src/app/routes.ts'
import { applications } from '../../src/applications/schema.ts'
import { companies } from '../../src/companies/schema.ts'
import { asOwner, readAs, type Tx } from '../../src/lib/db.ts'
import { proposals } from '../../src/matching/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { applicantForCompany, talentForCompany, visible } from '../../src/talents/queries/shown.ts'
import { isVisible } from '../../src/talents/rules/visible.ts'
import { employerBlocks, employers, talentCodes, talents } from '../../src/talents/schema.ts'
import { type Browser, openHouse, type Page } from '../house.ts'

const house = await openHouse()
const { talent } = PEOPLE.kobayashi
const KOBAYASHI = talentId('kobayashi')
const EMPLOYER = companyId('employer')
const FERTILISER = companyId('fertiliser')
const cardAt = (company: string, id: string) => `/companies/${company}/talents/${id}`
const as = (name: CastName, company: string) =>
  [{ id: accountId(name), power: 'person' }, company] as const satisfies [unknown, string]

/** What of kobayashi nobody at her employer's may ever read. */
const CANARIES = [
  ...[KOBAYASHI, accountId('kobayashi'), '小林 恵', 'こばやし', 'kobayashi@', '090-0000-0001', talent.headline],
  ...[talent.about.slice(0, 20), ...talent.codes.map(([, , , evidence]) => evidence.slice(0, 12))],
]

/** A page without what differs between two requests for the same thing: request number, tokens, the ids asked for. */
function alike({ status, html, headers }: Page) {
  const kept = [...headers].filter(([name]) => name !== 'set-cookie')
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  return { status, headers: kept, html: html.replace(uuid, 'ID').replace(/「[0-9a-f]{8}」/g, '「番号」') }
}

/** Everything that this browser can open, with `ids` in the places of the addresses. */
async function crawl(browser: Browser, ids: Readonly<Record<string, string>>) {
  const pages: { path: string; page: Page }[] = []
  for (const { method, path } of routes) {
    if (method !== 'GET' || path.startsWith('/demo')) continue
    const address = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID())
    pages.push({ path, page: await browser.get(address) })
  }
  return pages
}

/** A company that somebody registers by the door and the desk verifies, with its address and its first member's browser. */
async function founded(email: string, fields: Record<string, string>) {
  const browser = house.visitor()
  await browser.post('/sign-in', { email })
  await house.drain()
  const code = /\b\d{6}\b/.exec(house.mails.filter(({ to }) => to === email).at(-1)!.text)![0]
  expect((await browser.post('/sign-in/code', { code })).status).toBe(303)
  const answer = await browser.post('/companies', { prefecture: '13', industry: 'chemicals', ...fields })
  expect(answer.status).toBe(303)
  const id = /^\/companies\/([0-9a-f-]{36})/.exec(answer.location)![1]!
  await asOwner(house.db, (tx) => tx.update(companies).set({ verifiedAt: house.now() }).where(eq(companies.id, id)))
  return { browser, id }
}

/** A published project of the employer's, with a list of people from before kobayashi hid herself. */
const projectId = randomUUID()
await asOwner(house.db, async (tx) => {
  const now = house.now()
  await tx.insert(projects).values({
    ...{ id: projectId, companyId: EMPLOYER, title: '環境の証書を取りたい', createdAt: now, updatedAt: now },
    ...{ submittedAt: now, publishedAt: now, prefecture: 13, hours: 10, fee: 50_000, style: 'either', months: 3 },
  })
  await tx.insert(proposals).values({
    ...{ projectId, companyId: EMPLOYER, talentId: KOBAYASHI, rank: 1, score: 9000, points: Array(12).fill(100) },
    ...{ model: 'prior', createdAt: now },
  })
})

test('another company sees the card and nothing else', async () => {
  const sato = await house.as('sato')
  const page = await sato.get(cardAt(FERTILISER, KOBAYASHI))
  expect(page.status).toBe(200)
  expect(page.text).toContain(`${talent.headline}`)
  expect(page.text).toContain('埼玉県')
  expect(page.text).toContain('月10〜20時間')
  expect(page.text).toContain('1時間3,000〜5,000円')
  for (const canary of CANARIES.filter((text) => text !== talent.headline && text !== KOBAYASHI)) {
    expect(page.html).not.toContain(canary)
  }
  expect(page.text).not.toMatch(/大東|4,000円|12時間|ケミカル/)
})

test('for the employer she is as somebody who does not exist, byte for byte', async () => {
  const kuroda = await house.as('kuroda')
  const hidden = await kuroda.get(cardAt(EMPLOYER, KOBAYASHI))
  const nobody = await kuroda.get(cardAt(EMPLOYER, randomUUID()))
  expect(hidden.status).toBe(404)
  expect(alike(hidden)).toEqual(alike(nobody))
  const other = await kuroda.get(cardAt(FERTILISER, KOBAYASHI))
  expect(alike(other)).toEqual(alike(nobody))
  expect((await kuroda.get(cardAt(EMPLOYER, talentId('tanaka')))).status).toBe(200)
})

test('no page of the product shows her to the employer, and no page tells that she is there', async () => {
  const kuroda = await house.as('kuroda')
  // The same both times: an answer may lead on to the address that was asked for.
  const ids = { companyId: EMPLOYER, projectId, talentId: KOBAYASHI, code: '56109', token: randomUUID() }
  const before = await crawl(kuroda, ids)
  expect(before.length).toBeGreaterThan(10)
  expect(
    before.filter(({ path, page }) => path.startsWith('/companies/') && page.status === 200).length,
  ).toBeGreaterThan(0)
  for (const { path, page } of before) {
    const html = page.html
      .replaceAll(cardAt(EMPLOYER, KOBAYASHI), '')
      .replaceAll(encodeURIComponent(cardAt(EMPLOYER, KOBAYASHI)), '')
    for (const canary of CANARIES) expect(html.includes(canary), `${path}: ${canary}`).toBe(false)
  }
  const kobayashi = await house.as('kobayashi')
  expect((await kobayashi.post('/me/profile/hiding')).status).toBe(303)
  const after = await crawl(kuroda, ids)
  const told = (pages: typeof before) => pages.map(({ path, page }) => [path, alike(page)])
  expect(told(after)).toEqual(told(before))
  const sato = await house.as('sato')
  expect((await sato.get(cardAt(FERTILISER, KOBAYASHI))).status).toBe(404)
  await asOwner(house.db, (tx) => tx.update(talents).set({ hiddenAt: null }).where(eq(talents.id, KOBAYASHI)))
})

test('below the pages the database itself says nothing to the employer', async () => {
  const count = (query: (tx: Tx) => Promise<unknown[]>) =>
    readAs(house.db, ...as('kuroda', EMPLOYER), async (tx) => (await query(tx)).length)
  expect(await count((tx) => tx.select().from(talents).where(eq(talents.id, KOBAYASHI)))).toBe(0)
  expect(await count((tx) => tx.select().from(talentCodes).where(eq(talentCodes.talentId, KOBAYASHI)))).toBe(0)
  expect(await count((tx) => tx.select().from(proposals).where(eq(proposals.talentId, KOBAYASHI)))).toBe(0)
  expect(await count((tx) => tx.select().from(employers))).toBe(0)
  expect(await count((tx) => tx.select().from(employerBlocks))).toBe(0)
  expect(await count((tx) => tx.select().from(talents))).toBeGreaterThan(0)
})

test('the query hides her also where no policy does: in a job', async () => {
  const system = { id: null, power: 'system' } as const
  const read = (company: string) => readAs(house.db, system, null, (tx) => talentForCompany(tx, company, KOBAYASHI))
  expect(await read(FERTILISER)).toMatchObject({ id: KOBAYASHI })
  expect(await read(EMPLOYER)).toBeUndefined()
})

test.each([
  ['㈱ instead of 株式会社', 'a@first.example', { name: '㈱大東ケミカル' }],
  ['spaces, width and an invisible mark', 'a@second.example', { name: '大東　ケミカル（株）' }],
  ['other kana, and a branch', 'a@branch.example', { name: '大東けみかる株式会社 大阪支店' }],
  ['a part of the mail domain', 'jinji@osaka.daito-chem.example', { name: '株式会社ぶぶん' }],
  ['the mail domain alone', 'jinji@daito-chem.example', { name: '株式会社ことなる名前' }],
])('a company that comes later is the employer from its first second: %s', async (_, email, fields) => {
  const { browser, id } = await founded(email, fields)
  const hidden = await browser.get(cardAt(id, KOBAYASHI))
  expect(hidden.status).toBe(404)
  expect(alike(hidden)).toEqual(alike(await browser.get(cardAt(id, randomUUID()))))
  expect((await browser.get(cardAt(id, talentId('tanaka')))).status).toBe(200)
})

test('… and by its number, or as a further company that she does not want to be seen by', async () => {
  const suzuki = await house.as('suzuki')
  const [own] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(talents)
      .where(eq(talents.id, talentId('suzuki'))),
  )
  const number = '9010001999999'.slice(1)
  const valid = `${9 - ([...number].reverse().reduce((sum, digit, at) => sum + Number(digit) * (at % 2 === 0 ? 1 : 2), 0) % 9)}${number}`
  const answered = await suzuki.post('/me/profile/employer', {
    ...{ kind: 'company', name: '東京グリーン戦略研究所', corporateNumber: valid, others: '有限会社ごきんじょ' },
    version: String(own!.version),
  })
  expect(answered.status).toBe(303)
  for (const [email, fields] of [
    ['b@third.example', { name: '株式会社なまえがちがう', corporateNumber: valid }],
    ['b@fourth.example', { name: '（有）ごきんじょ' }],
  ] as const) {
    const { browser, id } = await founded(email, fields)
    expect((await browser.get(cardAt(id, talentId('suzuki')))).status).toBe(404)
    expect((await browser.get(cardAt(id, KOBAYASHI))).status).toBe(200)
  }
})

test('without an answer to the employer question nobody sees anybody', async () => {
  const id = talentId('ito')
  const sato = await house.as('sato')
  expect((await sato.get(cardAt(FERTILISER, id))).status).toBe(200)
  const answer = (at: Date | null) =>
    asOwner(house.db, (tx) => tx.update(talents).set({ employerAnsweredAt: at }).where(eq(talents.id, id)))
  await answer(null)
  expect((await sato.get(cardAt(FERTILISER, id))).status).toBe(404)
  for (const company of Object.keys(COMPANIES) as (keyof typeof COMPANIES)[]) {
    const seen = await readAs(house.db, { id: null, power: 'system' }, null, (tx) =>
      talentForCompany(tx, companyId(company), id),
    )
    expect(seen).toBeUndefined()
  }
  await answer(house.now())
})

test('the rule in SQL and the rule in code say the same', async () => {
  const now = house.now()
  const dates = [null, now]
  await asOwner(house.db, async (tx) => {
    for (const publishedAt of dates)
      for (const hiddenAt of dates)
        for (const employerAnsweredAt of dates)
          for (const availability of ['now', 'talk', 'look', 'pause'] as const) {
            const account = randomUUID()
            const stamps = { createdAt: now, updatedAt: now }
            await tx.insert(accounts).values({ id: account, email: `${account}@twins.example`, ...stamps })
            await tx.insert(talents).values({
              ...{ id: randomUUID(), accountId: account, publishedAt, hiddenAt, employerAnsweredAt, availability },
              ...stamps,
            })
          }
    const all = await tx.select().from(talents)
    const inSql = await tx.select({ id: talents.id }).from(talents).where(visible)
    expect(inSql.map(({ id }) => id).sort()).toEqual(
      all
        .filter(isVisible)
        .map(({ id }) => id)
        .sort(),
    )
    expect(inSql.length).toBeGreaterThan(0)
  })
  const policy = await readAs(house.db, ...as('sato', FERTILISER), (tx) =>
    tx.execute<{ id: string }>(sql`select id from talents where account_id <> ${accountId('sato')}`),
  )
  const rule = await asOwner(house.db, (tx) => tx.select().from(talents))
  expect(policy.rows.map(({ id }) => id).sort()).toEqual(
    rule
      .filter(isVisible)
      .map(({ id }) => id)
      .sort(),
  )
})

test('an application shows more, the name only with consent, and never to the employer', async () => {
  const at = house.now()
  const apply = (company: string, project: string) =>
    asOwner(house.db, (tx) =>
      tx.insert(applications).values({
        ...{ id: randomUUID(), projectId: project, companyId: company, talentId: KOBAYASHI },
        ...{ accountId: accountId('kobayashi'), createdAt: at, sentAt: at },
      }),
    )
  const own = randomUUID()
  await asOwner(house.db, (tx) =>
    tx
      .insert(projects)
      .values({ id: own, companyId: FERTILISER, title: '証書', createdAt: at, updatedAt: at, publishedAt: at }),
  )
  const seenBy = (name: CastName, company: string) =>
    readAs(house.db, ...as(name, company), (tx) => applicantForCompany(tx, company, KOBAYASHI))
  expect(await seenBy('sato', FERTILISER)).toBeUndefined()
  await apply(FERTILISER, own)
  const before = (await seenBy('sato', FERTILISER))!
  expect(before).toMatchObject({ name: null, hours: 12, fee: 4000, about: talent.about })
  await asOwner(house.db, (tx) =>
    tx.insert(consents).values({
      ...{ id: randomUUID(), accountId: accountId('kobayashi'), recipientId: FERTILISER, purpose: 'application' },
      ...{ fields: ['name'], givenAt: at },
    }),
  )
  const after = (await seenBy('sato', FERTILISER))!
  expect(after.name).toBe('小林 恵')
  expect(JSON.stringify(after)).not.toMatch(/大東|kobayashi|090-/)
  await apply(EMPLOYER, projectId)
  expect(await seenBy('kuroda', EMPLOYER)).toBeUndefined()
})
