import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { keyedCode } from '../../lib/ids.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { today } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { hashOfProofCode } from '../queries/proof.ts'
import type { Place } from '../rules/places.ts'
import { proofs } from '../schema.ts'

/** The code of today's proof of a place; the same for each copy that is made of it today. */
export async function makeProof(act: Act, secrets: Secrets, accountId: string, place: Place): Promise<string> {
  const [id, madeOn] = [act.newId(), today(act.now)]
  const made = await act.tx
    .insert(proofs)
    .values({
      ...{ id, accountId, place, madeOn, madeAt: act.now },
      codeHash: hashOfProofCode(secrets, codeOfProof(secrets, id)),
    })
    .onConflictDoNothing()
    .returning({ id: proofs.id })
  if (made.length > 0) {
    await record(act, 'proof.made', { kind: 'proof', id })
    return codeOfProof(secrets, id)
  }
  const [there] = await act.tx
    .select({ id: proofs.id })
    .from(proofs)
    .where(and(own(accountId, place), eq(proofs.madeOn, madeOn)))
  return codeOfProof(secrets, there!.id)
}

/** Every proof of a place that was handed out is no longer good; a new one has another code. */
export async function revokeProofs(act: Act, accountId: string, place: Place): Promise<void> {
  const revoked = await act.tx
    .update(proofs)
    .set({ revokedAt: act.now })
    .where(own(accountId, place))
    .returning({ id: proofs.id })
  const [first] = revoked
  if (!first) throw new TooLate('もう、取り消されています。', { href: '/me/ladder', label: '地域とのかかわりへ' })
  await record(act, 'proof.revoked', { kind: 'proof', id: first.id }, { proofs: revoked.map(({ id }) => id) })
}

function own(accountId: string, place: Place) {
  return and(eq(proofs.accountId, accountId), eq(proofs.place, place), isNull(proofs.revokedAt))
}

function codeOfProof(secrets: Secrets, id: string): string {
  return keyedCode(secrets, id, 'proof bytes')
}
