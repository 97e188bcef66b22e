import { bitsOf, hasBit } from './bits.ts'
import { CODE_NONE, TALENT_CODES, TALENT_TIES } from './fields.ts'
import { BLOCK } from './hits.ts'
import type { Model } from './model.ts'
import { type Prepared, prepare, type QueryOf } from './prepare.ts'
import { checkK, type Ranked, rankedRows } from './rank.ts'
import { scratchOf } from './retrieval/best.ts'
import { versionOf } from './retrieval/changes.ts'
import { offerHits } from './retrieval/offer.ts'
import { TALENT_AT } from './row.ts'
import { STRIDE } from './store.ts'
import { emptyTop, floorOf } from './top.ts'

/** What people are narrowed by. What somebody has not said speaks against nobody. */
export interface Narrowing {
  /** Each must be met, by a job code or by a prefecture of the home or of a tie; at most 8. */
  words: readonly { leaves: Iterable<number>; prefectures: Iterable<number> }[]
  /** Leaves of which one must be known; null: any. */
  leaves: Iterable<number> | null
  /** Where somebody lives, and where somebody has a tie. */
  prefecture: number | null
  tied: number | null
  /** More free hours a month than these; a fee hoped for below this. */
  hours: number | null
  fee: number | null
  visits: 'remote' | 'visits' | null
}

/** Bits of the filters, in the order in which their counts are kept. */
const [LEAVES, PREFECTURE, TIED, HOURS, FEE, VISITS] = [1, 2, 4, 8, 16, 32] as const
const PREFECTURES = 48
/** Looked up once: a million rows ask for them. */
const ROW = STRIDE.talents
const { hours: HOURS_AT, visits: VISITS_AT, live: LIVE_AT, seeks: SEEKS_AT, times: TIMES_AT } = TALENT_AT
const { prefecture: HOME_AT, codes: CODES_AT, tiePlaces: TIES_AT, fee: FEE_AT } = TALENT_AT
/** Rows looked at before others have a turn: two to three milliseconds. */
const SLICE = 32_768
/** After as many beginnings the rows that changed meanwhile have to wait. */
const MOST_BEGINNINGS = 3

/** How many there would be with each further choice, in the place of what is chosen there now. */
export interface Counts {
  leaves: Uint32Array
  middles: Uint32Array
  majors: Uint32Array
  prefectures: Uint32Array
  tied: Uint32Array
  /** By hours and by fee in hundreds of yen, so that a band is a sum. */
  hours: Uint32Array
  fees: Uint32Array
  remote: number
  visits: number
}

export interface Narrowed {
  count: number
  counts: Counts
  /** The first k, best or newest first. */
  ranked: Ranked[]
}

export type Search = {
  narrowing: Narrowing
  /** The project that people are compared with; whoever could not do it at all is left out, as `rank` does. */
  query: QueryOf<'talents'>
  /** Ids that are as if they were not there. */
  hidden: Iterable<number>
  by: 'fit' | 'newest'
  k: number
}

/**
 * People who have all that is asked for, how many there would be with every further choice, and the first k of them: all in
 * passes over the rows in memory, in slices, so that others have a turn. Where rows change meanwhile it begins anew, so the
 * answer is that of one moment.
 * @throws RangeError when k or a value of the query is out of range
 */
export async function searchRows(model: Model<'talents'>, search: Search): Promise<Narrowed> {
  for (let beginning = 1; ; beginning++) {
    const version = versionOf(model.changes)
    const steps = searchSteps(model, search)
    for (;;) {
      const step = steps.next()
      if (step.done) return step.value
      if (beginning === MOST_BEGINNINGS) continue
      await new Promise((resolve) => setImmediate(resolve))
      if (versionOf(model.changes) !== version) break
    }
  }
}

function* searchSteps(model: Model<'talents'>, search: Search): Generator<undefined, Narrowed> {
  checkK(search.k)
  const prepared = prepare(model, search.query)
  const { rows, counts } = yield* narrowedRows(model, search, prepared)
  const first = search.by === 'fit' ? rows : newestOf(model, rows, search.k)
  const ranked = yield* rankedAmong(model, prepared, first, search.k)
  if (search.by === 'fit') return { count: rows.length, counts, ranked }
  const byRow = new Map(ranked.map((one) => [one.row, one]))
  return { count: rows.length, counts, ranked: Array.from(first).flatMap((row) => byRow.get(row) ?? []) }
}

function* narrowedRows(model: Model<'talents'>, { narrowing, hidden }: Search, prepared: Prepared) {
  const { store, rows: all, world } = model
  const { bytes, halves } = store
  const { middleOf, majorOf } = world.tree
  const leafCount = middleOf.length
  const look = prepared.walk?.wanted.look
  const out = bitsOf(model, hidden)
  const wordsOfLeaf = new Uint8Array(leafCount)
  const wordsOfPrefecture = new Uint8Array(PREFECTURES)
  narrowing.words.forEach(({ leaves, prefectures }, word) => {
    for (const leaf of leaves) wordsOfLeaf[leaf]! |= 1 << word
    for (const prefecture of prefectures) wordsOfPrefecture[prefecture]! |= 1 << word
  })
  const allWords = (1 << narrowing.words.length) - 1
  const wanted = narrowing.leaves === null ? null : bitmapOf(leafCount, narrowing.leaves)
  const counts = emptyCounts(leafCount, majorOf.length, Math.max(0, ...Array.from(majorOf)) + 1)
  const [middlesSeen, majorsSeen] = [new Int32Array(counts.middles.length), new Int32Array(counts.majors.length)]
  const tiesSeen = new Int32Array(PREFECTURES)
  const leavesSeen = new Int32Array(leafCount)
  const found = new Int32Array(all)
  const { leaves, middles, majors, prefectures, tied, hours, fees } = counts
  const asked = narrowing
  const [inPrefecture, tiedTo, moreHours, lessFee] = [asked.prefecture, asked.tied, asked.hours, asked.fee]
  const [isRemote, isVisits] = [asked.visits === 'remote', asked.visits === 'visits']
  const barsRemoteOnly = look?.barsRemoteOnly ?? false
  const askedTimes = look?.times ?? 0
  const last = look === undefined ? 0 : all
  let size = 0
  // A function of its own, because what gives way in between runs slower.
  const lookAt = (from: number, to: number) => {
    for (let row = from; row < to; row++) {
      const start = row * ROW
      const free = bytes[start + HOURS_AT]!
      const visits = bytes[start + VISITS_AT]!
      if (bytes[start + LIVE_AT] === 0 || bytes[start + SEEKS_AT] === 0 || free === 0) continue
      if ((barsRemoteOnly && visits === 0) || hasBit(out, row)) continue
      const times = bytes[start + TIMES_AT]!
      if (times !== 0 && (times & askedTimes) === 0) continue
      const codesAt = (start + CODES_AT) >> 1
      const tiesAt = (start + TIES_AT) >> 1
      const home = bytes[start + HOME_AT]!
      const hoped = halves[(start + FEE_AT) >> 1]!
      let met = wordsOfPrefecture[home]!
      let known = wanted === null
      let isTied = tiedTo === null
      for (let slot = 0; slot < TALENT_CODES; slot++) {
        const leaf = halves[codesAt + slot]!
        if (leaf === CODE_NONE) break
        met |= wordsOfLeaf[leaf]!
        if (wanted !== null && wanted[leaf] === 1) known = true
      }
      for (let slot = 0; slot < TALENT_TIES; slot++) {
        const place = halves[tiesAt + slot]!
        if (place === 0) break
        const prefecture = (place / 1000) | 0
        met |= wordsOfPrefecture[prefecture]!
        if (prefecture === tiedTo) isTied = true
      }
      if ((met & allWords) !== allWords) continue
      const missing =
        (known ? 0 : LEAVES) |
        (inPrefecture === null || inPrefecture === home ? 0 : PREFECTURE) |
        (isTied ? 0 : TIED) |
        (moreHours === null || free > moreHours ? 0 : HOURS) |
        (lessFee === null || hoped < lessFee || hoped === 65535 ? 0 : FEE) |
        ((isRemote && visits === 3) || (isVisits && visits < 2) ? VISITS : 0)
      if (missing === 0) found[size++] = row
      // Somebody who lacks one thing alone counts where that is chosen.
      else if ((missing & (missing - 1)) !== 0) continue
      if ((missing & ~LEAVES) === 0) {
        for (let slot = 0; slot < TALENT_CODES; slot++) {
          const leaf = halves[codesAt + slot]!
          if (leaf === CODE_NONE) break
          const middle = middleOf[leaf]!
          const major = majorOf[middle]!
          if (leavesSeen[leaf] !== row + 1) leaves[leaf]!++
          if (middlesSeen[middle] !== row + 1) middles[middle]!++
          if (majorsSeen[major] !== row + 1) majors[major]!++
          leavesSeen[leaf] = row + 1
          middlesSeen[middle] = row + 1
          majorsSeen[major] = row + 1
        }
      }
      if ((missing & ~PREFECTURE) === 0) prefectures[home]!++
      if ((missing & ~TIED) === 0) {
        for (let slot = 0; slot < TALENT_TIES; slot++) {
          const prefecture = (halves[tiesAt + slot]! / 1000) | 0
          if (prefecture === 0) break
          if (tiesSeen[prefecture] !== row + 1) tied[prefecture]!++
          tiesSeen[prefecture] = row + 1
        }
      }
      if ((missing & ~HOURS) === 0) hours[free]!++
      if ((missing & ~FEE) === 0) fees[hoped === 65535 ? 0 : (hoped / 100) | 0]!++
      if ((missing & ~VISITS) === 0) {
        if (visits !== 3) counts.remote++
        if (visits >= 2) counts.visits++
      }
    }
  }
  for (let from = 0; from < last; from += SLICE) {
    lookAt(from, Math.min(last, from + SLICE))
    yield
  }
  return { rows: found.subarray(0, size), counts }
}

/** The best k of some rows, with their points. */
function* rankedAmong(model: Model<'talents'>, prepared: Prepared, rows: Int32Array, k: number) {
  if (rows.length === 0) return []
  const top = emptyTop(Math.min(k, rows.length))
  const { hits } = scratchOf(model)
  for (let from = 0, block = 1; from < rows.length; from += BLOCK, block++) {
    const part = rows.subarray(from, from + BLOCK)
    prepared.scan(model.store, part, 0, part.length, floorOf(top), hits)
    offerHits(model.store, prepared, top, hits)
    if ((block * BLOCK) % SLICE === 0) yield
  }
  return rankedRows(model, prepared, top)
}

/** The k newest of some rows; of one day the lower id first. */
function newestOf({ store }: Model<'talents'>, rows: Int32Array, k: number): Int32Array {
  const dayOf = (row: number) => {
    const at = row * STRIDE.talents + TALENT_AT.since
    return store.bytes[at]! | (store.bytes[at + 1]! << 8)
  }
  const days = new Uint32Array(65_536)
  for (const row of rows) days[dayOf(row)]!++
  let last = 65_535
  for (let sum = days[last]!; sum < k && last > 0; sum += days[last]!) last--
  const recent = rows.filter((row) => dayOf(row) >= last)
  return recent.sort((a, b) => dayOf(b) - dayOf(a) || store.id[a]! - store.id[b]!).subarray(0, k)
}

function bitmapOf(length: number, places: Iterable<number>): Uint8Array {
  const bits = new Uint8Array(length)
  for (const place of places) bits[place] = 1
  return bits
}

function emptyCounts(leaves: number, middles: number, majors: number): Counts {
  const list = (length: number) => new Uint32Array(length)
  return {
    ...{ leaves: list(leaves), middles: list(middles), majors: list(majors) },
    ...{ prefectures: list(PREFECTURES), tied: list(PREFECTURES), hours: list(256), fees: list(656) },
    ...{ remote: 0, visits: 0 },
  }
}
