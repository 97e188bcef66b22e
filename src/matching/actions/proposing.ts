import { and, eq, isNull, sql } from 'drizzle-orm'
import { asSystem, SYSTEM } from '../../accounts/actions/mailing.ts'
import type { Ranked } from '../../engine/engine.ts'
import { packBins } from '../../engine/learning/packed.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { readAs } from '../../lib/db.ts'
import type { JobDeps } from '../../lib/job.ts'
import { inState } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { projectsInFull } from '../queries/meanings.ts'
import { applicantIds } from '../queries/projects.ts'
import { weightsOfProject } from '../queries/weights.ts'
import type { ProjectFacts } from '../rules/facts.ts'
import { LIST } from '../rules/reading.ts'
import { scorerOf } from '../rules/scored-anew.ts'
import type { NamedWeights } from '../rules/weights.ts'
import { type Proposal, proposals } from '../schema.ts'
import { type Binned, binnedPeopleFor, peopleFor } from './market/searching.ts'
import type { Market } from './market/state.ts'
import { currentMarket } from './market.ts'
import { PER_PROJECT } from './pairs.ts'

/** Makes the list of a project anew and keeps it. Null when the project is not open; else how many stand on it. */
export async function proposeFor(deps: JobDeps, projectId: string): Promise<number | null> {
  const now = deps.clock()
  const market = await currentMarket(deps.db, now)
  const { project, applied, weights } = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [found] = await projectsInFull(tx, market.reader, [projectId], now)
    const weights = await weightsOfProject(tx, projectId, now)
    return { project: found, applied: await applicantIds(tx, projectId), weights }
  })
  if (!project?.open) return null
  const list = await bestFor(market, project, applied, weights)
  return asSystem(deps, (act) => keepProposals(act, project, list, weights.name))
}

/**
 * The best people for a project who know at least something of its field; whoever hides from the company, works for it or has applied
 * already left out. By other weights than the market's: of those who are in question by the market's.
 */
export async function bestFor(
  market: Market,
  project: ProjectFacts,
  applied: readonly string[],
  weights: NamedWeights = market.weights,
): Promise<Listed[]> {
  const best =
    weights.name === market.weights.name
      ? await peopleFor(market, project, applied, LIST)
      : bestAnew(await binnedPeopleFor(market, project, applied, PER_PROJECT), weights)
  return best.map(({ id, score, points }, at) => ({
    talentId: market.numbers.id(id),
    rank: at + 1,
    score,
    points: Array.from(points),
  }))
}

function bestAnew(found: readonly Binned[], weights: NamedWeights): Pick<Ranked, 'id' | 'score' | 'points'>[] {
  const scored = scorerOf(weights)
  return found
    .map(({ id, bins }) => ({ id, ...scored(packBins(bins)) }))
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, LIST)
}

export type Listed = Pick<Proposal, 'talentId' | 'rank' | 'score' | 'points'>

/** Replaces the whole list of a project that is still open, in one transaction. `model`: which weights gave the points. */
export async function keepProposals(
  act: Act,
  project: Pick<ProjectFacts, 'id' | 'companyId'>,
  list: readonly Listed[],
  model: string,
): Promise<number | null> {
  const { id: projectId, companyId } = project
  const open = await act.tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.id, projectId), inState('published'), isNull(projects.withdrawnAt)))
    .for('update')
  if (open.length === 0) return null
  await act.tx.delete(proposals).where(eq(proposals.projectId, projectId))
  if (list.length > 0) {
    const rows = list.map((one) => ({
      projectId,
      companyId,
      ...one,
      points: sql`${sql.param(one.points)}::smallint[]`,
      model,
      createdAt: act.now,
    }))
    await act.tx.insert(proposals).values(rows)
  }
  await record(act, 'project.proposed', { kind: 'project', id: projectId }, { count: list.length, model })
  return list.length
}
