import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { readerOfApplicants, signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { handOver, keepNote } from '../actions/handover.ts'
import { Handover, HandoverForm } from '../pages/handover.tsx'
import { noteOf, notesForNext, roleOfContract } from '../queries/handover.ts'
import { HANDOVER, handoverDraft, handoverForm, handoverUntil, isSent, mayHandOver } from '../rules/handover.ts'
import type { HandoverNote } from '../schema.ts'
import { asCompany, asTalent, contractHere, type Here, type PartyHandler, requireThat } from './here.ts'

/** Somebody who types for ten minutes saves six hundred times. */
const SAVING = { rate: { count: 3000, seconds: 600 } }

const read: PartyHandler = async (call, party) => {
  const { here, role } = await roleHere(call, party)
  const note = await call.read((tx) => noteOf(tx, party, here.id))
  const { reference, base } = here
  const open = party.side === 'talent' && isOpen(call, here)
  if (note && isSent(note)) {
    const page = { note, title: role.title, back: { href: base }, change: open ? `${base}/handover/words` : null }
    return call.page(<Handover {...page} />, { reference })
  }
  if (party.side === 'company') throw new NotThere()
  requireThat(here, open)
  return call.go(`${base}/handover/words`)
}

const write: PartyHandler = async (call, party) => {
  const { here } = await roleHere(call, party)
  requireThat(here, isOpen(call, here))
  const note = await call.read((tx) => noteOf(tx, party, here.id))
  return formPage(call, here, Boolean(note && isSent(note)), note ? answersOf(note) : {})
}

const send: PartyHandler = async (call, party) => {
  const { here, role } = await roleHere(call, party)
  requireThat(here, isOpen(call, here))
  const form = call.form(handoverForm)
  if (!form.ok) {
    const note = await call.read((tx) => noteOf(tx, party, here.id))
    return formPage(call, here, Boolean(note && isSent(note)), form.values, form.errors)
  }
  return call.act(async (act) => {
    await handOver(act, here.view.contract, role.groupId, form.data)
    return `${here.base}/handover`
  })
}

/** While somebody types. What others read already changes only when it is whole; until then the device keeps the rest. */
const keep: PartyHandler = async (call, party) => {
  const { here, role } = await roleHere(call, party)
  if (!isOpen(call, here)) return call.c.body(null, 409)
  const note = await call.read((tx) => noteOf(tx, party, here.id))
  const form = call.form(note && isSent(note) ? handoverForm : handoverDraft)
  if (!form.ok) return call.c.body(null, 422)
  await call.write((act) => keepNote(act, here.view.contract, role.groupId, form.data))
  return call.c.body(null, 204)
}

/** What somebody else of the group left, for whoever comes after. */
const readOther: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const notes = await call.readAsSystem((tx) => notesForNext(tx, call.accountId, here.id))
  const { note, title } = found(notes.find(({ note }) => note.contractId === call.id('fromId')))
  const page = <Handover {...{ note, title }} back={{ href: here.base }} />
  return call.page(page, { reference: here.reference })
}

export const handoverRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId/handover', readerOfApplicants, asCompany(read)),
  get('/me/contracts/:contractId/handover', signedIn, asTalent(read)),
  get('/me/contracts/:contractId/handover/words', signedIn, asTalent(write)),
  post('/me/contracts/:contractId/handover', signedIn, asTalent(send)),
  post('/me/contracts/:contractId/handover/draft', signedIn, asTalent(keep), SAVING),
  get('/me/contracts/:contractId/handovers/:fromId', signedIn, asTalent(readOther)),
]

/** The contract of the address with its role; one of a project of its own has no such pages. */
async function roleHere(call: Call, party: Here['party']) {
  const here = await contractHere(call, party)
  return { here, role: found(await call.read((tx) => roleOfContract(tx, here.id))) }
}

function isOpen(call: Call, { view }: Here): boolean {
  return mayHandOver(view.contract, view.onTable?.terms ?? null, today(call.now))
}

function answersOf(note: HandoverNote): FormValues {
  return Object.fromEntries(HANDOVER.map(({ name }) => [name, note[name]]))
}

function formPage(call: Call, here: Here, sent: boolean, values: FormValues, errors?: FormErrors) {
  const until = handoverUntil(here.view.contract)
  const page = <HandoverForm base={here.base} {...{ sent, until, values }} {...(errors && { errors })} />
  return call.page(page, { reference: here.reference, status: errors ? 422 : 200 })
}
