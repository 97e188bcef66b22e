import { expect, test } from 'vitest'
import { WORTH } from './bins.ts'
import { fixedTables, type PointTable } from './fixed.ts'
import { tiePoints } from './lookups.ts'
import { levelPoints } from './points.ts'
import { PRIOR, type TableName } from './prior.ts'

const tables = fixedTables(PRIOR)
const rises = (values: ArrayLike<number>) =>
  Array.from(values).every((value, at, all) => at === 0 || value >= all[at - 1]!)

test('every table rises with its bin, for applying and for offering; "not said" stands apart', () => {
  const first: Partial<Record<TableName, number>> = {
    code: 0,
    level: 0,
    tie: 0,
    work: 0,
    record: 0,
    industry: 1,
    hours: 1,
    fee: 1,
  }
  for (const [name, from] of Object.entries({ ...first, motive: 1, text: 1 })) {
    const { apply, offer }: PointTable = tables.points[name as TableName]
    expect([name, rises(apply.subarray(from)), rises(offer.subarray(from))]).toEqual([name, true, true])
  }
})

test('answering rises with the rate and with the last visit', () => {
  const { both } = tables.points.answer
  for (const at of [0, 1, 2, 3]) {
    expect(rises(both.subarray(at * 4, at * 4 + 4))).toBe(true)
    expect(rises([0, 1, 2, 3].map((seen) => both[seen * 4 + at]!))).toBe(true)
  }
})

test('the two interactions leave levels and ties rising', () => {
  const level = levelPoints(tables)
  for (const worth of WORTH.flat()) expect(rises(level.subarray(worth * 16, worth * 16 + 16))).toBe(true)
  const tie = tiePoints(tables)
  for (let visits = 0; visits < 6; visits++) expect(rises(tie.subarray(visits * 16, visits * 16 + 16))).toBe(true)
})
