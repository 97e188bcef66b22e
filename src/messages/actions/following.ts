import { SYSTEM } from '../../accounts/actions/mailing.ts'
import { type Db, readAs } from '../../lib/db.ts'
import { createFollower, type Follower } from '../../lib/follower.ts'
import type { Deps } from '../../lib/web/call.ts'
import { talliesOf } from '../queries.ts'

const EVERY_MS = 2000
/** Threads that one account may have open at once: more are no person. */
const MOST_OPEN = 6

type Following = { readonly follower: Follower; readonly open: Map<string, number> }

/** One for each process: it asks the database one question for all threads that stand open in browsers. */
const all = new WeakMap<Db, Following>()

export function followingOf({ db, log, life }: Pick<Deps, 'db' | 'log' | 'life'>): Following {
  const known = all.get(db)
  if (known) return known
  const follower = createFollower((ids) => readAs(db, SYSTEM, null, (tx) => talliesOf(tx, ids)), {
    everyMs: EVERY_MS,
    isOver: () => life.stopping,
    failed: (error) => log.warn({ err: error }, 'threads not looked at'),
  })
  const made = { follower, open: new Map<string, number>() }
  all.set(db, made)
  return made
}

/** A place for one more open thread of this account; null when it has all that it may have. Gives back how to leave. */
export function takePlace({ open }: Following, accountId: string): (() => void) | null {
  const before = open.get(accountId) ?? 0
  if (before >= MOST_OPEN) return null
  open.set(accountId, before + 1)
  return () => {
    const now = (open.get(accountId) ?? 1) - 1
    if (now > 0) open.set(accountId, now)
    else open.delete(accountId)
  }
}
