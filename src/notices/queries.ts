import { and, asc, count, desc, eq, isNull, lte } from 'drizzle-orm'
import { accounts } from '../accounts/schema.ts'
import type { Tx } from '../lib/db.ts'
import { MANY } from './rules/shown.ts'
import { USUAL, type Wishes } from './rules/ways.ts'
import { noticeSettings, notices } from './schema.ts'

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

/** For the program: the page that a letter leads to, by what it is about and to whom. */
export async function hrefOf(tx: Tx, key: string): Promise<string | null> {
  const [notice] = await tx.select({ href: notices.href }).from(notices).where(eq(notices.key, key))
  return notice?.href ?? null
}

/** How somebody wants to be told. */
export async function wishesOf(tx: Tx, accountId: string): Promise<Wishes> {
  const [settings] = await tx.select().from(noticeSettings).where(eq(noticeSettings.accountId, accountId))
  if (!settings) return USUAL
  const { accountId: _, updatedAt, ...wishes } = settings
  return wishes
}

/** For the program: what of somebody's notices is to be mailed by now, the oldest first, and where to. */
export function toMail(tx: Tx, accountId: string, now: Date) {
  return tx
    .select({ notice: notices, email: accounts.email })
    .from(notices)
    .innerJoin(accounts, eq(accounts.id, notices.accountId))
    .where(
      and(
        eq(notices.accountId, accountId),
        lte(notices.mailDueAt, now),
        isNull(notices.mailedAt),
        isNull(accounts.closedAt),
      ),
    )
    .orderBy(asc(notices.createdAt), asc(notices.id))
}
