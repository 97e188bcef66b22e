import { eq } from 'drizzle-orm'
import { asSystem, SYSTEM, sendLetter, sendLetters } from '../accounts/actions/mailing.ts'
import { accountOf, addressesOf } from '../accounts/queries.ts'
import { deskPeople } from '../desk/queries/pack.ts'
import { operatorAddresses } from '../desk/queries.ts'
import { readAs, type Tx } from '../lib/db.ts'
import { telephoneNumber } from '../lib/ids.ts'
import type { JobDeps, JobHandler } from '../lib/job.ts'
import { today } from '../lib/time.ts'
import { partnerOf } from '../partners/queries.ts'
import { forgetSlips } from './actions/slips.ts'
import { askLetter, handoverLetter, isNews, newsLetter, waitingLetter } from './mails.ts'
import { handoversOf } from './rules/handover.ts'
import { stateOf } from './rules/slip.ts'
import { handovers, type Referral, referrals } from './schema.ts'

/** Every hour: what no company agreed to is not kept. */
export const forget: JobHandler = async (deps) => asSystem(deps, forgetSlips)

/** A slip was written or came back signed: a company that is here hears of it from us. */
export const askCompany: JobHandler = async (deps, { id, subjectId }) => {
  const referral = await referralNow(deps, String(subjectId))
  if (!referral?.companyId || referral.confirmedAt || !isOpen(deps, referral)) return
  const { companyId, partnerId, consentWay } = referral
  const { owners, partner } = await readAs(deps.db, SYSTEM, null, async (tx) => ({
    owners: await addressesOf(tx, companyId, { role: 'owner' }),
    partner: await partnerOf(tx, partnerId),
  }))
  const href = `${deps.config.publicUrl}/companies/${companyId}/partners`
  await sendLetters(deps, owners, String(id), askLetter(partner?.name ?? '', consentWay === 'paper', href))
}

/** A company agreed: the desk is to ring by the promised day. */
export const tellDesk: JobHandler = async (deps, { id, subjectId }) => {
  const referral = await referralNow(deps, String(subjectId))
  if (!referral?.callBy || stateOf(referral, today(deps.clock())) !== 'waiting') return
  const people = await readAs(deps.db, SYSTEM, null, operatorAddresses)
  await sendLetters(deps, people, String(id), waitingLetter(referral.callBy, `${deps.config.publicUrl}/desk/referrals`))
}

/** Whoever looks after it hears how it goes on, as long as they are of the partner. */
export const tellPartner: JobHandler = async (deps, { id, act, subjectId }) => {
  const referral = await referralNow(deps, String(subjectId))
  if (!referral || !isNews(act)) return
  const { partnerId, openedBy, keeper, number } = referral
  const whose = keeper ?? openedBy
  const writer = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const members = await addressesOf(tx, partnerId)
    return members.some(({ accountId }) => accountId === whose) ? accountOf(tx, whose) : undefined
  })
  if (!writer) return
  const href = `${deps.config.publicUrl}/partners/${partnerId}/referrals`
  await sendLetter(deps, writer.email, `${String(id)}-${writer.id}`, newsLetter(act, telephoneNumber(number), href))
}

/** A pack was given, or all of it was taken over: the other side hears of it. */
export const tellHandover: JobHandler = async (deps, { id, act, subjectId }) => {
  if (act !== 'handover.given' && act !== 'handover.received') return
  const told = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const [handover] = await tx
      .select()
      .from(handovers)
      .where(eq(handovers.id, String(subjectId)))
    if (!handover || handover.withdrawnAt) return null
    const { partnerId, toId, givenBy } = handover
    const who = act === 'handover.given' ? toId : givenBy
    const people = partnerId === null ? await deskAddresses(tx) : await addressesOf(tx, partnerId)
    return { handover, people: people.filter(({ accountId }) => accountId === who) }
  })
  if (!told) return
  const { handover, people } = told
  const href = `${deps.config.publicUrl}${handoversOf(handover.partnerId)}/${handover.id}`
  await sendLetters(deps, people, String(id), handoverLetter(act, href))
}

/** Who works at the desk now, those who run the instance included. */
async function deskAddresses(tx: Tx) {
  return (await deskPeople(tx)).live.map(({ id, email }) => ({ accountId: id, email }))
}

async function referralNow(deps: JobDeps, id: string): Promise<Referral | undefined> {
  const [row] = await readAs(deps.db, SYSTEM, null, (tx) => tx.select().from(referrals).where(eq(referrals.id, id)))
  return row
}

function isOpen(deps: JobDeps, referral: Referral): boolean {
  return ['draft', 'waiting', 'called'].includes(stateOf(referral, today(deps.clock())))
}
