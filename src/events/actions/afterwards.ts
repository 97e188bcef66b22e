import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { accounts } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { today } from '../../lib/time.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { type Answers, maySupport, type SupportAnswers } from '../rules/afterwards.ts'
import { KEPT_DAYS } from '../rules/forms.ts'
import { type Event, eventAnswers, events, type Registration, registrations, travelSupports } from '../schema.ts'

/** Once: what was said stays as it is, and history does not tell who said it. */
export async function answerAfterwards(act: Act, { id, eventId }: Registration, answers: Answers): Promise<void> {
  await act.tx
    .insert(eventAnswers)
    .values({ registrationId: id, eventId, ...answers, answeredAt: act.now })
    .onConflictDoNothing()
}

/** What the way of one person cost. */
export async function recordSupport(act: Act, event: Event, said: SupportAnswers): Promise<boolean> {
  if (!maySupport(event, act.now)) throw new TooLate('旅費の補助は、前の日から書けます。')
  const [person] = await act.tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, event.id), eq(registrations.number, said.number)))
  if (!person) return false
  const id = act.newId()
  const made = await act.tx
    .insert(travelSupports)
    .values({
      ...{ id, eventId: event.id, registrationId: person.id, name: person.name, route: said.route },
      ...{ amount: said.amount, ceiling: event.travelCeiling!, receiptSeenAt: said.receipt ? act.now : null },
      ...{ recordedBy: act.actor!, createdAt: act.now },
    })
    .onConflictDoNothing()
    .returning({ id: travelSupports.id })
  if (made.length === 0) throw new TooLate('この方の旅費は、もう書いてあります。')
  await record(act, 'travel-support.recorded', { kind: 'travel-support', id })
  return true
}

type Step = 'receipt' | 'payment' | 'withdrawal'

/** The receipt was seen, the money went out, or it was written down by mistake. */
export async function changeSupport(act: Act, event: Event, supportId: string, step: Step): Promise<void> {
  const { set, when, name } = {
    receipt: { set: { receiptSeenAt: act.now }, when: isNull(travelSupports.receiptSeenAt), name: 'receipt-seen' },
    payment: {
      set: { paidOn: today(act.now), paidBy: act.actor },
      when: and(isNotNull(travelSupports.receiptSeenAt), isNull(travelSupports.paidOn)),
      name: 'paid',
    },
    withdrawal: { set: { withdrawnAt: act.now }, when: isNull(travelSupports.paidOn), name: 'withdrawn' },
  }[step]
  const own = and(eq(travelSupports.id, supportId), eq(travelSupports.eventId, event.id))
  const [row] = await act.tx.select({ id: travelSupports.id }).from(travelSupports).where(own)
  found(row)
  const changed = await act.tx
    .update(travelSupports)
    .set(set)
    .where(and(own, isNull(travelSupports.withdrawnAt), when))
    .returning({ id: travelSupports.id })
  if (changed.length === 0) throw new TooLate('この旅費は、もう変わっています。開きなおして、お確かめください。')
  await record(act, `travel-support.${name}`, { kind: 'travel-support', id: supportId })
}

/**
 * Three months after the end nobody's name stands there any more. Whoever came by mail and has an account since is counted by it,
 * so that what became of an event can still be told.
 */
export async function forgetNames(act: Act): Promise<void> {
  const before = new Date(act.now.getTime() - KEPT_DAYS * 86_400_000)
  const account = sql`(select a.id from ${accounts} a where a.email = ${registrations.email} and not exists (
    select 1 from ${registrations} other where other.event_id = ${registrations.eventId} and other.account_id = a.id))`
  await act.tx
    .update(registrations)
    .set({
      ...{ name: '', kana: '', affiliation: '', words: '', choiceNote: '', email: null, forgottenAt: act.now },
      accountId: sql`coalesce(${registrations.accountId}, ${account})`,
    })
    .where(
      and(
        isNull(registrations.forgottenAt),
        sql`${registrations.eventId} in (select ${events.id} from ${events} where ${lt(events.endsAt, before)})`,
      ),
    )
}
