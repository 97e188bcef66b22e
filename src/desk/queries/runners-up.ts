import { and, asc, count, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { lookedFor } from '../../applications/queries/runner-ups.ts'
import { RUNNERS_UP } from '../../applications/rules/runner-up.ts'
import { applications } from '../../applications/schema.ts'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { cardsWhere, visible } from '../../talents/queries/shown.ts'
import { talents } from '../../talents/schema.ts'
import type { NearbyRunnerUp } from '../rules.ts'
import { suggestedRunnersUp } from '../schema.ts'

/** So many projects are looked at, those that close first. */
const MOST_PROJECTS = 1000
const SHOWN = 60

/**
 * People who agreed to be shown to companies near the one that had chosen somebody else, each beside an open project nearby that
 * asks for work they know: where fewest applied first. The database answers no more than the company's own list would show.
 */
export async function nearbyRunnersUp(tx: Tx, now: Date, only: string | null = null): Promise<NearbyRunnerUp[]> {
  const open = new Map((await openProjects(tx, now, only)).map((project) => [project.id, project]))
  const pairs = await pairsFor(tx, [...open.values()], now)
  if (pairs.length === 0) return []
  const ids = [...new Set(pairs.map(({ talentId }) => talentId))]
  const cards = new Map((await cardsWhere(tx, and(inArray(talents.id, ids), visible)!)).map((card) => [card.id, card]))
  const near = [...new Set(pairs.map(({ projectId }) => projectId))]
  const counts = await tx
    .select({ id: applications.projectId, count: count() })
    .from(applications)
    .where(and(inArray(applications.projectId, near), isNotNull(applications.sentAt), isNull(applications.withdrawnAt)))
    .groupBy(applications.projectId)
  const applied = new Map(counts.map(({ id, count }) => [id, count]))
  const suggested = await tx.select().from(suggestedRunnersUp).where(inArray(suggestedRunnersUp.projectId, near))
  return pairs
    .flatMap(({ projectId, talentId, codes }): NearbyRunnerUp[] => {
      const [project, card] = [open.get(projectId), cards.get(talentId)]
      const told = suggested.find((one) => one.projectId === projectId && one.talentId === talentId)
      if (!project || !card) return []
      return [{ project, card, codes, applicants: applied.get(projectId) ?? 0, suggestedAt: told?.suggestedAt ?? null }]
    })
    .sort((a, b) => a.applicants - b.applicants || b.codes.length - a.codes.length)
    .slice(0, SHOWN)
}

/** Whether the list offers these two to each other: it did when somebody pressed, and may do so no more. */
export async function isOffered(tx: Tx, projectId: string, talentId: string, now: Date): Promise<boolean> {
  return (await nearbyRunnersUp(tx, now, projectId)).some(({ card }) => card.id === talentId)
}

async function openProjects(tx: Tx, now: Date, only: string | null) {
  const { id, number, title, prefecture, hours, companyId } = projects
  return tx
    .select({ id, number, title, prefecture, hours, companyId, company: companies.name })
    .from(projects)
    .innerJoin(companies, eq(companies.id, projects.companyId))
    .where(and(openAt(now), isNotNull(prefecture), only === null ? undefined : eq(id, only)))
    .orderBy(asc(projects.closesOn), asc(id))
    .limit(MOST_PROJECTS)
}

async function pairsFor(tx: Tx, open: Awaited<ReturnType<typeof openProjects>>, now: Date) {
  if (open.length === 0) return []
  const asked = await tx
    .select({ projectId: projectCodes.projectId, code: projectCodes.code })
    .from(projectCodes)
    .where(
      inArray(
        projectCodes.projectId,
        open.map(({ id }) => id),
      ),
    )
  const codes = Map.groupBy(asked, ({ projectId }) => projectId)
  const questions = open.map(({ id, prefecture }) => ({
    project: id,
    ...lookedFor(
      prefecture!,
      (codes.get(id) ?? []).map(({ code }) => code),
    ),
  }))
  const { rows } = await tx.execute<{ project_id: string; talent_id: string; codes: string[] }>(sql`
    select * from app_runner_up_pairs(${JSON.stringify(questions)}::jsonb, ${now.toISOString()}::timestamptz,
      ${RUNNERS_UP}::integer)`)
  return rows.map((row) => ({ projectId: row.project_id, talentId: row.talent_id, codes: row.codes }))
}
