import { and, asc, count, desc, eq, isNotNull, isNull, ne, or, sql } from 'drizzle-orm'
import { answerFigures } from '../../applications/queries/promises.ts'
import { publishedCasesOf } from '../../cases/queries/published.ts'
import { companies } from '../../companies/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { masked } from '../../messages/rules/mask.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { OUTCOMES, type Outcome } from '../../works/rules/reviews.ts'
import { reviews } from '../../works/schema.ts'

/**
 * What everybody may know of a company that once asked for help here: how it answered, how its work ended, what it asks for
 * now, and the cases under its name. Undefined where nobody has made sure of it, or nothing of it was ever shown. Sums of what
 * nobody else sees together: to be read with the program's own eyes.
 */
export async function companyRecord(tx: Tx, companyId: string, now: Date) {
  const shown = tx
    .select({ is: projects.id })
    .from(projects)
    .where(and(eq(projects.companyId, companyId), isNotNull(projects.publishedAt), isNull(projects.withdrawnAt)))
  const [company] = await tx
    .select({
      id: companies.id,
      name: companies.name,
      prefecture: companies.prefecture,
      industry: companies.industry,
    })
    .from(companies)
    .where(
      and(
        eq(companies.id, companyId),
        isNotNull(companies.verifiedAt),
        isNull(companies.closedAt),
        sql`exists ${shown}`,
      ),
    )
  if (!company) return undefined
  return {
    company,
    answers: await answerFigures(tx, companyId, now),
    work: await finishedWork(tx, companyId),
    projects: await tx
      .select()
      .from(projects)
      .where(and(eq(projects.companyId, companyId), openAt(now)))
      .orderBy(desc(projects.publishedAt), asc(projects.id)),
    cases: await publishedCasesOf(tx, companyId),
    said: await sharedFeedback(tx, companyId),
  }
}

const SAID = 12

/** What professionals said to the company after their work, where they let everybody read it and both sides may by now. */
async function sharedFeedback(tx: Tx, companyId: string) {
  const others = tx
    .$with('others')
    .as(tx.select({ contractId: reviews.contractId }).from(reviews).where(eq(reviews.side, 'company')))
  const rows = await tx
    .with(others)
    .select({ id: reviews.id, words: reviews.feedback, title: projects.title, projectId: projects.id })
    .from(reviews)
    .innerJoin(contracts, eq(contracts.id, reviews.contractId))
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .leftJoin(others, eq(others.contractId, reviews.contractId))
    .where(
      and(
        ...[eq(reviews.companyId, companyId), eq(reviews.side, 'talent'), isNotNull(reviews.sharedAt)],
        ...[ne(reviews.feedback, ''), isNotNull(projects.publishedAt), isNull(projects.withdrawnAt)],
        or(isNotNull(reviews.openedAt), isNotNull(others.contractId)),
      ),
    )
    .orderBy(desc(reviews.submittedAt), asc(reviews.id))
    .limit(SAID)
  return rows.map((row) => ({ ...row, words: masked(row.words).text }))
}

type FinishedWork = { readonly finished: number; readonly outcomes: ReadonlyMap<Outcome, number> }

/** Contracts that came to their end, and what both sides said of the goal: the more careful of the two. */
async function finishedWork(tx: Tx, companyId: string): Promise<FinishedWork> {
  const ended = and(
    eq(contracts.companyId, companyId),
    isNotNull(contracts.sealedAt),
    or(isNotNull(contracts.endedAt), isNotNull(contracts.endedEarlyAt)),
  )
  const [all] = await tx.select({ finished: count() }).from(contracts).where(ended)
  const order = sql`array_position(${sql.param([...OUTCOMES])}::text[], ${reviews.outcome})`
  const said = tx
    .select({ worst: sql<number>`max(${order})`.as('worst') })
    .from(contracts)
    .innerJoin(reviews, eq(reviews.contractId, contracts.id))
    .where(ended)
    .groupBy(contracts.id)
    .having(sql`count(*) = 2`)
    .as('said')
  const rows = await tx.select({ worst: said.worst, n: count() }).from(said).groupBy(said.worst)
  return {
    finished: all!.finished,
    outcomes: new Map(rows.map(({ worst, n }) => [OUTCOMES[worst - 1]!, n])),
  }
}
