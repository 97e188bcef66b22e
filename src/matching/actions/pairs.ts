import { AT, type Ranked } from '../../engine/engine.ts'
import { packBins } from '../../engine/learning/packed.ts'
import type { SparseMarket } from '../../engine/market/sparse.ts'
import { breath } from '../../lib/breath.ts'
import type { Db } from '../../lib/db.ts'
import { pagesAfter, partsOf } from '../../lib/pages.ts'
import { roomOf } from '../queries/market.ts'
import { projectsInFull, talentsRead } from '../queries/meanings.ts'
import { talentsAfter } from '../queries/talents.ts'
import type { ProjectFacts } from '../rules/facts.ts'
import { likelyBy, scorerOf } from '../rules/scored-anew.ts'
import type { NamedWeights } from '../rules/weights.ts'
import { readingOf } from './market/reading.ts'
import { type Binned, binnedPeopleFor, binnedProjectsFor } from './market/searching.ts'
import type { Market } from './market/state.ts'

/** Whom to ask about whom: a person's best projects, and a project's best people. */
const PER_TALENT = 40
export const PER_PROJECT = 60
const PAGE = 100

/** Everybody whom a list may be made for, and the pairs in question. */
export type Pairs = {
  readonly market: SparseMarket
  readonly talents: readonly { readonly id: string; readonly hours: number | null; readonly finished: number }[]
  readonly projects: readonly Pick<ProjectFacts, 'id' | 'companyId' | 'hours' | 'prefecture'>[]
  /** By project, places still to be filled. */
  readonly openings: Float64Array
  /** By pair. */
  readonly points: readonly Pick<Ranked, 'score' | 'points'>[]
  /** By pair, as `packBins` keeps them. */
  readonly bins: readonly (readonly number[])[]
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }
type Met = { row: number; column: number; ranked: Ranked; bins: number[] }

/**
 * The pairs that agree best, from both sides. Who hides from a company, works for it, or has applied already is in no pair
 * with it. Reads page by page and breathes between the rankings. Must not be called inside a transaction.
 */
export async function pairsOf(db: Db, market: Market, now: Date): Promise<Pairs> {
  const read = readingOf(db)
  const projects: Writable<Pairs['projects'][number]>[] = Array.from(market.open, ([id, companyId]) => ({
    ...{ id, companyId, hours: null, prefecture: null },
  }))
  const ids = projects.map(({ id }) => id)
  const { openings, applied } = await read((tx) => roomOf(tx, ids))
  const appliedBy = Map.groupBy(applied, ({ talentId }) => talentId)
  const columnOf = new Map(ids.map((id, column) => [id, column]))
  const rowOf = new Map<string, number>()
  const talents: Pairs['talents'][number][] = []
  const pairs = new Map<number, Met>()
  const meet = (row: number, column: number, { bins, ...ranked }: Binned) =>
    pairs.set(row * projects.length + column, { row, column, ranked, bins: packBins(bins) })

  const people = pagesAfter(PAGE, (after) =>
    read(async (tx) => talentsRead(tx, market.reader, await talentsAfter(tx, after, PAGE, now))),
  )
  for await (const page of people) {
    for (const talent of page) {
      if (!talent.visible) continue
      const { id, hours, record } = talent
      const row = talents.push({ id, hours, finished: record.finished }) - 1
      rowOf.set(talent.id, row)
      const own = (appliedBy.get(talent.id) ?? []).map(({ projectId }) => projectId)
      for (const found of binnedProjectsFor(market, talent, own, PER_TALENT, now)) {
        const column = columnOf.get(market.numbers.id(found.id))
        if (column !== undefined) meet(row, column, found)
      }
      await breath()
    }
  }
  const companies = new Set(projects.map(({ companyId }) => companyId))
  const hiding = new Set(talents.flatMap(({ id }) => (isHiding(market, id, companies) ? [id] : [])))
  const room = Math.min(PER_PROJECT, hiding.size)
  const appliedTo = Map.groupBy(applied, ({ projectId }) => projectId)
  for (const page of partsOf(ids, PAGE)) {
    const facts = await read((tx) => projectsInFull(tx, market.reader, page, now))
    for (const project of facts) {
      const column = columnOf.get(project.id)!
      projects[column]!.hours = project.hours
      projects[column]!.prefecture = project.prefecture
      const gone = (appliedTo.get(project.id) ?? []).map(({ talentId }) => talentId)
      // Whoever hides from a company takes no place: without them the same pairs are in question.
      let places = PER_PROJECT
      for (const found of await binnedPeopleFor(market, project, gone, PER_PROJECT + room)) {
        const id = market.numbers.id(found.id)
        const row = rowOf.get(id)
        if (places > 0 && row !== undefined) meet(row, column, found)
        if (!hiding.has(id)) places--
      }
      await breath()
    }
  }
  return {
    ...{ talents, projects },
    openings: Float64Array.from(projects, ({ id }) => Math.max(1, openings.get(id) ?? 1)),
    ...sparse(market, [...pairs.values()], talents.length, projects.length),
  }
}

function isHiding({ hidden }: Market, id: string, companies: ReadonlySet<string>): boolean {
  return (
    hidden.byTalent
      .get(id)
      ?.values()
      .some((company) => companies.has(company)) ?? false
  )
}

function sparse({ talents: { tables }, weights }: Market, pairs: Met[], left: number, right: number) {
  pairs.sort((a, b) => a.row - b.row || a.column - b.column)
  const starts = new Uint32Array(left + 1)
  for (const { row } of pairs) starts[row + 1]!++
  for (let row = 0; row < left; row++) starts[row + 1]! += starts[row]!
  const likely = pairs.map(({ ranked }) => likelyBy(weights, tables, ranked))
  const market: SparseMarket = {
    ...{ left, right, starts },
    columns: Uint32Array.from(pairs, ({ column }) => column),
    wants: Float32Array.from(likely, ({ apply }) => apply),
    wanted: Float32Array.from(likely, ({ offer }) => offer),
  }
  return { market, points: pairs.map(({ ranked }) => withoutPrice(ranked)), bins: pairs.map(({ bins }) => bins) }
}

/** The same pairs, those of some projects (by column) as other weights score them: who is in question stays as it was. */
export async function scoredAnew(pairs: Pairs, which: readonly boolean[], weights: NamedWeights): Promise<Pairs> {
  const { market, points } = pairs
  const scored = scorerOf(weights)
  const [wants, wanted, anew] = [market.wants.slice(), market.wanted.slice(), points.slice()]
  for (const [pair, column] of market.columns.entries()) {
    if (pair % AT_A_TIME === AT_A_TIME - 1) await breath()
    if (!which[column]) continue
    const { likely, ...own } = scored(pairs.bins[pair]!)
    wants[pair] = likely.apply
    wanted[pair] = likely.offer
    anew[pair] = own
  }
  return { ...pairs, market: { ...market, wants, wanted }, points: anew }
}

/** Scored in a few milliseconds. */
const AT_A_TIME = 1000

/** How wanted a project is by others is nothing to its company. */
function withoutPrice({ score, points }: Ranked): Pick<Ranked, 'score' | 'points'> {
  const price = points[AT.crowding]!
  return price === 0 ? { score, points } : { score: score - price, points: points.with(AT.crowding, 0) }
}
