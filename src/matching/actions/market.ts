import { availableParallelism } from 'node:os'
import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { type Db, readAs } from '../../lib/db.ts'
import { lowestOpen } from '../queries/changes.ts'
import { sizesOf } from '../queries/market.ts'
import { keepMarket, openKept } from './market/keeping.ts'
import { catchUp, isScoredBy, readEverybody, readingOf, scoringInUse, type Turn } from './market/reading.ts'
import { emptyMarket, type Keeping, type Market, staff } from './market/state.ts'

/**
 * New postings take about half a microsecond a person, and counting for a draft as long: from here on either would keep the
 * web thread for ten milliseconds.
 */
const MANY = 16_384
const MOST_THREADS = 4

type Held = {
  keeping: Keeping
  /** The last of those who work on the market, one after the other. */
  market: Promise<Market> | null
  /** It was made: what is asked of it next takes milliseconds. */
  ready: boolean
  /** Scores are made otherwise than in it: what takes its place is on the way. */
  renewal: Promise<void> | null
}

const all = new WeakMap<Db, Held>()

function heldOf(db: Db): Held {
  let held = all.get(db)
  if (!held) {
    // One is left to the web.
    const threads = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1))
    held = { keeping: { folder: null, manyFrom: MANY, threads }, market: null, ready: false, renewal: null }
    all.set(db, held)
  }
  return held
}

/** Says how the market of a database is kept in this process; to be called before it is made. */
export function keepMarketAs(db: Db, keeping: Partial<Keeping>): void {
  const held = heldOf(db)
  held.keeping = { ...held.keeping, ...keeping }
}

/**
 * The market of a database, with everything that was committed before this call. Opened from the disk or built at the first
 * call; each later one reads what history says has changed. Where scores are made otherwise since, or more texts were
 * read, it waits for the market that has it. Must not be called inside a transaction.
 */
export async function currentMarket(db: Db, now: Date): Promise<Market> {
  const market = await marketInUse(db, now)
  const { renewal } = heldOf(db)
  if (renewal === null || market.old === 'space') return market
  await renewal
  return currentMarket(db, now)
}

/** The same, and it waits also for the one whose texts are read in another space: minutes, where there are many people. */
async function newestMarket(db: Db, now: Date): Promise<Market> {
  const market = await currentMarket(db, now)
  const { renewal } = heldOf(db)
  if (renewal === null) return market
  await renewal
  return newestMarket(db, now)
}

/** The same as it is scored at the moment: whoever looks at a page goes on with that while another is made. */
export function marketInUse(db: Db, now: Date): Promise<Market> {
  const held = heldOf(db)
  if (held.market === null) {
    const first = make(db, held.keeping, now)
    held.market = first
    first.then(
      (market) => {
        held.ready = true
        if (market.old) renew(db, held, market, now)
      },
      // A failure is the caller's; the next call begins anew instead of failing for ever.
      () => {
        held.market = null
      },
    )
    return first
  }
  return inTurn(held, async (market) => {
    await catchUp(db, market, now)
    await staff(market, held.keeping)
    if (market.old) renew(db, held, market, now)
    return market
  })
}

/** The same for whoever would rather go without than wait: null until it was made. */
export function marketAtHand(db: Db, now: Date): Promise<Market> | null {
  return all.get(db)?.ready ? marketInUse(db, now) : null
}

/**
 * Reads everybody again, page by page, while others use the market: answers and finished work change without an act of the
 * profile's own.
 */
export async function refreshMarket(db: Db, now: Date): Promise<Market> {
  const market = await newestMarket(db, now)
  await readEverybody(turnsOf(db, heldOf(db)), market, now)
  return market
}

/** Writes the market where the next start finds it. Nothing is written as long as reading the database is quick. */
export async function saveMarket(db: Db, now: Date): Promise<void> {
  const market = await currentMarket(db, now)
  const { keeping, renewal } = heldOf(db)
  // One that is on the way keeps itself, and who starts now has no use for the old one.
  if (renewal !== null) return
  if (keeping.folder === null || market.talents.rows < keeping.manyFrom) return
  await keepMarket(db, market, keeping.folder)
}

/** Brings an old market to what is in force. After a failure the next call begins anew. */
function renew(db: Db, held: Held, old: Market, now: Date): void {
  if (held.renewal !== null) return
  held.renewal = makeAnew(db, held, old, now).finally(() => {
    held.renewal = null
  })
  // Who waits for it is told.
  held.renewal.catch(() => {})
}

/**
 * Other weights, another endpoint or another space make another market, which takes the place of the old one; where only more texts were read
 * the rows are put anew in the one that is in use.
 */
async function makeAnew(db: Db, held: Held, old: Market, now: Date): Promise<void> {
  if (isScoredBy(old, await readAs(db, SYSTEM, null, scoringInUse))) {
    // Before, so that texts that are read meanwhile make it old again.
    const { old: age } = old
    old.old = null
    try {
      await readEverybody(turnsOf(db, held), old, now)
    } catch (error) {
      old.old = age
      throw error
    }
    return
  }
  held.market = Promise.resolve(await make(db, held.keeping, now))
  // Who still waits for its threads is answered without them.
  await old.pool?.stop()
}

/** Between two pages others may catch up; during one they wait, so that nothing old is put over something new. */
function turnsOf(db: Db, held: Held): Turn {
  const read = readingOf(db)
  return (fn) => inTurn(held, () => read(fn))
}

/** One after the other. Who fails fails alone: what was read once more at the next call gives the same. */
function inTurn<T>(held: Held, work: (market: Market) => Promise<T>): Promise<T> {
  const before = held.market!
  const mine = before.then(work)
  const after = mine.then(
    () => before,
    () => before,
  )
  // Where the first reading failed this fails too: whoever waits for it is told, and often nobody does.
  after.catch(() => {})
  held.market = after
  return mine
}

async function make(db: Db, keeping: Keeping, now: Date): Promise<Market> {
  const kept = await openKept(db, keeping)
  if (kept) await catchUp(db, kept, now)
  const market = kept ?? (await begin(db, keeping))
  if (!market.whole) {
    await readEverybody(readingOf(db), market, now, keepingNowAndThen(db, market, keeping))
    await keepOnTheWay(db, market, keeping)
  }
  await staff(market, keeping)
  return market
}

async function begin(db: Db, keeping: Keeping): Promise<Market> {
  const read = readingOf(db)
  const { scoring, seen, sizes } = await read(async (tx) => ({
    ...{ seen: await lowestOpen(tx), scoring: await scoringInUse(tx) },
    sizes: await sizesOf(tx),
  }))
  return emptyMarket(keeping, scoring, seen, sizes)
}

/** In a space a million people take most of an hour: a process that ends meanwhile loses an eighth of that at most. */
const PART = 1 / 8

function keepingNowAndThen(db: Db, { talents }: Market, keeping: Keeping): (market: Market) => Promise<void> {
  let last = talents.rows
  return async (market) => {
    if (talents.rows - last < Math.max(keeping.manyFrom, last * PART)) return
    last = talents.rows
    await keepOnTheWay(db, market, keeping)
  }
}

async function keepOnTheWay(db: Db, market: Market, { folder, manyFrom }: Keeping): Promise<void> {
  if (folder === null || market.talents.rows < manyFrom) return
  // Where that fails the next start reads what this one has read.
  await keepMarket(db, market, folder).catch(() => {})
}
