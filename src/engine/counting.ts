import { AGREEMENT, VISITS_NEEDED } from './bins.ts'
import { bitsOf, hasBit, idsOf } from './bits.ts'
import { agreement } from './facts.ts'
import { CODE_NONE, FEE_NOT_SAID, HOURS_NOT_SAID, PROJECT_VISITS_NOT_SAID, TALENT_CODES } from './fields.ts'
import { BLOCK } from './hits.ts'
import type { Model } from './model.ts'
import { checkBlocked, type QueryOf, rowOf } from './prepare.ts'
import { projectColumns } from './records.ts'
import { changedSince, versionOf } from './retrieval/changes.ts'
import { type ProjectRow, TALENT_AT } from './row.ts'
import { STRIDE, type Store } from './store.ts'
import type { ChangeOf } from './whatif.ts'

/** Different job codes in a query and its changes: one bit each. */
const MOST_CODES = 31

/** People who fit now, and with each change. */
export interface FitCounts {
  now: number
  after: number[]
}

/** A question of countFits made ready. */
export interface Count {
  /** What is asked for, now and with each change. */
  limits: Limits[]
  /** By leaf, bits of the codes that it meets. */
  meets: Uint32Array
  /** Codes that every change leaves a must: whoever lacks one is out at once. */
  always: number
  blocked: Uint32Array | null
}

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
): FitCounts {
  const count = prepareCount(model, query, changes)
  const counts = count.limits.map(() => 0)
  countRows(model.store, count, 0, model.rows, counts)
  return fitCounts(counts)
}

/** @throws RangeError as countFits does */
export function prepareCount(
  model: Model<'talents'>,
  query: QueryOf<'talents'>,
  changes: readonly ChangeOf<'projects'>[] = [],
): Count {
  const { world } = model
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
  const always = limits.reduce((mask, { need }) => mask & need, -1)
  return { limits, meets, always, blocked: checkBlocked(model, query.blocked) }
}

export function fitCounts(counts: readonly number[]): FitCounts {
  return { now: counts[0]!, after: counts.slice(1) }
}

/** Adds to `counts` the rows `from` … `to` - 1 that fit. */
export function countRows(
  { bytes, halves }: Store,
  { limits, meets, always, blocked }: Count,
  from: number,
  to: number,
  counts: number[],
): void {
  for (let row = from; row < to; row++) {
    const start = row * STRIDE.talents
    let met = 0
    for (let slot = 0, at = (start + TALENT_AT.codes) >> 1; slot < TALENT_CODES; slot++) {
      const own = halves[at + slot]!
      if (own === CODE_NONE) break
      met |= meets[own]!
    }
    if ((met & always) !== always) continue
    const free = bytes[start + TALENT_AT.hours]!
    if (bytes[start + TALENT_AT.live] === 0 || free === 0) continue
    if (blocked !== null && hasBit(blocked, row)) continue
    const hoped = halves[(start + TALENT_AT.fee) >> 1]!
    const visits = bytes[start + TALENT_AT.visits]!
    const times = bytes[start + TALENT_AT.times]!
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
}

/** Blocks counted before others have a turn: about a millisecond. */
const BLOCKS_AT_ONCE = 4

/**
 * The same without keeping this thread: others have a turn in between, and blocks with rows that they change are counted anew
 * at the end. So the counts are those of the model as it is when the answer comes.
 */
export async function countInSlices(model: Model<'talents'>, count: Count): Promise<FitCounts> {
  const [version, hidden] = [versionOf(model.changes), idsOf(model, count.blocked)]
  const byBlock: number[][] = []
  const look = (block: number) => {
    const counts = count.limits.map(() => 0)
    countRows(model.store, count, block * BLOCK, Math.min(model.rows, (block + 1) * BLOCK), counts)
    byBlock[block] = counts
  }
  for (let block = 0; block * BLOCK < model.rows; block++) {
    // Rows that came meanwhile have no bit yet; their block is looked at again.
    if (block * BLOCK + BLOCK <= (count.blocked?.length ?? Infinity) * 32) look(block)
    if (block % BLOCKS_AT_ONCE === BLOCKS_AT_ONCE - 1) await new Promise((resolve) => setImmediate(resolve))
  }
  const changed = changedSince(model.changes, version)
  if (hidden.size > 0) count.blocked = bitsOf(model, hidden)
  const blocks = Math.ceil(model.rows / BLOCK)
  const again = new Set(changed?.map((row) => Math.floor(row / BLOCK)) ?? Array.from({ length: blocks }, (_, at) => at))
  for (let block = 0; block < blocks; block++) if (again.has(block) || byBlock[block] === undefined) look(block)
  return fitCounts(count.limits.map((_, at) => byBlock.reduce((sum, counts) => sum + counts[at]!, 0)))
}

export interface Limits {
  open: boolean
  /** Bits of the codes. */
  need: number
  hours: number
  fee: number
  visit: number
  time: number
}

/** What a talent's columns must reach. "Not said" is the highest value of hours and visits, so it always does. */
function limitsOf(row: ProjectRow, bits: ReadonlyMap<number, number>): Limits {
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
