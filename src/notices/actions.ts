import { and, eq, inArray, isNull, lt } from 'drizzle-orm'
import { record } from '../history/actions.ts'
import type { Act } from '../lib/act.ts'
import type { Tx } from '../lib/db.ts'
import type { Wishes } from './rules/ways.ts'
import { noticeSettings, notices } from './schema.ts'

/** Days that a notice is kept. What it is about stands on its own page. */
const KEPT_DAYS = 365

/** Somebody has seen the page that these lead to. */
export async function noteRead(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: at })
    .where(and(inArray(notices.id, [...ids]), isNull(notices.readAt)))
}

export async function readAll(act: Act, accountId: string): Promise<void> {
  await act.tx
    .update(notices)
    .set({ readAt: act.now })
    .where(and(eq(notices.accountId, accountId), isNull(notices.readAt)))
}

export async function forgetOld(act: Act): Promise<void> {
  await act.tx.delete(notices).where(lt(notices.createdAt, new Date(act.now.getTime() - KEPT_DAYS * 86_400_000)))
}

/** What is on its way already goes as it was planned. */
export async function saveWishes(act: Act, accountId: string, wishes: Wishes): Promise<void> {
  const set = { ...wishes, updatedAt: act.now }
  await act.tx
    .insert(noticeSettings)
    .values({ accountId, ...set })
    .onConflictDoUpdate({ target: noticeSettings.accountId, set })
  await record(act, 'notices.settings-changed', { kind: 'account', id: accountId })
}
