import { and, desc, eq, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { type Project, projects } from '../../projects/schema.ts'
import { interests } from '../schema.ts'

/** Has this person marked this project? */
export async function isMarked(tx: Tx, accountId: string, projectId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: interests.id })
    .from(interests)
    .where(and(eq(interests.accountId, accountId), eq(interests.projectId, projectId)))
  return row !== undefined
}

export type Marked = { readonly project: Project; readonly companyName: string }

/** What somebody marked, the newest first. */
export async function markedProjects(tx: Tx, accountId: string): Promise<Marked[]> {
  return tx
    .select({ project: projects, companyName: companies.name })
    .from(interests)
    .innerJoin(projects, eq(projects.id, interests.projectId))
    .innerJoin(companies, eq(companies.id, interests.companyId))
    .where(eq(interests.accountId, accountId))
    .orderBy(desc(interests.markedAt), desc(interests.id))
}

/**
 * How many people marked this project of the own company, in whole fives; null below five. Who hides from the company is
 * not among them: the database counts, because nobody may read the marks of others.
 */
export async function interestCount(tx: Tx, projectId: string): Promise<number | null> {
  const { rows } = await tx.execute<{ people: number | null }>(sql`select app_interests(${projectId}::uuid) as people`)
  return rows[0]?.people ?? null
}
