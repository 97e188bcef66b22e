import { type ContractView, contractOf } from '../../contracts/queries/one.ts'
import { contractPath, type Party } from '../../contracts/rules/side.ts'
import { contractReference } from '../../contracts/rules/state.ts'
import { municipalitiesOf, neighboursOf, PREFECTURES } from '../../lib/regions.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import type { Town } from '../pages/report.tsx'

/** The contract of the address, on the side of the address. */
export type Here = {
  readonly party: Party
  readonly id: string
  readonly base: string
  readonly view: ContractView
  readonly reference: string
}

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

/** Stops what cannot be done with the contract as it stands. */
export function requireThat(here: Here, possible: boolean): void {
  if (possible) return
  throw new TooLate('この契約では、いまはできません。ようすを見てください。', {
    href: here.base,
    label: '契約のページへ',
  })
}

/** The company's prefecture first, then those around it: where visits go. */
export function placesNear(prefecture: number): Town[] {
  return [prefecture, ...neighboursOf(prefecture)].map((id) => ({
    prefecture: PREFECTURES[id - 1]!,
    towns: municipalitiesOf(id),
  }))
}
