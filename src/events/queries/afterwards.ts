import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import type { Answers, Begun, Results } from '../rules/afterwards.ts'
import { eventAnswers, type TravelSupport, travelSupports } from '../schema.ts'

/** The answers without whose they are; the database gives a host none below five, and none that came after the last look with fewer. */
export async function answersOf(tx: Tx, eventId: string, now: Date): Promise<Answers[]> {
  const { rows } = await tx.execute<Answers>(sql`select * from app_event_answers(${eventId}, ${now})`)
  return rows
}

/** How many went on afterwards; null where a number would say something of one person. */
export async function resultsOf(tx: Tx, eventId: string): Promise<Results> {
  const { rows } = await tx.execute<Results>(sql`select * from app_event_results(${eventId})`)
  return rows[0]!
}

/** How many began an application at the event's page, and how many of these applications became a contract. */
export async function begunAt(tx: Tx, eventId: string): Promise<Begun> {
  const { rows } = await tx.execute<Begun>(sql`select * from app_event_begun(${eventId})`)
  return rows[0]!
}

export async function hasAnswered(tx: Tx, registrationId: string): Promise<boolean> {
  const [row] = await tx
    .select({ at: eventAnswers.answeredAt })
    .from(eventAnswers)
    .where(eq(eventAnswers.registrationId, registrationId))
  return row !== undefined
}

/** What was written down of ways to an event, in that order. */
export async function supportsOf(tx: Tx, eventId: string): Promise<TravelSupport[]> {
  return tx
    .select()
    .from(travelSupports)
    .where(and(eq(travelSupports.eventId, eventId), isNull(travelSupports.withdrawnAt)))
    .orderBy(asc(travelSupports.createdAt), asc(travelSupports.id))
}
