import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { compileAssembly } from '../../../lib/assembly.ts'
import { anyProject, anyTalent, WORLD } from '../../arbitrary.ts'
import { bitsOf } from '../../bits.ts'
import { countFits } from '../../counting.ts'
import { applyDelta } from '../../delta.ts'
import { createModel, type Model } from '../../model.ts'
import { prepare, type QueryOf } from '../../prepare.ts'
import { rank, rankAgreeing } from '../../rank.ts'
import { type Project, type Talent, talentColumns } from '../../records.ts'
import { LOWEST, takeRows } from '../../top.ts'
import { kernelSource } from '../kernel/source.ts'
import { lookAtEverybody, type Pool, startPool } from './pool.ts'
import { allAtOnce } from './reconcile.ts'

const THREADS = 2
const kernel = new WebAssembly.Module(new Uint8Array(await compileAssembly(kernelSource())))
const people = fc.sample(anyTalent, { numRuns: 20_000, seed: 21 }).map((one, id) => ({ ...one, id }))
const projects = fc.sample(anyProject, { numRuns: 30, seed: 22 }).map((one): Project => ({ ...one, open: true }))
const columns = (rows: Talent[]) => talentColumns(rows, WORLD.dimension)
const changes = (at: number, count = 20) =>
  fc
    .sample(anyTalent, { numRuns: count, seed: 100 + at })
    .map((one, which) => ({ ...one, id: (at * 977 + which * 389) % 21_000 }))

const pools: Pool[] = []
function pooled(from: Talent[] = people, module: WebAssembly.Module | null = kernel) {
  const model = createModel({ ...WORLD, side: 'talents', rows: columns(from), kernel: module })
  const pool = startPool(model, THREADS)
  pools.push(pool)
  return { model, pool }
}
afterAll(() => Promise.all(pools.map((pool) => pool.stop())))

/** Ids of the best by the threads alone, without postings. */
async function byThreads(
  { model, pool }: { model: Model<'talents'>; pool: Pool },
  project: QueryOf<'talents'>,
  k: number,
) {
  const top = await lookAtEverybody(model, pool.crew, prepare(model, project), k, THREADS, LOWEST)
  return Array.from(takeRows(top), (row) => model.store.id[row]!)
}
const idsOf = (model: Model<'talents'>, project: Project, k: number) => rank(model, project, k).map(({ id }) => id)

test('threads find the list of the model as it is when they come back, whatever changes meanwhile', async () => {
  const one = pooled()
  for (const [at, project] of projects.entries()) {
    const k = [1, 10, 100, 9000][at % 4]!
    const found = byThreads(one, project, k)
    applyDelta(one.model, { upsert: columns(changes(at)), remove: [at * 7, at * 7 + 1] })
    const list = await found
    expect(list).toEqual(idsOf(one.model, project, k))
  }
})

test('when the best change on the way, everybody is looked at again', async () => {
  const one = pooled()
  const [project] = projects as [Project]
  const best = idsOf(one.model, project, 60)
  const found = byThreads(one, project, 50)
  applyDelta(one.model, { remove: best })
  const list = await found
  expect(list).toEqual(idsOf(one.model, project, 50))
  expect(list.some((id) => best.includes(id))).toBe(false)
})

test('a blocked person stays blocked in another row, and another person in that row is not', async () => {
  const one = pooled()
  const [project] = projects as [Project]
  const [first, second] = idsOf(one.model, project, 2) as [number, number]
  const found = byThreads(one, { ...project, blocked: bitsOf(one.model, [first, second]) }, 5)
  const [a, b] = [people[first]!, people[second]!]
  applyDelta(one.model, { remove: [first, second] })
  applyDelta(one.model, { upsert: columns([{ ...a, id: 30_000 }, b]) })
  const list = await found
  expect(list[0]).toBe(30_000)
  expect(list).not.toContain(second)
})

test('postings made by a thread give the list of the scan, also when rows change while they are made', async () => {
  const { model, pool } = pooled()
  const refreshed = pool.refresh()
  applyDelta(model, { upsert: columns(changes(50, 500)) })
  await refreshed
  expect(model.postings).not.toBeNull()
  const plain = createModel({ ...WORLD, side: 'talents', rows: columns(people), kernel: null })
  applyDelta(plain, { upsert: columns(changes(50, 500)) })
  for (const project of projects) expect(await pool.rank(project, 30)).toEqual(rank(plain, project, 30))
})

test('a thread that is killed in the middle of a query or a refresh costs nobody an answer', async () => {
  const one = pooled()
  for (const [at, project] of projects.slice(0, 8).entries()) {
    const found = byThreads(one, project, 40)
    const refreshed = at % 2 === 0 ? one.pool.refresh() : null
    await one.pool.crew.threads[at % THREADS]!.terminate()
    expect(await found).toEqual(idsOf(one.model, project, 40))
    await refreshed
  }
  expect(one.pool.crew.threads.length).toBe(THREADS)
  expect(one.model.postings).not.toBeNull()
})

test('where no thread can live, the owner of the model does the work', async () => {
  const one = pooled()
  while (one.pool.crew.threads.length > 0) await one.pool.crew.threads[0]!.terminate()
  const [project] = projects as [Project]
  expect(await byThreads(one, project, 40)).toEqual(idsOf(one.model, project, 40))
  await expect(one.pool.refresh()).rejects.toThrow('No thread')
  expect(await one.pool.rank(project, 40)).toEqual(rank(one.model, project, 40))
})

test('the last resort, everybody at once, has the same list', () => {
  const { model } = pooled()
  const [project] = projects as [Project]
  const [first, ...others] = idsOf(model, project, 41)
  const top = allAtOnce(model, prepare(model, project), 40, new Set([first!]))
  expect(Array.from(takeRows(top), (row) => model.store.id[row])).toEqual(others)
})

test('without a kernel, with nobody, or with a closed project the answers are the same', async () => {
  const plain = pooled(people.slice(0, 5000), null)
  const [project] = projects as [Project]
  expect(await plain.pool.rank(project, 20)).toEqual(rank(plain.model, project, 20))
  expect(await byThreads(plain, project, 20)).toEqual(idsOf(plain.model, project, 20))
  expect(await pooled([]).pool.rank(project, 20)).toEqual([])
  expect(await pooled().pool.rank({ ...project, open: false }, 20)).toEqual([])
  expect(() => startPool(plain.model, 0)).toThrow('threads: 0')
  await expect(plain.pool.rank(project, 0)).rejects.toThrow('k: 0')
})

test('counts are those of the scan, by postings, in slices, and while rows change', async () => {
  const one = pooled()
  const asked = [{ hours: 30 }, { fee: 9000 }, { visits: 0 }]
  const blocked = () =>
    bitsOf(
      one.model,
      people.slice(0, 3000).map(({ id }) => id!),
    )
  const expectSame = async (project: Project, more: Partial<Project>[] = asked) => {
    const question = { ...project, blocked: blocked() }
    expect(await one.pool.countFits(question, more)).toEqual(countFits(one.model, question, more))
  }
  const [project] = projects as [Project]
  // Nothing is asked for: no postings tell it.
  await expectSame({ hours: 5 })
  await one.pool.refresh()
  for (const each of projects) await expectSame(each)
  for (const { codes = [], ...each } of projects) {
    await expectSame(
      { ...each, codes },
      codes.map((_, at) => ({ codes: codes.filter((_, other) => other !== at) })),
    )
  }
  applyDelta(one.model, { upsert: columns(changes(60, 300)), remove: [4, 5000] })
  for (const each of projects) await expectSame(each)
  const counting = one.pool.countFits({ hours: 5, blocked: blocked() })
  applyDelta(one.model, { upsert: columns(changes(61, 300)), remove: [7, 8] })
  applyDelta(one.model, { upsert: columns([{ ...people[9], id: 40_000 }]) })
  expect(await counting).toEqual(countFits(one.model, { hours: 5, blocked: blocked() }))
  await expect(one.pool.countFits({ ...project, hours: 251 })).rejects.toThrow('hours, row 0: 251')
})

test('who has nothing of the field in common is left out as without threads', async () => {
  const one = pooled(people.slice(0, 5000))
  for (const project of projects.slice(0, 10)) {
    expect(await one.pool.rankAgreeing(project, 4000)).toEqual(rankAgreeing(one.model, project, 4000))
  }
})
