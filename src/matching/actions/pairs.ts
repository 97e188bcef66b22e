import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { AT, bitsOf, chances, type Ranked, rankAgreeing } from '../../engine/engine.ts'
import type { SparseMarket } from '../../engine/market/sparse.ts'
import { type Db, readAs, type Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import { roomOf } from '../queries/market.ts'
import { talentsAfter } from '../queries/talents.ts'
import type { ProjectFacts, TalentFacts } from '../rules/facts.ts'
import { projectRecord, talentRecord } from '../rules/records.ts'
import { breath, type Market } from './market.ts'

/** Whom to ask about whom: a person's best projects, and a project's best people. */
const PER_TALENT = 40
const PER_PROJECT = 60
const PAGE = 100

/** Everybody whom a list may be made for, and the pairs in question. */
export type Pairs = {
  readonly market: SparseMarket
  readonly talents: readonly { readonly id: string; readonly hours: number | null }[]
  readonly projects: readonly ProjectFacts[]
  /** By project, places still to be filled. */
  readonly openings: Float64Array
  /** By pair. */
  readonly points: readonly Pick<Ranked, 'score' | 'points'>[]
}

type Met = { row: number; column: number; ranked: Ranked }

/**
 * The pairs that agree best, from both sides. Who hides from a company, works for it, or has applied already is in no pair
 * with it. Reads page by page and breathes between the rankings. Must not be called inside a transaction.
 */
export async function pairsOf(db: Db, market: Market, now: Date): Promise<Pairs> {
  const read = <T>(fn: (tx: Tx) => Promise<T>) => readAs(db, SYSTEM, null, fn)
  const projects = [...market.open.values()]
  const { openings, applied } = await read((tx) =>
    roomOf(
      tx,
      projects.map(({ id }) => id),
    ),
  )
  const appliedBy = Map.groupBy(applied, ({ talentId }) => talentId)
  const columnOf = new Map(projects.map(({ id }, column) => [id, column]))
  const rowOf = new Map<string, number>()
  const talents: { id: string; hours: number | null }[] = []
  const pairs = new Map<number, Met>()
  const meet = (row: number, column: number, ranked: Ranked) =>
    pairs.set(row * projects.length + column, { row, column, ranked })

  for (let after: string | null = null; ; ) {
    const last: string | null = after
    const page: TalentFacts[] = await read((tx) => talentsAfter(tx, last, PAGE, now))
    for (const talent of page) {
      if (!talent.visible) continue
      const row = talents.push({ id: talent.id, hours: talent.hours }) - 1
      rowOf.set(talent.id, row)
      const own = (appliedBy.get(talent.id) ?? []).map(({ projectId }) => projectId)
      for (const ranked of projectsFor(market, talent, own, PER_TALENT, now)) {
        const column = columnOf.get(market.ids[ranked.id]!)
        if (column !== undefined) meet(row, column, ranked)
      }
      await breath()
    }
    after = page.at(-1)?.id ?? null
    if (page.length < PAGE || after === null) break
  }
  const appliedTo = Map.groupBy(applied, ({ projectId }) => projectId)
  for (const [column, project] of projects.entries()) {
    const gone = (appliedTo.get(project.id) ?? []).map(({ talentId }) => talentId)
    for (const ranked of peopleFor(market, project, gone, PER_PROJECT)) {
      const row = rowOf.get(market.ids[ranked.id]!)
      if (row !== undefined) meet(row, column, ranked)
    }
    await breath()
  }
  return {
    ...{ talents, projects },
    openings: Float64Array.from(projects, ({ id }) => Math.max(1, openings.get(id) ?? 1)),
    ...sparse(market, [...pairs.values()], talents.length, projects.length),
  }
}

/** The best people for a project who know something of its field, without some and without who hides from its company. */
export function peopleFor(market: Market, project: ProjectFacts, without: readonly string[], most: number): Ranked[] {
  const out = [...(market.hidden.byCompany.get(project.companyId) ?? []), ...without]
  const blocked = bitsOf(market.talents, numbersOf(market, out))
  return rankAgreeing(market.talents, { ...projectRecord(project, 0), blocked }, most)
}

/** The same for a person: the best projects, without some and without those of companies that the person hides from. */
export function projectsFor(
  market: Market,
  talent: TalentFacts,
  without: readonly string[],
  most: number,
  now: Date,
): Ranked[] {
  const blocked = bitsOf(market.projects, numbersOf(market, [...closedTo(market, talent.id), ...without]))
  const query = { ...talentRecord(talent, 0, Number(today(now).slice(0, 4))), blocked }
  return rankAgreeing(market.projects, query, most)
}

/** The projects of companies that somebody hides from or belongs to. */
function closedTo(market: Market, talentId: string): string[] {
  const companies = market.hidden.byTalent.get(talentId)
  if (!companies || companies.size === 0) return []
  return [...market.open.values()].filter(({ companyId }) => companies.has(companyId)).map(({ id }) => id)
}

function numbersOf(market: Market, ids: readonly string[]): number[] {
  return ids.flatMap((id) => market.numbers.get(id) ?? [])
}

function sparse({ talents: { tables } }: Market, pairs: Met[], left: number, right: number) {
  pairs.sort((a, b) => a.row - b.row || a.column - b.column)
  const starts = new Uint32Array(left + 1)
  for (const { row } of pairs) starts[row + 1]!++
  for (let row = 0; row < left; row++) starts[row + 1]! += starts[row]!
  const likely = pairs.map(({ ranked }) => chances(tables, ranked))
  const market: SparseMarket = {
    ...{ left, right, starts },
    columns: Uint32Array.from(pairs, ({ column }) => column),
    wants: Float32Array.from(likely, ({ apply }) => apply),
    wanted: Float32Array.from(likely, ({ offer }) => offer),
  }
  return { market, points: pairs.map(({ ranked }) => withoutPrice(ranked)) }
}

/** How wanted a project is by others is nothing to its company. */
function withoutPrice({ score, points }: Ranked): Pick<Ranked, 'score' | 'points'> {
  const price = points[AT.crowding]!
  return price === 0 ? { score, points } : { score: score - price, points: points.with(AT.crowding, 0) }
}
