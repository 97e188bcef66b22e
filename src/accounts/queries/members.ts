import { and, asc, count, desc, eq, gt, ilike, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { MEMBERS_A_PAGE } from '../rules/invitations.ts'
import { accounts, departments, invitations, memberships, organisations, people, sentMails } from '../schema.ts'

const FORMER_SHOWN = 50

const shown = {
  accountId: memberships.accountId,
  role: memberships.role,
  tasks: memberships.tasks,
  departmentId: memberships.departmentId,
  side: memberships.side,
  since: memberships.since,
  until: memberships.until,
  email: accounts.email,
  name: sql<string | null>`${people.familyName} || ' ' || ${people.givenName}`,
}

function members(tx: Tx) {
  return tx
    .select(shown)
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .leftJoin(people, eq(people.accountId, memberships.accountId))
    .$dynamic()
}

/** The people of an organisation, for its own members: the first who came first. */
export function membersOf(tx: Tx, organisationId: string) {
  return members(tx)
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.until)))
    .orderBy(asc(memberships.since), asc(accounts.email))
}

/** A page of those whose name or address has these words: the first who came first. */
export async function memberPageOf(tx: Tx, organisationId: string, { words = '', page = 1 } = {}) {
  const alike = words && `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const kana = sql`${people.familyKana} || ' ' || ${people.givenKana}`
  const ours = and(eq(memberships.organisationId, organisationId), isNull(memberships.until))
  const wanted = alike
    ? and(ours, or(ilike(accounts.email, alike), ilike(shown.name, alike), ilike(kana, alike)))
    : ours
  const list = await members(tx)
    .where(wanted)
    .orderBy(asc(memberships.since), asc(accounts.email))
    .limit(MEMBERS_A_PAGE)
    .offset((page - 1) * MEMBERS_A_PAGE)
  const [counted] = await tx
    .select({ n: count() })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .leftJoin(people, eq(people.accountId, memberships.accountId))
    .where(wanted)
  return { list, count: counted!.n }
}

/** One of the people of an organisation, by account or address. */
export async function memberOf(tx: Tx, organisationId: string, who: { accountId: string } | { email: string }) {
  const one = 'email' in who ? eq(accounts.email, who.email) : eq(memberships.accountId, who.accountId)
  const [member] = await members(tx).where(
    and(eq(memberships.organisationId, organisationId), isNull(memberships.until), one),
  )
  return member
}

/** What people of an organisation were before, the last first. */
export async function formerMembersOf(tx: Tx, organisationId: string) {
  return members(tx)
    .where(and(eq(memberships.organisationId, organisationId), isNotNull(memberships.until)))
    .orderBy(desc(memberships.until))
    .limit(FORMER_SHOWN)
}

/** The departments of an organisation, with how many people are in each, and since when they see their own alone. */
export async function departmentsOf(tx: Tx, organisationId: string) {
  const people = count(memberships.id)
  const list = await tx
    .select({ id: departments.id, name: departments.name, people })
    .from(departments)
    .leftJoin(memberships, and(eq(memberships.departmentId, departments.id), isNull(memberships.until)))
    .where(and(eq(departments.organisationId, organisationId), isNull(departments.closedAt)))
    .groupBy(departments.id)
    .orderBy(asc(departments.name))
  const [organisation] = await tx
    .select({ separatedAt: organisations.separatedAt })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  return { list, isSeparate: organisation?.separatedAt != null }
}

/** Invitations of an organisation that wait for an answer. */
export async function openInvitationsOf(tx: Tx, organisationId: string, now: Date) {
  return tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), isOpen(now)))
    .orderBy(asc(invitations.createdAt))
}

/** The invitation behind the link of a mail, while it can be taken. For the program: whoever asks is in no organisation yet. */
export async function invitationByToken(tx: Tx, tokenHash: string, now: Date) {
  const [invitation] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen(now)))
  return invitation
}

export async function invitationOf(tx: Tx, id: string) {
  const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, id))
  return invitation
}

/** For the program: how many letters of invitation went to this address since then, from whomever. */
export async function invitedSince(tx: Tx, email: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ sent: count() })
    .from(invitations)
    .where(
      and(
        eq(invitations.email, email),
        gt(invitations.createdAt, since),
        sql`${invitations.tokenHash} not like 'unsent:%'`,
      ),
    )
  return row?.sent ?? 0
}

/** Invitations that this organisation made for an address since then. */
export async function ownInvitedSince(tx: Tx, organisationId: string, email: string, since: Date): Promise<number> {
  const own = and(eq(invitations.organisationId, organisationId), eq(invitations.email, email))
  const [row] = await tx
    .select({ made: count() })
    .from(invitations)
    .where(and(own, gt(invitations.createdAt, since)))
  return row?.made ?? 0
}

/** Whether the mail with this key went out. */
export async function mailSent(tx: Tx, key: string): Promise<boolean> {
  return (await tx.select().from(sentMails).where(eq(sentMails.id, key))).length > 0
}

/** Who a membership is about, also when it has ended. */
export async function memberBehind(tx: Tx, membershipId: string) {
  const [row] = await tx
    .select({
      ...{ accountId: accounts.id, email: accounts.email, organisationId: memberships.organisationId },
      ...{ role: memberships.role, tasks: memberships.tasks, kind: organisations.kind },
    })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.id, membershipId))
  return row
}

function isOpen(now: Date) {
  return and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, now))
}
