import { asActor, readAs } from '../lib/db.ts'
import type { Call } from '../lib/web/call.ts'
import { noteRead } from '../notices/actions.ts'
import { unreadOf } from '../notices/queries.ts'

/**
 * How many notices wait for whoever looks; one look into an index, and none for visitors. Those that lead to this very page are
 * read by it, also when somebody came by the mail.
 */
export async function unreadFor(call: Call): Promise<number> {
  const { account } = call.who
  if (!account) return 0
  const self = { id: account.id, power: 'person' } as const
  const unread = await readAs(call.deps.db, self, null, (tx) => unreadOf(tx, account.id))
  const { path, method } = call.c.req
  const here = method === 'GET' ? unread.filter(({ href }) => href?.split(/[?#]/)[0] === path).map(({ id }) => id) : []
  if (here.length > 0) await asActor(call.deps.db, self, null, (tx) => noteRead(tx, here, call.now))
  return unread.length - here.length
}
