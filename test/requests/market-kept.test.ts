import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { companyId, talentId } from '../../seed/cast.ts'
import { PRIOR } from '../../src/engine/engine.ts'
import { kernelSource } from '../../src/engine/retrieval/kernel/source.ts'
import { record } from '../../src/history/actions.ts'
import { actOf } from '../../src/lib/act.ts'
import { compileAssembly } from '../../src/lib/assembly.ts'
import { asActor, type Db, readAs } from '../../src/lib/db.ts'
import { fittingPeople } from '../../src/matching/actions/counting.ts'
import { openKept } from '../../src/matching/actions/market/keeping.ts'
import { currentMarket, keepMarketAs, marketInUse, saveMarket } from '../../src/matching/actions/market.ts'
import { bestFor } from '../../src/matching/actions/proposing.ts'
import { readTexts } from '../../src/matching/actions/reading-texts.ts'
import { projectsRead, readerInUse } from '../../src/matching/queries/meanings.ts'
import { projectFacts } from '../../src/matching/queries/projects.ts'
import { WIDE } from '../../src/matching/rules/meaning.ts'
import { marketWeightChoices, marketWeights, proposals } from '../../src/matching/schema.ts'
import { talents } from '../../src/talents/schema.ts'
import { openHouse } from '../house.ts'
import { COST, GX, publish } from '../publishing.ts'

const SYSTEM = { id: null, power: 'system' } as const
const folder = mkdtempSync(join(tmpdir(), 'market-'))
const kernel = new WebAssembly.Module(new Uint8Array(await compileAssembly(kernelSource())))
/** As where there are many people: with threads, and kept on the disk. */
const MANY = { folder, manyFrom: 1, threads: 2, kernel }

const house = await openHouse()
keepMarketAs(house.db, MANY)
const marketOf = (db: Db) => currentMarket(db, house.now())
const pools = [await marketOf(house.db)]
afterAll(async () => {
  for (const { pool } of pools) await pool?.stop()
  rmSync(folder, { recursive: true })
})

/** Another process on the same database. */
const another = (): Db => ({ ...house.db })

const listOf = (id: string) =>
  readAs(house.db, SYSTEM, null, (tx) =>
    tx.select().from(proposals).where(eq(proposals.projectId, id)).orderBy(proposals.rank),
  )

/** The list that a process gives that reads everybody and has no threads. */
async function plainList(id: string) {
  return bestFor(await marketOf(another()), await projectOf(id), [])
}

async function projectOf(id: string) {
  const [project] = await readAs(house.db, SYSTEM, null, async (tx) => {
    const reader = await readerInUse(tx)
    return projectsRead(tx, reader?.id ?? null, await projectFacts(tx, [id], house.now()))
  })
  return project!
}

async function changeKobayashi(set: Partial<typeof talents.$inferInsert>) {
  await asActor(house.db, SYSTEM, null, async (tx) => {
    const act = actOf(house.deps, tx, null, null, house.now())
    const id = talentId('kobayashi')
    await tx.update(talents).set(set).where(eq(talents.id, id))
    await record(act, 'talent.changed', { kind: 'talent', id })
  })
}

const brief = (list: readonly { talentId: string; score: number; points: readonly number[] }[]) =>
  list.map(({ talentId, score, points }) => ({ talentId, score, points }))

test('threads give the list of a process without them, and a profile saved is in the next one', async () => {
  const { id } = await publish(house, 'fertiliser', GX)
  await house.drain()
  expect((await marketOf(house.db)).pool?.crew.threads.length).toBe(2)
  const list = await listOf(id)
  expect(list[0]?.talentId).toBe(talentId('kobayashi'))
  expect(brief(list)).toEqual(brief(await plainList(id)))
  for (const [hours, first] of [
    [0, false],
    [12, true],
  ] as const) {
    await changeKobayashi({ hours })
    const next = await publish(house, 'fertiliser', GX)
    await house.drain()
    expect((await listOf(next.id))[0]?.talentId === talentId('kobayashi')).toBe(first)
  }
})

test('counts for a draft are the same with threads and without', async () => {
  const project = { ...(await projectOf((await publish(house, 'craft', COST)).id)), hours: 3 }
  const plain = another()
  await marketOf(plain)
  const [own, others] = [house.db, plain].map((db) => fittingPeople(db, project, house.now()))
  expect((await own)?.length).toBeGreaterThan(0)
  expect(await own).toEqual(await others)
})

test('threads that are killed while lists are made cost no list, and nothing that was saved', async () => {
  const own = another()
  keepMarketAs(own, MANY)
  const market = await marketOf(own)
  pools.push(market)
  const { id } = await publish(house, 'fertiliser', GX)
  const expected = brief(await plainList(id))
  const project = await projectOf(id)
  for (let death = 0; death < 6; death++) {
    const refreshed = market.pool!.refresh().catch((error: Error) => error.message)
    const found = bestFor(await marketOf(own), project, [])
    await market.pool!.crew.threads[death % 2]?.terminate()
    expect(brief(await found)).toEqual(expected)
    await refreshed
  }
  // None is left, and what is saved now is in the next list all the same.
  while (market.pool!.crew.threads.length > 0) await market.pool!.crew.threads[0]!.terminate()
  await changeKobayashi({ hours: 0 })
  expect((await bestFor(await marketOf(own), project, [])).map(({ talentId }) => talentId)).not.toContain(
    talentId('kobayashi'),
  )
  await changeKobayashi({ hours: 12 })
})

test('the next start opens what was kept, and takes in what came since', async () => {
  await saveMarket(house.db, house.now())
  expect(readdirSync(folder).toSorted()).toEqual(['projects', 'talents'])
  await changeKobayashi({ hours: 0 })
  const { id } = await publish(house, 'craft', COST)
  const started = another()
  keepMarketAs(started, MANY)
  const kept = await openKept(started, MANY)
  expect(kept?.talents.rows).toBeGreaterThan(5)
  expect(kept?.open.has(id)).toBe(false)
  const market = await marketOf(started)
  pools.push(market)
  const plain = await marketOf(another())
  expect(new Map(market.open)).toEqual(new Map(plain.open))
  expect(market.hidden).toEqual(plain.hidden)
  expect(market.hidden.byCompany.get(companyId('employer'))).toContain(talentId('kobayashi'))
  for (const project of market.open.keys()) {
    const facts = await projectOf(project)
    expect(brief(await bestFor(market, facts, []))).toEqual(brief(await bestFor(plain, facts, [])))
  }
  await changeKobayashi({ hours: 12 })
})

test('what is damaged, or of another database, is not opened, and everybody is read instead', async () => {
  const file = join(folder, 'projects')
  const whole = readFileSync(file)
  writeFileSync(file, whole.subarray(0, whole.length - 9))
  expect(await openKept(another(), MANY)).toBeNull()
  const started = another()
  keepMarketAs(started, { ...MANY, manyFrom: 1_000_000 })
  expect((await marketOf(started)).talents.rows).toBeGreaterThan(5)
  writeFileSync(file, whole)
  expect(await openKept(another(), MANY)).not.toBeNull()
  expect(await openKept((await openHouse()).db, MANY)).toBeNull()
  expect(await openKept(another(), { ...MANY, folder: join(folder, 'none') })).toBeNull()
})

test('few people are not kept on the disk: reading them is quick', async () => {
  const few = another()
  const elsewhere = join(folder, 'few')
  keepMarketAs(few, { folder: elsewhere, manyFrom: 1000 })
  await saveMarket(few, house.now())
  expect(readdirSync(folder)).not.toContain('few')
})

/** Weights by which everybody is keener. */
async function takeWeights() {
  const { newId } = house.deps
  const row = { id: newId(), besides: 'prior-1', madeAt: house.now(), effect: { people: 1, first: 1, places: 1 } }
  const straight = { predicted: [0, 1], observed: [0, 1] }
  const none = { count: 0, came: 0 }
  const { code } = PRIOR.tables
  const proof = { ...none, ece: { present: 0, learned: 0 }, better: { value: 0, normal: [0, 0] as const } }
  const learned = {
    ...{
      weights: { ...PRIOR, tables: { ...PRIOR.tables, code: { ...code, apply: code.apply.map((one) => one + 1) } } },
      curves: { apply: straight, offer: straight },
    },
    ...{ later: [], examples: { apply: none, offer: none } },
  }
  await asActor(house.db, SYSTEM, null, async (tx) => {
    await tx.insert(marketWeights).values({ ...row, learned, proof: { apply: proof, offer: proof } })
    await tx
      .insert(marketWeightChoices)
      .values({ id: newId(), weightsId: row.id, madeBy: newId(), madeAt: house.now() })
    const act = actOf(house.deps, tx, null, null, house.now())
    await record(act, 'market.weights-taken', { kind: 'market', id: newId() })
  })
  return row.id
}

/** Texts that have letters in common are alike. */
const embedder = {
  name: 'small',
  embed: async (texts: readonly string[]) =>
    texts.map((text) => Float64Array.from('肥料認証原価職人', (letter) => text.split(letter).length)),
}

async function sameAsPlain(market: Awaited<ReturnType<typeof marketOf>>) {
  const plain = await marketOf(another())
  for (const project of plain.open.keys()) {
    const facts = await projectOf(project)
    expect(brief(await bestFor(market, facts, []))).toEqual(brief(await bestFor(plain, facts, [])))
  }
}

test('weights that are chosen make another market while the old one is used, and none of other weights is opened', async () => {
  const own = another()
  keepMarketAs(own, MANY)
  const before = await marketOf(own)
  await saveMarket(own, house.now())
  const name = await takeWeights()
  expect(await openKept(another(), MANY)).toBeNull()
  expect(await marketInUse(own, house.now())).toBe(before)
  const after = await marketOf(own)
  pools.push(before, after)
  expect([before.weights.name, after.weights.name]).toEqual(['prior-1', name])
  expect(before.pool?.crew.threads).toEqual([])
  await sameAsPlain(after)
  const project = await projectOf([...after.open.keys()][0]!)
  const [first] = await bestFor(before, project, [])
  expect((await bestFor(after, project, []))[0]!.score).toBeGreaterThan(first!.score)
  await saveMarket(own, house.now())
  expect((await openKept(another(), MANY))?.weights.name).toBe(name)
})

test('an endpoint that reads texts makes another market; more texts come into the one in use, and into one that was kept', async () => {
  const own = another()
  keepMarketAs(own, MANY)
  const before = await marketOf(own)
  await readTexts({ ...house.deps, embedder })
  expect(await openKept(another(), MANY)).toBeNull()
  const after = await marketOf(own)
  pools.push(before, after)
  expect(after.talents.world.dimension).toBe(WIDE)
  await sameAsPlain(after)
  await changeKobayashi({ headline: '肥料の認証' })
  await saveMarket(own, house.now())
  const unread = await listsOf(after)
  await readTexts({ ...house.deps, embedder })
  expect(await marketOf(own)).toBe(after)
  expect(await listsOf(after)).not.toEqual(unread)
  await sameAsPlain(after)
  const started = another()
  keepMarketAs(started, MANY)
  const kept = await openKept(started, MANY)
  expect(kept?.reader).toBe(after.reader)
  const market = await marketOf(started)
  pools.push(market)
  await sameAsPlain(market)
})

/** The lists of every project. */
async function listsOf(market: Awaited<ReturnType<typeof marketOf>>) {
  const facts = await Promise.all(Array.from(market.open.keys(), projectOf))
  return Promise.all(facts.map(async (project) => brief(await bestFor(market, project, []))))
}
