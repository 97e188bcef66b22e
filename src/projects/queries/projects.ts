import { and, asc, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { addressesOf } from '../../accounts/queries.ts'
import type { Tx } from '../../lib/db.ts'
import type { Task } from '../../lib/web/guard.ts'
import { type Project, type ProjectCode, projectCodes, projects } from '../schema.ts'
import { openAt } from './states.ts'

/** A project to which people may apply now. */
export async function openProject(tx: Tx, projectId: string, now: Date): Promise<Project | undefined> {
  const [project] = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), openAt(now)))
  return project
}

/** A project that everybody may read: published once, perhaps closed since. */
export async function publishedProject(tx: Tx, projectId: string): Promise<Project | undefined> {
  const [project] = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), isNotNull(projects.publishedAt)))
  return project
}

export async function projectOfCompany(tx: Tx, companyId: string, projectId: string): Promise<Project | undefined> {
  const [project] = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.id, projectId), eq(projects.companyId, companyId)))
  return project
}

/** Whichever company's it is. For the program, on behalf of whoever holds the paper of a draft. */
export async function anyProject(tx: Tx, id: string): Promise<Project | undefined> {
  const [project] = await tx.select().from(projects).where(eq(projects.id, id))
  return project
}

/** The same with those of its company, and of its department, who do one of these: for the program's letters. */
export async function projectWithPeople(tx: Tx, id: string, tasks: readonly Task[]) {
  const project = await anyProject(tx, id)
  return project && { project, people: await addressesOf(tx, project.companyId, { ...project, tasks }) }
}

/** Everything a company has begun, the newest first. */
export async function projectsOfCompany(tx: Tx, companyId: string): Promise<Project[]> {
  return tx
    .select()
    .from(projects)
    .where(eq(projects.companyId, companyId))
    .orderBy(desc(projects.createdAt), desc(projects.number))
}

/** The job codes asked for, in the company's order. */
export async function codesOf(tx: Tx, projectId: string): Promise<ProjectCode[]> {
  return tx
    .select()
    .from(projectCodes)
    .where(eq(projectCodes.projectId, projectId))
    .orderBy(asc(projectCodes.position), asc(projectCodes.code))
}

export async function codesOfAll(tx: Tx, projectIds: readonly string[]): Promise<Map<string, ProjectCode[]>> {
  const found = new Map<string, ProjectCode[]>()
  if (projectIds.length === 0) return found
  const rows = await tx
    .select()
    .from(projectCodes)
    .where(inArray(projectCodes.projectId, [...projectIds]))
    .orderBy(asc(projectCodes.position), asc(projectCodes.code))
  for (const row of rows) found.set(row.projectId, [...(found.get(row.projectId) ?? []), row])
  return found
}
