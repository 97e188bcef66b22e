import { AGREEMENT, VISITS_NEEDED } from './bins.ts'
import { hasBit } from './bits.ts'
import { agreement } from './facts.ts'
import { CODE_NONE, FEE_NOT_SAID, HOURS_NOT_SAID, PROJECT_VISITS_NOT_SAID, TALENT_CODES } from './fields.ts'
import type { Model } from './model.ts'
import { checkBlocked, type QueryOf, rowOf } from './prepare.ts'
import { projectColumns } from './records.ts'
import { type ProjectRow, TALENT_AT } from './row.ts'
import { STRIDE } from './store.ts'
import type { ChangeOf } from './whatif.ts'

/** Different job codes in a query and its changes: one bit each. */
const MOST_CODES = 31

/**
 * How many people meet everything that one project asks for, and how many would if it asked for something else: one scan.
 * Somebody fits who passes the filters of `rank`, knows every must-have job code or one in the same middle (where none is a
 * must, every code), has the hours, hopes for no more than the fee offered, and accepts as many visits as are asked. What
 * either side has not said speaks against nobody. Level, ties and all else only order people, and do not count here.
 * @param query one project; `blocked` rows are not counted
 * @param changes parts of a record instead of the query's own, for instance `{ hours: 11 }`; each by itself
 * @returns people now, and for each change in its order; all 0 while the project is not open
 * @throws RangeError when a value of the query or of a change is out of range, or more than 31 different codes are asked for
 */
export function countFits(
  model: Model<'talents'>,
  query: QueryOf<'talents'>,
  changes: readonly ChangeOf<'projects'>[] = [],
): { now: number; after: number[] } {
  const { world, store, rows } = model
  const blocked = checkBlocked(model, query.blocked)
  const asked = [{}, ...changes].map((change) =>
    rowOf('projects', projectColumns([{ ...query, ...change }], world.dimension), world),
  )
  const bits = bitOfCode(asked)
  const meets = Uint32Array.from(world.tree.middleOf, (_, leaf) => {
    let met = 0
    for (const [code, bit] of bits) if (agreement(world, code, leaf) >= AGREEMENT.middle) met |= bit
    return met
  })
  const limits = asked.map((row) => limitsOf(row, bits))
  /** Codes that every change leaves a must: whoever lacks one is out at once. */
  const always = limits.reduce((mask, { need }) => mask & need, -1)
  const counts = limits.map(() => 0)
  for (let row = 0; row < rows; row++) {
    const start = row * STRIDE.talents
    let met = 0
    for (let slot = 0, at = (start + TALENT_AT.codes) >> 1; slot < TALENT_CODES; slot++) {
      const own = store.halves[at + slot]!
      if (own === CODE_NONE) break
      met |= meets[own]!
    }
    if ((met & always) !== always) continue
    const free = store.bytes[start + TALENT_AT.hours]!
    if (store.bytes[start + TALENT_AT.live] === 0 || free === 0) continue
    if (blocked !== null && hasBit(blocked, row)) continue
    const hoped = store.halves[(start + TALENT_AT.fee) >> 1]!
    const visits = store.bytes[start + TALENT_AT.visits]!
    const times = store.bytes[start + TALENT_AT.times]!
    for (let at = 0; at < limits.length; at++) {
      const { need, hours, fee, visit, time, open } = limits[at]!
      if (
        open &&
        (met & need) === need &&
        free >= hours &&
        (hoped <= fee || hoped === FEE_NOT_SAID) &&
        visits >= visit &&
        (times === 0 || (times & time) !== 0)
      ) {
        counts[at]!++
      }
    }
  }
  return { now: counts[0]!, after: counts.slice(1) }
}

/** What a talent's columns must reach. "Not said" is the highest value of hours and visits, so it always does. */
function limitsOf(row: ProjectRow, bits: ReadonlyMap<number, number>) {
  const musts = row.shape[0]! % 5
  const hours = row.hours[0]!
  const visits = row.work[0]! >> 1
  return {
    open: row.live[0] === 1,
    need: Array.from(row.codes.subarray(0, musts)).reduce((mask, code) => mask | bits.get(code)!, 0),
    hours: hours === HOURS_NOT_SAID ? 0 : hours,
    fee: row.fee[0]!,
    visit: visits === PROJECT_VISITS_NOT_SAID ? 0 : VISITS_NEEDED[visits]!,
    time: row.times[0]! || 255,
  }
}

function bitOfCode(asked: readonly ProjectRow[]): Map<number, number> {
  const codes = new Set(asked.flatMap((row) => Array.from(row.codes.subarray(0, row.shape[0]! % 5))))
  if (codes.size > MOST_CODES) throw new RangeError(`changes: ${codes.size} different codes, at most ${MOST_CODES}`)
  return new Map(Array.from(codes, (code, at) => [code, 1 << at]))
}
