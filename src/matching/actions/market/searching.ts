import {
  binsOf,
  bitsOf,
  type ChangeOf,
  countFits,
  type FitCounts,
  type Model,
  type PairBins,
  type Project,
  type QueryOf,
  type Ranked,
  rankAgreeing,
  type Side,
} from '../../../engine/engine.ts'
import { today } from '../../../lib/time.ts'
import type { ProjectFacts, TalentFacts } from '../../rules/facts.ts'
import { projectRecord, talentRecord } from '../../rules/records.ts'
import { type Market, projectAsRead, talentAsRead } from './state.ts'

/** The best people for a project who know something of its field, without some and without who hides from its company. */
export async function peopleFor(
  market: Market,
  project: ProjectFacts,
  without: readonly string[],
  most: number,
): Promise<Ranked[]> {
  return bestPeople(market, projectQuery(market, project, without), most)
}

/** A pair that agrees, with what learning reads of it. */
export type Binned = Ranked & { readonly bins: PairBins }

/** The same as `peopleFor`, with what learning reads. */
export async function binnedPeopleFor(
  market: Market,
  project: ProjectFacts,
  without: readonly string[],
  most: number,
): Promise<Binned[]> {
  const query = projectQuery(market, project, without)
  return withBins(market.talents, query, await bestPeople(market, query, most))
}

function bestPeople({ talents, pool }: Market, query: QueryOf<'talents'>, most: number): Promise<Ranked[]> | Ranked[] {
  return pool === null ? rankAgreeing(talents, query, most) : pool.rankAgreeing(query, most)
}

function projectQuery(market: Market, project: ProjectFacts, without: readonly string[]): QueryOf<'talents'> {
  const { talents, hidden } = market
  const out = [...(hidden.byCompany.get(project.companyId) ?? []), ...without]
  return { ...projectRecord(projectAsRead(market, project), 0), blocked: bitsOf(talents, numbersOf(market, out)) }
}

/** How many people fit a project, without some; and how many with each change. */
export async function countPeople(
  market: Market,
  project: Project,
  without: Iterable<string>,
  changes: readonly ChangeOf<'projects'>[],
): Promise<FitCounts> {
  const { talents, pool } = market
  const query = { ...project, blocked: bitsOf(talents, numbersOf(market, without)) }
  return pool === null ? countFits(talents, query, changes) : pool.countFits(query, changes)
}

/** The best projects for a person, without some and without those of companies that the person hides from. */
export function projectsFor(
  market: Market,
  talent: TalentFacts,
  without: readonly string[],
  most: number,
  now: Date,
): Ranked[] {
  return rankAgreeing(market.projects, talentQuery(market, talent, without, now), most)
}

/** The same as `projectsFor`, with what learning reads. */
export function binnedProjectsFor(
  market: Market,
  talent: TalentFacts,
  without: readonly string[],
  most: number,
  now: Date,
): Binned[] {
  const query = talentQuery(market, talent, without, now)
  return withBins(market.projects, query, rankAgreeing(market.projects, query, most))
}

export function talentQuery(
  market: Market,
  talent: TalentFacts,
  without: readonly string[],
  now: Date,
): QueryOf<'projects'> {
  const blocked = bitsOf(market.projects, numbersOf(market, [...closedTo(market, talent.id), ...without]))
  return { ...talentRecord(talentAsRead(market, talent), 0, Number(today(now).slice(0, 4))), blocked }
}

/** Without who is blocked: there may be more people by now than when those were said. */
function withBins<S extends Side>(
  model: Model<S>,
  { blocked: _, ...query }: QueryOf<S>,
  ranked: readonly Ranked[],
): Binned[] {
  const bins = binsOf(
    model,
    query,
    ranked.map(({ row }) => row),
  )
  return ranked.map((one, at) => ({ ...one, bins: bins[at]! }))
}

/** The projects of companies that somebody hides from or belongs to. */
function closedTo({ hidden, open }: Market, talentId: string): string[] {
  const companies = hidden.byTalent.get(talentId)
  if (!companies || companies.size === 0) return []
  return [...open].flatMap(([id, companyId]) => (companies.has(companyId) ? [id] : []))
}

function numbersOf({ numbers }: Market, ids: Iterable<string>): number[] {
  return Array.from(ids).flatMap((id) => numbers.get(id) ?? [])
}
