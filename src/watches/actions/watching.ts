import { and, eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { watchCount } from '../queries.ts'
import { type Cadence, MOST_WATCHES, USUAL } from '../rules/cadence.ts'
import { addressOfWatched, type Watched } from '../rules/watched.ts'
import { type Watch, watches } from '../schema.ts'

const LIST = { href: '/me/watches', label: '知らせてもらう条件を見る' }

/** From now on new projects of this list are told. A list that is watched already stays as it is. */
export async function saveWatch(act: Act, accountId: string, watched: Watched): Promise<void> {
  if ((await watchCount(act.tx, accountId)) >= MOST_WATCHES)
    throw new TooLate(`知らせてもらう条件は、${MOST_WATCHES}個までです。どれかを消してからお試しください。`, LIST)
  const id = act.newId()
  const made = await act.tx
    .insert(watches)
    .values({
      ...{ id, accountId, address: addressOfWatched(watched), cadence: USUAL },
      ...{ createdAt: act.now, lookedOn: today(act.now) },
    })
    .onConflictDoNothing()
    .returning({ id: watches.id })
  if (made.length > 0) await record(act, 'watch.saved', { kind: 'watch', id })
}

export const changeCadence = (act: Act, own: Own, cadence: Cadence) => change(act, own, 'watch.changed', { cadence })

/** What is found meanwhile is not told later either. */
export const pauseWatch = (act: Act, own: Own) => change(act, own, 'watch.paused', { pausedAt: act.now })

export const resumeWatch = (act: Act, own: Own) => change(act, own, 'watch.resumed', { pausedAt: null })

export async function removeWatch(act: Act, own: Own): Promise<void> {
  const removed = await act.tx.delete(watches).where(isOwn(own)).returning({ id: watches.id })
  found(removed[0])
  await record(act, 'watch.removed', { kind: 'watch', id: own.watchId })
}

/**
 * Whoever holds a letter may stop what sent it. With an account it can be taken up again; an address that was left without one
 * is forgotten.
 */
export async function stopWatch(act: Act, watch: Watch): Promise<void> {
  const which = eq(watches.id, watch.id)
  if (watch.accountId === null) await act.tx.delete(watches).where(which)
  else if (watch.pausedAt === null) await act.tx.update(watches).set({ pausedAt: act.now }).where(which)
  else return
  await record(act, 'watch.stopped', { kind: 'watch', id: watch.id })
}

type Own = { readonly watchId: string; readonly accountId: string }

function isOwn({ watchId, accountId }: Own) {
  return and(eq(watches.id, watchId), eq(watches.accountId, accountId))
}

async function change(act: Act, own: Own, name: string, set: Partial<Watch>): Promise<void> {
  const changed = await act.tx.update(watches).set(set).where(isOwn(own)).returning({ id: watches.id })
  found(changed[0])
  await record(act, name, { kind: 'watch', id: own.watchId })
}
