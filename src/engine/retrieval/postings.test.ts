import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from '../arbitrary.ts'
import { bitsOf } from '../bits.ts'
import { applyDelta } from '../delta.ts'
import { emptyHits } from '../hits.ts'
import { createModel, type Model } from '../model.ts'
import { type Prepared, prepare, type Walk } from '../prepare.ts'
import { type Curve, PRIOR, type TableName, type Weights } from '../prior.ts'
import { rank } from '../rank.ts'
import { type Project, type Talent, talentColumns } from '../records.ts'
import { emptyTop, floorOf, LOWEST, takeRows } from '../top.ts'
import { bestOf, canWalk, scanRange } from './best.ts'
import { changedSince, noChanges, noteChange, versionOf } from './changes.ts'
import { buildPostings, knownPoints, type Postings, ROW_MASK } from './postings.ts'
import { emptyScratch } from './scratch.ts'
import { walkPostings } from './walk.ts'

const talents = fc.array(anyTalent, { minLength: 20, maxLength: 60 }).map(withIds)
const columns = (rows: Talent[]) => talentColumns(rows, WORLD.dimension)
const modelOf = (rows: Talent[], weights = PRIOR) =>
  createModel({ ...WORLD, weights, side: 'talents', rows: columns(rows) })
/** Job codes count for more than all else, or for as much; a learned table need not rise either. */
const weights = fc.record({ rest: fc.constantFrom(1, 0.2, 0.05), turned: fc.boolean() }).map(
  ({ rest, turned }): Weights => ({
    ...PRIOR,
    tables: mapTables(({ apply, offer }, name) => {
      const part = name === 'code' ? 1 : rest
      const curve = { apply: apply.map((one) => one * part), offer: offer.map((one) => one * part) }
      return turned && name === 'code' ? { apply: curve.apply, offer: curve.offer.toReversed() } : curve
    }),
  }),
)

function mapTables(change: (curve: Curve, name: TableName) => Curve): Weights['tables'] {
  const tables = Object.entries(PRIOR.tables).map(([name, curve]) => [name, change(curve, name as TableName)])
  return Object.fromEntries(tables)
}
const postingsOf = (model: Model<'talents'>) =>
  buildPostings(
    model.store,
    model.rows,
    WORLD.tree.middleOf.length,
    knownPoints(model.tables),
    versionOf(model.changes),
    null,
  )

function scanned(model: Model<'talents'>, prepared: Prepared, k: number) {
  const top = emptyTop(Math.min(k, model.rows))
  scanRange(model.store, prepared, 0, model.rows, LOWEST, top, emptyHits())
  return top
}

function walked(
  model: Model<'talents'>,
  prepared: Prepared & { walk: Walk },
  k: number,
  postings: Postings,
  most: number,
) {
  const top = emptyTop(Math.min(k, model.rows))
  const recent = changedSince(model.changes, postings.version)!
  const { exact } = walkPostings(model.store, postings, recent, prepared, most, top, emptyScratch(model.store.capacity))
  return { top, exact }
}

test('where the certificate holds, postings give the list of the full scan; where not, a floor of it', () => {
  let [held, widened] = [0, 0]
  fc.assert(
    fc.property(
      talents,
      fc.array(anyTalent, { maxLength: 8 }),
      fc.array(fc.nat({ max: 59 }), { maxLength: 8 }),
      anyProject,
      fc.constantFrom(1, 2, 3, 8),
      fc.constantFrom(5, 20, Number.POSITIVE_INFINITY),
      fc.func(fc.boolean()),
      weights,
      (rows, later, gone, project, k, most, isBlocked, weights) => {
        const model = modelOf(rows, weights)
        const postings = postingsOf(model)
        applyDelta(model, { remove: [...new Set(gone)].flatMap((at) => rows[at]?.id ?? []) })
        applyDelta(model, {
          upsert: columns(later.map((one, at) => ({ ...one, id: at < 4 ? rows[0]!.id + at : at * 7000 }))),
        })
        const blocked = bitsOf(
          model,
          rows.map(({ id }) => id).filter((id) => isBlocked(id)),
        )
        const prepared = prepare(model, { ...project, blocked })
        if (!canWalk(prepared)) return
        const { top, exact } = walked(model, prepared, k, postings, most)
        const truth = scanned(model, prepared, k)
        if (exact) {
          held++
          expect([...takeRows(top)]).toEqual([...takeRows(truth)])
        } else {
          widened++
          expect(floorOf(top)).toBeLessThanOrEqual(floorOf(truth))
        }
      },
    ),
    { numRuns: 2000 },
  )
  expect(Math.min(held, widened)).toBeGreaterThan(200)
})

test('equal scores go to the lower id, whether outside or inside of what was walked', () => {
  const same: Talent = { codes: [{ code: 0, level: 3, evidence: 2, years: 3 }], hours: 10 }
  const rows = Array.from({ length: 30 }, (_, at) => ({ ...same, id: 100 - at }))
  const model = modelOf(rows)
  const prepared = prepare(model, { codes: [{ code: 0, level: 3, must: true }], hours: 10 })
  if (!canWalk(prepared)) throw new Error('there is nothing to walk')
  const { top } = walked(model, prepared, 3, postingsOf(model), Number.POSITIVE_INFINITY)
  expect(Array.from(takeRows(top), (row) => model.store.id[row])).toEqual([71, 72, 73])
})

test('a model large enough for postings ranks as a scan does, before and after changes', () => {
  const people = fc.sample(anyTalent, { numRuns: 6000, seed: 5 }).map((one, id) => ({ ...one, id }))
  const model = modelOf(people)
  const projects = fc.sample(anyProject, { numRuns: 40, seed: 6 }).map((one): Project => ({ ...one, open: true }))
  const expectSame = () => {
    for (const project of projects) {
      const prepared = prepare(model, project)
      const ids = Array.from(takeRows(scanned(model, prepared, 50)), (row) => model.store.id[row])
      expect(rank(model, project, 50).map(({ id }) => id)).toEqual(ids)
    }
  }
  expectSame()
  expect(model.postings).not.toBeNull()
  const changed = fc.sample(anyTalent, { numRuns: 300, seed: 7 }).map((one, at) => ({ ...one, id: at * 21 }))
  applyDelta(model, { upsert: columns(changed), remove: [1, 2, 3, 22, 5000] })
  expectSame()
  const more = fc.sample(anyTalent, { numRuns: 2000, seed: 8 }).map((one, at) => ({ ...one, id: 5000 + at }))
  applyDelta(model, { upsert: columns(more) })
  expectSame()
})

test('a project that nobody can meet, or that wants no codes, has the answer of the scan', () => {
  const model = modelOf(fc.sample(anyTalent, { numRuns: 5000, seed: 9 }).map((one, id) => ({ ...one, id })))
  expect(bestOf(model, prepare(model, { open: false, codes: [{ code: 1, level: 2 }] }), 10).size).toBe(0)
  const prepared = prepare(model, {})
  expect([...takeRows(bestOf(model, prepared, 10))]).toEqual([...takeRows(scanned(model, prepared, 10))])
})

test('changes are remembered in order, and what is forgotten is said', () => {
  const changes = noChanges()
  for (let row = 0; row < 5; row++) noteChange(changes, row)
  expect(changedSince(changes, 3)).toEqual([3, 4])
  for (let row = 5; row < 70000; row++) noteChange(changes, row)
  expect(versionOf(changes)).toBe(70000)
  expect(changedSince(changes, 3)).toBeNull()
  expect(changedSince(changes, 69998)).toEqual([69998, 69999])
})

test('whoever changes while postings are made in another thread costs nobody a place', () => {
  const rows = fc.sample(anyTalent, { numRuns: 60, seed: 61 })
  const model = modelOf(rows.map((one, id) => ({ ...one, id, visible: true, codes: [{ code: id % 3, level: 2 }] })))
  const { store, rows: count } = model
  const { record, answer } = knownPoints(model.tables)
  // The second round begins when everybody was asked for their points once: then the first one says another code and is known for more.
  let asked = 0
  const watched = new Proxy(record, {
    get(points, at) {
      if (typeof at === 'string' && asked++ === count) {
        const one = modelOf([{ id: 0, visible: true, codes: [{ code: 1, level: 2 }] }]).store
        store.bytes.set(one.bytes.subarray(0, 50), 0)
      }
      return Reflect.get(points, at)
    },
  })
  const left = new Set<number>()
  const leaves = WORLD.tree.middleOf.length
  const made = buildPostings(store, count, leaves, { record: watched, answer }, 0, null, (row) => left.add(row))
  const placed = (from: number, to: number) =>
    new Set(Array.from(made.rows.subarray(from, to), (row) => row & ROW_MASK))
  const [ofCode, all] = [placed(made.starts[1]!, made.starts[2]!), placed(made.starts.at(-2)!, made.starts.at(-1)!)]
  for (let row = 1; row < count; row++) {
    expect(all.has(row) || left.has(row)).toBe(true)
    if (row % 3 === 1) expect(ofCode.has(row) || left.has(row)).toBe(true)
  }
  expect([...left].filter((row) => row % 3 === 1)).not.toEqual([])
})
