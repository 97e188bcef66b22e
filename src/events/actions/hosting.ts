import { and, eq, sql } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Host } from '../queries/events.ts'
import { type EventAnswers, eventOf } from '../rules/forms.ts'
import { type EventAct, may } from '../rules/state.ts'
import { type Event, events } from '../schema.ts'
import { moveUp } from './seats.ts'

const CHANGED = 'ほかの方が、先にこの催しを変えました。開きなおしてから、もう一度お試しください。'

/** A new draft, for its host's eyes only. */
export async function draftEvent(act: Act, host: Host, answers: EventAnswers): Promise<string> {
  const id = act.newId()
  await act.tx.insert(events).values({
    ...{ id, partnerId: host, ...eventOf(answers), createdBy: act.actor! },
    ...{ createdAt: act.now, updatedAt: act.now },
  })
  await record(act, 'event.drafted', { kind: 'event', id })
  return id
}

/** When or where something is: whoever registered has to hear of another. */
const TOLD = ['place', 'link', 'kind'] as const

/** Changes what an event says. After its publication everybody who registered is told of another time or place. */
export async function saveEvent(act: Act, event: Event, version: number, answers: EventAnswers): Promise<void> {
  const said = eventOf(answers)
  const moved =
    event.publishedAt !== null &&
    (said.beginsAt.getTime() !== event.beginsAt.getTime() ||
      said.endsAt.getTime() !== event.endsAt.getTime() ||
      TOLD.some((name) => said[name] !== event[name]))
  if (event.publishedAt && said.choosing !== event.choosing)
    throw new TooLate('公開したあとは、参加する方の決め方を変えられません。')
  if (said.capacity < event.seats)
    throw new TooLate(`もう${event.seats}席が決まっています。定員は、それより減らせません。`)
  await change(act, event, version, moved ? 'event.moved' : 'event.saved', said)
  await moveUp(act, { ...event, ...said })
}

export const publishEvent = (act: Act, event: Event, version: number) =>
  change(act, event, version, 'event.published', { publishedAt: act.now })

export const closeEvent = (act: Act, event: Event, version: number) =>
  change(act, event, version, 'event.closed', { closedAt: act.now })

export const reopenEvent = (act: Act, event: Event, version: number) =>
  change(act, event, version, 'event.reopened', { closedAt: null })

/** It does not take place: everybody who registered is told, and why. */
export const callOff = (act: Act, event: Event, version: number, why: string) =>
  change(act, event, version, 'event.called-off', { calledOffAt: act.now, calledOffWhy: why })

async function change(act: Act, event: Event, version: number, name: EventAct, set: Partial<Event>): Promise<void> {
  if (name === 'event.reopened' && event.registerUntil <= act.now)
    throw new TooLate('申し込みの締め切りが過ぎています。先に、締め切りの日を変えてください。')
  if (!may(name, event, act.now)) throw new TooLate(CHANGED)
  const changed = await act.tx
    .update(events)
    .set({ ...set, updatedAt: act.now, version: version + 1 })
    .where(
      and(
        eq(events.id, event.id),
        eq(events.version, version),
        sql`${events.seats} <= ${set.capacity ?? event.capacity}`,
      ),
    )
    .returning({ id: events.id })
  if (changed.length === 0) throw new TooLate(CHANGED)
  await record(act, name, { kind: 'event', id: event.id })
}
