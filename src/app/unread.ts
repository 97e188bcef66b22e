import { asActor } from '../lib/db.ts'
import type { Call } from '../lib/web/call.ts'
import { noteRead } from '../notices/actions.ts'
import type { unreadOf } from '../notices/queries.ts'

type Unread = Awaited<ReturnType<typeof unreadOf>>

/** How many notices wait. Those that lead to this very page are read by it, also when somebody came by the mail. */
export async function leftUnread(call: Call, unread: Unread): Promise<number> {
  const { path, method } = call.c.req
  const here = method === 'GET' ? unread.filter(({ href }) => href?.split(/[?#]/)[0] === path).map(({ id }) => id) : []
  if (here.length > 0) {
    const self = { id: call.accountId, power: 'person' } as const
    await asActor(call.deps.db, self, null, (tx) => noteRead(tx, here, call.now))
  }
  return unread.length - here.length
}
