import { type Count, countRows, type FitCounts, fitCounts } from '../counting.ts'
import { FEE_NOT_SAID } from '../fields.ts'
import type { Model } from '../model.ts'
import { scratchOf } from './best.ts'
import { DIGEST, DIGEST_AT, type Postings, ROW_MASK } from './postings.ts'

/**
 * Counts among those alone who know what is asked for most rarely, as their postings tell it.
 * @param recent rows that changed since the postings were made; null: too many
 * @param most postings that may be read
 * @returns null where it cannot be told so: nothing is asked for, there are no postings, or too many of them
 */
export function countByPostings(
  model: Model<'talents'>,
  count: Count,
  recent: readonly number[] | null,
  most: number,
): FitCounts | null {
  const { postings, store } = model
  if (postings === null || recent === null) return null
  const leaves = leavesToWalk(postings, count)
  const cost = leaves?.reduce((sum, leaf) => sum + sizeOf(postings, leaf), 0) ?? Infinity
  if (leaves === null || cost > most) return null
  const counts = count.limits.map(() => 0)
  const { seen } = scratchOf(model)
  seen.fill(0)
  const look = (row: number) => {
    const bit = 1 << (row & 31)
    if ((seen[row >> 5]! & bit) !== 0) return
    seen[row >> 5]! |= bit
    countRows(store, count, row, row + 1, counts)
  }
  for (const row of recent) look(row)
  const { rows, digests, halves, starts } = postings
  const { hours, fee, visit, time } = loosest(count)
  for (const leaf of leaves) {
    for (let at = starts[leaf]!; at < starts[leaf + 1]!; at++) {
      const byte = at * DIGEST
      const hoped = halves[(byte + DIGEST_AT.fee) >> 1]!
      const times = digests[byte + DIGEST_AT.times]!
      if (digests[byte + DIGEST_AT.hours]! < hours || (hoped > fee && hoped !== FEE_NOT_SAID)) continue
      if (digests[byte + DIGEST_AT.way]! % WAYS < visit || (times !== 0 && (times & time) === 0)) continue
      look(rows[at]! & ROW_MASK)
    }
  }
  return fitCounts(counts)
}

/** Values of the visits that a talent accepts, in the byte that tells prefecture × 5 + visits. */
const WAYS = 5

/** The leaves that meet a code of each question, of each the code that fewest know; null where one asks for no code. */
function leavesToWalk(postings: Postings, { limits, meets }: Count): number[] | null {
  const sizes = new Map<number, number>()
  for (let leaf = 0; leaf < meets.length; leaf++) {
    for (let left = meets[leaf]!; left !== 0; left &= left - 1) {
      const bit = left & -left
      sizes.set(bit, (sizes.get(bit) ?? 0) + sizeOf(postings, leaf))
    }
  }
  let chosen = 0
  for (const { open, need } of limits) {
    if (!open) continue
    if (need === 0) return null
    const bits = [...sizes.keys()].filter((bit) => (need & bit) !== 0)
    chosen |= bits.reduce((least, bit) => (sizes.get(bit)! < sizes.get(least)! ? bit : least))
  }
  return Array.from(meets.keys()).filter((leaf) => (meets[leaf]! & chosen) !== 0)
}

function sizeOf({ starts }: Postings, leaf: number): number {
  return starts[leaf + 1]! - starts[leaf]!
}

/** What whoever fits one of the questions reaches in any case. */
function loosest({ limits }: Count) {
  return {
    hours: Math.max(1, Math.min(...limits.map(({ hours }) => hours))),
    fee: Math.max(...limits.map(({ fee }) => fee)),
    visit: Math.min(...limits.map(({ visit }) => visit)),
    time: limits.reduce((all, { time }) => all | time, 0),
  }
}
