import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { ASKED_A_DAY, type Cadence, CONFIRM_DAYS, MOST_WATCHES, USUAL } from '../rules/cadence.ts'
import { addressOfWatched, type Watched } from '../rules/watched.ts'
import { watches } from '../schema.ts'

const DAY = 86_400_000

/**
 * Somebody without an account would like to hear of a list. The one who asks learns nothing of the address: whether letters go
 * there already, whether it has an account, or whether it was asked for too often.
 */
export async function askByMail(act: Act, email: string, watched: Watched): Promise<void> {
  const address = addressOfWatched(watched)
  // One after the other, so that many who ask for the same address at once do not all find it unasked.
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${email}, 0))`)
  const [known] = await act.tx.select({ all: count() }).from(watches).where(eq(watches.email, email))
  const [asked] = await act.tx
    .select({ today: count() })
    .from(watches)
    .where(
      and(
        eq(watches.email, email),
        isNull(watches.confirmedAt),
        gt(watches.createdAt, new Date(act.now.getTime() - DAY)),
      ),
    )
  if (known!.all >= MOST_WATCHES || asked!.today >= ASKED_A_DAY) return
  const id = act.newId()
  const made = await act.tx
    .insert(watches)
    .values({ ...{ id, email, address, cadence: USUAL }, ...{ createdAt: act.now, lookedOn: today(act.now) } })
    .onConflictDoNothing()
    .returning({ id: watches.id })
  if (made.length > 0) await record(act, 'watch.asked', { kind: 'watch', id })
}

/** From now on letters go out. */
export async function confirmWatch(act: Act, watchId: string, cadence: Cadence): Promise<void> {
  const confirmed = await act.tx
    .update(watches)
    .set({ confirmedAt: act.now, lookedOn: today(act.now), cadence })
    .where(and(eq(watches.id, watchId), isNull(watches.accountId), isNull(watches.confirmedAt)))
    .returning({ id: watches.id })
  if (confirmed.length > 0) await record(act, 'watch.confirmed', { kind: 'watch', id: watchId })
}

/** Addresses that nobody confirmed in time are forgotten. */
export async function forgetUnconfirmed(act: Act): Promise<void> {
  await act.tx
    .delete(watches)
    .where(
      and(
        isNull(watches.accountId),
        isNull(watches.confirmedAt),
        lt(watches.createdAt, new Date(act.now.getTime() - CONFIRM_DAYS * DAY)),
      ),
    )
}
