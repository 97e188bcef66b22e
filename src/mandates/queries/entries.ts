import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { accounts, people } from '../../accounts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { partners } from '../../partners/schema.ts'
import { type Session, sessions } from '../queries.ts'
import { assistantName, SENT } from '../rules.ts'
import { assistedSessions, type Entry, entries, entryCopies } from '../schema.ts'

/** As `isUnsettled` says it, for a query. */
export function unsettled() {
  return and(isNull(entries.confirmedAt), isNull(entries.undoneAt))
}

/** Who wrote which field of something, where the company has not confirmed it yet. For the program, on behalf of the company. */
export async function marksOf(tx: Tx, subjectId: string): Promise<Record<string, string>> {
  const rows = await tx
    .select({
      field: entries.field,
      familyName: people.familyName,
      accountName: accounts.name,
      partner: partners.name,
    })
    .from(entries)
    .innerJoin(assistedSessions, eq(assistedSessions.id, entries.sessionId))
    .innerJoin(accounts, eq(accounts.id, entries.enteredBy))
    .leftJoin(people, eq(people.accountId, entries.enteredBy))
    .leftJoin(partners, eq(partners.id, assistedSessions.partnerId))
    .where(and(eq(entries.subjectId, subjectId), unsettled()))
    .orderBy(entries.at)
  return Object.fromEntries(rows.map(({ field, ...named }) => [field, assistantName(named)]))
}

/** Everything that was entered in a session, in the order in which it was. */
export async function entriesOf(tx: Tx, companyId: string, sessionId: string): Promise<Entry[]> {
  return tx
    .select()
    .from(entries)
    .where(and(eq(entries.companyId, companyId), eq(entries.sessionId, sessionId)))
    .orderBy(entries.at, entries.field)
}

/** Of fields that were written in a session those that nobody wrote over in another one. */
export async function lastWrittenIn(tx: Tx, subjectId: string, sessionId: string, fields: readonly string[]) {
  const rows = await tx
    .select({ field: entries.field, session: entries.sessionId })
    .from(entries)
    .where(and(eq(entries.subjectId, subjectId), inArray(entries.field, [...fields]), isNull(entries.undoneAt)))
    .orderBy(entries.at)
  const last = new Map(rows.map(({ field, session }) => [field, session]))
  return fields.filter((field) => last.get(field) === sessionId)
}

/** How something stood before somebody first wrote in it in a session, as long as that is kept. */
export async function copyBefore(tx: Tx, subjectId: string, sessionId: string) {
  const [copy] = await tx
    .select({ content: entryCopies.content })
    .from(entryCopies)
    .where(and(eq(entryCopies.subjectId, subjectId), eq(entryCopies.sessionId, sessionId)))
  return copy?.content
}

/** A session of a company. For the program. */
export async function sessionOf(tx: Tx, companyId: string, id: string): Promise<Session | undefined> {
  const [session] = await sessions(tx).where(
    and(eq(assistedSessions.companyId, companyId), eq(assistedSessions.id, id)),
  )
  return session
}

/** The newest session of a company in which something waits to be confirmed. */
export async function unconfirmedIn(tx: Tx, companyId: string, subjectId?: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: entries.sessionId })
    .from(entries)
    .where(and(eq(entries.companyId, companyId), subjectId ? eq(entries.subjectId, subjectId) : undefined, unsettled()))
    .orderBy(desc(entries.at))
    .limit(1)
  return row?.id
}

/** Since when it lies with the desk by an assistant's hand, where the company neither confirmed it nor had the time to say no. */
export async function sentByAssistant(tx: Tx, subjectId: string, since: Date): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: entries.at })
    .from(entries)
    .where(and(eq(entries.subjectId, subjectId), eq(entries.field, SENT), gt(entries.at, since), unsettled()))
    .orderBy(desc(entries.at))
    .limit(1)
  return row?.at
}
