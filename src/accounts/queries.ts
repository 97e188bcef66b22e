import {
  and,
  arrayOverlaps,
  count,
  desc,
  eq,
  gt,
  gte,
  isNotNull,
  isNull,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Tx } from '../lib/db.ts'
import type { Task } from '../lib/web/guard.ts'
import { CODES_AN_HOUR, type CodesSent } from './rules/codes.ts'
import {
  accounts,
  identities,
  introductions,
  mailbox,
  memberships,
  organisations,
  passkeys,
  people,
  signInCodes,
} from './schema.ts'

export async function accountOf(tx: Tx, id: string) {
  const [account] = await tx.select().from(accounts).where(eq(accounts.id, id))
  return account
}

export async function personOf(tx: Tx, accountId: string) {
  const [person] = await tx.select().from(people).where(eq(people.accountId, accountId))
  return person
}

export async function membershipIn(tx: Tx, accountId: string, organisationId: string) {
  const [membership] = await tx
    .select({ role: memberships.role, tasks: memberships.tasks, side: memberships.side, kind: organisations.kind })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.accountId, accountId),
        eq(memberships.organisationId, organisationId),
        isNull(memberships.until),
      ),
    )
  return membership
}

type Some = {
  readonly role?: 'owner'
  /** About something of this department, or of none (null): whoever sees their own department alone hears nothing of others. */
  readonly departmentId?: string | null
  /** Of members, those who were given one of these. */
  readonly tasks?: readonly Task[]
}

/** Everybody of an organisation who gets its mails, or some of them; never who lends for a bank: mails lead to companies. */
export async function addressesOf(tx: Tx, organisationId: string, { role, departmentId, tasks }: Some = {}) {
  return tx
    .select({ accountId: accounts.id, email: accounts.email })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        role && eq(memberships.role, role),
        tasks && or(ne(memberships.role, 'member'), arrayOverlaps(memberships.tasks, [...tasks])),
        sql`${memberships.side} is distinct from 'lending'`,
        departmentId === undefined
          ? undefined
          : or(
              isNull(organisations.separatedAt),
              isNull(memberships.departmentId),
              eq(memberships.role, 'owner'),
              departmentId === null ? undefined : eq(memberships.departmentId, departmentId),
            ),
        isNull(memberships.until),
        isNull(accounts.closedAt),
      ),
    )
}

/** Whether this browser asked for more codes of that address within the last hour than it is sent. */
export async function askedTooOften(tx: Tx, email: string, browserHash: string, now: Date): Promise<boolean> {
  const [asked] = await tx
    .select({ codes: count() })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.email, email),
        eq(signInCodes.browserHash, browserHash),
        gte(signInCodes.createdAt, hourBefore(now)),
      ),
    )
  return asked!.codes > CODES_AN_HOUR
}

const hourBefore = (now: Date) => new Date(now.getTime() - 3_600_000)

/**
 * The newest code that is still good of the address for which this browser asked last: whether one was sent to it shows in nothing, so
 * that nobody learns who else asks for codes of somebody.
 */
export async function openCodeOf(tx: Tx, browserHash: string, purpose: 'sign-in' | 'signing', now: Date) {
  const last = await lastCodeOf(tx, browserHash, purpose)
  const [code] = await tx
    .select()
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.browserHash, browserHash),
        eq(signInCodes.purpose, purpose),
        eq(signInCodes.email, last?.email ?? ''),
        isNull(signInCodes.usedAt),
        gt(signInCodes.expiresAt, now),
      ),
    )
    // One that was sent stays good where a later one was not.
    .orderBy(isNull(signInCodes.codeHash), desc(signInCodes.createdAt))
    .limit(1)
  return code
}

/** The newest code that this browser asked for, good or not. */
export async function lastCodeOf(tx: Tx, browserHash: string, purpose: 'sign-in' | 'signing') {
  const [code] = await tx
    .select({ email: signInCodes.email, introductionId: signInCodes.introductionId })
    .from(signInCodes)
    .where(and(eq(signInCodes.browserHash, browserHash), eq(signInCodes.purpose, purpose)))
    .orderBy(desc(signInCodes.createdAt))
    .limit(1)
  return code
}

type AskedFrom = Pick<typeof signInCodes.$inferSelect, 'email' | 'browserHash' | 'neighbourhood' | 'purpose'>

/** What was sent to that address within the last hour, and how much of it this browser and its neighbourhood asked for. */
export async function codesSent(tx: Tx, from: AskedFrom, now: Date): Promise<CodesSent> {
  const once = alias(signInCodes, 'once')
  const entered = and(eq(once.email, from.email), isNotNull(once.usedAt))
  const [before] = await tx
    .select({ id: once.id })
    .from(once)
    .where(and(entered, eq(once.browserHash, from.browserHash)))
    .limit(1)
  const strange = notExists(
    tx
      .select({ one: sql`1` })
      .from(once)
      .where(and(entered, eq(once.browserHash, signInCodes.browserHash))),
  )
  const [sent] = await tx
    .select({
      byBrowser: countWhere(eq(signInCodes.browserHash, from.browserHash)),
      byNeighbourhood: countWhere(
        and(sql`${signInCodes.neighbourhood} is not distinct from ${from.neighbourhood}`, strange)!,
      ),
      byStrangers: countWhere(strange),
    })
    .from(signInCodes)
    .where(
      and(
        eq(signInCodes.email, from.email),
        eq(signInCodes.purpose, from.purpose),
        isNotNull(signInCodes.codeHash),
        gte(signInCodes.createdAt, hourBefore(now)),
      ),
    )
  return { known: before !== undefined, ...sent! }
}

const countWhere = (condition: SQL) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number)

/** Demo: everybody with a name to choose them by, and where they belong; null for somebody of no organisation. */
export async function demoCast(tx: Tx) {
  return tx
    .select({
      id: accounts.id,
      name: accounts.name,
      power: accounts.power,
      organisation: sql<'company' | 'partner' | null>`min(${organisations.kind})`,
    })
    .from(accounts)
    .leftJoin(memberships, and(eq(memberships.accountId, accounts.id), isNull(memberships.until)))
    .leftJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(ne(accounts.name, ''))
    .groupBy(accounts.id)
    .orderBy(accounts.createdAt, accounts.id)
}

/** Demo: the mails of everybody, newest first. */
export async function demoMails(tx: Tx, limit: number) {
  return tx.select().from(mailbox).orderBy(desc(mailbox.at)).limit(limit)
}

export async function demoMail(tx: Tx, id: string) {
  const [mail] = await tx.select().from(mailbox).where(eq(mailbox.id, id))
  return mail
}

export async function passkeysOf(tx: Tx, accountId: string) {
  return tx
    .select({ id: passkeys.id, name: passkeys.name, createdAt: passkeys.createdAt })
    .from(passkeys)
    .where(eq(passkeys.userId, accountId))
    .orderBy(passkeys.createdAt)
}

/** The other services that somebody comes in by. */
export async function identitiesOf(tx: Tx, accountId: string) {
  return tx
    .select({ id: identities.id, issuer: identities.providerId, createdAt: identities.createdAt })
    .from(identities)
    .where(eq(identities.userId, accountId))
    .orderBy(identities.createdAt)
}

/** Whose way in this is. */
export async function accountBehind(tx: Tx, { issuer, subject }: { issuer: string; subject: string }) {
  const [account] = await tx
    .select({ id: accounts.id, email: accounts.email })
    .from(identities)
    .innerJoin(accounts, eq(accounts.id, identities.userId))
    .where(and(eq(identities.providerId, issuer), eq(identities.accountId, subject)))
  return account
}

/** Whom another service vouched for in this browser a moment ago. */
export async function introductionIn(tx: Tx, id: string, browserHash: string, now: Date) {
  const [introduction] = await tx
    .select()
    .from(introductions)
    .where(and(eq(introductions.id, id), eq(introductions.browserHash, browserHash), gt(introductions.expiresAt, now)))
  return introduction
}
