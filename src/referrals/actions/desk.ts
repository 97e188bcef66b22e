import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { type DROPS, may } from '../rules/slip.ts'
import type { Referral } from '../schema.ts'
import { showTo } from './answers.ts'
import { changeReferral } from './slips.ts'

const LIST = { href: '/desk/referrals', label: 'お取次ぎの一覧' }

/** The desk rang for the first time. Whoever signed on paper said on the telephone that it is so. */
export async function noteCall(act: Act, referral: Referral): Promise<void> {
  if (!may('call', referral, today(act.now))) throw new TooLate('このお取次ぎには、もう電話しています。', LIST)
  const confirms = referral.confirmedAt === null
  await changeReferral(act, referral, {
    ...{ calledAt: act.now, calledBy: act.actor },
    ...(confirms && { confirmedAt: act.now }),
  })
  if (confirms) await showTo(act, referral)
  await record(act, 'referral.called', { kind: 'referral', id: referral.id })
}

/** It does not go on, for a reason that the partner hears. */
export async function dropReferral(act: Act, referral: Referral, reason: (typeof DROPS)[number]): Promise<void> {
  if (!may('drop', referral, today(act.now))) throw new TooLate('このお取次ぎは、もう終わっています。', LIST)
  await changeReferral(act, referral, { droppedAt: act.now, droppedBy: act.actor, dropReason: reason })
  await record(act, 'referral.dropped', { kind: 'referral', id: referral.id }, { reason })
}
