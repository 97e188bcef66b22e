import type { Tx } from '../../lib/db.ts'
import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import { partnerOf } from '../../partners/queries.ts'
import { type Account, decideGrant, noteOutside } from '../actions/office.ts'
import { OfficeSubsidies } from '../pages/office.tsx'
import { officeSheet } from '../pages/office-sheet.ts'
import type { Failed } from '../pages/view.ts'
import { grantOfOffice, grantsOfOffice, ledgersOf } from '../queries/office.ts'
import { officeForm, outsideForm } from '../rules/form.ts'
import { budgetsOf, yearOf } from '../rules/office.ts'
import { type Subsidy, subsidyOf } from '../rules/subsidies.ts'

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
      await decideGrant(act, accountOf(partnerId, subsidy, grant.fiscalYear), grant, call.version, decision)
      return `/partners/${partnerId}/subsidies`
    })
  }),

  post('/partners/:partnerId/subsidies/outside', member('partnerId'), (call) => {
    const partnerId = call.id('partnerId')
    const form = call.form(outsideForm)
    if (!form.ok) return show(call, { form: String(call.body.subsidy), values: form.values, errors: form.errors })
    return call.act(async (act) => {
      const subsidy = await ownSubsidy(act.tx, partnerId, form.data.subsidy)
      await noteOutside(act, accountOf(partnerId, subsidy, yearOf(subsidy, today(call.now))), form.data.yen)
      return `/partners/${partnerId}/subsidies`
    })
  }),
]

async function show(call: Call, failed?: Failed) {
  const partnerId = call.id('partnerId')
  const { partner, grants, ledgers } = await call.read(async (tx) => ({
    partner: found(await partnerOf(tx, partnerId)),
    grants: await grantsOfOffice(tx, partnerId),
    ledgers: await ledgersOf(tx, partnerId),
  }))
  const day = today(call.now)
  const budgets = budgetsOf(partner.slug, ledgers, day)
  const page = { partner, grants, budgets, today: day, failed, mayAct: call.who.role !== 'viewer' }
  return pageOrSheet(
    call,
    () => <OfficeSubsidies {...page} />,
    () => officeSheet(grants, budgets),
    { status: failed ? 422 : 200 },
  )
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
