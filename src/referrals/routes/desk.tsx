import { today } from '../../lib/time.ts'
import type { Call, Capacity } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { pageOrSheet } from '../../lib/web/sheet-answer.ts'
import { refuse } from '../actions/answers.ts'
import { dropReferral, noteCall } from '../actions/desk.ts'
import { WaitingReferrals } from '../pages/desk.tsx'
import { partnersSheet } from '../pages/funnel-sheet.ts'
import { referralOfDesk, waitingReferrals } from '../queries/slips.ts'
import { agreedByPartner } from '../queries/steps.ts'
import { dropForm } from '../rules/forms.ts'
import type { Referral } from '../schema.ts'

const LIST = '/desk/referrals'
const ONE = `${LIST}/:referralId`

export const deskRoutes: Route[] = [
  get(LIST, operator, async (call) => {
    const lists = await call.read(async (tx) => ({
      waiting: await waitingReferrals(tx, call.now),
      partners: await agreedByPartner(tx, call.now),
    }))
    const day = today(call.now)
    return pageOrSheet(
      call,
      () => <WaitingReferrals {...lists} day={day} />,
      () => partnersSheet(lists.partners, day),
    )
  }),

  post(`${ONE}/call`, operator, (call) => change(call, noteCall)),

  post(`${ONE}/end`, operator, (call) => {
    const form = call.form(dropForm)
    if (!form.ok)
      throw new TooLate('理由を選んでから、もう一度送ってください。', { href: LIST, label: 'お取次ぎの一覧' })
    return change(call, (act, referral) => dropReferral(act, referral, form.data.reason))
  }),

  /** The company told the desk that it takes its consent back: what ends with it is the company's, not the desk's. */
  post(`${ONE}/revocation`, operator, (call) => change(call, refuse, { power: 'system' })),
]

type Change = (act: Parameters<typeof noteCall>[0], referral: Referral) => Promise<void>

async function change(call: Call, fn: Change, as: Capacity = {}) {
  const id = call.id('referralId')
  const referral = found(await call.read((tx) => referralOfDesk(tx, id)))
  return call.act(async (act) => {
    await fn(act, { ...referral, version: call.version })
    return LIST
  }, as)
}
