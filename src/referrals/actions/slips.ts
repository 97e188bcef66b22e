import { and, eq, isNotNull, isNull, lt, or } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { keyedCode } from '../../lib/ids.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { addDays, type LegalDate, today } from '../../lib/time.ts'
import { undoneSince } from '../../lib/undo.ts'
import { NotThere, TooLate } from '../../lib/web/errors.ts'
import type { Slip } from '../rules/forms.ts'
import { callDay, DRAFT_DAYS } from '../rules/slip.ts'
import { type Referral, referrals } from '../schema.ts'

/** The code of a slip, the same for every look at it, and another one each time that it is made anew. */
export function codeOf(secrets: Secrets, { id, codeMadeAt }: Pick<Referral, 'id' | 'codeMadeAt'>): string {
  return keyedCode(secrets, `${id}:${codeMadeAt?.getTime()}`, 'slip bytes')
}

export function hashOfSlip(secrets: Secrets, code: string): string {
  return secrets.hash(code, 'slip')
}

/** A partner writes a slip for a company. Its id. */
export async function openReferral(act: Act, partnerId: string, slip: Slip, secrets: Secrets): Promise<string> {
  const { corporateNumber, term, readBack: _, ...said } = slip
  const id = act.newId()
  const [there] = corporateNumber
    ? await act.tx.select({ id: companies.id }).from(companies).where(eq(companies.corporateNumber, corporateNumber))
    : []
  await act.tx.insert(referrals).values({
    ...{ id, partnerId, companyId: there?.id ?? null, ...said, until: addDays(today(act.now), term) },
    ...{ openedBy: act.actor!, openedAt: act.now, codeMadeAt: act.now },
    codeHash: hashOfSlip(secrets, codeOf(secrets, { id, codeMadeAt: act.now })),
  })
  await record(act, 'referral.opened', { kind: 'referral', id }, { here: there !== undefined })
  return id
}

/** The code ran out, or the sheet was lost: the old one opens nothing any more. */
export async function renewCode(act: Act, partnerId: string, id: string, secrets: Secrets): Promise<void> {
  const codeHash = hashOfSlip(secrets, codeOf(secrets, { id, codeMadeAt: act.now }))
  const renewed = await act.tx
    .update(referrals)
    .set({ codeHash, codeMadeAt: act.now })
    .where(and(draftOf(partnerId, id)))
    .returning({ id: referrals.id })
  if (renewed.length === 0) throw answered(partnerId, id)
  await record(act, 'referral.code-made', { kind: 'referral', id })
}

/** The partner gives a slip up: nothing of it is kept. */
export async function withdrawSlip(act: Act, partnerId: string, id: string): Promise<void> {
  const gone = await act.tx.delete(referrals).where(draftOf(partnerId, id)).returning({ id: referrals.id })
  if (gone.length === 0) throw answered(partnerId, id)
  await record(act, 'referral.withdrawn', { kind: 'referral', id })
}

/** A sheet came back signed. The company hears of it, and until it or the desk has confirmed it the partner sees nothing of it. */
export async function signOnPaper(act: Act, partnerId: string, id: string, signedOn: LegalDate): Promise<void> {
  const signed = await act.tx
    .update(referrals)
    .set({
      ...{ consentedAt: act.now, consentWay: 'paper', consentedBy: act.actor, signedOn },
      callBy: callDay(act.now),
    })
    .where(draftOf(partnerId, id))
    .returning({ id: referrals.id })
  if (signed.length === 0) throw answered(partnerId, id)
  await record(act, 'referral.signed', { kind: 'referral', id })
}

function draftOf(partnerId: string, id: string) {
  const { consentedAt, declinedAt } = referrals
  return and(eq(referrals.id, id), eq(referrals.partnerId, partnerId), isNull(consentedAt), isNull(declinedAt))
}

function answered(partnerId: string, id: string) {
  return new TooLate('もう、会社から返事が来ています。', {
    href: `/partners/${partnerId}/referrals/${id}`,
    label: 'このお取次ぎを見る',
  })
}

/** Deletes slips that nobody agreed to in time, and what stood on those that were refused, taken back for good, or ran out. */
export async function forgetSlips(act: Act): Promise<void> {
  const { consentedAt, declinedAt, revokedAt, openedAt, firm, until } = referrals
  const before = new Date(act.now.getTime() - DRAFT_DAYS * 86_400_000)
  const gone = await act.tx
    .delete(referrals)
    .where(and(isNull(consentedAt), isNull(declinedAt), lt(openedAt, before)))
    .returning({ id: referrals.id })
  for (const { id } of gone) await record(act, 'referral.forgotten', { kind: 'referral', id })
  const undone = undoneSince(act.now)
  const over = and(isNotNull(consentedAt), lt(until, today(act.now)))
  await act.tx
    .update(referrals)
    .set({ firm: null, contact: null, phone: null, note: null, codeHash: null })
    .where(and(isNotNull(firm), or(lt(declinedAt, undone), lt(revokedAt, undone), over)))
}

/** Writes only what is still as it was seen. */
export async function changeReferral(
  act: Act,
  { id, version }: Pick<Referral, 'id' | 'version'>,
  set: Partial<Referral>,
): Promise<void> {
  const changed = await act.tx
    .update(referrals)
    .set({ ...set, version: version + 1 })
    .where(and(eq(referrals.id, id), eq(referrals.version, version)))
    .returning({ id: referrals.id })
  if (changed.length === 0) throw new NotThere()
}
