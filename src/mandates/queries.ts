import { and, desc, eq, exists, gt, ilike, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import { accounts, memberships, people } from '../accounts/schema.ts'
import { companies, partnerCompanies } from '../companies/schema.ts'
import { history } from '../history/schema.ts'
import type { Tx } from '../lib/db.ts'
import { consentHolds } from '../partners/queries.ts'
import { partners } from '../partners/schema.ts'
import { assistCodes, assistedSessions, mandates } from './schema.ts'

/**
 * Still going on: nobody ended it, its time is not over, its mandate holds, and whoever works in it still belongs to the house
 * that was asked. To be asked with the program's own eyes.
 */
function goesOn(tx: Tx, now: Date): SQL {
  const { mandateId, partnerId, assistantId } = assistedSessions
  const mandate = tx
    .select({ is: mandates.id })
    .from(mandates)
    .where(and(eq(mandates.id, mandateId), holds(now)))
  const membership = tx
    .select({ is: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.organisationId, partnerId),
        eq(memberships.accountId, assistantId),
        ne(memberships.role, 'viewer'),
        sql`${memberships.side} is distinct from 'lending'`,
        isNull(memberships.until),
      ),
    )
  return and(
    isNull(assistedSessions.endedAt),
    gt(assistedSessions.expiresAt, now),
    or(isNull(mandateId), exists(mandate)),
    isNull(accounts.closedAt),
    or(exists(membership), and(isNull(partnerId), ne(accounts.power, 'person'))),
  )!
}

function holds(now: Date): SQL {
  return and(isNull(mandates.revokedAt), lte(mandates.startsAt, now), gt(mandates.endsAt, now))!
}

/** Sessions with the names that the company may read. For the program. */
export function sessions(tx: Tx) {
  return tx
    .select({
      id: assistedSessions.id,
      companyId: assistedSessions.companyId,
      company: companies.name,
      partnerId: assistedSessions.partnerId,
      partner: partners.name,
      scope: assistedSessions.scope,
      assistantId: assistedSessions.assistantId,
      familyName: people.familyName,
      accountName: accounts.name,
      signInId: assistedSessions.signInId,
      mandateId: assistedSessions.mandateId,
      startedAt: assistedSessions.startedAt,
      expiresAt: assistedSessions.expiresAt,
      endedAt: assistedSessions.endedAt,
    })
    .from(assistedSessions)
    .innerJoin(companies, eq(companies.id, assistedSessions.companyId))
    .innerJoin(accounts, eq(accounts.id, assistedSessions.assistantId))
    .leftJoin(people, eq(people.accountId, assistedSessions.assistantId))
    .leftJoin(partners, eq(partners.id, assistedSessions.partnerId))
}

export type Session = Awaited<ReturnType<typeof sessions>>[number]

/** What somebody works on now, from this sign-in. For the program. */
export async function goingOn(tx: Tx, account: { id: string; sessionId: string }, now: Date) {
  const { assistantId, signInId } = assistedSessions
  const [session] = await working(tx, and(eq(signInId, account.sessionId), eq(assistantId, account.id)), now)
  return session
}

/** Whoever works for a company now, who came first standing first. For the program. */
export async function workingFor(tx: Tx, companyId: string, now: Date): Promise<Session[]> {
  return working(tx, eq(assistedSessions.companyId, companyId), now)
}

/** Every page asks, and nearly always there is nobody: only where somebody may be it is asked who, and by what right. */
async function working(tx: Tx, whose: SQL | undefined, now: Date): Promise<Session[]> {
  const { id, endedAt, expiresAt, startedAt } = assistedSessions
  const open = await tx
    .select({ id })
    .from(assistedSessions)
    .where(and(whose, isNull(endedAt), gt(expiresAt, now)))
    .limit(1)
  if (open.length === 0) return []
  return sessions(tx)
    .where(and(whose, goesOn(tx, now)))
    .orderBy(startedAt)
}

/** The last session of a company that this sign-in was in, over or not. For the program. */
export async function lastOfSignIn(tx: Tx, signIn: string, companyId: string) {
  const [last] = await tx
    .select({ id: assistedSessions.id, partnerId: assistedSessions.partnerId })
    .from(assistedSessions)
    .where(and(eq(assistedSessions.signInId, signIn), eq(assistedSessions.companyId, companyId)))
    .orderBy(desc(assistedSessions.startedAt))
    .limit(1)
  return last
}

const LISTED = 20

/** Everybody who worked for a company, the newest first. For the program, on behalf of the company. */
export async function sessionsOf(tx: Tx, companyId: string): Promise<Session[]> {
  return sessions(tx)
    .where(eq(assistedSessions.companyId, companyId))
    .orderBy(desc(assistedSessions.startedAt))
    .limit(LISTED)
}

/** What history knows of it: for people of the company. */
export async function doneIn(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .select({
      at: history.at,
      act: history.act,
      kind: history.subjectKind,
      subjectId: history.subjectId,
      session: sql<string>`${history.data}->>'assisted'`,
      /** The worry that a line or a photo belongs to. */
      worry: sql<string | null>`${history.data}->>'worry'`,
    })
    .from(history)
    .where(and(sql`${history.data} ? 'assisted'`, inArray(sql`${history.data}->>'assisted'`, [...ids])))
    .orderBy(history.id)
}
export type Done = Awaited<ReturnType<typeof doneIn>>[number]

function mandateRows(tx: Tx) {
  return tx
    .select({
      id: mandates.id,
      companyId: mandates.companyId,
      company: companies.name,
      partnerId: mandates.partnerId,
      partner: partners.name,
      scope: mandates.scope,
      way: mandates.way,
      givenAt: mandates.givenAt,
      startsAt: mandates.startsAt,
      endsAt: mandates.endsAt,
      revokedAt: mandates.revokedAt,
    })
    .from(mandates)
    .innerJoin(companies, eq(companies.id, mandates.companyId))
    .leftJoin(partners, eq(partners.id, mandates.partnerId))
}
export type Given = Awaited<ReturnType<typeof mandateRows>>[number]

/** Every mandate of a company, the newest first. */
export async function mandatesOf(tx: Tx, companyId: string): Promise<Given[]> {
  return mandateRows(tx).where(eq(mandates.companyId, companyId)).orderBy(desc(mandates.givenAt)).limit(LISTED)
}

/** What a partner (null: the desk) may do, and what waits for the company's word; by company. */
export async function mandatesWith(tx: Tx, partnerId: string | null, now: Date): Promise<Given[]> {
  const whose = partnerId === null ? isNull(mandates.partnerId) : eq(mandates.partnerId, partnerId)
  return mandateRows(tx)
    .where(and(whose, isNull(mandates.revokedAt), gt(mandates.endsAt, now)))
    .orderBy(companies.name, mandates.givenAt)
}

export async function mandateOf(tx: Tx, id: string): Promise<Given | undefined> {
  const [mandate] = await mandateRows(tx).where(eq(mandates.id, id))
  return mandate
}

/** The newest code of a company that is still good. */
export async function goodCode(tx: Tx, companyId: string, tries: number, now: Date) {
  const { id, partnerId, scope, expiresAt } = assistCodes
  const [code] = await tx
    .select({ id, partnerId, scope, expiresAt, partner: partners.name })
    .from(assistCodes)
    .leftJoin(partners, eq(partners.id, assistCodes.partnerId))
    .where(
      and(
        eq(assistCodes.companyId, companyId),
        isNull(assistCodes.usedAt),
        gt(expiresAt, now),
        sql`${assistCodes.attempts} < ${tries}`,
      ),
    )
    .orderBy(desc(assistCodes.createdAt))
    .limit(1)
  return code
}

/** Whom a company may ask besides the desk: partners that it shows itself to, then those of its prefecture. */
export async function partnersFor(tx: Tx, companyId: string, now: Date) {
  const shown = sql<boolean>`exists ${tx
    .select({ is: partnerCompanies.partnerId })
    .from(partnerCompanies)
    .where(
      and(eq(partnerCompanies.partnerId, partners.id), eq(partnerCompanies.companyId, companyId), consentHolds(now)),
    )}`
  const own = tx.select({ prefecture: companies.prefecture }).from(companies).where(eq(companies.id, companyId))
  return tx
    .select({ id: partners.id, name: partners.name })
    .from(partners)
    .where(or(shown, sql`${partners.prefecture} = ${own}`))
    .orderBy(desc(shown), partners.name)
    .limit(LISTED)
}

/** A code that is still good, whichever company's. For the program. */
export async function liveCode(tx: Tx, id: string, now: Date) {
  const [code] = await tx
    .select({ companyId: assistCodes.companyId, scope: assistCodes.scope })
    .from(assistCodes)
    .where(and(eq(assistCodes.id, id), isNull(assistCodes.usedAt), gt(assistCodes.expiresAt, now)))
  return code
}

const FOUND = 8

/** Companies by a part of their name or its reading: everybody may read these. */
export async function companiesNamed(tx: Tx, words: string) {
  const alike = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  return tx
    .select({ id: companies.id, name: companies.name, prefecture: companies.prefecture })
    .from(companies)
    .where(and(isNull(companies.closedAt), or(ilike(companies.name, alike), ilike(companies.nameKana, alike))))
    .orderBy(companies.name)
    .limit(FOUND)
}

/** The companies that show themselves to a partner now, by the reading of their name. */
export async function companiesShownTo(tx: Tx, partnerId: string, now: Date) {
  return tx
    .select({ id: companies.id, name: companies.name })
    .from(partnerCompanies)
    .innerJoin(companies, eq(companies.id, partnerCompanies.companyId))
    .where(and(eq(partnerCompanies.partnerId, partnerId), consentHolds(now)))
    .orderBy(companies.nameKana, companies.name, companies.id)
}
