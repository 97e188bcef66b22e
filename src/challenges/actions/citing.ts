import { eq } from 'drizzle-orm'
import { comparableCases } from '../../cases/queries/published.ts'
import { sizeBand } from '../../cases/rules/draft.ts'
import { companies } from '../../companies/schema.ts'
import type { Act } from '../../lib/act.ts'
import { withCases } from '../rules/cited.ts'
import { type ChallengeTree, codesOf } from '../rules/tree.ts'
import { worries } from '../schema.ts'

const LOOKED_AT = 20

/** The trees with what a published case tells of the same work: the case likest to the firm, when it is known. */
export async function citing({ tx }: Act, worryId: string, trees: readonly ChallengeTree[]): Promise<ChallengeTree[]> {
  const codes = trees.flatMap(codesOf)
  const [firm] = await tx
    .select({ industry: companies.industry, prefecture: companies.prefecture, employees: companies.employees })
    .from(worries)
    .innerJoin(companies, eq(companies.id, worries.companyId))
    .where(eq(worries.id, worryId))
  const { industry = null, prefecture = null, employees = null } = firm ?? {}
  const asked = { codes, industry, prefecture, size: sizeBand(employees) }
  return withCases(trees, await comparableCases(tx, asked, LOOKED_AT))
}
