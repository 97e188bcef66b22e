import { and, eq, lt, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { found } from '../../lib/web/errors.ts'
import { waitingOf } from '../queries/registrations.ts'
import { offerUntil } from '../rules/state.ts'
import { type Event, events, type Registration, registrations } from '../schema.ts'

/** Whatever touches seats of one event happens one after the other. */
export async function locked(act: Act, eventId: string): Promise<Event> {
  const [event] = await act.tx.select().from(events).where(eq(events.id, eventId)).for('update')
  return found(event)
}

/** One more seat, where there is one. */
export async function takeSeat(act: Act, eventId: string): Promise<boolean> {
  const taken = await act.tx
    .update(events)
    .set({ seats: sql`${events.seats} + 1` })
    .where(and(eq(events.id, eventId), lt(events.seats, events.capacity)))
    .returning({ id: events.id })
  return taken.length > 0
}

export async function giveSeatBack(act: Act, eventId: string): Promise<void> {
  await act.tx
    .update(events)
    .set({ seats: sql`${events.seats} - 1` })
    .where(eq(events.id, eventId))
}

/** Where people are chosen, everybody waits for the choice; else there is a seat, or a place on the list. */
export async function standFor(
  act: Act,
  event: Event,
): Promise<Pick<Partial<Registration>, 'seatedAt' | 'waitingSince'>> {
  if (event.choosing === 'selection') return {}
  return (await takeSeat(act, event.id)) ? { seatedAt: act.now } : { waitingSince: act.now }
}

/** Seats that are free are kept for those who wait, in their order, each until its time; the event is locked. */
export async function moveUp(act: Act, event: Event): Promise<void> {
  const until = offerUntil(event, act.now)
  if (event.calledOffAt || until === null) return
  for (const { id } of await waitingOf(act.tx, event.id)) {
    if (!(await takeSeat(act, event.id))) return
    await act.tx
      .update(registrations)
      .set({ offeredAt: act.now, offerUntil: until, version: sql`${registrations.version} + 1` })
      .where(eq(registrations.id, id))
    await record(act, 'registration.offered', { kind: 'registration', id })
  }
}

/** The number by which the door knows somebody. */
export async function nextNumber(act: Act, eventId: string): Promise<number> {
  const [row] = await act.tx
    .update(events)
    .set({ lastNumber: sql`${events.lastNumber} + 1` })
    .where(eq(events.id, eventId))
    .returning({ number: events.lastNumber })
  return row!.number
}
