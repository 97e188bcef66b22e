import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import { type Model, rankAgreeing, type Weights } from '../../engine/engine.ts'
import { record } from '../../history/actions.ts'
import { breath } from '../../lib/breath.ts'
import { type Db, readAs, type Tx } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { pagesAfter, partsOf } from '../../lib/pages.ts'
import { currentAim, newestLists } from '../queries/market.ts'
import { projectsInFull, talentsRead } from '../queries/meanings.ts'
import { sentBy, shownListsAfter } from '../queries/shown-lists.ts'
import { talentsAfter } from '../queries/talents.ts'
import type { ProjectFacts } from '../rules/facts.ts'
import { OLDEST_DAYS } from '../rules/findings.ts'
import { projectModel } from '../rules/reading.ts'
import type { SentApplication, ShownList } from '../rules/shown-log.ts'
import { type Alike, marketFindings, marketWeights } from '../schema.ts'
import { talentQuery } from './market/searching.ts'
import type { Market } from './market/state.ts'
import { currentMarket } from './market.ts'
import { inThread } from './planning.ts'

const DAY = 86_400_000
const PAGE = 200
/** Lists read for how much would change: enough for shares to a hundredth or two. */
const COMPARED = 2000
/** The same draws for every finding, so that two of the same log can be compared. */
const SEED = 1

/** Measures what the lists that were shown brought, and learns from it where there is enough. Changes nothing of any list. */
export async function findFromLists(deps: JobDeps): Promise<void> {
  const now = deps.clock()
  const market = await currentMarket(deps.db, now)
  const { lists, sent } = await everythingShown(deps, now)
  const { learned, ...found } = await inThread(deps.db, {
    ...{ kind: 'find', lists, sent, inUse: market.weights, now, seed: SEED },
  })
  const effect = learned ? await effectOf(deps, market, learned.weights.weights, now) : null
  const newest = await readAs(deps.db, SYSTEM, null, (tx) => newestLists(tx, COMPARED))
  await asSystem(deps, async (act) => {
    const id = act.newId()
    await act.tx.insert(marketFindings).values({ id, found: { ...found, alike: alikeOf(newest) }, madeAt: act.now })
    await record(act, 'market.found', { kind: 'finding', id }, { shown: found.shown })
    if (!learned || !effect) return
    const { weights, proof } = learned
    const row = { id: act.newId(), learned: weights, proof, effect, besides: market.weights.name, madeAt: act.now }
    await act.tx.insert(marketWeights).values(row)
    await record(act, 'market.learned', { kind: 'weights', id: row.id }, { besides: row.besides })
  })
}

async function everythingShown({ db }: JobDeps, now: Date) {
  const since = new Date(now.getTime() - OLDEST_DAYS * DAY)
  const read = <T>(fn: (tx: Tx) => Promise<T>) => readAs(db, SYSTEM, null, fn)
  const lists: ShownList[] = []
  const pages = pagesAfter(PAGE, (after) => read((tx) => shownListsAfter(tx, after, PAGE, since)))
  for await (const page of pages) for (const { id: _, ...list } of page) lists.push(list)
  const people = [...new Set(lists.map(({ talentId }) => talentId))]
  const sent: SentApplication[] = []
  for (const page of partsOf(people, PAGE)) sent.push(...(await read((tx) => sentBy(tx, page, since))))
  return { lists, sent }
}

/** What other weights would change on the lists that people have now, before any lottery. */
async function effectOf({ db }: JobDeps, market: Market, weights: Weights, now: Date): Promise<Alike> {
  const { places } = await readAs(db, SYSTEM, null, currentAim)
  const works = await everyProject(db, market, now)
  const models = [market.weights.weights, weights].map((one) => projectModel(works, one, market.space?.space))
  const pairs: { ids: string[]; fit: string[] }[] = []
  const people = pagesAfter(PAGE, (after) =>
    readAs(db, SYSTEM, null, async (tx) => talentsRead(tx, market.reader, await talentsAfter(tx, after, PAGE, now))),
  )
  for await (const page of people) {
    for (const talent of page) {
      if (!talent.visible) continue
      const { blocked: _, ...query } = talentQuery(market, talent, [], now)
      const best = (model: Model<'projects'>) => rankAgreeing(model, query, places).map(({ row }) => works[row]!.id)
      pairs.push({ ids: best(models[0]!), fit: best(models[1]!) })
      await breath()
    }
    if (pairs.length >= COMPARED) break
  }
  return alikeOf(pairs) ?? { people: 0, first: 1, places: 1 }
}

async function everyProject(db: Db, market: Market, now: Date): Promise<ProjectFacts[]> {
  const ids = [...market.open.keys()]
  const works: ProjectFacts[] = []
  for (const page of partsOf(ids, PAGE)) {
    const found = await readAs(db, SYSTEM, null, (tx) => projectsInFull(tx, market.reader, page, now))
    works.push(...found.filter(({ open }) => open))
    await breath()
  }
  return works
}

/** Null when there are no lists. */
function alikeOf(all: readonly { readonly ids: readonly string[]; readonly fit: readonly string[] }[]): Alike | null {
  const lists = all.filter(({ ids }) => ids.length > 0)
  if (lists.length === 0) return null
  const mean = (of: (list: (typeof lists)[number]) => number) =>
    lists.reduce((sum, list) => sum + of(list), 0) / lists.length
  return {
    people: lists.length,
    first: mean(({ ids, fit }) => Number(ids[0] === fit[0])),
    places: mean(({ ids, fit }) => ids.filter((id) => fit.includes(id)).length / ids.length),
  }
}
