import { and, asc, count, desc, eq, exists, isNull } from 'drizzle-orm'
import { worries } from '../../challenges/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { GroupKind } from '../rules/group.ts'
import { type Project, projectGroups, projects } from '../schema.ts'

/** A group of the company with the words it was made from, and its roles in order, those that were withdrawn too. */
export async function groupOfCompany(tx: Tx, companyId: string, groupId: string) {
  const [group] = await tx
    .select({ id: projectGroups.id, kind: projectGroups.kind, worry: worries.text })
    .from(projectGroups)
    .innerJoin(worries, eq(worries.id, projectGroups.worryId))
    .where(and(eq(projectGroups.id, groupId), eq(projectGroups.companyId, companyId)))
  return group && { ...group, projects: await projectsIn(tx, groupId) }
}

/** The groups of a company, the newest first, with how many roles each still has. */
export async function groupsOfCompany(tx: Tx, companyId: string) {
  return tx
    .select({ id: projectGroups.id, kind: projectGroups.kind, worry: worries.text, roles: count(projects.id) })
    .from(projectGroups)
    .innerJoin(worries, eq(worries.id, projectGroups.worryId))
    .innerJoin(projects, and(eq(projects.groupId, projectGroups.id), isNull(projects.withdrawnAt)))
    .where(eq(projectGroups.companyId, companyId))
    .groupBy(projectGroups.id, worries.text)
    .orderBy(desc(projectGroups.createdAt), desc(projectGroups.id))
}

/** The group that a worry of the company was divided into, as long as one of its roles is left. */
export async function groupOfWorry(tx: Tx, companyId: string, worryId: string) {
  const left = tx
    .select({ is: projects.id })
    .from(projects)
    .where(and(eq(projects.groupId, projectGroups.id), isNull(projects.withdrawnAt)))
  const [group] = await tx
    .select({ id: projectGroups.id, kind: projectGroups.kind })
    .from(projectGroups)
    .where(and(eq(projectGroups.companyId, companyId), eq(projectGroups.worryId, worryId), exists(left)))
    .orderBy(desc(projectGroups.createdAt))
    .limit(1)
  return group
}

/** A role beside others. Of one that was never public nobody learns more than that it is there. */
export type ToldRole = { readonly id: string; readonly title: string | null; readonly isThis: boolean }
export type Told = { readonly kind: GroupKind; readonly at: number; readonly roles: readonly ToldRole[] }

/** For the program: the place of a project among the roles of its group, as everybody may know it; null when it is alone. */
export async function toldOf(tx: Tx, project: Pick<Project, 'id' | 'groupId'>): Promise<Told | null> {
  if (project.groupId === null) return null
  const [group] = await tx.select().from(projectGroups).where(eq(projectGroups.id, project.groupId))
  const rows = (await projectsIn(tx, project.groupId)).filter(({ withdrawnAt }) => withdrawnAt === null)
  const at = rows.findIndex(({ id }) => id === project.id)
  if (!group || at < 0 || rows.length < 2) return null
  const roles = rows.map(({ id, title, publishedAt }) => ({
    ...{ id, title: publishedAt ? title : null, isThis: id === project.id },
  }))
  return { kind: group.kind, at, roles }
}

async function projectsIn(tx: Tx, groupId: string): Promise<Project[]> {
  return tx
    .select()
    .from(projects)
    .where(eq(projects.groupId, groupId))
    .orderBy(asc(projects.groupPosition), asc(projects.number))
}
