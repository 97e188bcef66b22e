import { expect, test } from 'vitest'
import { syntheticOutcomes } from '../../../bench/outcomes.ts'
import { PRIOR, TABLE_SIZES, type Weights } from '../prior.ts'
import { learn } from './learn.ts'
import { PACKED, packBins, unpackBins } from './packed.ts'
import { prove } from './proof.ts'

const outcomes = syntheticOutcomes(300, 3)

test('what was learned is measured on persons that it was not learned from, beside the weights in use', () => {
  const { apply, offer } = prove(outcomes)
  expect(apply!.count).toBe(outcomes.length)
  expect(apply!.came).toBe(outcomes.filter(({ reached }) => reached !== 'shown').length)
  expect(offer!.count).toBe(apply!.came)
  for (const { ece, better } of [apply!, offer!]) {
    expect(ece.learned).toBeLessThan(ece.present)
    expect(better.normal[0]).toBeLessThan(better.value)
    expect(better.normal[1]).toBeGreaterThan(better.value)
  }
})

test('weights that know nothing are surely worse than learned ones, and those that were learned already are not', () => {
  const flat = (size: number) => ({ apply: Array<number>(size).fill(0), offer: Array<number>(size).fill(0) })
  const names = Object.entries(TABLE_SIZES).map(([name, size]) => [name, flat(size)] as const)
  const tables: Weights['tables'] = { ...PRIOR.tables, ...Object.fromEntries(names) }
  expect(prove(outcomes, { weights: { base: PRIOR.base, tables } }).apply!.better.normal[0]).toBeGreaterThan(0)
  const { weights, curves } = learn(outcomes)
  const known = prove(outcomes, { weights, curves }).apply!
  expect(known.better.value).toBeLessThan(prove(outcomes).apply!.better.value)
  expect(known.ece.present).toBeLessThan(0.05)
})

test('nobody and one person prove nothing', () => {
  expect(prove([])).toEqual({ apply: null, offer: null })
  expect(prove(outcomes.filter(({ person }) => person === 4)).apply).toBeNull()
})

test('bins come back from what they were kept as', () => {
  const some = outcomes.slice(0, 50).map(({ bins }) => bins)
  const kept = some.flatMap(packBins)
  expect(kept).toHaveLength(50 * PACKED)
  expect(some.map((_, at) => unpackBins(kept, at))).toEqual(some)
  expect(Object.keys(some[0]!.apply)).toHaveLength(Object.keys(TABLE_SIZES).length)
  expect(() => unpackBins(kept, 50)).toThrow('bins: no pair 50 in 750 numbers')
  expect(() => unpackBins(kept, -1)).toThrow('no pair -1')
  expect(PRIOR.tables.text.apply[some[0]!.apply.text]).toBeDefined()
})
