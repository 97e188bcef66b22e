import { askedWorries } from '../challenges/queries/together.ts'
import { companyOf } from '../companies/queries.ts'
import { addDays, today } from '../lib/time.ts'
import type { Call } from '../lib/web/call.ts'
import { found, NotThere } from '../lib/web/errors.ts'
import { member, reader, readerOfCounts } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { pageOrSheet } from '../lib/web/sheet-answer.ts'
import { AskedSlips } from '../referrals/pages/answer.tsx'
import { waitingHandovers } from '../referrals/queries/handovers.ts'
import { askedSlips } from '../referrals/queries/slips.ts'
import { chooseFields, restoreConsent, revokeConsent } from './actions/consent.ts'
import { noteLooks } from './actions/looks.ts'
import { LendingCount, PartnerCompanies } from './pages/companies.tsx'
import { companiesSheet } from './pages/companies-sheet.ts'
import { ConsentPage } from './pages/consents.tsx'
import { companiesOfPartner, consentsOfCompany, countedOfPartner, looksAtCompany, partnerOf } from './queries.ts'
import { details } from './routes/details.tsx'
import { programmeRoutes } from './routes/programmes.tsx'
import { fieldsForm, LOOK_DAYS } from './rules/consent.ts'
import { PARTS } from './rules/lines.ts'

export const routes: Route[] = [
  ...details,
  ...programmeRoutes,

  get('/partners/:partnerId', readerOfCounts('partnerId'), async (call) => {
    const partnerId = call.id('partnerId')
    if (call.who.side === 'lending') return call.page(await lendingPage(call))
    const side = { as: 'partner', partner: partnerId, now: call.now } as const
    const isOwner = call.who.role === 'owner'
    const { partner, companies, asked, handovers } = await call.read(async (tx) => ({
      partner: await partnerOf(tx, partnerId),
      companies: await companiesOfPartner(tx, partnerId, call.now),
      asked: await askedWorries(tx, { browser: '', account: call.accountId, side }),
      handovers: await waitingHandovers(tx, partnerId, call.accountId, isOwner),
    }))
    const day = today(call.now)
    const part = PARTS.find(({ id }) => id === call.query('part'))?.id ?? 'all'
    await call.write((act) =>
      noteLooks(
        act,
        partnerId,
        companies.map(({ id, fields }) => ({ companyId: id, fields: ['state', ...fields] })),
      ),
    )
    const own = found(partner)
    return pageOrSheet(
      call,
      () => <PartnerCompanies partner={own} {...{ companies, part, day, isOwner, handovers }} asked={asked.length} />,
      () => companiesSheet(companies),
    )
  }),

  get('/companies/:companyId/partners', reader('companyId'), async (call) => {
    const companyId = call.id('companyId')
    const { company, slips, ...seen } = await call.read(async (tx) => ({
      company: await companyOf(tx, companyId),
      consents: await consentsOfCompany(tx, companyId),
      slips: await askedSlips(tx, companyId, call.now),
      looks: await looksAtCompany(tx, companyId, addDays(today(call.now), -LOOK_DAYS)),
    }))
    const { name } = found(company)
    const mayChange = call.who.role !== 'viewer'
    const asked = <AskedSlips companyId={companyId} asked={slips} mayChange={mayChange} />
    return call.page(<ConsentPage {...{ companyId, companyName: name, ...seen, now: call.now, mayChange, asked }} />)
  }),

  post('/companies/:companyId/partners/:partnerId/revocation', member('companyId'), (call) =>
    call.act(async (act) => {
      await revokeConsent(act, call.id('companyId'), call.id('partnerId'))
      return `/companies/${call.id('companyId')}/partners`
    }),
  ),

  post('/companies/:companyId/partners/:partnerId/fields', member('companyId'), (call) => {
    const form = call.form(fieldsForm)
    if (!form.ok) throw new NotThere()
    const { fields } = form.data
    return call.act(async (act) => {
      await chooseFields(act, call.id('companyId'), call.id('partnerId'), fields)
      return `/companies/${call.id('companyId')}/partners`
    })
  }),

  /** The revocation taken back. */
  post('/companies/:companyId/partners/:partnerId/consent', member('companyId'), (call) =>
    call.act(async (act) => {
      await restoreConsent(act, call.id('companyId'), call.id('partnerId'))
      return `/companies/${call.id('companyId')}/partners`
    }),
  ),
]

/** For who lends: a number, and no company. */
async function lendingPage(call: Call) {
  const partnerId = call.id('partnerId')
  const { partner, count } = await call.read(async (tx) => ({
    partner: await partnerOf(tx, partnerId),
    count: await countedOfPartner(tx, call.now),
  }))
  return <LendingCount partner={found(partner)} count={count} day={today(call.now)} />
}
