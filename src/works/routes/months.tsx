import { periodOf } from '../../contracts/rules/periods.ts'
import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { mayDo, readerOfApplicants, signedIn, tasked } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { confirmMonth, reportMonth } from '../actions/works.ts'
import { Months } from '../pages/months.tsx'
import { ReportForm } from '../pages/report.tsx'
import { type MonthWithVisits, monthsOf } from '../queries/works.ts'
import { mayReport, monthStateOf, reportableMonths, reportForm } from '../rules/months.ts'
import { asCompany, asTalent, contractHere, type Here, type PartyHandler, placesNear, requireThat } from './here.ts'

const list: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const months = await call.read((tx) => monthsOf(tx, party, here.id))
  const { contract } = here.view
  const open = here.party.side === 'talent' && openMonths(call, here, months).length > 0
  return call.page(
    <Months
      base={here.base}
      side={party.side}
      months={months.map(shown)}
      write={open ? `${here.base}/months/new` : null}
      messages={`/companies/${contract.companyId}/applications/${contract.applicationId}/messages`}
      canConfirm={mayDo(call.who, 'choose', 'sign')}
    />,
    { reference: here.reference },
  )
}

const write: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const months = await call.read((tx) => monthsOf(tx, party, here.id))
  const open = openMonths(call, here, months)
  requireThat(here, open.length > 0)
  const unreported = open.find((month) => !months.some((one) => one.month === month))
  const chosen = open.find((month) => month === call.query('month')) ?? unreported ?? open[0]!
  const before = months.find(({ month }) => month === chosen)
  return reportPage(call, here, open, { month: chosen, ...(before && answersOf(before)) })
}

const report: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const months = await call.read((tx) => monthsOf(tx, party, here.id))
  const all = here.view.contract.sealedAt ? reportableMonths(periodHere(here), today(call.now)) : []
  requireThat(here, all.length > 0)
  const open = openMonths(call, here, months)
  const form = call.form(reportForm(all, workedFor(here), today(call.now)))
  if (!form.ok) return reportPage(call, here, open, form.values, form.errors)
  return call.act(async (act) => {
    await reportMonth(act, here.view.contract, form.data)
    return `${here.base}/months`
  })
}

const confirm: PartyHandler = async (call, party) => {
  const here = await contractHere(call, party)
  const monthId = call.id('monthId')
  const months = await call.read((tx) => monthsOf(tx, party, here.id))
  requireThat(
    here,
    months.some(({ id }) => id === monthId),
  )
  return call.act(async (act) => {
    await confirmMonth(act, here.view.contract.companyId, monthId, call.version, call.accountId)
    return `${here.base}/months`
  })
}

export const monthRoutes: Route[] = [
  get('/companies/:companyId/contracts/:contractId/months', readerOfApplicants, asCompany(list)),
  post(
    '/companies/:companyId/contracts/:contractId/months/:monthId/confirmation',
    tasked('choose', 'sign'),
    asCompany(confirm),
  ),
  get('/me/contracts/:contractId/months', signedIn, asTalent(list)),
  get('/me/contracts/:contractId/months/new', signedIn, asTalent(write)),
  post('/me/contracts/:contractId/months', signedIn, asTalent(report)),
]

function reportPage(call: Call, here: Here, months: readonly string[], values: FormValues, errors?: FormErrors) {
  const page = (
    <ReportForm
      base={here.base}
      months={months}
      places={placesNear(here.view.company.prefecture)}
      values={values}
      {...(errors && { errors })}
    />
  )
  return call.page(page, { reference: here.reference, status: errors ? 422 : 200 })
}

function periodHere({ view }: Here) {
  return view.onTable ? periodOf(view.onTable.terms) : null
}

/** The period up to the day on which the contract was over, if that came sooner. */
function workedFor(here: Here) {
  const period = periodHere(here)
  const ended = here.view.contract.endedAt ?? here.view.contract.endedEarlyAt
  return period && ended && today(ended) < period.to ? { ...period, to: today(ended) } : period
}

/** The months that can be written or mended now: the contract was sealed, and the company has not confirmed them. */
function openMonths(call: Call, here: Here, months: readonly MonthWithVisits[]) {
  if (!here.view.contract.sealedAt) return []
  return reportableMonths(periodHere(here), today(call.now)).filter((month) =>
    mayReport(monthStateOf(months.find((one) => one.month === month) ?? null)),
  )
}

function answersOf({ hours, done, visits }: MonthWithVisits): FormValues {
  const went = visits.slice(0, 3).flatMap(({ visitedOn, municipality }, at) => [
    [`visit${at + 1}Day`, String(Number(visitedOn.slice(8)))],
    [`visit${at + 1}Town`, municipality],
  ])
  return { hours, done, ...Object.fromEntries(went) }
}

function shown({ visits, ...month }: MonthWithVisits) {
  const places = visits.map(({ visitedOn, prefecture, municipality }) => ({
    visitedOn,
    place: prefectureName(prefecture) + (municipalityName(municipality) ?? ''),
  }))
  return { ...month, visits: places }
}
