import { and, asc, count, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { contracts, contractVersions } from '../../contracts/schema.ts'
import type { Terms } from '../../law/terms.ts'
import type { Tx } from '../../lib/db.ts'
import { readLegalDate, today } from '../../lib/time.ts'
import { codesOf, projectOfCompany } from '../../projects/queries/projects.ts'
import type { Project } from '../../projects/schema.ts'
import { workOf } from '../rules/agreed.ts'
import type { Question } from '../rules/question.ts'

/** What the rules have to know of a company's own project; what only a person can say is left out. */
export type Known = Omit<Question, 'today' | 'extra' | 'others' | 'paidElsewhere'> & { readonly row: Project }

/** A project of this company as the rules of subsidies see it: with the terms that were signed, where they were. */
export async function knownOfProject(tx: Tx, companyId: string, projectId: string): Promise<Known | null> {
  const row = await projectOfCompany(tx, companyId, projectId)
  const [company] = await tx.select().from(companies).where(eq(companies.id, companyId))
  if (!row || !company) return null
  const codes = (await codesOf(tx, projectId)).map(({ code }) => code)
  const signed = await signedContractOf(tx, companyId, projectId)
  const [before] = await tx
    .select({ n: count() })
    .from(contracts)
    .where(and(eq(contracts.companyId, companyId), ne(contracts.projectId, projectId), isNotNull(contracts.sealedAt)))
  const drafted = { startOn: readLegalDate(row.startOn ?? ''), months: row.months, monthlyFee: row.fee }
  return {
    row,
    company: {
      ...{ prefecture: company.prefecture, municipality: company.municipality, industry: company.industry },
      ...{ employees: company.employees, contractsBefore: before?.n ?? 0 },
    },
    project: { codes, ...(signed ? workOf(signed.terms, drafted) : drafted) },
    signedOn: signed ? today(signed.sealedAt) : null,
  }
}

/** The first sealed contract of a project of this company, with what was agreed. */
export async function signedContractOf(
  tx: Tx,
  companyId: string,
  projectId: string,
): Promise<{ id: string; number: number; sealedAt: Date; terms: Terms } | null> {
  const [row] = await tx
    .select({
      ...{ id: contracts.id, number: contracts.number, sealedAt: contracts.sealedAt, terms: contractVersions.terms },
    })
    .from(contracts)
    .innerJoin(contractVersions, eq(contractVersions.contractId, contracts.id))
    .where(
      and(
        ...[eq(contracts.companyId, companyId), eq(contracts.projectId, projectId), isNotNull(contracts.sealedAt)],
        ...[isNotNull(contractVersions.proposedAt), isNull(contractVersions.supersededAt)],
      ),
    )
    .orderBy(asc(contracts.sealedAt))
    .limit(1)
  return row?.sealedAt ? { ...row, sealedAt: row.sealedAt } : null
}
