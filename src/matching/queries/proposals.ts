import { and, asc, eq, isNotNull, notExists, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { proposals } from '../schema.ts'

/** The list of a project as its company may see it, best first; whoever has applied since stands with the applications. */
export async function proposalsOf(tx: Tx, companyId: string, projectId: string) {
  const applied = tx
    .select({ one: sql`1` })
    .from(applications)
    .where(
      and(
        eq(applications.projectId, proposals.projectId),
        eq(applications.talentId, proposals.talentId),
        isNotNull(applications.sentAt),
      ),
    )
  return tx
    .select({
      talentId: proposals.talentId,
      points: proposals.points,
      model: proposals.model,
      createdAt: proposals.createdAt,
    })
    .from(proposals)
    .where(and(eq(proposals.projectId, projectId), eq(proposals.companyId, companyId), notExists(applied)))
    .orderBy(asc(proposals.rank))
}
