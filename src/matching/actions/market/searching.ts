import {
  bitsOf,
  type ChangeOf,
  countFits,
  type FitCounts,
  type Project,
  type Ranked,
  rankAgreeing,
} from '../../../engine/engine.ts'
import { today } from '../../../lib/time.ts'
import type { ProjectFacts, TalentFacts } from '../../rules/facts.ts'
import { projectRecord, talentRecord } from '../../rules/records.ts'
import type { Market } from './state.ts'

/** The best people for a project who know something of its field, without some and without who hides from its company. */
export async function peopleFor(
  market: Market,
  project: ProjectFacts,
  without: readonly string[],
  most: number,
): Promise<Ranked[]> {
  const { talents, hidden, pool } = market
  const out = [...(hidden.byCompany.get(project.companyId) ?? []), ...without]
  const query = { ...projectRecord(project, 0), blocked: bitsOf(talents, numbersOf(market, out)) }
  return pool === null ? rankAgreeing(talents, query, most) : pool.rankAgreeing(query, most)
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
  const blocked = bitsOf(market.projects, numbersOf(market, [...closedTo(market, talent.id), ...without]))
  const query = { ...talentRecord(talent, 0, Number(today(now).slice(0, 4))), blocked }
  return rankAgreeing(market.projects, query, most)
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
