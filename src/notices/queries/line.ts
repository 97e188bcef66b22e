import { and, asc, eq, gt, gte, isNull, lte } from 'drizzle-orm'
import { accounts } from '../../accounts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { lineLinks, notices } from '../schema.ts'

/** Whether somebody joined their LINE, or is about to. */
export async function lineLinkOf(tx: Tx, accountId: string) {
  const [link] = await tx.select().from(lineLinks).where(eq(lineLinks.accountId, accountId))
  return link
}

/** For the program: those who asked since then, and are about to join theirs. */
export function askedLinks(tx: Tx, since: Date) {
  return tx
    .select({ accountId: lineLinks.accountId, nonceId: lineLinks.nonceId })
    .from(lineLinks)
    .where(and(isNull(lineLinks.linkedAt), gt(lineLinks.askedAt, since)))
}

/** For the program: whether this LINE is joined to an account. */
export async function isJoined(tx: Tx, lineUserId: string): Promise<boolean> {
  const rows = await tx
    .select({ accountId: lineLinks.accountId })
    .from(lineLinks)
    .where(eq(lineLinks.lineUserId, lineUserId))
  return rows.length > 0
}

/** For the program: what of somebody's notices since they joined is to be told by LINE by now, the oldest first, and to whom. */
export function toPush(tx: Tx, accountId: string, now: Date) {
  return tx
    .select({ id: notices.id, to: lineLinks.lineUserId })
    .from(notices)
    .innerJoin(lineLinks, and(eq(lineLinks.accountId, notices.accountId), gte(notices.mailDueAt, lineLinks.linkedAt)))
    .innerJoin(accounts, eq(accounts.id, notices.accountId))
    .where(
      and(
        eq(notices.accountId, accountId),
        lte(notices.mailDueAt, now),
        isNull(notices.pushedAt),
        isNull(accounts.closedAt),
      ),
    )
    .orderBy(asc(notices.createdAt), asc(notices.id))
}
