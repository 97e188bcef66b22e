import { and, asc, desc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { partners } from '../../partners/schema.ts'
import { projects } from '../../projects/schema.ts'
import { isLive } from '../rules/grant.ts'
import type { OtherGrant } from '../rules/question.ts'
import { type Grant, grants } from '../schema.ts'

/** A grant of this company with its project and its office, where that is here. */
export async function grantOfCompany(tx: Tx, companyId: string, grantId: string) {
  const [row] = await tx
    .select({ grant: grants, title: projects.title, companyName: companies.name, officeName: partners.name })
    .from(grants)
    .innerJoin(projects, eq(projects.id, grants.projectId))
    .innerJoin(companies, eq(companies.id, grants.companyId))
    .leftJoin(partners, eq(partners.id, grants.partnerId))
    .where(and(eq(grants.id, grantId), eq(grants.companyId, companyId)))
  return row
}

/** The grants of a project of this company, the newest first. */
export function grantsOfProject(tx: Tx, companyId: string, projectId: string): Promise<Grant[]> {
  return tx
    .select()
    .from(grants)
    .where(and(eq(grants.companyId, companyId), eq(grants.projectId, projectId)))
    .orderBy(desc(grants.plannedAt), asc(grants.id))
}

/** Everything this company has or wants, as it counts for one of its projects. */
export async function otherGrants(tx: Tx, companyId: string, projectId: string): Promise<OtherGrant[]> {
  const all = await tx.select().from(grants).where(eq(grants.companyId, companyId)).orderBy(asc(grants.id))
  return all.filter(isLive).map(({ subsidyId, fiscalYear, grantedYen, expectedYen, projectId: of }) => ({
    ...{ subsidyId, fiscalYear, sameProject: of === projectId, yen: grantedYen ?? expectedYen },
  }))
}

/** The office of a subsidy, where it is a partner here. */
export async function officeOf(tx: Tx, slug: string | undefined): Promise<string | null> {
  if (slug === undefined) return null
  const [partner] = await tx.select({ id: partners.id }).from(partners).where(eq(partners.slug, slug))
  return partner?.id ?? null
}

/** Grants of a project that the office has not decided: to be thought of before a contract. */
export async function undecidedOf(tx: Tx, companyId: string, projectId: string): Promise<Grant[]> {
  return tx
    .select()
    .from(grants)
    .where(
      and(
        ...[eq(grants.companyId, companyId), eq(grants.projectId, projectId)],
        ...[isNull(grants.decidedAt), isNull(grants.withdrawnAt)],
      ),
    )
    .orderBy(asc(grants.plannedAt))
}

/** Grants of a company that wait for it: to be applied for, or to be reported on. */
export function grantsWithCompany(tx: Tx, companyId: string): Promise<Grant[]> {
  return tx
    .select()
    .from(grants)
    .where(
      and(
        ...[eq(grants.companyId, companyId), isNull(grants.withdrawnAt), isNull(grants.claimedAt)],
        or(isNull(grants.appliedAt), isNotNull(grants.grantedYen)),
      ),
    )
    .orderBy(asc(grants.plannedAt), asc(grants.id))
}

/** For the program: what was planned and nobody applied for. */
export function plannedGrants(tx: Tx): Promise<Grant[]> {
  return tx
    .select()
    .from(grants)
    .where(and(isNull(grants.appliedAt), isNull(grants.withdrawnAt)))
    .orderBy(asc(grants.plannedAt))
}

/** For the program. */
export async function grantById(tx: Tx, id: string): Promise<Grant | undefined> {
  const [grant] = await tx.select().from(grants).where(eq(grants.id, id))
  return grant
}
