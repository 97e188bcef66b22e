import { AT, FACTOR_COUNT } from './factors.ts'
import { TABLE_SIZES, type TableName, type Weights } from './prior.ts'

/** Points to a logit: points are whole numbers, so a sum is exact in any order and on any kernel. */
export const POINTS_PER_LOGIT = 4096
/** Largest points of one factor in either direction (just under 8 logits). */
export const MAX_POINTS = 32767

export interface PointTable {
  apply: Int16Array
  offer: Int16Array
  /** apply + offer, bin by bin. */
  both: Int16Array
}

export interface Tables {
  base: { apply: number; offer: number }
  points: Record<TableName, PointTable>
}

/**
 * Turns logits into fixed-point tables.
 * @throws RangeError when a table has another number of bins than TABLE_SIZES, a value is not finite, or the
 *   points of one factor (with its interaction) could leave ±32,767.
 */
export function fixedTables(weights: Weights): Tables {
  const points = {} as Record<TableName, PointTable>
  for (const name of Object.keys(TABLE_SIZES) as TableName[]) {
    const apply = fixed(`weights.${name}.apply`, weights.tables[name].apply, TABLE_SIZES[name])
    const offer = fixed(`weights.${name}.offer`, weights.tables[name].offer, TABLE_SIZES[name])
    points[name] = { apply, offer, both: apply.map((value, bin) => value + offer[bin]!) }
  }
  const reach = (name: TableName) => largest(points[name].apply) + largest(points[name].offer)
  for (const name of Object.keys(TABLE_SIZES) as TableName[]) {
    const partner = name === 'level' ? reach('codeLevel') : name === 'tie' ? reach('tieOnSite') : 0
    if (reach(name) + partner > MAX_POINTS) throw new RangeError(`weights.${name}: more than 8 logits in one factor`)
  }
  const [apply, offer] = [
    toPoints('weights.base.apply', weights.base.apply),
    toPoints('weights.base.offer', weights.base.offer),
  ]
  return { base: { apply, offer }, points }
}

/** Highest points each factor can bring over all pairs; 0 for crowding. */
export function highestPoints({ points }: Tables): Int16Array {
  const best = new Int16Array(FACTOR_COUNT)
  for (const name of ['code', 'industry', 'hours', 'fee', 'work', 'motive', 'text'] as const) {
    best[AT[name]] = Math.max(...points[name].both)
  }
  for (const name of ['record', 'answer'] as const) {
    best[AT[name]] = Math.max(...points[name].apply) + Math.max(...points[name].offer)
  }
  best[AT.level] = Math.max(...points.level.both) + Math.max(...points.codeLevel.both)
  best[AT.tie] = Math.max(...points.tie.both) + Math.max(...points.tieOnSite.both)
  return best
}

function fixed(name: string, logits: readonly number[], size: number): Int16Array {
  if (logits.length !== size) throw new RangeError(`${name}: ${logits.length} bins, must be ${size}`)
  return Int16Array.from(logits, (logit, bin) => toPoints(`${name}[${bin}]`, logit))
}

function toPoints(name: string, logit: number): number {
  const points = Math.round(logit * POINTS_PER_LOGIT)
  if (!(Math.abs(points) <= MAX_POINTS)) throw new RangeError(`${name}: ${logit} is not a logit between -8 and 8`)
  return points
}

function largest(table: Int16Array): number {
  return table.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}
