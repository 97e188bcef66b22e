import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { applyDelta, createModel, type Model, projectColumns, talentColumns } from '../../engine/engine.ts'
import { type Db, readAs, type Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { changesSince, lowestOpen } from '../queries/changes.ts'
import { lastPrices } from '../queries/market.ts'
import { openProjectsAfter, projectFacts, withCompanyWork } from '../queries/projects.ts'
import { hiddenPairs, talentsAfter, talentsWithWork } from '../queries/talents.ts'
import type { ProjectFacts, TalentFacts } from '../rules/facts.ts'
import { type Hidden, hide, noneHidden, showAgain } from '../rules/hidden.ts'
import { projectRecord, talentRecord } from '../rules/records.ts'
import { matchingWorld } from '../rules/world.ts'

/** Everybody and every open project in the engine's own form, kept in this process beside the database. */
export type Market = {
  talents: Model<'talents'>
  projects: Model<'projects'>
  /** The engine's numbers and the database's ids, both ways. */
  readonly numbers: Map<string, number>
  readonly ids: string[]
  /** Open projects, for the words about them. */
  readonly open: Map<string, ProjectFacts>
  readonly hidden: Hidden
  /** How wanted the open projects were when lists were last made for everybody, in points. */
  priced: ReadonlyMap<string, number>
  /** Up to where history is read; see `lowestOpen`. */
  seen: string
}

const PAGE = 100
/** More than this many changes at once (a demo being written, a long pause) are read page by page instead. */
const MOST_CHANGES = 500
const markets = new WeakMap<Db, Promise<Market>>()
/** Databases whose market was made: what is asked of it next takes milliseconds. */
const ready = new WeakSet<Db>()

/**
 * The market of a database, with everything that was committed before this call. Built at the first call; each later one
 * reads what history says has changed. Must not be called inside a transaction.
 */
export function currentMarket(db: Db, now: Date): Promise<Market> {
  const before = markets.get(db)
  const next = before === undefined ? build(db, now) : before.then((market) => catchUp(db, market, now))
  markets.set(db, next)
  // A failure is the caller's; the next call begins anew instead of failing for ever.
  next.then(
    () => ready.add(db),
    () => markets.delete(db),
  )
  return next
}

/** The same for whoever would rather go without than wait: null until it was made. */
export function marketAtHand(db: Db, now: Date): Promise<Market> | null {
  return ready.has(db) ? currentMarket(db, now) : null
}

/** Reads everything again: answers and finished work change without an act of the profile's own. */
export function rebuildMarket(db: Db, now: Date): Promise<Market> {
  markets.delete(db)
  ready.delete(db)
  return currentMarket(db, now)
}

/** The engine's number of an id; a new one when it has none yet. */
export function numberOf(market: Market, id: string): number {
  let number = market.numbers.get(id)
  if (number === undefined) {
    number = market.ids.push(id) - 1
    market.numbers.set(id, number)
  }
  return number
}

async function build(db: Db, now: Date): Promise<Market> {
  const world = matchingWorld()
  const read = <T>(fn: (tx: Tx) => Promise<T>) => readAs(db, SYSTEM, null, fn)
  const seen = await read(lowestOpen)
  const market: Market = {
    talents: createModel({ ...world, side: 'talents', rows: talentColumns([], world.dimension) }),
    projects: createModel({ ...world, side: 'projects', rows: projectColumns([], world.dimension) }),
    ...{ numbers: new Map(), ids: [], open: new Map(), hidden: noneHidden(), seen },
    priced: await read(lastPrices),
  }
  // In pages, each a transaction of its own and with a breath between them: others use this process and this database.
  for (let after: string | null = null; ; ) {
    const last: string | null = after
    const page: TalentFacts[] = await read((tx) => talentsAfter(tx, last, PAGE, now))
    putTalents(market, page, now)
    after = page.at(-1)?.id ?? null
    if (page.length < PAGE || after === null) break
    await breath()
  }
  for (let after: string | null = null; ; ) {
    const last: string | null = after
    const page: ProjectFacts[] = await read(async (tx) =>
      withCompanyWork(tx, await openProjectsAfter(tx, last, PAGE, now), now),
    )
    putProjects(market, page)
    after = page.at(-1)?.id ?? null
    if (page.length < PAGE || after === null) break
    await breath()
  }
  for (const pair of await read((tx) => hiddenPairs(tx))) hide(market.hidden, pair)
  return market
}

async function catchUp(db: Db, market: Market, now: Date): Promise<Market> {
  let repriced = false
  const anew = await readAs(db, SYSTEM, null, async (tx) => {
    const seen = await lowestOpen(tx)
    const changes = await changesSince(tx, market.seen)
    const [people, works, firms] = [changes.get('talent')!, changes.get('project')!, changes.get('company')!]
    if (people.size + works.size > MOST_CHANGES) return true
    if (people.size > 0) {
      const ids = [...people]
      const found = await talentsWithWork(tx, ids, now)
      takeOut(
        market,
        'talents',
        ids.filter((id) => !found.some((one) => one.id === id)),
      )
      putTalents(market, found, now)
      showAgain(market.hidden, { talents: ids })
      for (const pair of await hiddenPairs(tx, { talents: ids })) hide(market.hidden, pair)
    }
    if (works.size > 0) {
      const found = (await projectFacts(tx, [...works], now)).filter(({ open }) => open)
      takeOut(
        market,
        'projects',
        [...works].filter((id) => !found.some((one) => one.id === id)),
      )
      putProjects(market, await withCompanyWork(tx, found, now))
    }
    if (firms.size > 0) {
      showAgain(market.hidden, { companies: [...firms] })
      for (const pair of await hiddenPairs(tx, { companies: [...firms] })) hide(market.hidden, pair)
    }
    repriced = changes.get('market')!.size > 0
    if (repriced) market.priced = await lastPrices(tx)
    market.seen = seen
    return false
  })
  if (anew) return build(db, now)
  if (repriced) await reprice(market)
  return market
}

/** Everybody's lists were made anew, and with them the prices. */
async function reprice(market: Market): Promise<void> {
  const open = [...market.open.values()]
  for (let from = 0; from < open.length; from += PAGE) {
    putRows(market, open.slice(from, from + PAGE))
    await breath()
  }
}

function putTalents(market: Market, found: readonly TalentFacts[], now: Date) {
  const year = Number(today(now).slice(0, 4))
  const rows = found.map((one) => talentRecord(one, numberOf(market, one.id), year))
  applyDelta(market.talents, { upsert: talentColumns(rows, matchingWorld().dimension) })
}

function putProjects(market: Market, found: readonly ProjectFacts[]) {
  for (const one of found) market.open.set(one.id, one)
  putRows(market, found)
}

function putRows(market: Market, found: readonly ProjectFacts[]) {
  const rows = found.map((one) => ({
    ...projectRecord(one, numberOf(market, one.id)),
    price: market.priced.get(one.id) ?? 0,
  }))
  applyDelta(market.projects, { upsert: projectColumns(rows, matchingWorld().dimension) })
}

function takeOut(market: Market, side: 'talents' | 'projects', ids: readonly string[]) {
  applyDelta(market[side], { remove: ids.flatMap((id) => market.numbers.get(id) ?? []) })
  if (side === 'projects') for (const id of ids) market.open.delete(id)
}

/** Lets others use this process in between. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
