import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, partnerId } from '../../seed/cast.ts'
import { partnerCompanies, programmeSuggestions } from '../../src/companies/schema.ts'
import { contracts } from '../../src/contracts/schema.ts'
import { registrations } from '../../src/events/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { addDays, today } from '../../src/lib/time.ts'
import { reachedBy } from '../../src/partners/queries/programmes.ts'
import { programmes } from '../../src/partners/schema.ts'
import { projects } from '../../src/projects/schema.ts'
import { grants } from '../../src/subsidies/schema.ts'
import { sealedContract } from '../fixtures/contracts.ts'
import { publishedEvent, TOWN } from '../fixtures/events.ts'
import { programmeOf } from '../fixtures/programmes.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { HOME, openHouse } from '../house.ts'

const house = await openHouse()
const [koga, nakamura, visitor] = [await house.as('koga'), await house.as('nakamura'), house.visitor()]
const town = `/partners/${partnerId('town')}`
const craft = `/companies/${companyId('craft')}`
const running = await programmeOf(house, 'town', 'hotaru-2026', {
  title: 'ほたる市 通って手伝う事業',
  budget: 1_000_000,
})
const bank = await programmeOf(house, 'bank', 'hinata-2026', { title: 'ひなた銀行の事業' })
const over = await programmeOf(house, 'town', 'hotaru-2025', {
  firstDay: '2025-04-01',
  lastDay: '2026-03-31',
  title: '前の年の事業',
})
await programmeOf(house, 'town', 'hotaru-draft', { publishedAt: null, title: 'まだの事業' })
const project = await publishedProjectOf(house, 'craft', { municipality: '40210', title: '提灯の原価を出す' })
const other = await publishedProjectOf(house, 'craft', { title: 'ほかの案件' })
const path = `${craft}/projects/${project}`
const rowOf = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, id))))[0]!

test('a partner suggests what it runs to a company that shows itself to it, once', async () => {
  const page = await koga.get(`${town}/programmes/${running}`)
  expect(page.text).toContain(COMPANIES.craft.name)
  const suggestion = `${town}/programmes/${running}/companies/${companyId('craft')}/suggestion`
  expect((await koga.act(suggestion)).text).toContain('すすめました')
  expect((await koga.post(suggestion)).status).toBe(409)
  // No consent, not its programme, over: not there.
  for (const [programme, firm] of [
    [running, 'fertiliser'],
    [bank, 'craft'],
    [over, 'craft'],
  ] as const) {
    const path = `${town}/programmes/${programme}/companies/${companyId(firm)}/suggestion`
    expect((await koga.post(path)).status).toBe(404)
  }
  const abe = await house.as('abe')
  expect((await abe.post(suggestion)).status).toBe(404)
  await house.drain()
  const letter = house.mails.findLast(({ to }) => to === 'nakamura@cast.example')!
  expect(letter.text).toContain('「ほたる市 通って手伝う事業」のおすすめです')
  expect(await asOwner(house.db, (tx) => tx.select().from(programmeSuggestions))).toHaveLength(1)
})

test('once the company takes its consent back, or it ends, the partner reads of no suggestion', async () => {
  const firm = companyId('craft')
  const actor = { id: accountId('koga'), power: 'person', at: house.now() } as const
  const seen = () => readAs(house.db, actor, partnerId('town'), (tx) => tx.select().from(programmeSuggestions))
  const set = (values: Partial<typeof partnerCompanies.$inferInsert>) =>
    asOwner(house.db, (tx) => tx.update(partnerCompanies).set(values).where(eq(partnerCompanies.companyId, firm)))
  expect(await seen()).toHaveLength(1)
  for (const values of [{ revokedAt: house.now() }, { revokedAt: null, until: house.now() }]) {
    await set(values)
    expect(await seen()).toEqual([])
  }
  await set({ until: null })
  expect(await seen()).toHaveLength(1)
})

test('the company puts its project in: only what runs and is for its place', async () => {
  const page = await nakamura.get(path)
  expect(page.text).toContain('からのおすすめです')
  expect(page.text).toContain('契約と訪問の数が伝わります')
  for (const words of ['ひなた銀行の事業', '前の年の事業', 'まだの事業']) expect(page.text).not.toContain(words)
  for (const id of [bank, over, 'x'])
    expect((await nakamura.post(`${path}/programme`, { programme: id })).status).toBe(404)
  const chiyo = await house.as('chiyo')
  expect((await chiyo.get(path)).text).not.toContain('この事業に入れる')
  expect((await chiyo.post(`${path}/programme`, { programme: running })).status).toBe(404)
  expect((await (await house.as('sato')).post(`${path}/programme`, { programme: running })).status).toBe(404)
  expect((await nakamura.act(`${path}/programme`, { programme: running })).text).toContain('この事業から外す')
  expect((await rowOf(project)).programmeId).toBe(running)
  // Who takes part is told no more.
  expect((await koga.get(`${town}/programmes/${running}`)).text).not.toContain('企業にすすめる')
})

test('everybody finds it by the programme, with counts; programs follow it', async () => {
  const list = await visitor.get('/projects?programme=hotaru-2026')
  expect(list.text).toContain('提灯の原価を出す')
  expect(list.text).not.toContain('ほかの案件')
  expect(list.text).toContain('ほたる市 通って手伝う事業 ×')
  const every = await visitor.get('/projects')
  expect(every.text).toContain('ほたる市 通って手伝う事業（1件）')
  expect(every.text).not.toContain('前の年の事業')
  const both = await visitor.get('/projects?programme=hinata-2026&prefecture=40')
  expect(both.text).toContain('「選んだ事業」をはずす')
  const feed = await house.request(new Request(`${HOME}/projects.feed.json?programme=hotaru-2026`))
  expect(JSON.parse(await feed.text()).items.map(({ url }: { url: string }) => url)).toEqual([
    `${HOME}/projects/${project}`,
  ])
  const page = await visitor.get('/programmes/hotaru-2026')
  expect(page.html).toContain('href="/projects?programme=hotaru-2026"')
  expect(page.html).toContain('href="/projects.atom?programme=hotaru-2026"')
  expect(page.text).toContain('提灯の原価を出す')
  expect((await visitor.get(`/projects/${project}`)).html).toContain('href="/programmes/hotaru-2026"')
  expect((await visitor.get(`/projects/${other}`)).html).not.toContain('/programmes/')
})

test('taken out again it is found no more', async () => {
  const page = await nakamura.act(`${path}/programme/departure`)
  expect(page.text).toContain('この事業に入れる')
  expect((await visitor.get('/projects?programme=hotaru-2026')).text).not.toContain('提灯の原価を出す')
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, project)))
  expect(acts.map(({ act, data }) => [act, data])).toEqual([
    ['project.programme-joined', { programme: running }],
    ['project.programme-left', { programme: running }],
  ])
  await asOwner(house.db, (tx) => tx.update(projects).set({ filledAt: house.now() }).where(eq(projects.id, project)))
  expect((await nakamura.post(`${path}/programme`, { programme: running })).status).toBe(404)
  expect((await nakamura.get(path)).text).not.toContain('この事業に入れる')
})

test('what became of it: its partner sees every figure of its projects, everybody else none behind which few companies stand', async () => {
  await contractIn(running)
  const later = await sealedContract(house, nakamura, await house.as('tanaka'))
  const reached = (reader: 'partner' | 'everybody') =>
    readAs(house.db, { id: null, power: 'visitor' }, null, (tx) => reachedBy(tx, running, reader, house.now()))
  expect(await reached('partner')).toMatchObject({ companies: 1, projects: 1, contracts: 1, visits: 0 })
  expect(await reached('everybody')).toMatchObject({ companies: 1, projects: 1, contracts: null, visits: null })
  const afternoon = await publishedEvent(koga)
  await checkIn(afternoon.id, 3)
  await checkIn(afternoon.id, 1, 'twice@mail.example')
  await grant(running)
  expect((await reached('partner')).attendees).toBe(4)
  expect((await reached('everybody')).attendees).toBe(0)
  const page = await koga.get(`${town}/programmes/${running}`)
  expect(page.text).toContain('結んだ契約 1件')
  const file = await koga.get(`${town}/programmes/${running}?format=csv`)
  expect(file.html).toMatch(/番号,案件,企業,いま,公開した日\r\n\d+-\d,.+,.+,.+,2026-11-\d\d\r\n$/)
  expect((await (await house.as('abe')).get(`${town}/programmes/${running}?format=csv`)).status).toBe(404)
  expect(page.text).toContain('催しに来た方 4人')
  expect(page.text).toContain('決めた補助 120,000円')
  expect(page.text).toContain('残りの予算 880,000円')
  const seenByAll = await visitor.get('/programmes/hotaru-2026')
  expect(seenByAll.text).toContain('催しに来た方 0人')
  expect(seenByAll.text).not.toContain('120,000')
  // Whoever came twice is one person, and what is a part of another programme is counted there.
  await checkIn((await publishedEvent(koga)).id, 1, 'twice@mail.example')
  await checkIn((await publishedEvent(koga, TOWN, { programme: over })).id, 1)
  expect((await reached('partner')).attendees).toBe(5)
  expect((await reached('everybody')).attendees).toBe(0)
  await checkIn(afternoon.id, 1)
  expect((await reached('everybody')).attendees).toBe(0)
  const told = await readAs(house.db, { id: null, power: 'visitor' }, null, (tx) =>
    reachedBy(tx, running, 'everybody', new Date(house.now().getTime() + 40 * 86_400_000)),
  )
  expect(told.attendees).toBe(5)
  expect((await visitor.get('/programmes/hotaru-2026')).text).toContain('結んだ契約 少ないので出しません')
  // A year that is over: the contract goes on, and one came after it.
  house.setTime(new Date(house.now().getTime() + 5 * 86_400_000))
  const lastDay = addDays(today(house.now()), -4)
  await asOwner(house.db, async (tx) => {
    await tx.update(programmes).set({ lastDay }).where(eq(programmes.id, running))
    await tx.update(contracts).set({ sealedAt: house.now() }).where(eq(contracts.id, later.contractId))
  })
  expect(await reached('partner')).toMatchObject({ contracts: 1, wentOn: 1, later: null })
  expect((await koga.get(`${town}/programmes/${running}`)).text).toContain('そのあとに結んだ契約 少ないので出しません')
})

/** A contract of a project that is part of a programme. */
async function contractIn(programmeId: string) {
  const contract = await sealedContract(house, nakamura, await house.as('tanaka'))
  const row = await asOwner(house.db, (tx) => tx.select().from(contracts).where(eq(contracts.id, contract.contractId)))
  await asOwner(house.db, (tx) => tx.update(projects).set({ programmeId }).where(eq(projects.id, row[0]!.projectId)))
}

async function checkIn(eventId: string, count: number, email: string | null = null) {
  const at = house.now()
  const people = Array.from({ length: count }, () => ({
    id: crypto.randomUUID(),
    eventId,
    name: '来た人',
    email,
    createdAt: at,
  }))
  await asOwner(house.db, (tx) =>
    tx.insert(registrations).values(people.map((one) => ({ ...one, confirmedAt: at, seatedAt: at, checkedInAt: at }))),
  )
}

/** The office granted 120,000 yen to the project in its programme, and nothing to one that was refused. */
async function grant(programmeId: string) {
  const at = house.now()
  await asOwner(house.db, async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.programmeId, programmeId))
    const row = {
      ...{ fiscalYear: 2026, companyId: project!.companyId, projectId: project!.id, partnerId: partnerId('town') },
      ...{ costs: { fee: 240_000, travel: 0, lodging: 0, platform: 0 }, expectedYen: 120_000, plannedAt: at },
      ...{ appliedAt: at, sharedAt: at, decidedAt: at, decidedBy: 'office' as const },
    }
    await tx.insert(grants).values([
      { id: crypto.randomUUID(), subsidyId: 'one', ...row, grantedYen: 120_000 },
      { id: crypto.randomUUID(), subsidyId: 'two', ...row, grantedYen: null },
    ])
  })
}
