import { and, eq, gt, isNull } from 'drizzle-orm'
import { partnerCompanies } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { undoneSince } from '../../lib/undo.ts'
import { NotThere, TooLate } from '../../lib/web/errors.ts'
import type { Scope } from '../../lib/web/guard.ts'
import { consentHolds } from '../../partners/queries.ts'
import { afterDays, SIGNED_DAYS } from '../rules.ts'
import { type Mandate, mandates } from '../schema.ts'

type Terms = { companyId: string; partnerId: string | null; scope: Scope; endsAt: Date }

/** From now on until then; what the same house was given before is over. */
export async function giveMandate(act: Act, terms: Terms): Promise<string> {
  await endOthers(act, terms.companyId, terms.partnerId)
  return write(act, terms, { way: 'screen', startsAt: act.now })
}

async function endOthers(act: Act, companyId: string, partnerId: string | null): Promise<void> {
  const same = partnerId === null ? isNull(mandates.partnerId) : eq(mandates.partnerId, partnerId)
  await act.tx
    .update(mandates)
    .set({ revokedAt: act.now })
    .where(and(eq(mandates.companyId, companyId), same, isNull(mandates.revokedAt)))
}

async function write(act: Act, terms: Terms, how: Pick<Mandate, 'way' | 'startsAt'>): Promise<string> {
  const id = act.newId()
  await act.tx.insert(mandates).values({ id, ...terms, ...how, givenBy: act.actor!, givenAt: act.now })
  const { companyId, partnerId, scope } = terms
  // The company reads it among what was done for it, whoever wrote it down.
  const named = { company: companyId, partner: partnerId, scope }
  await record({ ...act, organisation: companyId }, 'mandate.given', { kind: 'mandate', id }, named)
  return id
}

/**
 * Somebody of a partner writes down what an owner signed on paper. The company hears of it at once; nothing can be done by it
 * before it had the time to say no. Only for a company that shows itself to the partner. For the program, which reads both sides.
 */
export async function recordSigned(act: Act, terms: Terms & { partnerId: string }): Promise<void> {
  const { companyId, partnerId } = terms
  const [shown] = await act.tx
    .select({ until: partnerCompanies.until })
    .from(partnerCompanies)
    .where(
      and(eq(partnerCompanies.companyId, companyId), eq(partnerCompanies.partnerId, partnerId), consentHolds(act.now)),
    )
    .for('update')
  if (!shown) throw new NotThere()
  const [waits] = await act.tx
    .select({ id: mandates.id })
    .from(mandates)
    .where(
      and(
        eq(mandates.companyId, companyId),
        eq(mandates.partnerId, partnerId),
        isNull(mandates.revokedAt),
        gt(mandates.startsAt, act.now),
      ),
    )
  const back = { href: `/partners/${partnerId}/assistance`, label: '代わりに入力する' }
  if (waits) throw new TooLate('この会社の紙は、もう書きとめてあります。', back)
  await write(act, terms, { way: 'sheet', startsAt: afterDays(act.now, SIGNED_DAYS) })
}

/** 「すぐ使えるようにする」: the owner says yes before the days are over. */
export async function confirmMandate(act: Act, companyId: string, id: string): Promise<void> {
  const confirmed = await act.tx
    .update(mandates)
    .set({ startsAt: act.now })
    .where(
      and(
        eq(mandates.id, id),
        eq(mandates.companyId, companyId),
        isNull(mandates.revokedAt),
        gt(mandates.startsAt, act.now),
      ),
    )
    .returning({ id: mandates.id })
  if (confirmed.length === 0) throw new TooLate('もう使えるようになっているか、やめてあります。', pageOf(companyId))
  await record(act, 'mandate.confirmed', { kind: 'mandate', id })
}

/** From now on nothing can be done by it, and what goes on under it is over. */
export async function revokeMandate(act: Act, companyId: string, id: string): Promise<void> {
  const revoked = await act.tx
    .update(mandates)
    .set({ revokedAt: act.now })
    .where(and(eq(mandates.id, id), eq(mandates.companyId, companyId), isNull(mandates.revokedAt)))
    .returning({ id: mandates.id })
  if (revoked.length === 0) throw new TooLate('この委任は、もう終わっています。', pageOf(companyId))
  await record(act, 'mandate.revoked', { kind: 'mandate', id })
}

/** The revocation taken back, as long as that is possible. */
export async function restoreMandate(act: Act, companyId: string, id: string): Promise<void> {
  const restored = await act.tx
    .update(mandates)
    .set({ revokedAt: null })
    .where(
      and(
        eq(mandates.id, id),
        eq(mandates.companyId, companyId),
        gt(mandates.revokedAt, undoneSince(act.now)),
        gt(mandates.endsAt, act.now),
      ),
    )
    .returning({ id: mandates.id })
  if (restored.length === 0)
    throw new TooLate('取り消せる時間が過ぎました。もう一度、頼みなおしてください。', pageOf(companyId))
  await record(act, 'mandate.restored', { kind: 'mandate', id })
}

function pageOf(companyId: string) {
  return { href: `/companies/${companyId}/assistance`, label: '手伝ってもらう人を見る' }
}
