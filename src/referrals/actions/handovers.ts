import { and, eq, isNull, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { handoversOf, missingParts, type Part } from '../rules/handover.ts'
import { type Handover, handoverReceipts, handovers, referrals } from '../schema.ts'

type Given = Pick<Handover, 'partnerId' | 'fromId' | 'toId' | 'words'>

/** Somebody leaves what they look after to somebody else of the same house. Its id. */
export async function giveHandover(act: Act, given: Given): Promise<string> {
  const id = act.newId()
  await act.tx.insert(handovers).values({ id, ...given, givenBy: act.actor!, givenAt: act.now })
  await record(act, 'handover.given', { kind: 'handover', id }, { to: given.toId })
  return id
}

/** The successor has read a part. With the last one every referral that the other looked after is the successor's; at the desk they are everybody's. */
export async function acknowledgePart(act: Act, { id, partnerId, fromId, toId }: Handover, part: Part): Promise<void> {
  // Two taps at once must not both believe that the other part is still missing.
  const [open] = await act.tx
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.id, id), isNull(handovers.withdrawnAt), isNull(handovers.receivedAt)))
    .for('update')
  if (!open) throw new TooLate('この引継ぎ書は、もう終わっています。', listOf(partnerId))
  const added = await act.tx
    .insert(handoverReceipts)
    .values({ handoverId: id, part, acknowledgedAt: act.now })
    .onConflictDoNothing()
    .returning({ part: handoverReceipts.part })
  if (added.length === 0) return
  const receipts = await act.tx.select().from(handoverReceipts).where(eq(handoverReceipts.handoverId, id))
  if (missingParts(receipts).length > 0) {
    await record(act, 'handover.acknowledged', { kind: 'handover', id }, { part })
    return
  }
  await act.tx.update(handovers).set({ receivedAt: act.now }).where(eq(handovers.id, id))
  if (partnerId !== null)
    await act.tx
      .update(referrals)
      .set({ keeper: toId })
      .where(
        and(eq(referrals.partnerId, partnerId), sql`coalesce(${referrals.keeper}, ${referrals.openedBy}) = ${fromId}`),
      )
  await record(act, 'handover.received', { kind: 'handover', id }, { part })
}

export async function withdrawHandover(act: Act, { id, partnerId }: Handover): Promise<void> {
  const withdrawn = await act.tx
    .update(handovers)
    .set({ withdrawnAt: act.now })
    .where(and(eq(handovers.id, id), isNull(handovers.withdrawnAt), isNull(handovers.receivedAt)))
    .returning({ id: handovers.id })
  if (withdrawn.length === 0) throw new TooLate('この引継ぎ書は、もう終わっています。', listOf(partnerId))
  await record(act, 'handover.withdrawn', { kind: 'handover', id })
}

/** A pack left as a file: names and telephone numbers stand in it. */
export async function noteHandoverTaken(act: Act, { id }: Handover): Promise<void> {
  await record(act, 'handover.taken', { kind: 'handover', id })
}

function listOf(partnerId: string | null) {
  return { href: handoversOf(partnerId), label: '引継ぎ書の一覧' }
}
