import { and, eq, isNull, sql } from 'drizzle-orm'
import { giveConsent } from '../../accounts/actions/people.ts'
import { consents } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { answerDeadline } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import type { Project } from '../../projects/schema.ts'
import type { OwnTalent } from '../../talents/rules/profile.ts'
import { talents } from '../../talents/schema.ts'
import { waitingTalks } from '../queries/talks.ts'
import type { Side } from '../rules/state.ts'
import { canTalkBe, TALK_FIELDS, type TalkAct, timesAhead, WAITING_TALKS } from '../rules/talks.ts'
import { type Talk, talks } from '../schema.ts'

/** Asks for a talk without a name, and writes down in the same moment that the card may be shown for it. */
export async function askTalk(act: Act, talent: OwnTalent, project: Project, topic: string): Promise<void> {
  // One after the other, so that the number of those that wait is what it is until the end of this act.
  await act.tx.select({ id: talents.id }).from(talents).where(eq(talents.id, talent.id)).for('update')
  const { accountId, id: talentId } = talent
  if ((await waitingTalks(act.tx, accountId)) >= WAITING_TALKS) {
    throw new TooLate(`日時を待っている話は、${WAITING_TALKS}つまでです。決まったら、また頼めます。`)
  }
  const { id: projectId, companyId } = project
  const id = act.newId()
  const answerBy = answerDeadline(act.now, project.answerDays)
  const row = { id, projectId, companyId, talentId, accountId, topic, askedAt: act.now, answerBy }
  const made = await act.tx.insert(talks).values(row).onConflictDoNothing().returning({ id: talks.id })
  if (!made[0]) throw changed()
  await giveConsent(act, {
    accountId,
    recipientId: companyId,
    purpose: 'talk',
    subjectId: id,
    fields: [...TALK_FIELDS],
  })
  await record(act, 'talk.asked', { kind: 'talk', id })
}

/** Offers times; those offered or agreed before no longer hold. */
export function proposeTimes(act: Act, talk: Talk, version: number, offer: { times: Date[]; place: string }) {
  const set = { ...offer, proposedAt: act.now, chosen: null, chosenAt: null }
  return change(act, talk, version, 'talk.proposed', set)
}

/** One of the times on offer. */
export function chooseTalkTime(act: Act, talk: Talk, version: number, time: Date) {
  const offered = timesAhead(talk, act.now).find((one) => one.getTime() === time.getTime())
  if (!offered) throw new TooLate('その日時は、もう選べません。開きなおして、確かめてください。')
  return change(act, talk, version, 'talk.chosen', { chosen: offered, chosenAt: act.now })
}

/** Other times, please: the company has its promised days again. */
export function askToMove(act: Act, talk: Talk, version: number, project: Project) {
  const answerBy = answerDeadline(act.now, project.answerDays)
  const set = { times: [], place: null, proposedAt: null, chosen: null, chosenAt: null, answerBy }
  return change(act, talk, version, 'talk.move-asked', set)
}

/** A kind no. */
export function declineTalk(act: Act, talk: Talk, version: number, reason: string) {
  return change(act, talk, version, 'talk.declined', { declinedAt: act.now, declineReason: reason }, { reason })
}

export function cancelTalk(act: Act, talk: Talk, version: number, side: Side) {
  return change(act, talk, version, 'talk.cancelled', { cancelledAt: act.now, cancelledBy: side }, { side })
}

/** What was agreed to be shown for a talk that is over before it began is no longer to be shown. For the program itself. */
export async function coverCard(act: Act, talkId: string): Promise<void> {
  await act.tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(and(eq(consents.subjectId, talkId), eq(consents.purpose, 'talk'), isNull(consents.revokedAt)))
}

async function change(
  act: Act,
  talk: Talk,
  version: number,
  name: TalkAct,
  set: Partial<Talk>,
  data: Record<string, string> = {},
): Promise<void> {
  if (!canTalkBe(name, talk, act.now)) throw changed()
  const done = await act.tx
    .update(talks)
    .set({ ...set, version: sql`${talks.version} + 1` })
    .where(and(eq(talks.id, talk.id), eq(talks.version, version)))
    .returning({ id: talks.id })
  if (done.length === 0) throw changed()
  await record(act, name, { kind: 'talk', id: talk.id }, data)
}

function changed(): TooLate {
  return new TooLate('この話のようすが、さきほど変わりました。開きなおして、確かめてください。')
}
