import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import { companies } from '../companies/schema.ts'
import type { Tx } from '../lib/db.ts'
import { inState } from '../projects/queries/states.ts'
import { projects } from '../projects/schema.ts'
import { consultations } from './schema.ts'

const DONE_SHOWN = 20

/** Projects that wait for the desk, the oldest first. */
export async function waitingProjects(tx: Tx) {
  return tx
    .select({
      id: projects.id,
      number: projects.number,
      title: projects.title,
      unsure: projects.unsure,
      submittedAt: projects.submittedAt,
      company: companies.name,
    })
    .from(projects)
    .innerJoin(companies, eq(companies.id, projects.companyId))
    .where(inState('submitted'))
    .orderBy(asc(projects.submittedAt))
}

export async function projectOfDesk(tx: Tx, id: string) {
  const [project] = await tx.select().from(projects).where(eq(projects.id, id))
  return project
}

/** Has anything of this company ever been shown to everybody, and not been taken back? */
export async function hasPublished(tx: Tx, companyId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: projects.id })
    .from(projects)
    .where(and(eq(projects.companyId, companyId), isNotNull(projects.publishedAt)))
    .limit(1)
  return rows.length > 0
}

/** Calls to return, the oldest first. */
export async function waitingCalls(tx: Tx) {
  return tx.select().from(consultations).where(isNull(consultations.calledBackAt)).orderBy(asc(consultations.createdAt))
}

/** Calls that were returned, the newest first. */
export async function returnedCalls(tx: Tx) {
  return tx
    .select()
    .from(consultations)
    .where(isNotNull(consultations.calledBackAt))
    .orderBy(desc(consultations.calledBackAt))
    .limit(DONE_SHOWN)
}

/** The telephone numbers of some projects. */
export async function numbersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: projects.id, number: projects.number })
    .from(projects)
    .where(inArray(projects.id, [...ids]))
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** Everybody who sits at the desk. */
export async function operatorAddresses(tx: Tx) {
  return tx
    .select({ accountId: accounts.id, email: accounts.email })
    .from(accounts)
    .where(and(eq(accounts.power, 'operator'), isNull(accounts.closedAt)))
}
