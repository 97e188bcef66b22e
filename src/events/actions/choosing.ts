import { and, eq, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { isMeant } from '../queries/registrations.ts'
import { standingOf, stateOf } from '../rules/state.ts'
import { type Event, type Registration, registrations } from '../schema.ts'
import { locked, takeSeat } from './seats.ts'

type Refusal = NonNullable<Registration['refusal']>

/** One of those who applied gets a seat. */
export async function chooseRegistration(act: Act, eventId: string, id: string, note: string): Promise<void> {
  await undecided(act, eventId, id)
  if (!(await takeSeat(act, eventId))) throw new TooLate('定員の人数を、もう選んでいます。')
  await decide(act, id, { seatedAt: act.now, choiceNote: note })
  await record(act, 'registration.chosen', { kind: 'registration', id })
}

/** One of those who applied hears no, and why. */
export async function refuseRegistration(act: Act, eventId: string, id: string, refusal: Refusal, note: string) {
  await undecided(act, eventId, id)
  await decide(act, id, { refusedAt: act.now, refusal, choiceNote: note })
  await record(act, 'registration.refused', { kind: 'registration', id }, { refusal })
}

/** All who are left hear no, for one reason. */
export async function refuseOthers(act: Act, eventId: string, refusal: Refusal): Promise<void> {
  deciding(await locked(act, eventId), act.now)
  const all = await act.tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), isMeant))
  const batch = act.newId()
  for (const { id } of all.filter((one) => standingOf(one) === 'applied')) {
    await decide(act, id, { refusedAt: act.now, refusal })
    await record(act, 'registration.refused', { kind: 'registration', id }, { refusal }, batch)
  }
}

/** Somebody of this event who waits for the choice; the event is locked. */
async function undecided(act: Act, eventId: string, id: string): Promise<void> {
  deciding(await locked(act, eventId), act.now)
  const [one] = await act.tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.id, id)))
  if (standingOf(found(one)) !== 'applied') throw new TooLate('この方のお返事は、もう決まっています。')
}

function deciding(event: Event, now: Date): void {
  const state = stateOf(event, now)
  if (event.choosing !== 'selection' || (state !== 'open' && state !== 'closed'))
    throw new TooLate('いまは、参加する方を選べません。')
}

async function decide(act: Act, id: string, set: Partial<Registration>): Promise<void> {
  await act.tx
    .update(registrations)
    .set({ ...set, version: sql`${registrations.version} + 1` })
    .where(eq(registrations.id, id))
}
