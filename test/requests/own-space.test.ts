import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { talentId } from '../../seed/cast.ts'
import { applyDelta, textOf } from '../../src/engine/engine.ts'
import { record } from '../../src/history/actions.ts'
import { actOf } from '../../src/lib/act.ts'
import { asActor, type Db, readAs } from '../../src/lib/db.ts'
import { learnSpace } from '../../src/matching/actions/learning-space.ts'
import { keepMarket, openKept } from '../../src/matching/actions/market/keeping.ts'
import type { Market } from '../../src/matching/actions/market/state.ts'
import {
  currentMarket,
  keepMarketAs,
  marketInUse,
  refreshMarket,
  saveMarket,
} from '../../src/matching/actions/market.ts'
import { bestFor } from '../../src/matching/actions/proposing.ts'
import { projectFacts } from '../../src/matching/queries/projects.ts'
import { spaceInUse, toldByProjects, toldByTalents } from '../../src/matching/queries/spaces.ts'
import { talentProfiles } from '../../src/matching/queries/talents.ts'
import { projectModel, talentModel } from '../../src/matching/rules/reading.ts'
import { saidIn } from '../../src/matching/rules/vectors.ts'
import { textSpaces } from '../../src/matching/schema.ts'
import { talents } from '../../src/talents/schema.ts'
import { openHouse } from '../house.ts'
import { COST, GX, publish } from '../publishing.ts'

const SYSTEM = { id: null, power: 'system' } as const
const folder = mkdtempSync(join(tmpdir(), 'space-'))
const MANY = { folder, manyFrom: 1, threads: 1, kernel: undefined }
/** Texts are few here. */
const FEW = 3

const house = await openHouse()
keepMarketAs(house.db, MANY)
const pools: Market[] = []
afterAll(async () => {
  for (const { pool } of pools) await pool?.stop()
  rmSync(folder, { recursive: true })
})

/** Another process on the same database. */
const another = (): Db => ({ ...house.db })
const read = <T>(fn: Parameters<typeof readAs<T>>[3]) => readAs(house.db, SYSTEM, null, fn)
const spaces = () => read((tx) => tx.select().from(textSpaces))
const kobayashi = talentId('kobayashi')

async function changeKobayashi(set: Partial<typeof talents.$inferInsert>) {
  await asActor(house.db, SYSTEM, null, async (tx) => {
    const act = actOf(house.deps, tx, null, null, house.now())
    await tx.update(talents).set(set).where(eq(talents.id, kobayashi))
    await record(act, 'talent.changed', { kind: 'talent', id: kobayashi })
  })
}

async function projectOf(id: string) {
  const [project] = await read((tx) => projectFacts(tx, [id], house.now()))
  return project!
}

/** Every row's text was read in the market's own space, whatever that is. */
async function expectOneSpace(market: Market) {
  const space = market.space?.space ?? null
  const ids = Array.from(market.talents.rowOf.ids(), (number) => market.numbers.id(number))
  for (const one of await read((tx) => talentProfiles(tx, ids)))
    expect(textOf(market.talents, market.numbers.of(one.id))).toEqual(
      textOf(talentModel([one], 2026, undefined, space), 0),
    )
  for (const one of await read((tx) => projectFacts(tx, [...market.open.keys()], house.now())))
    expect(textOf(market.projects, market.numbers.of(one.id))).toEqual(textOf(projectModel([one], undefined, space), 0))
}

const { id: fertiliser } = await publish(house, 'fertiliser', GX)
await house.drain()
const first = await currentMarket(house.db, house.now())
pools.push(first)

test('where texts are few nothing is learned, and the work alone is compared', async () => {
  await house.handlers['matching.learnTexts']!({}, { id: '1' })
  expect(await spaces()).toEqual([])
  expect(first.space).toBeNull()
  await expectOneSpace(first)
})

test('a space that was learned makes another market; until then the old one serves, and what is saved meanwhile is in both', async () => {
  await saveMarket(house.db, house.now())
  expect((await openKept(another(), MANY))?.space).toBeNull()
  await learnSpace(house.deps, FEW)
  const [space] = await spaces()
  expect(space!.texts).toBeGreaterThan(5)
  // Kept in the old one: not opened by who starts now.
  expect(await openKept(another(), MANY)).toBeNull()
  await changeKobayashi({ headline: '肥料の認証と温室効果ガスの算定' })
  const serving = await marketInUse(house.db, house.now())
  expect(serving).toBe(first)
  // Lists are made by it meanwhile: nobody waits.
  expect(await currentMarket(house.db, house.now())).toBe(first)
  const project = await projectOf(fertiliser)
  expect((await bestFor(first, project, []))[0]!.talentId).toBe(kobayashi)
  await expectOneSpace(first)
  const second = await refreshMarket(house.db, house.now())
  pools.push(second)
  expect(second).not.toBe(first)
  expect([second.space?.name, second.old]).toEqual([space!.id, null])
  expect(await currentMarket(house.db, house.now())).toBe(second)
  await expectOneSpace(second)
  const own = (market: Market) => textOf(market.talents, market.numbers.of(kobayashi))
  expect(own(second)).not.toEqual(own(first))
  const plain = await currentMarket(another(), house.now())
  for (const id of plain.open.keys())
    expect(await bestFor(second, await projectOf(id), [])).toEqual(await bestFor(plain, await projectOf(id), []))
})

test('a start opens what was kept in the same space, and reads on in it', async () => {
  await saveMarket(house.db, house.now())
  const { id } = await publish(house, 'craft', COST)
  await house.drain()
  const started = another()
  keepMarketAs(started, MANY)
  expect((await openKept(started, MANY))?.space?.name).toBe((await spaces())[0]!.id)
  const market = await currentMarket(started, house.now())
  pools.push(market)
  expect(market.open.has(id)).toBe(true)
  await expectOneSpace(market)
})

test('pages of a company and of a professional read in it too', async () => {
  const page = await (await house.as('kobayashi')).get('/me/proposals')
  expect(page.text).toContain('最上みのり肥料株式会社')
})

test('every night texts are read only where they are others', async () => {
  const market = await refreshMarket(house.db, house.now())
  const { store, rowOf } = market.talents
  const at = rowOf.get(market.numbers.of(kobayashi))! * store.dimension
  const own = store.text.slice(at, at + store.dimension)
  store.text[at] = own[0]! - 1
  await refreshMarket(house.db, house.now())
  expect(store.text[at]).toBe(own[0]! - 1)
  await changeKobayashi({ hours: 12 })
  await refreshMarket(house.db, house.now())
  expect(store.text.slice(at, at + store.dimension)).toEqual(own)
})

test('who starts after an end in the middle of the reading goes on with it', async () => {
  const own = another()
  keepMarketAs(own, MANY)
  const market = await currentMarket(own, house.now())
  pools.push(market)
  const { store, rowOf } = market.talents
  const numbers = [...rowOf.ids()]
  const at = rowOf.get(market.numbers.of(kobayashi))! * store.dimension
  const there = store.text[at]!
  store.text[at] = there - 1
  const unread = numbers.filter((number) => number !== market.numbers.of(kobayashi))
  applyDelta(market.talents, { remove: unread })
  market.whole = false
  await keepMarket(own, market, folder)
  const started = another()
  keepMarketAs(started, MANY)
  const again = await currentMarket(started, house.now())
  pools.push(again)
  expect([...again.talents.rowOf.ids()].length).toBe(numbers.length)
  // It has the row that was there, texts and all, and kept itself when everybody was.
  expect(textOf(again.talents, again.numbers.of(kobayashi))![0]).toBe(there - 1)
  expect((await openKept(another(), MANY))?.whole).toBe(true)
  await changeKobayashi({ hours: 11 })
  await expectOneSpace(await currentMarket(started, house.now()))
})

test('nothing stands in it that fewer than five people said', async () => {
  const { space } = (await read(spaceInUse))!
  const owners = new Map<string, Set<string>>()
  for (const told of [toldByTalents, toldByProjects])
    for (const { owner, texts } of await read((tx) => told(tx, null, 1000, 1)))
      for (const term of saidIn(texts).terms.keys()) owners.set(term, (owners.get(term) ?? new Set()).add(owner))
  const names = [...space.rows.keys()].filter((name) => !/^(%%|@@)/.test(name))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(owners.get(name)!.size).toBeGreaterThanOrEqual(5)
})

test('it is learned anew when texts grew, not before a week is over, and the old one is gone then', async () => {
  const [before] = await spaces()
  const learn = () => learnSpace(house.deps, FEW)
  await learn()
  expect(await spaces()).toEqual([before])
  await asActor(house.db, SYSTEM, null, (tx) => tx.update(textSpaces).set({ texts: 5 }))
  await learn()
  expect((await spaces()).map(({ id }) => id)).toEqual([before!.id])
  house.setTime(new Date(house.now().getTime() + 8 * 86_400_000))
  await learn()
  const after = await spaces()
  expect(after).toHaveLength(1)
  expect(after[0]!.id).not.toBe(before!.id)
  const market = await refreshMarket(house.db, house.now())
  pools.push(market)
  await expectOneSpace(market)
  expect(market.space?.name).toBe(after[0]!.id)
  // One of another meaning is not used: the work alone is compared until another is learned.
  await asActor(house.db, SYSTEM, null, (tx) => tx.update(textSpaces).set({ meaning: 'another' }))
  expect(await read(spaceInUse)).toBeNull()
})

test('of many texts a share is drawn, always the same', async () => {
  const all = await read((tx) => toldByTalents(tx, null, 1000, 1))
  const some = await read((tx) => toldByTalents(tx, null, 1000, 0.5))
  expect(some.length).toBeLessThan(all.length)
  expect(all).toEqual(expect.arrayContaining(some))
  expect(await read((tx) => toldByTalents(tx, null, 1000, 0.5))).toEqual(some)
  expect(await read((tx) => toldByTalents(tx, null, 1000, 0))).toEqual([])
})
