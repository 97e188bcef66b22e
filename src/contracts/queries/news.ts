import { eq } from 'drizzle-orm'
import { addressesOf } from '../../accounts/queries.ts'
import { people } from '../../accounts/schema.ts'
import { history } from '../../history/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projects } from '../../projects/schema.ts'
import { contractForProgram } from './one.ts'

/** For the program: an act of history, and where both sides of its contract get their mail. */
export async function newsOf(tx: Tx, historyId: number, contractId: string) {
  const [row] = await tx.select().from(history).where(eq(history.id, historyId))
  const found = await contractForProgram(tx, contractId)
  if (!row || !found) return null
  const { contract, talentEmail } = found
  const [project] = await tx
    .select({ departmentId: projects.departmentId })
    .from(projects)
    .where(eq(projects.id, contract.projectId))
  return {
    act: row.act,
    by: (['company', 'talent'] as const).find((side) => side === row.data.side) ?? null,
    contract,
    company: await addressesOf(tx, contract.companyId, {
      departmentId: project?.departmentId ?? null,
      tasks: ['choose', 'sign'],
    }),
    talent: [{ accountId: contract.accountId, email: talentEmail }],
  }
}

/** For the program: the name of somebody who agreed. */
export async function nameOf(tx: Tx, accountId: string | null) {
  if (!accountId) return null
  const [person] = await tx.select().from(people).where(eq(people.accountId, accountId))
  return person ?? null
}
