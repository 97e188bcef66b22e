import { and, eq, isNotNull } from 'drizzle-orm'
import { refuseOffer, withdraw } from '../../applications/actions/apply.ts'
import { decline } from '../../applications/actions/choose.ts'
import { liveBetween } from '../../applications/queries/parties.ts'
import { canBe, type Side } from '../../applications/rules/state.ts'
import { type Application, applications } from '../../applications/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { ownBlock } from '../queries/closing.ts'
import { blocks } from '../schema.ts'

/** Said to the other side where a company closes: true of whatever it wants no more of. */
const NEUTRAL = { reason: 'stopped', words: '' } as const

/**
 * From now on nothing comes about between the two: what is under way ends as it would otherwise, and neither is shown to the
 * other. The other side is not told why. History tells of it as of a change of the person, so that the market reads it.
 */
export async function blockPair(act: Act, side: Side, application: Application): Promise<void> {
  const { id: applicationId, talentId, companyId, accountId } = application
  const row = { talentId, companyId, accountId, side, applicationId, blockedBy: act.actor!, createdAt: act.now }
  const made = await act.tx
    .insert(blocks)
    .values({ id: act.newId(), ...row })
    .onConflictDoNothing()
    .returning({ id: blocks.id })
  if (made.length === 0) return
  for (const live of await liveBetween(act.tx, accountId, companyId)) await end(act, side, live)
  await record(act, 'pair.blocked', { kind: 'talent', id: talentId }, { side, application: applicationId })
}

/** Whoever leaves reads nothing more: with whom they worked nothing is written to nobody. */
export async function closeThreadsOf(act: Act, accountId: string): Promise<void> {
  const accepted = await act.tx
    .select()
    .from(applications)
    .where(and(eq(applications.accountId, accountId), isNotNull(applications.acceptedAt)))
  for (const application of accepted) await blockPair(act, 'talent', application)
}

/** The same two may meet again; what ended stays ended. */
export async function unblockPair(act: Act, side: Side, application: Application): Promise<void> {
  const lifted = await act.tx
    .update(blocks)
    .set({ liftedAt: act.now })
    .where(ownBlock(side, application))
    .returning({ id: blocks.id })
  if (lifted.length > 0) await record(act, 'pair.unblocked', { kind: 'talent', id: application.talentId }, { side })
}

async function end(act: Act, side: Side, live: Application): Promise<void> {
  if (side === 'company') {
    if (canBe('application.declined', live)) await decline(act, live, live.version, NEUTRAL)
  } else if (canBe('application.withdrawn', live)) {
    await withdraw(act, live, live.version)
  } else if (canBe('application.refused', live)) {
    await refuseOffer(act, live, live.version)
  }
}
