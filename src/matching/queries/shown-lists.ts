import { and, asc, eq, gt, gte, inArray, isNotNull } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { SentApplication, ShownList } from '../rules/shown-log.ts'
import { marketLists } from '../schema.ts'

/** For the program: the next of people's lists that were shown since then and can be measured with, after an id. */
export async function shownListsAfter(
  tx: Tx,
  after: string | null,
  limit: number,
  since: Date,
): Promise<(ShownList & { id: string })[]> {
  const { id, talentId, shownAt, ids, chances, fit, seen, bins, shown } = marketLists
  const rows = await tx
    .select({ id, talentId, shownAt, ids, chances, fit, seen, bins, shown })
    .from(marketLists)
    .where(
      and(
        ...[isNotNull(talentId), gte(shownAt, since), isNotNull(fit), isNotNull(seen), isNotNull(bins)],
        after === null ? undefined : gt(id, after),
      ),
    )
    .orderBy(asc(id))
    .limit(limit)
  return rows.map((row) => ({
    ...{ id: row.id, talentId: row.talentId!, shownAt: row.shownAt!, ids: row.ids, chances: row.chances },
    ...{ fit: row.fit!, seen: row.seen!, bins: row.bins!, shown: row.shown ?? [] },
  }))
}

/** For the program: what these people applied for since then, and how far it came. */
export async function sentBy(tx: Tx, talentIds: readonly string[], since: Date): Promise<SentApplication[]> {
  if (talentIds.length === 0) return []
  const a = applications
  const rows = await tx
    .select({ application: a, sealedAt: contracts.sealedAt })
    .from(a)
    .leftJoin(contracts, and(eq(contracts.applicationId, a.id), isNotNull(contracts.sealedAt)))
    .where(and(inArray(a.talentId, [...talentIds]), gte(a.sentAt, since)))
    .orderBy(asc(a.sentAt), asc(a.id))
  const found = new Map<string, SentApplication>()
  for (const { application: one, sealedAt } of rows) {
    const offered = one.offeredAt !== null
    const ended = one.withdrawnAt !== null || one.lapsedAt !== null
    // One application may have had two contracts, of which the first was dropped.
    const contracted = sealedAt !== null || found.get(one.id)?.contracted === true
    found.set(one.id, {
      ...{ talentId: one.talentId, projectId: one.projectId, sentAt: one.sentAt!, offered, contracted },
      ...{ shortlisted: one.shortlistedAt !== null || one.interviewAt !== null },
      ...{ accepted: one.acceptedAt !== null, declined: one.declinedAt !== null || (offered && ended) },
      ...{ withdrawn: ended && !offered, answerBy: one.answerBy },
    })
  }
  return [...found.values()]
}
