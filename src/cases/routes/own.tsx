import { type ContractView, contractOf } from '../../contracts/queries/one.ts'
import { contractPath, type Party } from '../../contracts/rules/side.ts'
import { contractReference } from '../../contracts/rules/state.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { member, reader, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { chooseOpenness, withdrawCase } from '../actions/cases.ts'
import { NoCaseYet, OwnCase, WithdrawCase } from '../pages/own.tsx'
import { caseOf } from '../queries/cases.ts'
import { exposedIn } from '../rules/exposed.ts'
import { opennessForm } from '../rules/forms.ts'
import type { Called } from '../rules/names.ts'
import { stateOfCase } from '../rules/openness.ts'

type PartyHandler = (call: Call, party: Party) => Promise<Response>

const asCompany = (handler: PartyHandler) => (call: Call) =>
  handler(call, { side: 'company', companyId: call.id('companyId') })

const asTalent = (handler: PartyHandler) => (call: Call) => handler(call, { side: 'talent', accountId: call.accountId })

async function contractHere(call: Call, party: Party) {
  const id = call.id('contractId')
  const { view, row } = await call.read(async (tx) => ({
    view: found(await contractOf(tx, party, id)),
    row: await caseOf(tx, party, id),
  }))
  return { base: contractPath(party, id), view, row, reference: contractReference(view.contract.number) }
}

async function caseHere(call: Call, party: Party, here?: Awaited<ReturnType<typeof contractHere>>) {
  const { base, row, reference, view } = here ?? (await contractHere(call, party))
  if (!row) {
    const sentence = '事例は、両者のふりかえりがそろうとできます。'
    throw new TooLate(sentence, { href: `${base}/review`, label: 'ふりかえりへ' })
  }
  return { base, row, reference, acts: call.who.role !== 'viewer', exposed: exposedIn(row, calledIn(view)) }
}

const show: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const isOver = here.view.state === 'ended' || here.view.state === 'ended-early'
  if (!here.row && isOver && here.view.contract.sealedAt) {
    return call.page(<NoCaseYet base={here.base} />, { reference: here.reference })
  }
  const { reference, ...about } = await caseHere(call, party, here)
  return call.page(<OwnCase {...about} side={party.side} />, { reference })
}

const choose: PartyHandler = async (call, party) => {
  const { reference, ...about } = await caseHere(call, party)
  const { base, row } = about
  const form = call.form(opennessForm)
  if (!form.ok) {
    const { values, errors } = form
    const page = <OwnCase {...about} side={party.side} values={values} errors={errors} />
    return call.page(page, { reference, status: 422 })
  }
  return call.act(async (act) => {
    await chooseOpenness(act, party, row.id, call.version, form.data.openness, call.accountId)
    return `${base}/case`
  })
}

const askWithdrawal: PartyHandler = async (call, party) => {
  const { base, row, reference } = await caseHere(call, party)
  if (stateOfCase(row) === 'withdrawn') return call.go(`${base}/case`)
  return call.page(<WithdrawCase base={base} row={row} />, { reference })
}

const withdraw: PartyHandler = async (call, party) => {
  const { base, row } = await caseHere(call, party)
  return call.act(async (act) => {
    await withdrawCase(act, party, row.id)
    return `${base}/case`
  })
}

export const ownRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId/case', reader('companyId'), asCompany(show)),
  post('/companies/:companyId/contracts/:contractId/case', member('companyId'), asCompany(choose)),
  get('/companies/:companyId/contracts/:contractId/case/withdrawal', member('companyId'), asCompany(askWithdrawal)),
  post('/companies/:companyId/contracts/:contractId/case/withdrawal', member('companyId'), asCompany(withdraw)),
  get('/me/contracts/:contractId/case', signedIn, asTalent(show)),
  post('/me/contracts/:contractId/case', signedIn, asTalent(choose)),
  get('/me/contracts/:contractId/case/withdrawal', signedIn, asTalent(askWithdrawal)),
  post('/me/contracts/:contractId/case/withdrawal', signedIn, asTalent(withdraw)),
]

/** What the two sides are called in the contract, which both know. */
function calledIn({ company, onTable }: ContractView): Called {
  const terms = onTable?.terms
  return { companies: [company.name, terms?.companyName ?? ''], people: [terms?.talentName ?? ''] }
}
