import { and, count, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { anyRegistration, isMeant } from '../queries/registrations.ts'
import { ASKED_A_DAY, CONFIRM_DAYS, type Registrant } from '../rules/forms.ts'
import { HOLDS_SEAT, MAY_CANCEL, standingOf, stateOf } from '../rules/state.ts'
import { type Event, type Registration, registrations } from '../schema.ts'
import { giveSeatBack, locked, moveUp, nextNumber, standFor } from './seats.ts'

const DAY = 86_400_000

/** Somebody with an account: a seat at once, or a place on the list. The registration, also where there was one already. */
export async function register(act: Act, eventId: string, accountId: string, said: Registrant): Promise<string> {
  const event = await open(act, eventId)
  const id = act.newId()
  const made = await act.tx
    .insert(registrations)
    .values({ id, eventId, accountId, ...said, createdAt: act.now, confirmedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: registrations.id })
  if (made.length === 0) return ownOf(act, eventId, accountId)
  await place(act, event, id)
  await record(act, 'registration.made', { kind: 'registration', id })
  return id
}

async function ownOf(act: Act, eventId: string, accountId: string): Promise<string> {
  const [own] = await act.tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), eq(registrations.accountId, accountId), isMeant))
  return own!.id
}

/**
 * Somebody without an account. Nothing is kept for an address that is not proven, and whoever asks learns nothing of it: not
 * whether it registered before, nor whether it was asked too often.
 */
export async function registerByMail(act: Act, eventId: string, email: string, said: Registrant): Promise<void> {
  await open(act, eventId)
  const of = and(eq(registrations.eventId, eventId), eq(registrations.email, email))
  const [asked] = await act.tx
    .select({ today: count() })
    .from(registrations)
    .where(and(of, gt(registrations.createdAt, new Date(act.now.getTime() - DAY))))
  if (asked!.today >= ASKED_A_DAY) return
  // What was left there before and never proven gives way: it may have been somebody else's.
  await act.tx
    .update(registrations)
    .set({ cancelledAt: act.now })
    .where(and(of, isMeant, isNull(registrations.confirmedAt)))
  const id = act.newId()
  const made = await act.tx
    .insert(registrations)
    .values({ id, eventId, email, ...said, createdAt: act.now })
    .onConflictDoNothing()
    .returning({ id: registrations.id })
  if (made.length > 0) return record(act, 'registration.asked', { kind: 'registration', id })
  const [own] = await act.tx.select({ id: registrations.id }).from(registrations).where(and(of, isMeant))
  if (own) await act.enqueue('events.tellAgain', { subjectId: own.id })
}

/** The letter was answered: now there is a seat, or a place on the list. */
export async function confirmRegistration(act: Act, registration: Registration): Promise<void> {
  const event = await open(act, registration.eventId)
  const confirmed = await act.tx
    .update(registrations)
    .set({ confirmedAt: act.now })
    .where(and(eq(registrations.id, registration.id), isNull(registrations.confirmedAt), isMeant))
    .returning({ id: registrations.id })
  if (confirmed.length === 0) return
  await place(act, event, registration.id)
  await record(act, 'registration.confirmed', { kind: 'registration', id: registration.id })
}

/** Called back by its person: the seat goes to the first who waits. */
export async function cancelRegistration(act: Act, registrationId: string): Promise<void> {
  const event = await withEvent(act, registrationId)
  const { registration } = (await anyRegistration(act.tx, registrationId))!
  const standing = standingOf(registration)
  if (standing === 'cancelled') return
  if (!MAY_CANCEL.includes(standing) || event.endsAt <= act.now)
    throw new TooLate('この申し込みは、もう取り消せません。')
  await change(act, registration, { cancelledAt: act.now })
  await record(act, 'registration.cancelled', { kind: 'registration', id: registrationId })
  if (!HOLDS_SEAT.includes(standing)) return
  await giveSeatBack(act, event.id)
  await moveUp(act, event)
}

/** A seat that was kept is taken. */
export async function acceptSeat(act: Act, registrationId: string): Promise<void> {
  await withEvent(act, registrationId)
  const { registration } = (await anyRegistration(act.tx, registrationId))!
  if (standingOf(registration) === 'seated') return
  if (standingOf(registration) !== 'offered' || registration.offerUntil! <= act.now)
    throw new TooLate('お返事の時間が過ぎて、席は次の方に移りました。')
  await change(act, registration, { seatedAt: act.now })
  await record(act, 'registration.accepted', { kind: 'registration', id: registrationId })
}

/** A seat that was kept, and was not taken in time, goes on to the next. */
export async function lapseOffer(act: Act, registrationId: string): Promise<void> {
  const event = await withEvent(act, registrationId)
  const { registration } = (await anyRegistration(act.tx, registrationId))!
  if (standingOf(registration) !== 'offered' || registration.offerUntil! > act.now) return
  await change(act, registration, { lapsedAt: act.now })
  await record(act, 'registration.lapsed', { kind: 'registration', id: registrationId })
  await giveSeatBack(act, event.id)
  await moveUp(act, event)
}

/** Addresses that nobody proved in time are forgotten. */
export async function forgetUnconfirmed(act: Act): Promise<void> {
  const before = new Date(act.now.getTime() - CONFIRM_DAYS * DAY)
  await act.tx.delete(registrations).where(and(isNull(registrations.confirmedAt), lt(registrations.createdAt, before)))
}

async function open(act: Act, eventId: string): Promise<Event> {
  const event = await locked(act, eventId)
  if (stateOf(event, act.now) !== 'open')
    throw new TooLate('この催しの受付は、終わりました。', { href: `/events/${eventId}`, label: '催しを見る' })
  return event
}

/** Locks the event of a registration. */
async function withEvent(act: Act, registrationId: string): Promise<Event> {
  const seen = await anyRegistration(act.tx, registrationId)
  return locked(act, seen!.registration.eventId)
}

async function place(act: Act, event: Event, id: string): Promise<void> {
  const number = await nextNumber(act, event.id)
  await act.tx
    .update(registrations)
    .set({ number, ...(await standFor(act, event)) })
    .where(eq(registrations.id, id))
}

async function change(act: Act, { id }: Registration, set: Partial<Registration>): Promise<void> {
  await act.tx
    .update(registrations)
    .set({ ...set, version: sql`${registrations.version} + 1` })
    .where(eq(registrations.id, id))
}
