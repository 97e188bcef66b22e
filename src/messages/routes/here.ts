import { applicationOfCompany, applicationOfPerson } from '../../applications/queries/applications.ts'
import { asToldToTalent, type Side, stateOf } from '../../applications/rules/state.ts'
import type { Application } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { Call } from '../../lib/web/call.ts'
import { type Guard, member, reader, signedIn } from '../../lib/web/guard.ts'

/** By which of the two sides somebody comes to a thread. */
export type Door = { readonly path: string; readonly side: Side; readonly readers: Guard; readonly writers: Guard }

export const both: readonly Door[] = [
  {
    path: '/companies/:companyId/applications/:applicationId/messages',
    ...{ side: 'company', readers: reader('companyId'), writers: member('companyId') },
  },
  { path: '/me/applications/:applicationId/messages', side: 'talent', readers: signedIn, writers: signedIn },
]

/** The application as this side knows it; a draft has nobody to write to. */
export async function applicationFor(tx: Tx, call: Call, side: Side): Promise<Application | undefined> {
  const id = call.id('applicationId')
  if (side === 'company') return applicationOfCompany(tx, call.id('companyId'), id)
  const own = await applicationOfPerson(tx, call.accountId, id)
  return own && stateOf(own) !== 'draft' ? asToldToTalent(own, call.now) : undefined
}

/** Where this side finds the application. */
export function homeOf(call: Call, side: Side): string {
  const id = call.id('applicationId')
  return side === 'company' ? `/companies/${call.id('companyId')}/applications/${id}` : `/me/applications/${id}`
}

/** Viewers of a company read only. */
export function mayAct(call: Call, side: Side): boolean {
  return side === 'talent' || call.who.role !== 'viewer'
}
