import { isDeepStrictEqual } from 'node:util'
import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import { INVITATION_DAYS, UNKNOWN_INVITES } from '../../accounts/rules/invitations.ts'
import { type Invitation, invitations, type Membership, memberships } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { companies } from '../schema.ts'
import { knowMember } from './keys.ts'

type Place = Pick<Membership, 'role' | 'tasks' | 'departmentId' | 'side'>
type Invited = Place & { readonly organisationId: string; readonly email: string }

/** Invites somebody. The worker makes the token when it sends the mail, so that only the mail ever holds it. */
export async function invite(
  act: Act,
  { organisationId, email, role, tasks, departmentId, side }: Invited,
): Promise<void> {
  await refuseMany(act, organisationId)
  const id = act.newId()
  await act.tx.insert(invitations).values({
    ...{ id, organisationId, email, role, tasks, departmentId, side, tokenHash: `unsent:${id}`, invitedBy: act.actor! },
    createdAt: act.now,
    expiresAt: new Date(act.now.getTime() + INVITATION_DAYS * 86_400_000),
  })
  await record(act, 'invitation.made', { kind: 'invitation', id }, { role, tasks })
}

/** A letter to a stranger bears the name that somebody gave their company: nobody writes to many before the desk knows it. */
async function refuseMany(act: Act, organisationId: string): Promise<void> {
  await act.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${organisationId}, 0))`)
  const weekAgo = new Date(act.now.getTime() - 7 * 86_400_000)
  const [unknown] = await act.tx
    .select({ id: companies.id })
    .from(companies)
    .where(and(eq(companies.id, organisationId), isNull(companies.verifiedAt)))
  const [made] = await act.tx
    .select({ lately: count() })
    .from(invitations)
    .where(and(eq(invitations.organisationId, organisationId), gt(invitations.createdAt, weekAgo)))
  if (unknown && made!.lately >= UNKNOWN_INVITES)
    throw new TooLate(`事務局の確認が終わるまで、招待は1週間に${UNKNOWN_INVITES}通までです。`)
}

/** Notes the token that goes out with the mail. False when nobody may take the invitation any more. */
export async function tokenSent(act: Act, id: string, tokenHash: string): Promise<boolean> {
  const noted = await act.tx
    .update(invitations)
    .set({ tokenHash })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .returning({ id: invitations.id })
  return noted.length === 1
}

export async function withdrawInvitation(act: Act, organisationId: string, id: string): Promise<void> {
  const withdrawn = await act.tx
    .update(invitations)
    .set({ withdrawnAt: act.now })
    .where(
      and(
        eq(invitations.id, id),
        eq(invitations.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
      ),
    )
    .returning({ id: invitations.id })
  if (withdrawn.length === 0) throw new TooLate('この招待は、もう取り消せません。')
  await record(act, 'invitation.withdrawn', { kind: 'invitation', id })
}

/** The invited person takes it. The act must be in the name of the organisation that invites. */
export async function acceptInvitation(
  act: Act,
  invitation: Invitation,
  { id: accountId, email }: { readonly id: string; readonly email: string },
  secrets: Secrets,
): Promise<void> {
  const { id, organisationId, role, tasks, departmentId, side } = invitation
  const taken = await act.tx
    .update(invitations)
    .set({ acceptedAt: act.now })
    .where(
      and(
        eq(invitations.id, id),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        gt(invitations.expiresAt, act.now),
      ),
    )
    .returning({ id: invitations.id })
  if (taken.length === 0) throw new TooLate('この招待は、もう使えません。招いた方に、もう一度お願いしてください。')
  await act.tx
    .insert(memberships)
    .values({ id: act.newId(), accountId, organisationId, role, tasks, departmentId, side, since: act.now })
    .onConflictDoNothing()
  await knowMember(act, organisationId, email, secrets)
  await record(act, 'invitation.accepted', { kind: 'invitation', id }, { role, tasks })
}

/** Somebody leaves, or is taken out. The last owner stays: nobody could invite anybody any more. */
export async function endMembership(act: Act, organisationId: string, accountId: string): Promise<void> {
  const ended = await heldMember(act, organisationId, accountId, false)
  await act.tx.update(memberships).set({ until: act.now }).where(eq(memberships.id, ended.id))
  const name = act.actor === accountId ? 'membership.left' : 'membership.ended'
  await record(act, name, { kind: 'membership', id: ended.id })
}

/** Somebody gets another role or department: what they had ends, so that it stays known. */
export async function changeMembership(act: Act, organisationId: string, accountId: string, place: Place) {
  const before = await heldMember(act, organisationId, accountId, place.role === 'owner')
  if (isDeepStrictEqual(pick(before), pick(place))) return
  const id = act.newId()
  await act.tx.update(memberships).set({ until: act.now }).where(eq(memberships.id, before.id))
  await act.tx.insert(memberships).values({ id, accountId, organisationId, ...place, since: act.now })
  await record(act, 'membership.changed', { kind: 'membership', id }, { role: place.role, tasks: place.tasks })
}

function pick({ role, tasks, departmentId, side }: Place): Place {
  return { role, tasks: tasks.toSorted(), departmentId, side }
}

/** The membership that is to end; not that of the last owner, unless an owner follows. */
async function heldMember(act: Act, organisationId: string, accountId: string, isOwnerNext: boolean) {
  const live = await act.tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.until)))
    .orderBy(memberships.id)
    // Two owners who leave at once must not both believe that the other stays.
    .for('update')
  const owners = live.filter(({ role }) => role === 'owner')
  if (!isOwnerNext && owners.length === 1 && owners[0]!.accountId === accountId)
    throw new TooLate('代表がいなくなってしまいます。先に、ほかの方を代表として招いてください。')
  const held = live.find((membership) => membership.accountId === accountId)
  if (!held) throw new TooLate('この方は、もう外れています。')
  return held
}
