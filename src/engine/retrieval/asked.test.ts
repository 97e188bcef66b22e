import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from '../arbitrary.ts'
import { bitsOf } from '../bits.ts'
import { applyDelta, applyPrices } from '../delta.ts'
import { emptyHits } from '../hits.ts'
import { createModel, type Model } from '../model.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { PRIOR, type Weights } from '../prior.ts'
import { rank } from '../rank.ts'
import { type Project, projectColumns } from '../records.ts'
import { emptyTop, LOWEST, takeRows } from '../top.ts'
import { scanRange } from './best.ts'
import { buildAsked } from './build-asked.ts'
import { changedSince, versionOf } from './changes.ts'
import { makeReady } from './ready.ts'
import { emptyScratch } from './scratch.ts'
import { walkAsked } from './walk-asked.ts'

const columns = (rows: Project[]) => projectColumns(rows, WORLD.dimension)
const projects = fc.array(anyProject, { minLength: 20, maxLength: 60 }).map(withIds)
/** Job codes count for more than all else, or for as much; a learned table need not rise either. */
const weights = fc.record({ rest: fc.constantFrom(1, 0.2, 0.05), turned: fc.boolean() }).map(
  ({ rest, turned }): Weights => ({
    ...PRIOR,
    tables: Object.fromEntries(
      Object.entries(PRIOR.tables).map(([name, { apply, offer }]) => {
        const part = (curve: readonly number[]) => curve.map((one) => (name === 'code' ? one : one * rest))
        const turn = (curve: readonly number[]) => (turned && name === 'code' ? curve.toReversed() : curve)
        return [name, { apply: turn(part(apply)), offer: turn(part(offer)) }]
      }),
    ) as unknown as Weights['tables'],
  }),
)

function scanned(model: Model<'projects'>, prepared: Prepared, k: number) {
  const top = emptyTop(Math.min(k, model.rows))
  scanRange(model.store, prepared, 0, model.rows, LOWEST, top, emptyHits())
  return top
}

test('what projects ask for, and what is told out without a look, give the list of the full scan', () => {
  fc.assert(
    fc.property(
      projects,
      fc.array(anyProject, { maxLength: 8 }),
      fc.array(fc.nat({ max: 59 }), { maxLength: 8 }),
      anyTalent,
      fc.constantFrom(1, 2, 3, 8),
      fc.func(fc.boolean()),
      weights,
      (rows, later, gone, talent, k, isBlocked, weights) => {
        const model = createModel({ ...WORLD, weights, side: 'projects', rows: columns(rows) })
        const leaves = WORLD.tree.middleOf.length
        const asked = buildAsked(model.store, model.rows, leaves, model.tables, versionOf(model.changes))
        applyDelta(model, { remove: [...new Set(gone)].flatMap((at) => rows[at]?.id ?? []) })
        applyDelta(model, {
          upsert: columns(later.map((one, at) => ({ ...one, id: at < 4 ? rows[0]!.id + at : at * 7000 }))),
        })
        const blocked = bitsOf(
          model,
          rows.map(({ id }) => id).filter((id) => isBlocked(id)),
        )
        const prepared = prepare(model, { ...talent, visible: true, blocked })
        const { asks } = prepared
        if (asks === null) return
        const top = emptyTop(Math.min(k, model.rows))
        const recent = changedSince(model.changes, asked.version)!
        const truth = scanned(model, prepared, k)
        const scratch = emptyScratch(model.store.capacity)
        walkAsked(model.store, asked, recent, { ...prepared, asks }, top, scratch)
        expect([...takeRows(top)]).toEqual([...takeRows(truth)])
      },
    ),
    { numRuns: 2000 },
  )
})

test('many projects are ranked for a person as each alone is, before and after changes', () => {
  const some = (seed: number, numRuns: number, from: number) =>
    fc.sample(anyProject, { numRuns, seed }).map((one, at) => ({ ...one, id: from + at }))
  const model = createModel({ ...WORLD, side: 'projects', rows: columns(some(41, 5000, 0)) })
  const talents = fc.sample(anyTalent, { numRuns: 30, seed: 42 })
  const expectSame = () => {
    for (const talent of talents) {
      const query = { ...talent, visible: true }
      const rows = [...takeRows(scanned(model, prepare(model, query), 40))]
      expect(rank(model, query, 40).map(({ row }) => row)).toEqual(rows)
    }
  }
  expectSame()
  expect(model.asked).not.toBeNull()
  applyDelta(model, { upsert: columns(some(43, 300, 90)), remove: [1, 2, 3, 22, 4999] })
  applyPrices(model, [5, 6, 7], [-4000, 2000, 8192])
  expectSame()
  applyDelta(model, { upsert: columns(some(44, 2000, 4500)) })
  expectSame()
})

test('what projects ask for is made anew in turns, while projects change', async () => {
  const some = (seed: number, numRuns: number, from: number) =>
    columns(fc.sample(anyProject, { numRuns, seed }).map((one, at) => ({ ...one, id: from + at })))
  const model = createModel({ ...WORLD, side: 'projects', rows: some(51, 20_000, 0) })
  const talents = fc.sample(anyTalent, { numRuns: 10, seed: 52 })
  const expectSame = () => {
    for (const talent of talents) {
      const query = { ...talent, visible: true }
      const rows = [...takeRows(scanned(model, prepare(model, query), 40))]
      expect(rank(model, query, 40).map(({ row }) => row)).toEqual(rows)
    }
  }
  const first = makeReady(model)
  for (let turn = 0; turn < 20; turn++) {
    applyDelta(model, { upsert: some(53 + turn, 30, turn * 997), remove: [turn * 31, turn * 53 + 7] })
    await new Promise((resolve) => setImmediate(resolve))
  }
  await first
  const { asked } = model
  expect(asked).not.toBeNull()
  expectSame()
  expect(model.asked).toBe(asked)
  // More than half of what may have changed before a query itself has to make them anew.
  applyDelta(model, { upsert: some(99, 600, 4000) })
  await makeReady(model)
  expect(model.asked).not.toBe(asked)
  expect(model.asked!.version).toBe(versionOf(model.changes))
  expectSame()
})
