import type { PairBins } from '../points.ts'
import type { TableName } from '../prior.ts'
import { TABLE_NAMES } from './shape.ts'

/** Tables whose bin is another for offering than for applying. */
const APART: readonly TableName[] = ['record', 'answer']

/** Numbers that the bins of one pair are kept as. */
export const PACKED = TABLE_NAMES.length + APART.length

/** The bins of one pair as `PACKED` whole numbers: those of applying in the order of TABLE_SIZES, then those that differ for offering. */
export function packBins({ apply, offer }: PairBins): number[] {
  return [...TABLE_NAMES.map((name) => apply[name]), ...APART.map((name) => offer[name])]
}

/** What `packBins` made, read from the pair number `at` of many. Throws RangeError when they end before. */
export function unpackBins(numbers: ArrayLike<number>, at: number): PairBins {
  const from = at * PACKED
  if (!(Number.isInteger(at) && at >= 0 && from + PACKED <= numbers.length))
    throw new RangeError(`bins: no pair ${at} in ${numbers.length} numbers`)
  const apply = Object.fromEntries(TABLE_NAMES.map((name, table) => [name, numbers[from + table]!]))
  const apart = APART.map((name, table) => [name, numbers[from + TABLE_NAMES.length + table]!] as const)
  return { apply, offer: { ...apply, ...Object.fromEntries(apart) } } as PairBins
}
