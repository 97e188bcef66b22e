import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { asActor, type Db } from '../../lib/db.ts'
import { type MarketList, marketLists } from '../schema.ts'

/**
 * Writes down what was shown of a drawn list: the first time, and again when more of it was. Which lists were seen is what
 * other ways to make them can be measured by.
 */
export async function noteShown(db: Db, list: MarketList, shown: readonly string[], now: Date): Promise<void> {
  if (list.shown && list.shown.length >= shown.length) return
  const unknown = isNull(marketLists.shown)
  await asActor(db, SYSTEM, null, (tx) =>
    tx
      .update(marketLists)
      .set({ shown: [...shown], shownAt: list.shownAt ?? now })
      .where(and(eq(marketLists.id, list.id), or(unknown, lt(sql`cardinality(${marketLists.shown})`, shown.length)))),
  )
}
