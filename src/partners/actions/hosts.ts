import { eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { isTaken } from '../../lib/db.ts'
import { partnerHosts } from '../schema.ts'

/** Another partner has this name: nothing is written. */
export class HostTaken extends Error {
  constructor() {
    super('Another partner answers at this host')
  }
}

/** From now on the partner's page is the first one at this host; '' where it has none. For the desk. */
export async function setHost(act: Act, partnerId: string, host: string): Promise<void> {
  const subject = { kind: 'partner', id: partnerId } as const
  if (host === '') {
    const gone = await act.tx
      .delete(partnerHosts)
      .where(eq(partnerHosts.partnerId, partnerId))
      .returning({ partnerId: partnerHosts.partnerId })
    if (gone.length > 0) await record(act, 'partner.host-removed', subject)
    return
  }
  await act.tx
    .insert(partnerHosts)
    .values({ partnerId, host, setAt: act.now })
    .onConflictDoUpdate({ target: partnerHosts.partnerId, set: { host, setAt: act.now } })
    .catch((error: unknown) => {
      throw isTaken(error) ? new HostTaken() : error
    })
  await record(act, 'partner.host-set', subject)
}
