import type { Terms } from '../../law/terms.ts'
import { parseForm } from '../../lib/input.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { undecidedOf } from '../../subsidies/queries/grants.ts'
import { subsidyOf } from '../../subsidies/rules/subsidies.ts'
import type { Grant } from '../../subsidies/schema.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { proposeTerms, saveTerms } from '../actions/drafting.ts'
import { TermsPreview } from '../pages/preview.tsx'
import { TermsPage } from '../pages/terms.tsx'
import { othersOfTheSame } from '../queries/lists.ts'
import { findingsOf } from '../rules/findings.ts'
import { answersOf, errorsOf, termsFormOf, termsOf } from '../rules/form.ts'
import { unprintable } from '../rules/printable.ts'
import { overlappingWith } from './contract.tsx'
import { asCompany, contractHere, type Here, type PartyHandler, requireAct } from './here.ts'

const write: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'save-terms')
  return termsPage(call, here, here.view.contract.version, answersOf(termsInWork(here)))
}

/** While somebody types: what can be read is kept, what cannot yet stays as it was. */
const keep: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'save-terms')
  const form = call.form(termsFormOf(call.body))
  const readable = form.ok ? form : parseForm(termsFormOf(call.body), { ...withoutBroken(call, form.errors, here) })
  if (!readable.ok) return call.c.json({ errors: readable.errors }, 422)
  const { companyId } = companyOf(here)
  const version = await call.write((act) => saveTerms(act, companyId, here.id, call.version, termsOf(readable.data)))
  return call.c.json({ version })
}

const check: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'save-terms')
  const form = call.form(termsFormOf(call.body))
  if (!form.ok) return termsPage(call, here, call.version, form.values, form.errors)
  const terms = termsOf(form.data)
  const { companyId } = companyOf(here)
  const version = await call.write((act) => saveTerms(act, companyId, here.id, call.version, terms))
  const errors = problemsOf(call, here, terms)
  if (Object.keys(errors).length > 0) return termsPage(call, here, version, answersOf(terms), errors)
  return call.go(`${here.base}/preview`)
}

const preview: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  requireAct(here, 'propose')
  const { inWork, contract } = here.view
  if (!inWork) return call.go(`${here.base}/terms`)
  const { others, undecided } = await call.read(async (tx) => ({
    others: await othersOfTheSame(tx, contract),
    undecided: (await undecidedOf(tx, contract.companyId, contract.projectId)).filter(mustComeFirst),
  }))
  return call.page(
    <TermsPreview
      base={here.base}
      terms={inWork.terms}
      findings={findingsOf(inWork.terms, here.view.contractKind, today(call.now))}
      overlapping={overlappingWith(inWork.terms, others)}
      n={inWork.n}
      undecided={undecided.map(({ id, companyId, subsidyId, appliedAt }) => ({
        href: `/companies/${companyId}/grants/${id}`,
        name: subsidyOf(subsidyId)?.name ?? subsidyId,
        waits: appliedAt !== null,
      }))}
      version={contract.version}
    />,
    { reference: here.reference },
  )
}

const propose: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const { companyId } = companyOf(here)
  const draft = here.view.inWork
  // Without a draft this is the second copy of the form, or too late: the act itself tells the two apart.
  const errors = draft ? problemsOf(call, here, draft.terms) : {}
  if (draft && Object.keys(errors).length > 0) {
    return termsPage(call, here, here.view.contract.version, answersOf(draft.terms), errors)
  }
  return call.act(async (act) => {
    await proposeTerms(act, companyId, here.id, call.version)
    return here.base
  })
}

export const termsRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId/terms', tasked('choose', 'sign'), asCompany(write)),
  post('/companies/:companyId/contracts/:contractId/terms', tasked('choose', 'sign'), asCompany(check)),
  post('/companies/:companyId/contracts/:contractId/terms/draft', tasked('choose', 'sign'), asCompany(keep)),
  get('/companies/:companyId/contracts/:contractId/preview', tasked('choose', 'sign'), asCompany(preview)),
  post('/companies/:companyId/contracts/:contractId/terms/version', tasked('choose', 'sign'), asCompany(propose)),
]

function termsPage(call: Call, here: Here, version: number, values: FormValues, errors?: FormErrors) {
  const { view, base, reference } = here
  const page = (
    <TermsPage
      base={base}
      values={values}
      version={version}
      changeWanted={view.onTable?.changeWanted ?? null}
      year={Number(today(call.now).slice(0, 4))}
      {...(errors && { errors })}
    />
  )
  return call.page(page, { reference, status: errors ? 422 : 200 })
}

function problemsOf(call: Call, { view }: Here, terms: Terms): Record<string, string> {
  return { ...errorsOf(findingsOf(terms, view.contractKind, today(call.now)), terms), ...unprintable(terms) }
}

function termsInWork({ view }: Here): Terms {
  return found(view.inWork ?? view.onTable).terms
}

/** One applies for it before the contract. */
function mustComeFirst({ subsidyId }: Grant): boolean {
  return subsidyOf(subsidyId)?.apply.when === 'before-contract'
}

/** The posted fields with those that cannot be read put back to what was kept before. */
function withoutBroken(call: Call, errors: Readonly<Record<string, string>>, here: Here) {
  const before = answersOf(termsInWork(here))
  const kept = Object.entries(call.body).filter(([name]) => !(name.split('.')[0]! in errors))
  const restored = Object.entries(before).filter(([name]) => name in errors)
  return Object.fromEntries([...kept, ...restored])
}

function companyOf({ party }: Here) {
  return found(party.side === 'company' ? party : null)
}
