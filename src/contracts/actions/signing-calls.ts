import { and, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { liveSigningCall } from '../queries/signing.ts'
import type { Side } from '../rules/side.ts'
import { CALL_HOURS, CALL_TRIES, callDigits } from '../rules/signing.ts'
import { signingCalls } from '../schema.ts'

type Wanted = { contractId: string; side: Side; companyId: string; accountId: string }

/** Somebody without a passkey wants to agree: the desk is asked to call. Asked twice, it is still one call. */
export async function askForSigningCall(act: Act, wanted: Wanted): Promise<void> {
  if (await liveSigningCall(act.tx, wanted.contractId, wanted.accountId, act.now)) return
  const id = act.newId()
  await act.tx.insert(signingCalls).values({ id, ...wanted, askedAt: act.now })
  await record(act, 'signing-call.asked', { kind: 'signing-call', id }, { contractId: wanted.contractId })
}

/** The digits that belong to a call: only its id and the key are needed. */
export function digitsOfCall(id: string, secrets: Secrets): string {
  return callDigits(secrets.hash(id, 'signing-call'))
}

/** The desk has the person on the telephone and opens the digits. */
export async function openSigningCall(act: Act, id: string): Promise<void> {
  const opened = await act.tx
    .update(signingCalls)
    .set({ openedAt: act.now, openedBy: act.actor })
    .where(and(eq(signingCalls.id, id), isNull(signingCalls.openedAt), isNull(signingCalls.usedAt)))
    .returning({ id: signingCalls.id })
  if (opened.length === 0) throw new TooLate('ほかの人が、もう電話しました。', { href: '/desk', label: '事務局' })
  await record(act, 'signing-call.opened', { kind: 'signing-call', id })
}

/** Spends one try. `gone`: never opened, too old, or guessed too often. */
export async function trySigningCall(act: Act, id: string, digits: string, secrets: Secrets) {
  const tried = await act.tx
    .update(signingCalls)
    .set({ attempts: sql`${signingCalls.attempts} + 1` })
    .where(
      and(
        eq(signingCalls.id, id),
        lt(signingCalls.attempts, CALL_TRIES),
        isNull(signingCalls.usedAt),
        isNotNull(signingCalls.openedAt),
        gt(signingCalls.openedAt, new Date(act.now.getTime() - CALL_HOURS * 3_600_000)),
      ),
    )
    .returning({ id: signingCalls.id })
  if (tried.length === 0) return 'gone'
  return digitsOfCall(id, secrets) === digits ? 'right' : 'wrong'
}

/** What was read out has led to an agreement. */
export async function useSigningCall(act: Act, id: string): Promise<void> {
  await act.tx.update(signingCalls).set({ usedAt: act.now }).where(eq(signingCalls.id, id))
}
