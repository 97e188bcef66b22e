import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyProject, anyTalent, WORLD, withIds } from './arbitrary.ts'
import { applyDelta, applyPrices } from './delta.ts'
import { createModel } from './model.ts'
import { rank } from './rank.ts'
import { type Talent, talentColumns } from './records.ts'

const columns = (talents: Talent[]) => talentColumns(talents, WORLD.dimension)
const modelOf = (talents: Talent[]) => createModel({ ...WORLD, side: 'talents', rows: columns(talents) })
const ids = fc.integer({ min: -20, max: 20 })
const step = fc.record({
  upsert: fc.uniqueArray(fc.tuple(ids, anyTalent), { selector: ([id]) => id, maxLength: 8 }),
  remove: fc.uniqueArray(ids, { maxLength: 8 }),
})

test('a row of deltas gives the same ranking as building anew', () => {
  fc.assert(
    fc.property(
      fc.array(anyTalent, { maxLength: 10 }),
      fc.array(step, { maxLength: 5 }),
      anyProject,
      (start, steps, project) => {
        const truth = new Map<number, Talent>(start.map((talent, id) => [id, { ...talent, id }]))
        const model = modelOf([...truth.values()])
        for (const { upsert, remove } of steps) {
          const known = remove.filter((id) => truth.delete(id))
          const added = upsert.filter(([id]) => !truth.has(id))
          for (const [id, talent] of upsert) truth.set(id, { ...talent, id })
          const done = applyDelta(model, { upsert: columns(upsert.map(([id, one]) => ({ ...one, id }))), remove })
          expect(done).toEqual({ added: added.length, replaced: upsert.length - added.length, removed: known.length })
        }
        const answer = (from: typeof model) =>
          rank(from, project, 100).map(({ id, score, points }) => ({ id, score, points }))
        expect(answer(model)).toEqual(answer(modelOf([...truth.values()])))
        expect(model.rowOf.size).toBe(truth.size)
      },
    ),
  )
})

test('rows keep their numbers, and a freed one is used again', () => {
  const model = modelOf(withIds(fc.sample(anyTalent, { numRuns: 5, seed: 1 })))
  const [first, second] = [model.store.id[0]!, model.store.id[1]!]
  applyDelta(model, { remove: [first] })
  applyDelta(model, { upsert: columns([{ id: 777, hours: 10 }]) })
  expect(model.rowOf.get(777)).toBe(0)
  expect(model.rowOf.get(second)).toBe(1)
  expect(model.rows).toBe(5)
})

test('a wrong delta changes nothing', () => {
  const model = modelOf(withIds([{ hours: 10 }, { hours: 20 }]))
  const before = rank(model, {}, 10)
  const twice = { id: [9, 9] }
  expect(() => applyDelta(model, { upsert: twice, remove: [before[0]!.id] })).toThrow('id, row 1: 9 is there twice')
  expect(() => applyDelta(model, { upsert: { id: [9], hours: [-1] } })).toThrow('hours, row 0: -1')
  expect(() => applyDelta(model, { remove: [Number.NaN] })).toThrow('id, row 0: NaN')
  expect(rank(model, {}, 10)).toEqual(before)
})

test('prices set are those of rows put in with them, and what stands there already is no change', () => {
  fc.assert(
    fc.property(
      fc.array(anyTalent, { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 8, maxLength: 8 }),
      anyProject,
      (list, prices, project) => {
        const talents = withIds(list)
        const model = modelOf(talents)
        applyPrices(model, [...talents.map(({ id }) => id), 999], [...prices.slice(0, talents.length), 5])
        const priced = talents.map((talent, at) => ({ ...talent, price: prices[at]! }))
        expect(rank(model, project, 10)).toEqual(rank(modelOf(priced), project, 10))
        const before = model.changes.rows.length
        applyDelta(model, { upsert: columns(priced) })
        expect(model.changes.rows.length).toBe(before)
      },
    ),
  )
  expect(() => applyPrices(modelOf([]), [1], [40_000])).toThrow('price, row 0: 40000')
})
