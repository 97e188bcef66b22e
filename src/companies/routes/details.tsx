import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, orAssisted } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { ownDetails, saveDetailsFor } from '../../mandates/actions/details.ts'
import { marksOf } from '../../mandates/queries/entries.ts'
import { type Contacts, type Details, detailsOf, detailsWithin } from '../../mandates/rules/details.ts'
import { saveDetails } from '../actions/details.ts'
import { NumberTaken } from '../actions/founding.ts'
import { CompanyDetails, DetailsFor } from '../pages/details.tsx'
import { companyOf, contactsOf } from '../queries.ts'
import { detailsForm, detailsFormOf } from '../rules/forms.ts'
import type { Company } from '../schema.ts'
import { TAKEN } from './founding.tsx'

const ADDRESS = '/companies/:companyId/details'
/** The company's people, and whoever it let write for it: less of it, and to be confirmed. */
const WRITERS = orAssisted(member('companyId'), 'draft')

export const details: Route[] = [
  get(ADDRESS, WRITERS, async (call) => {
    const { company, contacts } = await there(call)
    if (call.who.assisted) return pageFor(call, company, detailsOf(company, contacts))
    const { contactName, address, phone, email } = contacts ?? {}
    const values = { ...shown(company), contactName, address, phone, email }
    const { id, version, prefecture } = company
    const marks = await call.readAsSystem((tx) => marksOf(tx, id))
    return call.page(
      <CompanyDetails {...{ id, version, prefecture, values, marks }} saved={call.query('done') === 'saved'} />,
    )
  }),

  post(ADDRESS, WRITERS, async (call) => {
    const { company, contacts } = await there(call)
    if (call.who.assisted) return saveFor(call, company, contacts)
    const { id, prefecture } = company
    const { version } = call
    const again = (values: Record<string, string | string[]>, errors: Record<string, string>) =>
      call.page(<CompanyDetails {...{ id, version, prefecture, values, errors }} />, { status: 422 })
    const form = call.form(detailsForm)
    if (!form.ok) return again(form.values, form.errors)
    const saved = call.act(async (act) => {
      await ownDetails(act, { company, contacts }, form.data)
      await saveDetails(act, id, version, form.data, call.deps.secrets)
      return `/companies/${id}/details?done=saved`
    })
    return saved.catch((error: unknown) => {
      if (!(error instanceof NumberTaken)) throw error
      return again(call.body, { corporateNumber: TAKEN })
    })
  }),
]

type Sent = { values: Record<string, string | string[]>; errors: Record<string, string> }

function pageFor(call: Call, company: Company, details: Details, sent?: Sent) {
  const { id, version, prefecture } = company
  const names = detailsWithin(call.who.assisted!.scope)
  const page = { id, version, prefecture, names, company: company.name, values: details, ...sent }
  return call.page(<DetailsFor {...page} saved={call.query('done') === 'saved'} />, { status: sent ? 422 : 200 })
}

async function saveFor(call: Call, company: Company, contacts: Contacts | undefined): Promise<Response> {
  const form = call.form(detailsFormOf(detailsWithin(call.who.assisted!.scope), company.prefecture))
  if (!form.ok) return pageFor(call, company, detailsOf(company, contacts), form)
  const as = { power: 'system', organisation: company.id } as const
  return call.act(async (act) => {
    await saveDetailsFor(act, { company, contacts }, call.version, form.data)
    return `/companies/${company.id}/details?done=saved`
  }, as)
}

function there(call: Call) {
  const id = call.id('companyId')
  return call.read(async (tx) => ({ company: found(await companyOf(tx, id)), contacts: await contactsOf(tx, id) }))
}

function shown(company: Company) {
  const { name, nameKana, corporateNumber, prefecture, municipality, industry, employees, officers, about } = company
  return { name, nameKana, corporateNumber, prefecture, municipality, industry, employees, officers, about }
}
