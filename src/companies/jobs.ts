import { asSystem, SYSTEM, sendLetter, sendLetters } from '../accounts/actions/mailing.ts'
import { changedLetter, endedLetter, invitationLetter, joinedLetter } from '../accounts/mails.tsx'
import { invitationOf, invitedSince, mailSent, memberBehind } from '../accounts/queries/members.ts'
import { accountOf, addressesOf } from '../accounts/queries.ts'
import { INVITED_A_DAY, roleName } from '../accounts/rules/invitations.ts'
import { breath } from '../lib/breath.ts'
import { readAs, type Tx } from '../lib/db.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import { contactsIn } from '../messages/rules/mask.ts'
import { tokenSent } from './actions/invitations.ts'
import { renewKeys } from './actions/keys.ts'
import { verificationLetter } from './mails.ts'
import { companyOf, organisationCalled, withOldKeys } from './queries.ts'

const TOKEN_BYTES = 24
const DAY = 86_400_000

/** Sends an invitation with a token that is nowhere else. */
export const sendInvitation: JobHandler = async (deps, { subjectId }) => {
  const id = String(subjectId)
  const key = `invitation-${id}`
  const { invitation, often, sent, organisation } = await read(deps, async (tx) => {
    const invitation = await invitationOf(tx, id)
    const organisation = invitation && (await organisationCalled(tx, invitation.organisationId))
    const today = invitation ? await invitedSince(tx, invitation.email, new Date(deps.clock().getTime() - DAY)) : 0
    return { invitation, organisation, often: today >= INVITED_A_DAY, sent: await mailSent(tx, key) }
  })
  if (!invitation || !organisation || sent || invitation.expiresAt < deps.clock()) return
  if (often) {
    // Others invited the same mailbox today. Who invites does not learn that; the letter goes a day later.
    const startAfter = new Date(deps.clock().getTime() + DAY)
    return asSystem(deps, (act) => act.enqueue('companies.sendInvitation', { subjectId: id }, { startAfter }))
  }
  const token = Buffer.from(deps.random(TOKEN_BYTES)).toString('base64url')
  const open = await asSystem(deps, (act) => tokenSent(act, id, deps.secrets.hash(token, 'invitation')))
  if (!open) return
  const link = `${deps.config.publicUrl}/invitations/${token}`
  // Anybody may found a company: a name that leads somewhere else does not go out to strangers.
  const called = leadsAway(organisation.name) ? 'めぐりを使う会社' : organisation.name
  await sendLetter(deps, invitation.email, key, invitationLetter(called, link))
}

/** Whether mail programs would make a link of something in it, or somebody could be called. */
function leadsAway(name: string): boolean {
  return contactsIn(name).length > 0 || /[\p{L}\p{N}]\.[a-z]{2,}/iu.test(name.normalize('NFKC'))
}

/** Tells the one who invited that somebody came. */
export const tellJoined: JobHandler = async (deps, { id, subjectId }) => {
  const { host, organisation } = await read(deps, async (tx) => {
    const invitation = await invitationOf(tx, String(subjectId))
    const host = invitation && (await accountOf(tx, invitation.invitedBy))
    return { host, organisation: invitation && (await organisationCalled(tx, invitation.organisationId)) }
  })
  if (!host || host.closedAt || !organisation) return
  const letter = joinedLetter(organisation.name, `${deps.config.publicUrl}${organisation.path}`)
  await sendLetter(deps, host.email, `${id}-${host.id}`, letter)
}

/** Tells somebody who was taken out. */
export const tellEnded: JobHandler = async (deps, { id, subjectId }) => {
  const { member, organisation } = await read(deps, async (tx) => {
    const member = await memberBehind(tx, String(subjectId))
    return { member, organisation: member && (await organisationCalled(tx, member.organisationId)) }
  })
  if (!member || !organisation) return
  const letter = endedLetter(organisation.name, deps.config.supportPhone)
  await sendLetter(deps, member.email, `${id}-${member.accountId}`, letter)
}

/** Tells somebody what they are in the organisation from now on. */
export const tellChanged: JobHandler = async (deps, { id, subjectId }) => {
  const { member, organisation } = await read(deps, async (tx) => {
    const member = await memberBehind(tx, String(subjectId))
    return { member, organisation: member && (await organisationCalled(tx, member.organisationId)) }
  })
  if (!member || !organisation) return
  const link = `${deps.config.publicUrl}${organisation.path}`
  const letter = changedLetter(organisation.name, roleName(member, member.kind), link)
  await sendLetter(deps, member.email, `${id}-${member.accountId}`, letter)
}

/** Tells the owners how the desk sees their company now; two changes of mind at once are told as the last of them. */
export const tellVerified: JobHandler = async (deps, { id, act, subjectId }) => {
  const { company, owners } = await read(deps, async (tx) => ({
    company: await companyOf(tx, String(subjectId)),
    owners: await addressesOf(tx, String(subjectId), { role: 'owner' }),
  }))
  if (!company || (act === 'company.verified') !== (company.verifiedAt !== null)) return
  const letter = verificationLetter(company, deps.config.publicUrl)
  await sendLetters(deps, owners, String(id), letter)
}

const AT_ONCE = 50

/** After a change of what companies are known by: makes the keys of those that were here before anew. */
export const renewCompanyKeys: JobHandler = async (deps) => {
  const renewSome = () =>
    asSystem(deps, async (act) => {
      const found = await withOldKeys(act.tx, AT_ONCE)
      for (const { id, email, ...company } of found) {
        const members = await addressesOf(act.tx, id)
        const domains = [...(email ? [email] : []), ...members.map((member) => member.email)]
        await renewKeys(act, id, { ...company, domains }, deps.secrets)
      }
      return found.length
    })
  while ((await renewSome()) === AT_ONCE) await breath()
}

function read<T>(deps: JobDeps, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return readAs(deps.db, SYSTEM, null, fn)
}
