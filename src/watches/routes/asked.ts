import type { Call } from '../../lib/web/call.ts'
import { NotThere, Refused } from '../../lib/web/errors.ts'
import { isVerified } from '../../projects/queries/poster.ts'
import { type Watched, watchedIn } from '../rules/watched.ts'

/** The list that a form names. */
export async function watchedBy(call: Call): Promise<Watched> {
  const { address } = call.body
  const watched = typeof address === 'string' ? watchedIn(address) : null
  if (!watched) throw new Refused(400, 'この画面のお知らせは、受け付けられません。')
  if (watched.kind === 'company' && !(await call.readAsSystem((tx) => isVerified(tx, watched.companyId))))
    throw new NotThere()
  return watched
}
