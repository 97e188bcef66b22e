import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { accounts, invitations, memberships, people, sentMails } from '../schema.ts'

/** The people of an organisation, for its own members: the first who came first. */
export async function membersOf(tx: Tx, organisationId: string) {
  return tx
    .select({
      accountId: memberships.accountId,
      role: memberships.role,
      since: memberships.since,
      email: accounts.email,
      name: sql<string | null>`${people.familyName} || ' ' || ${people.givenName}`,
    })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .leftJoin(people, eq(people.accountId, memberships.accountId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.until)))
    .orderBy(asc(memberships.since), asc(accounts.email))
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

/** Whether the mail with this key went out. */
export async function mailSent(tx: Tx, key: string): Promise<boolean> {
  return (await tx.select().from(sentMails).where(eq(sentMails.id, key))).length > 0
}

/** Who a membership is about, also when it has ended. */
export async function memberBehind(tx: Tx, membershipId: string) {
  const [row] = await tx
    .select({ accountId: accounts.id, email: accounts.email, organisationId: memberships.organisationId })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(eq(memberships.id, membershipId))
  return row
}

function isOpen(now: Date) {
  return and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, now))
}
