import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { isDoorOpen } from '../rules/list-at-door.ts'
import { stateOf } from '../rules/state.ts'
import { type Event, registrations } from '../schema.ts'
import { locked, nextNumber, standFor } from './seats.ts'

/** Whoever has one of these numbers came; a second time changes nothing. How many were new. */
export async function checkIn(act: Act, event: Event, numbers: readonly number[]): Promise<number> {
  atDoor(event, act.now)
  if (numbers.length === 0) return 0
  const came = await act.tx
    .update(registrations)
    .set({ checkedInAt: act.now, checkedInBy: act.actor, version: sql`${registrations.version} + 1` })
    .where(and(of(event, numbers), isNull(registrations.checkedInAt), isNotNull(registrations.confirmedAt)))
    .returning({ id: registrations.id })
  const batch = act.newId()
  for (const { id } of came) await record(act, 'registration.checked-in', { kind: 'registration', id }, {}, batch)
  return came.length
}

/** The wrong line was pressed. */
export async function undoCheckIn(act: Act, event: Event, number: number): Promise<void> {
  atDoor(event, act.now)
  const undone = await act.tx
    .update(registrations)
    .set({ checkedInAt: null, checkedInBy: null, version: sql`${registrations.version} + 1` })
    .where(and(of(event, [number]), isNotNull(registrations.checkedInAt)))
    .returning({ id: registrations.id })
  for (const { id } of undone) await record(act, 'registration.check-in-undone', { kind: 'registration', id })
}

type Said = { name: string; kana: string; affiliation: string }

/** Somebody stands at the door who never registered: in, whatever the seats. Their number. */
export async function walkIn(act: Act, event: Event, said: Said): Promise<number> {
  atDoor(event, act.now)
  const [id, number] = [act.newId(), await nextNumber(act, event.id)]
  await act.tx.insert(registrations).values({
    ...{ id, eventId: event.id, number, ...said, createdAt: act.now, confirmedAt: act.now },
    ...{ checkedInAt: act.now, checkedInBy: act.actor },
  })
  await record(act, 'registration.walked-in', { kind: 'registration', id })
  return number
}

/** Somebody rang the host, who writes it down: a seat, or a place on the list. */
export async function registerForSomebody(act: Act, eventId: string, said: Said): Promise<void> {
  const event = await locked(act, eventId)
  const state = stateOf(event, act.now)
  if (state !== 'open' && state !== 'closed') throw new TooLate('この催しには、もう申し込めません。')
  const [id, number] = [act.newId(), await nextNumber(act, event.id)]
  const stand = await standFor(act, event)
  await act.tx
    .insert(registrations)
    .values({ ...{ id, eventId, number, ...said, createdAt: act.now, confirmedAt: act.now }, ...stand })
  await record(act, 'registration.written-down', { kind: 'registration', id })
}

function of(event: Event, numbers: readonly number[]) {
  return and(eq(registrations.eventId, event.id), inArray(registrations.number, [...numbers]))
}

function atDoor(event: Event, now: Date): void {
  if (!isDoorOpen(event, now)) throw new TooLate('受付ができるのは、前の日から、終わって14日後までです。')
}
