import { sql } from 'drizzle-orm'
import { keepDraft } from '../../challenges/actions/writing.ts'
import { draftFor, type Viewer } from '../../challenges/queries.ts'
import { partnerCompanies } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { endOfDay, today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { hideFrom } from '../../partners/actions/consent.ts'
import { consentHolds } from '../../partners/queries.ts'
import { callDay, isUndoable, may } from '../rules/slip.ts'
import type { Referral } from '../schema.ts'
import { changeReferral } from './slips.ts'

const OVER = 'この同意書は、もう終わっています。'

/**
 * The company agrees, or confirms what was signed on paper: the desk is to ring, and the partner sees from now on what the slip
 * says. What the owner told becomes the draft of a worry of the owner's own, for nobody else to read until the owner tells it.
 */
export async function agree(act: Act, referral: Referral, companyId: string, viewer: Viewer): Promise<void> {
  const day = today(act.now)
  const isSigned = referral.consentWay === 'paper' && referral.confirmedAt === null && may('revoke', referral, day)
  if (!isSigned && !may('agree', referral, day)) throw new TooLate(OVER)
  const given = {
    consentedAt: act.now,
    consentWay: 'phone' as const,
    consentedBy: act.actor,
    callBy: callDay(act.now),
  }
  if (referral.note && !(await draftFor(act.tx, viewer))?.text) await keepDraft(act, viewer, referral.note)
  await changeReferral(act, referral, { companyId, confirmedAt: act.now, note: null, ...(isSigned ? {} : given) })
  await showTo(act, { ...referral, companyId })
  await record(act, 'referral.agreed', { kind: 'referral', id: referral.id })
}

/**
 * The consent that partners are shown a company by. One that still holds goes on from when it was given, and one that was over is
 * kept beside the new one: what was counted of the company stays counted, so that nobody tells it apart by what is missing.
 */
export async function showTo(act: Act, { companyId, partnerId, until, back: fields }: Referral): Promise<void> {
  if (companyId === null) return
  const given = { until: endOfDay(until), revokedAt: null, fields }
  const { consentedAt, until: before, revokedAt, earlier } = partnerCompanies
  const holds = consentHolds(act.now)
  await act.tx
    .insert(partnerCompanies)
    .values({ partnerId, companyId, consentedAt: act.now, ...given })
    .onConflictDoUpdate({
      target: [partnerCompanies.partnerId, partnerCompanies.companyId],
      set: {
        consentedAt: sql`case when ${holds} then ${consentedAt} else ${act.now} end`,
        earlier: sql`case when ${holds} then ${earlier}
          else ${earlier} || jsonb_build_array(jsonb_build_array(${consentedAt}, least(${revokedAt}, ${before}))) end`,
        ...given,
      },
    })
}

/** The company says no, or takes back what it signed. Nothing of the slip is shown to anybody any more. */
export async function refuse(act: Act, referral: Referral): Promise<void> {
  const day = today(act.now)
  const isDraft = may('decline', referral, day)
  if (!isDraft && !may('revoke', referral, day)) throw new TooLate(OVER)
  await changeReferral(act, referral, isDraft ? { declinedAt: act.now } : { revokedAt: act.now })
  // What nobody confirmed showed nothing: a consent that was given before goes on.
  if (!isDraft && referral.companyId && referral.confirmedAt)
    await hideFrom(act, referral.companyId, referral.partnerId)
  await record(act, isDraft ? 'referral.declined' : 'referral.revoked', { kind: 'referral', id: referral.id })
}

/** A refusal taken back, as long as that is possible. */
export async function unrefuse(act: Act, referral: Referral): Promise<void> {
  if (!isUndoable(referral, act.now)) throw new TooLate('取り消せる時間が過ぎました。')
  await changeReferral(act, referral, { declinedAt: null, revokedAt: null })
  await record(act, 'referral.restored', { kind: 'referral', id: referral.id })
}
