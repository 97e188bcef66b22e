import { applicationSeenBy } from '../../applications/queries/applications.ts'
import type { Side } from '../../applications/rules/state.ts'
import type { Application } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { type Guard, mayDo, readerOfApplicants, signedIn, tasked } from '../../lib/web/guard.ts'

/** By which of the two sides somebody comes to a thread. */
export type Door = { readonly path: string; readonly side: Side; readonly readers: Guard; readonly writers: Guard }

export const both: readonly Door[] = [
  {
    path: '/companies/:companyId/applications/:applicationId/messages',
    ...{ side: 'company', readers: readerOfApplicants, writers: tasked('choose', 'sign') },
  },
  { path: '/me/applications/:applicationId/messages', side: 'talent', readers: signedIn, writers: signedIn },
]

/** The application as this side knows it. */
export function applicationFor(tx: Tx, call: Call, side: Side): Promise<Application | undefined> {
  const by = side === 'company' ? { companyId: call.id('companyId') } : { accountId: call.accountId }
  return applicationSeenBy(tx, by, call.id('applicationId'), call.now)
}

/** Viewers of a company read only. */
export function mayAct(call: Call, side: Side): boolean {
  return side === 'talent' || mayDo(call.who, 'choose', 'sign')
}
