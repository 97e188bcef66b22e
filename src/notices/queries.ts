import { and, count, desc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '../lib/db.ts'
import { notices } from './schema.ts'

/** From so many on nobody counts. */
export const MANY = 99

/** Somebody's notices that nobody has read yet, by the pages that they lead to. One look into one index. */
export function unreadOf(tx: Tx, accountId: string) {
  return tx
    .select({ id: notices.id, href: notices.href })
    .from(notices)
    .where(and(eq(notices.accountId, accountId), isNull(notices.readAt)))
    .limit(MANY + 1)
}

/** One page of somebody's notices, the newest first. */
export async function noticesOf(tx: Tx, accountId: string, page: { size: number; number: number }) {
  const own = eq(notices.accountId, accountId)
  const [total] = await tx.select({ count: count() }).from(notices).where(own)
  const rows = await tx
    .select()
    .from(notices)
    .where(own)
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(page.size)
    .offset((page.number - 1) * page.size)
  return { total: total?.count ?? 0, rows }
}
