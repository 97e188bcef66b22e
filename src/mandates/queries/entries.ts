import { and, desc, eq, gt, inArray, isNull } from 'drizzle-orm'
import { accounts, people } from '../../accounts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { partners } from '../../partners/schema.ts'
import { type Session, sessions } from '../queries.ts'
import { assistantName, SENT } from '../rules.ts'
import { assistedSessions, type Entry, entries } from '../schema.ts'

function open() {
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
    .where(and(eq(entries.subjectId, subjectId), open()))
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

/** Fields of these that somebody wrote after a moment, in another session. */
export async function writtenSince(tx: Tx, subjectId: string, sessionId: string, fields: readonly string[]) {
  const own = entries.sessionId
  const rows = await tx
    .select({ field: entries.field, session: own, at: entries.at })
    .from(entries)
    .where(and(eq(entries.subjectId, subjectId), inArray(entries.field, [...fields]), isNull(entries.undoneAt)))
    .orderBy(entries.at)
  const last = new Map(rows.map(({ field, session }) => [field, session]))
  return fields.filter((field) => last.get(field) !== sessionId)
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
    .where(and(eq(entries.companyId, companyId), subjectId ? eq(entries.subjectId, subjectId) : undefined, open()))
    .orderBy(desc(entries.at))
    .limit(1)
  return row?.id
}

/** Since when it lies with the desk by an assistant's hand, where the company neither confirmed it nor had the time to say no. */
export async function sentByAssistant(tx: Tx, subjectId: string, since: Date): Promise<Date | undefined> {
  const [row] = await tx
    .select({ at: entries.at })
    .from(entries)
    .where(and(eq(entries.subjectId, subjectId), eq(entries.field, SENT), gt(entries.at, since), open()))
    .orderBy(desc(entries.at))
    .limit(1)
  return row?.at
}
