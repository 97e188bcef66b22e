import { fiscalYearOf } from '../../law/fiscal-year.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import { partnerOf } from '../../partners/queries.ts'
import { type Account, decideGrant, enterYear, noteOutside } from '../actions/office.ts'
import { OfficeSubsidies } from '../pages/office.tsx'
import { officeSheet } from '../pages/office-sheet.ts'
import type { Failed } from '../pages/view.ts'
import { grantOfOffice, grantsOfOffice, ledgersOf } from '../queries/office.ts'
import { enteredYears } from '../queries/years.ts'
import { officeForm, outsideForm } from '../rules/form.ts'
import { budgetsOf } from '../rules/office.ts'
import { type Subsidy, subsidyOf } from '../rules/subsidies.ts'
import { writtenYear, yearForm } from '../rules/year-form.ts'
import { subsidyIn } from '../rules/years.ts'

/** What an office does with the subsidies that it runs. */
export const officeRoutes: Route[] = [
  get('/partners/:partnerId/subsidies', reader('partnerId'), (call) => show(call)),

  post('/partners/:partnerId/grants/:grantId/decision', member('partnerId'), async (call) => {
    const [partnerId, grantId] = [call.id('partnerId'), call.id('grantId')]
    const form = call.form(officeForm)
    if (!form.ok) {
      found(await call.read((tx) => grantOfOffice(tx, partnerId, grantId)))
      return show(call, { form: grantId, values: form.values, errors: form.errors })
    }
    const { answer, yen, reason } = form.data
    return call.act(async (act) => {
      const grant = found(await grantOfOffice(act.tx, partnerId, grantId))
      const subsidy = await ownSubsidy(act.tx, partnerId, grant.subsidyId)
      const decision = answer === 'yes' ? { yen: yen ?? 0 } : { reason }
      const years = await enteredYears(act.tx)
      await decideGrant(
        act,
        accountOf(partnerId, subsidyIn(subsidy, years, grant.fiscalYear), grant.fiscalYear),
        grant,
        call.version,
        decision,
      )
      return `/partners/${partnerId}/subsidies`
    })
  }),

  post('/partners/:partnerId/subsidies/outside', member('partnerId'), (call) => {
    const partnerId = call.id('partnerId')
    const form = call.form(outsideForm)
    if (!form.ok)
      return show(call, {
        form: `${call.body.subsidy}-${call.body.fiscalYear}-outside`,
        values: form.values,
        errors: form.errors,
      })
    const { subsidy: id, fiscalYear, yen } = form.data
    return call.act(async (act) => {
      const subsidy = await ownSubsidy(act.tx, partnerId, id)
      const { budgets } = await boardOf(act.tx, partnerId, today(call.now))
      const of = found(budgets.find((one) => one.subsidy.id === subsidy.id && one.fiscalYear === fiscalYear))
      await noteOutside(act, accountOf(partnerId, of.subsidy, fiscalYear), yen)
      return `/partners/${partnerId}/subsidies`
    })
  }),

  post('/partners/:partnerId/subsidies/:subsidyId/years/:year', member('partnerId'), async (call) => {
    const [partnerId, year] = [call.id('partnerId'), yearHere(call)]
    const { subsidy, ledger } = await call.read(async (tx) => {
      const subsidy = await ownSubsidy(tx, partnerId, call.param('subsidyId'))
      const ledgers = await ledgersOf(tx, partnerId)
      return { subsidy, ledger: ledgers.find((one) => one.subsidyId === subsidy.id && one.fiscalYear === year) }
    })
    const form = call.form(yearForm(subsidy, year))
    const name = `${subsidy.id}-${year}`
    if (!form.ok) return show(call, { form: name, values: form.values, errors: form.errors })
    const promised = (ledger?.grantedYen ?? 0) + (ledger?.outsideYen ?? 0)
    if (form.data.budget !== null && form.data.budget < promised) {
      const errors = {
        budget: `もう${promised.toLocaleString('ja-JP')}円を決めています。予算は、それより少なくできません。`,
      }
      return show(call, { form: name, values: call.body, errors })
    }
    return call.act(async (act) => {
      const of = { partnerId, subsidyId: subsidy.id, fiscalYear: year }
      await enterYear(act, of, writtenYear(subsidy, form.data), call.version)
      return `/partners/${partnerId}/subsidies`
    })
  }),
]

async function show(call: Call, failed?: Failed) {
  const [partnerId, day] = [call.id('partnerId'), today(call.now)]
  const { grants, ...board } = await call.read(async (tx) => ({
    ...(await boardOf(tx, partnerId, day)),
    grants: await grantsOfOffice(tx, partnerId),
  }))
  const page = { ...board, grants, today: day, failed, mayAct: call.who.role !== 'viewer' }
  return pageOrSheet(
    call,
    () => <OfficeSubsidies {...page} />,
    () => officeSheet(grants, board.budgets),
    { status: failed ? 422 : 200 },
  )
}

async function boardOf(tx: Tx, partnerId: string, day: LegalDate) {
  const partner = found(await partnerOf(tx, partnerId))
  const years = (await enteredYears(tx)).filter(({ slug }) => slug === partner.slug)
  return { partner, years, budgets: budgetsOf(partner.slug, await ledgersOf(tx, partnerId), years, day) }
}

/** An office writes the running year and the next one; no other is there. */
function yearHere(call: Call): number {
  const running = fiscalYearOf(today(call.now))
  return found([running, running + 1].find((year) => String(year) === call.param('year')))
}

/** A subsidy that this partner runs; any other is not there. */
async function ownSubsidy(tx: Tx, partnerId: string, subsidyId: string): Promise<Subsidy> {
  const partner = found(await partnerOf(tx, partnerId))
  const subsidy = found(subsidyOf(subsidyId))
  return found(subsidy.partner === partner.slug ? subsidy : null)
}

function accountOf(partnerId: string, { id, budget }: Subsidy, fiscalYear: number): Account {
  return { partnerId, subsidyId: id, fiscalYear, budget: budget ?? null }
}
