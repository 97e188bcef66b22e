import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { sendInvited } from '../applications/actions/apply.ts'
import { liveApplication } from '../applications/queries/applications.ts'
import { standsApart } from '../applications/queries/standing.ts'
import type { Application } from '../applications/schema.ts'
import { record } from '../history/actions.ts'
import type { Act } from '../lib/act.ts'
import { mondayOf, today } from '../lib/time.ts'
import { NotThere, TooLate } from '../lib/web/errors.ts'
import { isKnown } from '../talents/queries/shown.ts'
import { seeks } from '../talents/rules/visible.ts'
import { talents } from '../talents/schema.ts'
import { openProjectsOf, reachableTalent } from './queries.ts'
import { COMPANY_WEEKLY, canUndo, PERSON_WEEKLY, SCOUT_DAYS, type ScoutState, stateOf } from './rules.ts'
import { type Scout, scouts } from './schema.ts'

type Sent = {
  readonly companyId: string
  readonly talentId: string
  readonly projectId: string
  readonly words: string
}

/** Invites somebody to a project. Whoever must not be reached is as if they were not there. */
export async function sendScout(act: Act, { companyId, talentId, projectId, words }: Sent): Promise<string> {
  const { tx, now } = act
  const card = { href: `/companies/${companyId}/talents/${talentId}`, label: 'この方のカードにもどる' }
  const person = (await isKnown(tx, companyId)) ? await reachableTalent(tx, companyId, talentId) : undefined
  if (!person || (await standsApart(tx, person.accountId, companyId))) throw new NotThere()
  if (!seeks(person) || person.noScoutsAt) throw new TooLate('この方は、いまは会社からの声かけを受けていません。', card)
  const open = await openProjectsOf(tx, companyId, now)
  if (!open.some(({ id }) => id === projectId)) throw new TooLate('この案件は、いまは募集していません。', card)
  const live = await liveApplication(tx, person.accountId, projectId)
  if (live?.sentAt) throw new TooLate('この方は、もう応募しています。', card)
  const id = act.newId()
  const expiresAt = new Date(now.getTime() + SCOUT_DAYS * 86_400_000)
  const written = await tx
    .insert(scouts)
    .values({
      ...{ id, companyId, projectId, talentId, accountId: person.accountId, sentBy: act.actor! },
      ...{ words, sentAt: now, expiresAt },
    })
    .onConflictDoNothing({ target: [scouts.projectId, scouts.talentId] })
    .returning({ id: scouts.id })
  if (written.length === 0) throw new TooLate('この案件では、この方にもう声をかけています。', card)
  if (!(await countOne(act, companyId, COMPANY_WEEKLY))) {
    throw new TooLate(`声をかけられるのは、1週間に${COMPANY_WEEKLY}人までです。月曜日に、また送れます。`, card)
  }
  if (!(await countOne(act, talentId, PERSON_WEEKLY))) {
    throw new TooLate('この方には、今週はもうじゅうぶん声がかかっています。来週、また送れます。', card)
  }
  await record(act, 'scout.sent', { kind: 'scout', id }, { project: projectId })
  return id
}

/** One more this week, unless there are as many as may be: one statement, so that two at once cannot both be the last. */
async function countOne({ tx, now }: Act, subjectId: string, most: number): Promise<boolean> {
  const { rows } = await tx.execute<{ counted: boolean }>(
    sql`select app_count_scout(${subjectId}::uuid, ${mondayOf(today(now))}::date, ${most}::int) as counted`,
  )
  return rows[0]?.counted ?? false
}

/** The company takes it back, as long as nothing came of it. */
export function withdrawScout(act: Act, scout: Scout, version: number): Promise<void> {
  return change(act, scout, version, 'scout.withdrawn', ['sent'], { withdrawnAt: act.now })
}

/** No, with one tap. The company is told kindly, or nothing. */
export function refuseScout(act: Act, scout: Scout, version: number, isTold: boolean): Promise<void> {
  const refusal = { refusedAt: act.now, refusalTold: isTold ? act.now : null }
  return change(act, scout, version, 'scout.refused', ['sent'], refusal)
}

/** Why, for whoever wants to say so. */
export function giveReason(act: Act, scout: Scout, version: number, refusalReason: Scout['refusalReason']) {
  return change(act, scout, version, 'scout.reason-given', ['refused'], { refusalReason })
}

/** Takes the no back, while the company has not heard of it. */
export async function unrefuseScout(act: Act, scout: Scout, version: number): Promise<void> {
  if (!canUndo(scout, act.now)) throw new TooLate('取り消せる時間が過ぎました。')
  const nothing = { refusedAt: null, refusalTold: null, refusalReason: null }
  await change(act, scout, version, 'scout.unrefused', ['refused'], nothing)
}

/** Yes: what was shown on the screen before may now be seen by this company, and the application stands with it. */
export async function acceptScout(act: Act, scout: Scout, version: number): Promise<Application> {
  await change(act, scout, version, 'scout.accepted', ['sent'], { acceptedAt: act.now })
  return sendInvited(act, scout.accountId, scout.projectId)
}

/** From now on no company writes to this person, or companies may again. */
export async function setScouts(act: Act, accountId: string, wanted: boolean): Promise<void> {
  const [changed] = await act.tx
    .update(talents)
    .set({ noScoutsAt: wanted ? null : act.now, updatedAt: act.now, version: sql`${talents.version} + 1` })
    .where(and(eq(talents.accountId, accountId), wanted ? isNotNull(talents.noScoutsAt) : isNull(talents.noScoutsAt)))
    .returning({ id: talents.id })
  if (!changed) throw new TooLate('もう、そのようになっています。', { href: '/me', label: '自分のページへ' })
  await record(act, wanted ? 'talent.scouts-wanted' : 'talent.scouts-stopped', { kind: 'talent', id: changed.id })
}

async function change(
  act: Act,
  scout: Scout,
  version: number,
  name: string,
  from: readonly ScoutState[],
  set: Partial<Scout>,
): Promise<void> {
  const late = () => new TooLate('画面を開いているあいだに、ようすが変わりました。開きなおして、確かめてください。')
  if (!from.includes(stateOf(scout, act.now))) throw late()
  const changed = await act.tx
    .update(scouts)
    .set({ ...set, version: sql`${scouts.version} + 1` })
    .where(and(eq(scouts.id, scout.id), eq(scouts.version, version)))
    .returning({ id: scouts.id })
  if (changed.length === 0) throw late()
  await record(act, name, { kind: 'scout', id: scout.id })
}
