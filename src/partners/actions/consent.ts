import { and, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import { partnerCompanies } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { undoneSince } from '../../lib/undo.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { mandates } from '../../mandates/schema.ts'
import { referrals } from '../../referrals/schema.ts'
import type { Field } from '../rules/consent.ts'

/** From now on the partner no longer sees the company. */
export async function revokeConsent(act: Act, companyId: string, partnerId: string): Promise<void> {
  const wasShown = await hideFrom(act, companyId, partnerId)
  if (!wasShown) throw new TooLate('この相手には、もう見せていません。', listOf(companyId))
  await record(act, 'consent.revoked', { kind: 'partner', id: partnerId }, { company: companyId })
}

/**
 * Ends all by which a partner sees a company: the consent, every slip that was agreed to, and working for it, which only an owner
 * lets it do again. Whether there was a consent.
 */
export async function hideFrom(act: Act, companyId: string, partnerId: string): Promise<boolean> {
  const changed = await act.tx
    .update(partnerCompanies)
    .set({ revokedAt: act.now })
    .where(and(between(companyId, partnerId), isNull(partnerCompanies.revokedAt)))
    .returning({ partnerId: partnerCompanies.partnerId })
  if (changed.length === 0) return false
  await act.tx
    .update(referrals)
    .set({ revokedAt: act.now, version: sql`${referrals.version} + 1` })
    .where(and(slipsBetween(companyId, partnerId), isNull(referrals.revokedAt)))
  await act.tx
    .update(mandates)
    .set({ revokedAt: act.now })
    .where(and(eq(mandates.companyId, companyId), eq(mandates.partnerId, partnerId), isNull(mandates.revokedAt)))
  return true
}

/** Takes a revocation back, as long as that is possible. */
export async function restoreConsent(act: Act, companyId: string, partnerId: string): Promise<void> {
  const since = undoneSince(act.now)
  const changed = await act.tx
    .update(partnerCompanies)
    .set({ revokedAt: null })
    .where(and(between(companyId, partnerId), gt(partnerCompanies.revokedAt, since)))
    .returning({ partnerId: partnerCompanies.partnerId })
  if (changed.length === 0) {
    throw new TooLate('取り消せる時間が過ぎました。もう一度見せたいときは、お電話ください。', listOf(companyId))
  }
  await act.tx
    .update(referrals)
    .set({ revokedAt: null, version: sql`${referrals.version} + 1` })
    .where(and(slipsBetween(companyId, partnerId), gt(referrals.revokedAt, since)))
  await record(act, 'consent.restored', { kind: 'partner', id: partnerId }, { company: companyId })
}

/** The company lets a partner see more of it, or less. */
export async function chooseFields(act: Act, companyId: string, partnerId: string, fields: readonly Field[]) {
  const changed = await act.tx
    .update(partnerCompanies)
    .set({ fields: [...fields] })
    .where(and(between(companyId, partnerId), isNull(partnerCompanies.revokedAt)))
    .returning({ partnerId: partnerCompanies.partnerId })
  if (changed.length === 0) throw new TooLate('この相手には、もう見せていません。', listOf(companyId))
  await record(
    act,
    'consent.fields-chosen',
    { kind: 'partner', id: partnerId },
    { company: companyId, fields: [...fields] },
  )
}

function between(companyId: string, partnerId: string) {
  return and(eq(partnerCompanies.companyId, companyId), eq(partnerCompanies.partnerId, partnerId))
}

/** The consent slips that the company agreed to: they end, and come back, with the consent. */
function slipsBetween(companyId: string, partnerId: string) {
  return and(eq(referrals.companyId, companyId), eq(referrals.partnerId, partnerId), isNotNull(referrals.confirmedAt))
}

function listOf(companyId: string) {
  return { href: `/companies/${companyId}/partners`, label: '見せている相手を見る' }
}
