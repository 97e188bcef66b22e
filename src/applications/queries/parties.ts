import { and, eq } from 'drizzle-orm'
import { addressesOf } from '../../accounts/queries.ts'
import { accounts } from '../../accounts/schema.ts'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projects } from '../../projects/schema.ts'
import { isLive } from '../rules/state.ts'
import { type Application, applications } from '../schema.ts'
import { interviewOf } from './applications.ts'

type Address = { readonly accountId: string; readonly email: string }

/** An application with everybody who gets letters about it. For the program's own eyes. */
export async function partiesOf(tx: Tx, applicationId: string) {
  const [row] = await tx
    .select({
      application: applications,
      project: {
        ...{ id: projects.id, number: projects.number, title: projects.title, openings: projects.openings },
        departmentId: projects.departmentId,
      },
      companyName: companies.name,
      email: accounts.email,
      closedAt: accounts.closedAt,
    })
    .from(applications)
    .innerJoin(projects, eq(projects.id, applications.projectId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .innerJoin(accounts, eq(accounts.id, applications.accountId))
    .where(eq(applications.id, applicationId))
  if (!row) return undefined
  const talent: Address[] = row.closedAt ? [] : [{ accountId: row.application.accountId, email: row.email }]
  const company: Address[] = await addressesOf(tx, row.application.companyId, {
    ...row.project,
    tasks: ['choose'],
  })
  const interview = await interviewOf(tx, applicationId)
  return { ...row, interview, to: { talent, company } }
}
export type Parties = NonNullable<Awaited<ReturnType<typeof partiesOf>>>

/** All between this person and this company that has not come to its end. */
export async function liveBetween(tx: Tx, accountId: string, companyId: string): Promise<Application[]> {
  const rows = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.accountId, accountId), eq(applications.companyId, companyId)))
  return rows.filter(isLive)
}

export function factOf(application: Application, fact: keyof Application): number | null {
  const at = application[fact]
  return at instanceof Date ? at.getTime() : null
}
