import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { accounts, memberships, people } from '../../src/accounts/schema.ts'
import { routes } from '../../src/app/routes.ts'
import { companies, companyKeys } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { clearMarket } from '../../src/matching/actions/clearing.ts'
import { currentMarket, refreshMarket } from '../../src/matching/actions/market.ts'
import { marketLists, marketRuns, marketTrialProjects, marketTrials, proposals } from '../../src/matching/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { scouts } from '../../src/scouts/schema.ts'
import { hidingKeys } from '../../src/talents/rules/employer.ts'
import { employerBlocks, employers, talentCodes, talents, ties } from '../../src/talents/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { beginWeightTrial } from '../fixtures/trials.ts'
import { type Browser, openHouse, type Page } from '../house.ts'

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

/** Pages without what differs between two requests for the same thing: numbers of requests, tokens, ids made meanwhile. */
function alike({ status, html, location, headers }: Page) {
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  const kept = [...headers].filter(([name]) => name !== 'set-cookie')
  return { status, location, headers: kept, html: html.replace(uuid, 'ID').replace(/「[0-9a-f]{8}」/g, '「番号」') }
}

/** Somebody with everything that could be found, with whom there are exactly five; hidden from her employer. */
const PERSON = { id: randomUUID(), accountId: randomUUID(), headline: 'ひみつ' }
const CODE = '56109'

async function writePeople(): Promise<void> {
  const at = new Date('2026-11-01T00:00:00Z')
  const stamps = { createdAt: at, updatedAt: at }
  const others = [1, 2, 3, 4].map((n) => ({ id: randomUUID(), accountId: randomUUID(), headline: `測る人${n}` }))
  await asOwner(house.db, async (tx) => {
    for (const { id, accountId: account, headline } of [PERSON, ...others]) {
      await tx.insert(accounts).values({ id: account, email: `${account}@mail.example`, ...stamps })
      const name = { familyName: '密田', givenName: '遥', updatedAt: at }
      await tx.insert(people).values({ accountId: account, ...name })
      await tx.insert(talents).values({
        ...{ id, accountId: account, headline, about: '省エネを十年', prefecture: 47, hours: 12, fee: 2500 },
        ...{ style: 'either', availability: 'now', publishedAt: at, employerAnsweredAt: at, ...stamps },
      })
      await tx.insert(talentCodes).values({ talentId: id, code: CODE, level: 4, years: 12 })
      await tx.insert(ties).values({ id: randomUUID(), talentId: id, kind: 'born', prefecture: 46 })
    }
    const answer = { employer: { name: '大東ケミカル株式会社', corporateNumber: '', domain: '' }, others: [] }
    await tx.insert(employers).values({ talentId: PERSON.id, none: false, updatedAt: at })
    const keys = hidingKeys(answer, '').map((key) => house.deps.secrets.hash(key, 'company'))
    await tx.insert(employerBlocks).values(keys.map((keyHash) => ({ talentId: PERSON.id, keyHash })))
  })
}

/** The world as it is without her. */
async function withoutHer(): Promise<void> {
  await asOwner(house.db, async (tx) => {
    await tx.delete(proposals).where(eq(proposals.talentId, PERSON.id))
    for (const table of [marketLists, marketRuns, marketTrialProjects, marketTrials]) await tx.delete(table)
    // The stranger has asked her.
    await tx.delete(scouts).where(eq(scouts.talentId, PERSON.id))
    await tx.delete(talents).where(eq(talents.id, PERSON.id))
    await tx.delete(accounts).where(eq(accounts.id, PERSON.accountId))
    // The letters of the first world: in the second they are sent again.
    await tx.execute(sql`delete from notices`)
    await tx.execute(sql`delete from sent_mails`)
  })
}

/**
 * All that somebody at a company can open or send, with whom it may concern, and every search that could find her. What is for
 * anyone is looked at by talents-wall.
 */
async function lookAround(browser: Browser, company: string, project: string, far: 'all' | 'search' | 'little') {
  const ids: Record<string, string> = { companyId: company, projectId: project, talentId: PERSON.id, code: CODE }
  const own = `/companies/${company}`
  const search = [
    '',
    'words=省エネ',
    `code=${CODE}`,
    'prefecture=47',
    'tied=46',
    'hours=10',
    'fee=3000',
    'style=remote',
  ]
  const more = ['sort=new', 'page=2', `code=${CODE}&prefecture=47&sort=new`, 'code=56&tied=46', 'words=沖縄 省エネ']
  const addresses = [
    ...(far === 'all'
      ? routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/companies/:'))
      : []
    ).map(({ path }) => path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? NOWHERE)),
    ...[...search, ...more].map((query) => `${own}/talents?project=${project}&${encodeURI(query)}`),
    ...[`${own}/talents/${PERSON.id}?project=${project}`, `${own}/projects/${project}/proposals`, `${own}/scouts`],
    ...[
      own,
      `${own}/projects/${project}`,
      `${own}/projects/${project}/applications`,
      '/insights',
      '/projects?sort=new',
    ],
    ...['/projects.atom', '/projects.feed.json', '/cases.atom', '/job-codes?q=省エネ', `/job-codes/${CODE}`],
  ]
  const seen: [string, unknown][] = []
  const few = addresses.filter((address) => address.includes('/talents?'))
  for (const address of far === 'little' ? few.slice(0, 2) : addresses)
    seen.push([address, alike(await browser.get(address))])
  const words = '省エネのことで困っています。十年の経験を、ぜひお貸しください。'
  seen.push(['scout', alike(await browser.post(`${own}/talents/${PERSON.id}/scouts`, { project, words }))])
  const told = house.mails.map(({ to, subject, text }) => [to, subject, text.replace(/[0-9a-f-]{36}/g, 'ID')])
  return { seen, told }
}

const NOWHERE = randomUUID()
const SHE_LOOKS_OFTEN = sql`update market_lists set shown = array_cat(ids, array_cat(ids, ids)), shown_at = now() where talent_id = ${PERSON.id}`

/** A project's list as the night drew it, its reasons, and the page that its company opens. */
async function drawnFor({ browser, id, project }: { browser: Browser; id: string; project: string }) {
  const page = alike(await browser.get(`/companies/${id}/projects/${project}/proposals`))
  const list = sql`select talent_id, rank, score, points, model <> 'prior-1' as tried from proposals where project_id = ${project} order by rank`
  return { page, kept: (await asOwner(house.db, (tx) => tx.execute(list))).rows }
}
const HR: readonly string[] = ['kuroda@cast.example', 'jinji@later-daito.example']
const lettersToHr = (told: readonly string[][]) => told.filter(([to]) => HR.includes(to!))

test('HR of the employer, there before her and after her, is told the same in a world without her: byte for byte', async () => {
  const projectOf = (firm: 'employer' | 'craft') =>
    publishedProjectOf(house, firm, { codes: [CODE], prefecture: 46, industry: 'chemicals' })
  const before = { browser: await house.as('kuroda'), id: companyId('employer'), project: await projectOf('employer') }
  const other = { browser: await house.as('nakamura'), id: companyId('craft'), project: await projectOf('craft') }
  await writePeople()
  const after = {
    ...(await founded('jinji@later-daito.example', '（株）大東ケミカル')),
    project: await projectOf('employer'),
  }
  await asOwner(house.db, (tx) =>
    tx.update(projects).set({ companyId: after.id }).where(eq(projects.id, after.project)),
  )
  const sides = [before, after, other]
  const world = async () => {
    await refreshMarket(house.db, house.now())
    const mails = house.mails.length
    for (const [n, { project }] of sides.entries()) {
      await house.handlers['matching.propose']!({ subjectId: project }, { id: `${n}` })
    }
    const looks = []
    const far = ['all', 'search', 'little'] as const
    for (const [n, { browser, id, project }] of sides.entries())
      looks.push(await lookAround(browser, id, project, far[n]!))
    // Then two nights, the second in a trial of weights, with the same lottery in both worlds, and the lists that they draw.
    const nights: Awaited<ReturnType<typeof drawnFor>>[][] = []
    for (const night of [40, 41]) {
      if (night === 41) await beginWeightTrial(house)
      await clearMarket({ ...house.deps, random: (bytes) => Buffer.alloc(bytes, night) })
      nights.push(await Promise.all(sides.map(drawnFor)))
      await asOwner(house.db, (tx) => tx.execute(SHE_LOOKS_OFTEN))
    }
    return looks.map(({ seen, told }, n) => ({
      ...{ seen, told: told.slice(mails) },
      drawn: nights.map((lists) => lists[n]),
    }))
  }
  const [hr, later, stranger] = await world()
  expect(JSON.stringify(stranger)).toContain(PERSON.headline)
  expect(JSON.stringify(stranger)).toMatch(/沖縄県（5人以上）/)
  expect(JSON.stringify([hr, later])).not.toContain(PERSON.headline)
  await withoutHer()
  const [hrWithout, laterWithout, strangerWithout] = await world()
  expect(strangerWithout).not.toEqual(stranger)
  expect(JSON.stringify(stranger!.drawn)).toContain(PERSON.id)
  for (const [with_, without] of [
    [hr, hrWithout],
    [later, laterWithout],
  ] as const) {
    expect(with_!.drawn).toEqual(without!.drawn)
    expect(with_!.drawn.map((night) => night!.kept.some(({ tried }) => tried))).toEqual([false, true])
    for (const [at, [address, page]] of with_!.seen.entries()) expect([address, page]).toEqual(without!.seen[at])
    expect(lettersToHr(with_!.told)).toEqual(lettersToHr(without!.told))
    expect(lettersToHr(with_!.told).length).toBeGreaterThan(0)
  }
}, 120_000)

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
  // Somebody hides from what nobody is known by yet; who shares the name brings it to the whole group.
  const keyHash = house.deps.secrets.hash('domain:later.example', 'company')
  await asOwner(house.db, (tx) => tx.insert(employerBlocks).values({ talentId: talentId('tanaka'), keyHash }))
  expect((await currentMarket(house.db, house.now())).hidden.byCompany.get(CRAFT)).not.toContain(talentId('tanaka'))
  const later = await founded('a@later.example', '大東ホールディングス株式会社')
  expect((await owner.get(`/companies/${CRAFT}/talents/${talentId('tanaka')}`)).status).toBe(404)
  expect((await currentMarket(house.db, house.now())).hidden.byCompany.get(CRAFT)).toContain(talentId('tanaka'))
  expect((await later.browser.get(cardAt(later.id))).status).toBe(404)
  const other = await founded('a@other.example', '大東とは別の会社')
  expect((await other.browser.get(cardAt(other.id))).status).toBe(200)
})

test('who comes to a company from somebody’s employer brings its mail domain along', async () => {
  const sato = await house.as('sato')
  expect((await sato.get(cardAt(FERTILISER))).status).toBe(200)
  const email = 'jinji@daito-chem.example'
  await sato.post(`/companies/${FERTILISER}/members`, { email, role: 'member', tasks: ['post', 'choose'] })
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
