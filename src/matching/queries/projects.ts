import { and, asc, eq, gt, inArray, isNotNull, type SQL } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { inState } from '../../projects/queries/states.ts'
import { isOpen } from '../../projects/rules/state.ts'
import { projectCodes, projects } from '../../projects/schema.ts'
import { currentOfProject } from '../rules/current.ts'
import { NO_ANSWERS, NO_RECORD, type ProjectFacts } from '../rules/facts.ts'
import { usualOf } from '../rules/usual.ts'
import { companyAnswers, companyRecords } from './records.ts'
import { usualNow } from './usual.ts'

/** What matching knows of these projects, as far as the reader may see them. */
export async function projectFacts(tx: Tx, ids: readonly string[], now: Date): Promise<ProjectFacts[]> {
  return ids.length === 0 ? [] : factsWhere(tx, inArray(projects.id, [...ids]), now)
}

/** A company's own project. */
export async function projectFactsOfCompany(tx: Tx, companyId: string, projectId: string, now: Date) {
  const [found] = await factsWhere(tx, and(eq(projects.id, projectId), eq(projects.companyId, companyId)), now)
  return found
}

/** For the program: the next open projects after an id; at most `limit`. */
export async function openProjectsAfter(
  tx: Tx,
  after: string | null,
  limit: number,
  now: Date,
): Promise<ProjectFacts[]> {
  const which = and(inState('published'), after === null ? undefined : gt(projects.id, after))
  return factsWhere(tx, which, now, limit)
}

/** For the program: adds what came of the companies' work so far. */
export async function withCompanyWork(tx: Tx, found: readonly ProjectFacts[], now: Date): Promise<ProjectFacts[]> {
  const ids = [...new Set(found.map(({ companyId }) => companyId))]
  if (ids.length === 0) return []
  const records = await companyRecords(tx, ids)
  const answers = await companyAnswers(tx, ids, now)
  const usual = await usualNow(tx)
  return found.map((project) => ({
    ...project,
    record: { ...(records.get(project.companyId) ?? NO_RECORD), usual: usualOf(usual?.projects, mainCode(project)) },
    answers: answers.get(project.companyId) ?? NO_ANSWERS,
  }))
}

function mainCode({ codes }: ProjectFacts): string | undefined {
  return (codes.find(({ must }) => must) ?? codes[0])?.code
}

/** For the program: who has applied to a project already. */
export async function applicantIds(tx: Tx, projectId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: applications.talentId })
    .from(applications)
    .where(and(eq(applications.projectId, projectId), isNotNull(applications.sentAt)))
  return rows.map(({ id }) => id)
}

async function factsWhere(tx: Tx, which: SQL | undefined, now: Date, limit?: number): Promise<ProjectFacts[]> {
  const query = tx.select().from(projects).where(which).orderBy(asc(projects.id))
  const rows = await (limit === undefined ? query : query.limit(limit))
  if (rows.length === 0) return []
  const codes = await tx
    .select()
    .from(projectCodes)
    .where(
      inArray(
        projectCodes.projectId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(projectCodes.position), asc(projectCodes.code))
  const byProject = Map.groupBy(codes, ({ projectId }) => projectId)
  return rows.map((row) => {
    const {
      id,
      companyId,
      title,
      background,
      goal,
      work,
      industry,
      prefecture,
      municipality,
      hours,
      fee,
      style,
      travelPaid,
    } = row
    return {
      ...{
        id,
        companyId,
        title,
        background,
        goal,
        work,
        industry,
        prefecture,
        municipality,
        hours,
        fee,
        style,
        travelPaid,
      },
      open: isOpen(row, now),
      codes: currentOfProject((byProject.get(id) ?? []).map(({ code, level, must }) => ({ code, level, must }))),
      record: NO_RECORD,
      answers: NO_ANSWERS,
    }
  })
}
