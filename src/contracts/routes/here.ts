import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { type ContractView, contractOf } from '../queries/one.ts'
import { contractPath, type Party } from '../rules/side.ts'
import { type ContractAct, contractReference, may } from '../rules/state.ts'

/** The contract of the address, on the side of the address. */
export type Here = {
  readonly party: Party
  readonly id: string
  readonly base: string
  readonly view: ContractView
  readonly reference: string
}

/** A handler that serves both sides: the address says which. */
export type PartyHandler = (call: Call, party: Party) => Promise<Response>

export const asCompany = (handler: PartyHandler) => (call: Call) =>
  handler(call, { side: 'company', companyId: call.id('companyId') })

export const asTalent = (handler: PartyHandler) => (call: Call) =>
  handler(call, { side: 'talent', accountId: call.accountId })

export async function contractHere(call: Call, party: Party): Promise<Here> {
  const id = call.id('contractId')
  const view = found(await call.read((tx) => contractOf(tx, party, id)))
  return { party, id, base: contractPath(party, id), view, reference: contractReference(view.contract.number) }
}

/** Stops what this side may not do with the contract as it stands. */
export function requireAct(here: Here, act: ContractAct): void {
  if (may(act, here.view.state, here.party.side)) return
  throw new TooLate('この契約では、もうできません。いまのようすを見てください。', {
    href: here.base,
    label: '契約のページへ',
  })
}
