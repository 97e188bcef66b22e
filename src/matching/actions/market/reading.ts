import { SYSTEM } from '../../../accounts/actions/mailing.ts'
import { applyDelta, applyPrices, POINTS_PER_LOGIT, projectColumns, talentColumns } from '../../../engine/engine.ts'
import { movedPrice } from '../../../engine/market/prices.ts'
import { breath } from '../../../lib/breath.ts'
import { type Db, endingOf, readAs, type Tx } from '../../../lib/db.ts'
import { pagesAfter, partsOf } from '../../../lib/pages.ts'
import { today } from '../../../lib/time.ts'
import { type ChangedKind, changesSince, lowestOpen, wereTextsRead } from '../../queries/changes.ts'
import { applicationsSince, lastPrices } from '../../queries/market.ts'
import { projectsRead, readerInUse, talentsRead } from '../../queries/meanings.ts'
import { openProjectsAfter, projectFacts, withCompanyWork } from '../../queries/projects.ts'
import { spaceInUse } from '../../queries/spaces.ts'
import { hiddenPairs, sharingKeys, talentsAfter, talentsWithWork } from '../../queries/talents.ts'
import { weightsInUse } from '../../queries/weights.ts'
import type { ProjectFacts, TalentFacts } from '../../rules/facts.ts'
import { hide, showAgain } from '../../rules/hidden.ts'
import { textsOfProject, textsOfTalent } from '../../rules/meaning.ts'
import { printOf } from '../../rules/prints.ts'
import { projectRecord, talentRecord } from '../../rules/records.ts'
import { asRead, type Market, projectAsRead, type Scoring, talentAsRead } from './state.ts'

/** In pages, each a transaction of its own and with a breath between them: others use this process and this database. */
const PAGE = 100

/** Does a piece of work in a transaction; whoever else changes the market waits. */
export type Turn = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>

/** Turns of a process's own; none once the program begins to end. */
export function readingOf(db: Db): Turn {
  return async (fn) => {
    endingOf(db).throwIfAborted()
    return readAs(db, SYSTEM, null, fn)
  }
}

/** What scores depend on now. */
export async function scoringInUse(tx: Tx): Promise<Scoring> {
  return {
    ...{ weights: await weightsInUse(tx), reader: (await readerInUse(tx))?.id ?? null },
    space: await spaceInUse(tx),
  }
}

/** Are scores made as in this market? */
export function isScoredBy({ weights, reader, space }: Scoring, now: Scoring): boolean {
  return weights.name === now.weights.name && reader === now.reader && space?.name === now.space?.name
}

/** Reads everybody and every open project into the market; whoever is there already is put anew, their texts only where they are others. `keep` is called after each page of people. */
export async function readEverybody(
  turn: Turn,
  market: Market,
  now: Date,
  keep: (market: Market) => Promise<void> = async () => {},
): Promise<void> {
  const before = { people: new Set(market.talents.rowOf.ids()), projects: new Set(market.open.keys()) }
  Object.assign(market, await turn(wanted))
  const people = pagesAfter(PAGE, (after) =>
    turn(async (tx) => {
      const found = await talentsRead(tx, market.reader, await talentsAfter(tx, after, PAGE, now))
      await putTalents(tx, market, found, now, talentAsRead)
      return found
    }),
  )
  for await (const page of people) {
    for (const { id } of page) before.people.delete(market.numbers.of(id))
    await keep(market)
  }
  const projects = pagesAfter(PAGE, (after) =>
    turn(async (tx) => {
      const found = await openProjectsAfter(tx, after, PAGE, now)
      await putProjects(
        market,
        await projectsRead(tx, market.reader, await withCompanyWork(tx, found, now)),
        projectAsRead,
      )
      return found
    }),
  )
  for await (const page of projects) for (const { id } of page) before.projects.delete(id)
  // Who was there and has not come: gone, unless they came back a moment ago.
  const gone = Array.from(before.people, (number) => market.numbers.id(number))
  await readChanged(turn, market, { talent: gone, project: [...before.projects], company: [] }, now)
  market.whole = true
}

/** Takes in everything that was committed before this call. */
export async function catchUp(db: Db, market: Market, now: Date): Promise<void> {
  const read = readingOf(db)
  const { seen, changes, lists, moved } = await read(async (tx) => {
    const seen = await lowestOpen(tx)
    const changes = await changesSince(tx, market.seen)
    const isOfAll = changes.get('market')!.size > 0
    const lists = isOfAll ? { ...(await wanted(tx)), old: await ageOf(tx, market) } : null
    const moved = isOfAll ? null : await applicationsSince(tx, [...changes.get('application')!])
    return { seen, changes, lists, moved }
  })
  if (lists !== null) {
    // Everybody's lists were made anew, and with them the prices.
    market.priced = lists.priced
    market.moved = lists.moved
    reprice(market, market.open.keys())
    if (market.old !== 'scores') market.old = lists.old ?? market.old
  } else if (moved !== null) {
    for (const [id, more] of moved) market.moved.set(id, more)
    reprice(market, moved.keys())
  }
  const of = (kind: ChangedKind) => [...changes.get(kind)!]
  await readChanged(read, market, { talent: of('talent'), project: of('project'), company: of('company') }, now)
  market.seen = seen
}

/** How wanted projects were when lists were last made, and what came since. */
async function wanted(tx: Tx) {
  return { priced: await lastPrices(tx), moved: await applicationsSince(tx) }
}

async function ageOf(tx: Tx, market: Market): Promise<Market['old']> {
  const now = await scoringInUse(tx)
  if (!isScoredBy({ ...market, space: now.space }, now)) return 'scores'
  if (market.reader !== null && (await wereTextsRead(tx, market.seen))) return 'scores'
  return isScoredBy(market, now) ? null : 'space'
}

type Changed = Readonly<Record<'talent' | 'project' | 'company', readonly string[]>>

async function readChanged(turn: Turn, market: Market, { talent, project, company }: Changed, now: Date) {
  await byPage(talent, (ids) =>
    turn(async (tx) => {
      const found = await talentsRead(tx, market.reader, await talentsWithWork(tx, ids, now))
      takeOut(market, 'talents', without(ids, found))
      await putTalents(tx, market, found, now, asRead, ids)
    }),
  )
  await byPage(project, (ids) =>
    turn(async (tx) => {
      const found = (await projectFacts(tx, ids, now)).filter(({ open }) => open)
      takeOut(market, 'projects', without(ids, found))
      await putProjects(market, await projectsRead(tx, market.reader, await withCompanyWork(tx, found, now)), asRead)
    }),
  )
  await byPage(company, (ids) =>
    turn(async (tx) => {
      const companies = await sharingKeys(tx, ids)
      const pairs = await hiddenPairs(tx, { companies })
      showAgain(market.hidden, { companies })
      for (const pair of pairs) hide(market.hidden, pair)
    }),
  )
}

async function byPage(ids: readonly string[], read: (page: readonly string[]) => Promise<void>): Promise<void> {
  for (const page of partsOf(ids, PAGE)) {
    await read(page)
    await breath()
  }
}

function without(ids: readonly string[], found: readonly { readonly id: string }[]): string[] {
  const there = new Set(found.map(({ id }) => id))
  return ids.filter((id) => !there.has(id))
}

/** Puts people in, their texts as `read` has them, with all whom they hide from; `ids` those whose hiding is forgotten first, if others than they. */
async function putTalents(
  tx: Tx,
  market: Market,
  found: readonly TalentFacts[],
  now: Date,
  read: (market: Market, one: TalentFacts) => TalentFacts,
  ids: readonly string[] = found.map(({ id }) => id),
) {
  const year = Number(today(now).slice(0, 4))
  const pairs = ids.length === 0 ? [] : await hiddenPairs(tx, { talents: ids })
  // Whoever only looks is found by no company; their own list is asked for with what they are, not with this row.
  const rows = await eachWithBreath(found, (one) => {
    const row = talentRecord(read(market, one), market.numbers.of(one.id), year)
    return { ...row, visible: row.visible && row.seeks !== false }
  })
  applyDelta(market.talents, { upsert: talentColumns(rows, market.talents.world.dimension) })
  for (const one of found) notePrint(market, one, textsOfTalent(one))
  showAgain(market.hidden, { talents: ids })
  for (const pair of pairs) hide(market.hidden, pair)
}

async function putProjects(
  market: Market,
  found: readonly ProjectFacts[],
  read: (market: Market, one: ProjectFacts) => ProjectFacts,
) {
  const records = await eachWithBreath(found, (one) => projectRecord(read(market, one), market.numbers.of(one.id)))
  for (const { id, companyId } of found) market.open.set(id, companyId)
  const rows = records.map((row, at) => ({ ...row, price: priceOf(market, found[at]!.id) }))
  applyDelta(market.projects, { upsert: projectColumns(rows, market.projects.world.dimension) })
  for (const one of found) notePrint(market, one, textsOfProject(one))
}

function notePrint(market: Market, one: TalentFacts | ProjectFacts, texts: readonly (string | null)[]) {
  market.prints.set(market.numbers.of(one.id), printOf(texts, asRead(market, one).meaning))
}

/** Reading a text takes a millisecond or two: others use this thread between a few of them. */
async function eachWithBreath<One, Row>(found: readonly One[], rowOf: (one: One) => Row): Promise<Row[]> {
  const rows: Row[] = []
  for (const [at, one] of found.entries()) {
    if (at > 0 && at % AT_A_TIME === 0) await breath()
    rows.push(rowOf(one))
  }
  return rows
}

const AT_A_TIME = 2

function takeOut(market: Market, side: 'talents' | 'projects', ids: readonly string[]) {
  applyDelta(market[side], { remove: ids.flatMap((id) => market.numbers.get(id) ?? []) })
  if (side === 'projects') for (const id of ids) market.open.delete(id)
}

/** How wanted a project is by others, in points: as the last lists had it, moved by the applications since. */
export function priceOf({ priced, moved }: Market, id: string): number {
  const price = (priced.get(id) ?? 0) / POINTS_PER_LOGIT
  return Math.round(movedPrice(price, moved.get(id) ?? 0) * POINTS_PER_LOGIT)
}

function reprice(market: Market, ids: Iterable<string>) {
  const open = Array.from(ids).filter((id) => market.open.has(id))
  applyPrices(
    market.projects,
    open.map((id) => market.numbers.of(id)),
    open.map((id) => priceOf(market, id)),
  )
}
