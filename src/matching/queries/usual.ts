import { and, count, desc, eq, isNotNull, ne, or } from 'drizzle-orm'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projectCodes } from '../../projects/schema.ts'
import { reviews } from '../../works/schema.ts'
import type { WorkOfCode } from '../rules/usual.ts'
import { type MarketRun, marketRuns } from '../schema.ts'

/** What finished work usually comes to, as the last lists had it; undefined before the first, and for who may not read it. */
export async function usualNow(tx: Tx): Promise<MarketRun['usual'] | undefined> {
  const [run] = await tx.select({ usual: marketRuns.usual }).from(marketRuns).orderBy(desc(marketRuns.doneAt)).limit(1)
  return run?.usual
}

/** For the program: finished work by what it asked for, and how much of it one side said went well. */
export async function workByCode(tx: Tx, saidBy: 'company' | 'talent'): Promise<WorkOfCode[]> {
  const { projectId, sealedAt, endedAt, endedEarlyAt } = contracts
  const wentWell = and(eq(reviews.contractId, contracts.id), eq(reviews.side, saidBy), ne(reviews.outcome, 'missed'))
  return tx
    .select({ code: projectCodes.code, finished: count(), confirmed: count(reviews.id) })
    .from(contracts)
    .innerJoin(projectCodes, and(eq(projectCodes.projectId, projectId), eq(projectCodes.must, true)))
    .leftJoin(reviews, wentWell)
    .where(and(isNotNull(sealedAt), or(isNotNull(endedAt), isNotNull(endedEarlyAt))))
    .groupBy(projectCodes.code)
}
