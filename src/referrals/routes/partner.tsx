import { today } from '../../lib/time.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import { noteLooks } from '../../partners/actions/looks.ts'
import { partnerOf } from '../../partners/queries.ts'
import { codeOf, openReferral, renewCode, signOnPaper, withdrawSlip } from '../actions/slips.ts'
import { funnelSheet } from '../pages/funnel-sheet.ts'
import { ReferralList } from '../pages/list.tsx'
import { referralsSheet } from '../pages/list-sheet.ts'
import { NewSlip } from '../pages/new.tsx'
import { ReferralPage } from '../pages/referral.tsx'
import { endedReferrals, referralOfPartner, referralsOfPartner } from '../queries/slips.ts'
import { reachedBy } from '../queries/steps.ts'
import { isSignedInTime, signedForm, slipForm } from '../rules/forms.ts'
import { callsKept, funnelOf } from '../rules/funnel.ts'
import type { Referral } from '../schema.ts'

const LIST = '/partners/:partnerId/referrals'
const ONE = `${LIST}/:referralId`
const NOT_THEN = '署名の日は、同意書を作った日から今日までの日にしてください。'

export const partnerRoutes: Route[] = [
  get(LIST, reader('partnerId'), async (call) => {
    const partnerId = call.id('partnerId')
    const { partner, ...lists } = await call.read(async (tx) => {
      const referrals = await referralsOfPartner(tx, partnerId, call.now)
      return {
        partner: found(await partnerOf(tx, partnerId)),
        referrals,
        reached: await reachedBy(tx, referrals, call.now),
        ended: await endedReferrals(tx, call.now),
      }
    })
    await call.write((act) => noteLooks(act, partnerId, lists.referrals.flatMap(looked)))
    const mayWrite = call.who.role !== 'viewer'
    const day = today(call.now)
    const { referrals, reached, ended } = lists
    return pageOrSheet(
      call,
      () => <ReferralList {...lists} {...{ partnerId, mayWrite, day }} partner={partner.name} />,
      () =>
        call.query('table') === 'funnel'
          ? funnelSheet(funnelOf(reached, ended.length), callsKept(referrals, day), ended.length)
          : referralsSheet(referrals, reached, day),
    )
  }),

  get(`${LIST}/new`, member('partnerId'), async (call) => {
    const partner = found(await call.read((tx) => partnerOf(tx, call.id('partnerId'))))
    return call.page(<NewSlip partnerId={partner.id} partner={partner.name} />)
  }),

  post(LIST, member('partnerId'), async (call) => {
    const partner = found(await call.read((tx) => partnerOf(tx, call.id('partnerId'))))
    const form = call.form(slipForm)
    if (!form.ok) {
      const again = { values: form.values, errors: form.errors }
      return call.page(<NewSlip partnerId={partner.id} partner={partner.name} {...again} />, { status: 422 })
    }
    return call.act(async (act) => {
      const id = await openReferral(act, partner.id, form.data, call.deps.secrets)
      return `/partners/${partner.id}/referrals/${id}`
    })
  }),

  get(ONE, reader('partnerId'), async (call) => call.page(<ReferralPage {...(await there(call))} />)),

  post(`${ONE}/code`, member('partnerId'), (call) =>
    change(call, (act, partnerId, id) => renewCode(act, partnerId, id, call.deps.secrets)),
  ),

  post(`${ONE}/withdrawal`, member('partnerId'), (call) => {
    const partnerId = call.id('partnerId')
    return call.act(async (act) => {
      await withdrawSlip(act, partnerId, call.id('referralId'))
      return `/partners/${partnerId}/referrals`
    })
  }),

  post(`${ONE}/signature`, member('partnerId'), async (call) => {
    const seen = await there(call)
    const again = (values: Record<string, string | string[]>, errors: Record<string, string>) =>
      call.page(<ReferralPage {...seen} {...{ values, errors }} />, { status: 422 })
    const form = call.form(signedForm)
    if (!form.ok) return again(form.values, form.errors)
    const { signedOn } = form.data
    if (!isSignedInTime(signedOn, today(seen.referral.openedAt), seen.day))
      return again(call.body, { signedOn: NOT_THEN })
    return change(call, (act, partnerId, id) => signOnPaper(act, partnerId, id, signedOn))
  }),
]

type Change = (act: Parameters<typeof signOnPaper>[0], partnerId: string, id: string) => Promise<void>

function change(call: Call, fn: Change) {
  const [partnerId, id] = [call.id('partnerId'), call.id('referralId')]
  return call.act(async (act) => {
    await fn(act, partnerId, id)
    return `/partners/${partnerId}/referrals/${id}`
  })
}

async function there(call: Call) {
  const [partnerId, id] = [call.id('partnerId'), call.id('referralId')]
  const seen = await call.read(async (tx) => {
    const referral = found(await referralOfPartner(tx, partnerId, id, call.now))
    const [reached] = await reachedBy(tx, [referral], call.now)
    return { partner: found(await partnerOf(tx, partnerId)), referral, reached: reached! }
  })
  await call.write((act) => noteLooks(act, partnerId, looked(seen.referral)))
  const url = `${call.deps.config.publicUrl}/slips/${codeOf(call.deps.secrets, seen.referral)}`
  return { ...seen, url, day: today(call.now), mayWrite: call.who.role !== 'viewer' }
}

/** What the company may read of this look; a slip that only the partner knows of shows nothing of anybody. */
function looked({ companyId, confirmedAt }: Referral) {
  return companyId && confirmedAt ? [{ companyId, fields: ['state' as const] }] : []
}
