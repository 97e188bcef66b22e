import { and, eq, sql } from 'drizzle-orm'
import { giveConsent } from '../../accounts/actions/people.ts'
import { personOf } from '../../accounts/queries.ts'
import { consents } from '../../accounts/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { answerDeadline } from '../../lib/time.ts'
import { TooLate } from '../../lib/web/errors.ts'
import { closeWhenFull } from '../../projects/actions/ending.ts'
import { publishedProject } from '../../projects/queries/projects.ts'
import type { Project } from '../../projects/schema.ts'
import { ownTalent } from '../../talents/queries/own.ts'
import type { OwnTalent } from '../../talents/rules/profile.ts'
import { talents } from '../../talents/schema.ts'
import { liveApplication } from '../queries/applications.ts'
import { standingOf } from '../queries/standing.ts'
import { DISCLOSED } from '../rules/disclosure.ts'
import { answersForm } from '../rules/forms.ts'
import { missingFor, REFUSALS, refusalOf } from '../rules/standing.ts'
import { canUndo, stateOf } from '../rules/state.ts'
import { type Application, applications } from '../schema.ts'
import { change, changedMeanwhile } from './change.ts'

type Answers = Pick<Application, 'answer1' | 'answer2'>

/**
 * Keeps what was typed. The first time begins the application and is written to history; a draft saved every second
 * is not. The version counts, so that only words which were on the last screen are sent.
 */
export async function saveDraft(act: Act, talent: OwnTalent, project: Project, answers: Answers): Promise<void> {
  const begun = await act.tx
    .insert(applications)
    .values({
      id: act.newId(),
      projectId: project.id,
      companyId: project.companyId,
      talentId: talent.id,
      accountId: talent.accountId,
      ...answers,
      createdAt: act.now,
    })
    .onConflictDoNothing()
    .returning({ id: applications.id })
  if (begun[0]) return record(act, 'application.begun', { kind: 'application', id: begun[0].id })
  const saved = await act.tx
    .update(applications)
    .set({ ...answers, version: sql`${applications.version} + 1` })
    .where(
      and(
        eq(applications.projectId, project.id),
        eq(applications.talentId, talent.id),
        sql`${applications.sentAt} is null and ${applications.withdrawnAt} is null`,
      ),
    )
    .returning({ id: applications.id })
  if (!saved[0]) throw alreadySent(await liveApplication(act.tx, talent.accountId, project.id))
}

/** Sends the draft, and writes down in the same moment what its sender agreed to show to whom. */
export async function sendApplication(
  act: Act,
  accountId: string,
  projectId: string,
  version: number,
): Promise<Application> {
  const { talent, project } = await takeTurn(act, accountId, projectId)
  const draft = await liveApplication(act.tx, accountId, projectId)
  if (!draft) throw changedMeanwhile()
  if (stateOf(draft) !== 'draft') throw alreadySent(draft)
  const { answer1, answer2 } = draft
  if (!answersForm.safeParse({ answer1, answer2 }).success) throw changedMeanwhile()
  await refuse(act, talent, project)
  return send(act, draft, version, project)
}

/**
 * Says yes to a company that asked: the application stands at once, under the conditions of any other. What the project asks in
 * its questions can be written until it is read.
 */
export async function sendInvited(act: Act, accountId: string, projectId: string): Promise<Application> {
  const { talent, project } = await takeTurn(act, accountId, projectId)
  await refuse(act, talent, project)
  const before = await liveApplication(act.tx, accountId, projectId)
  if (before && stateOf(before) !== 'draft') throw alreadySent(before)
  if (!before) await saveDraft(act, talent, project, { answer1: '', answer2: '' })
  const draft = await liveApplication(act.tx, accountId, projectId)
  if (!draft) throw changedMeanwhile()
  return send(act, draft, draft.version, project)
}

async function send(act: Act, draft: Application, version: number, project: Project): Promise<Application> {
  const answerBy = answerDeadline(act.now, project.answerDays)
  const sent = await change(act, draft, version, 'application.sent', { sentAt: act.now, answerBy }, WHILE_OPEN)
  await disclose(act, sent)
  await closeWhenFull(act, project.id)
  return sent
}

/** Another wording, as long as nobody has read the first. */
export function correctAnswers(act: Act, application: Application, version: number, answers: Answers) {
  return change(act, application, version, 'application.corrected', answers)
}

/** Takes an application back; what was shown is no longer to be shown. */
export async function withdraw(act: Act, application: Application, version: number): Promise<void> {
  await change(act, application, version, 'application.withdrawn', { withdrawnAt: act.now })
  await hideAgain(act, application)
}

/** No to an offer. */
export async function refuseOffer(act: Act, application: Application, version: number): Promise<void> {
  await change(act, application, version, 'application.refused', { withdrawnAt: act.now })
  await hideAgain(act, application)
}

/** Undoes a withdrawal, under the same conditions as sending. */
export async function restore(act: Act, application: Application, version: number): Promise<void> {
  if (!canUndo('application.restored', application, act.now)) throw new TooLate('取り消せる時間が過ぎました。')
  const { talent, project } = await takeTurn(act, application.accountId, application.projectId)
  const other = await liveApplication(act.tx, application.accountId, application.projectId)
  if (other) throw alreadySent(other)
  await refuse(act, talent, project, { again: true })
  await disclose(act, await change(act, application, version, 'application.restored', { withdrawnAt: null }))
  await closeWhenFull(act, project.id)
}

/**
 * Of one person's sendings each has to wait for the one before, and where a project takes so many and no more, of all of them:
 * the number of one person in a month and of applications to the project are then what they are until the end of this act.
 * Where it takes all, a thousand who send at once do not wait for each other.
 */
async function takeTurn(act: Act, accountId: string, projectId: string) {
  await act.tx.select({ id: talents.id }).from(talents).where(eq(talents.accountId, accountId)).for('update')
  const talent = await ownTalent(act.tx, accountId)
  const seen = await publishedProject(act.tx, projectId)
  if (!talent || !seen) throw changedMeanwhile()
  if (seen.applicationLimit === null) return { talent, project: seen }
  await act.tx.execute(sql`select app_lock_project(${projectId}::uuid)`)
  return { talent, project: (await publishedProject(act.tx, projectId))! }
}

/** The project may be closed by its company between the look and the sending: then the sending itself finds nothing. */
const WHILE_OPEN = {
  where: sql`exists (select 1 from projects p where p.id = ${applications.projectId} and p.closed_at is null
    and p.filled_at is null and p.unfilled_at is null and p.withdrawn_at is null)`,
  late: () => new TooLate(REFUSALS.closed, { href: '/projects', label: 'ほかの案件を見る' }),
}

async function refuse(act: Act, talent: OwnTalent, project: Project, { again = false } = {}): Promise<void> {
  const standing = await standingOf(act.tx, { accountId: talent.accountId, talentId: talent.id }, project, act.now)
  // One that is brought back was counted when it was sent.
  const refusal = refusalOf({ ...standing, ...(again && { sentThisMonth: 0 }) })
  if (refusal) throw new TooLate(REFUSALS[refusal], { href: '/projects', label: 'ほかの案件を見る' })
  const isNamed = (await personOf(act.tx, talent.accountId)) !== undefined
  if (missingFor(talent, isNamed).length > 0) throw changedMeanwhile()
}

async function disclose(act: Act, { id, accountId, companyId }: Application): Promise<void> {
  const fields = DISCLOSED.map(({ field }) => field)
  await giveConsent(act, { accountId, recipientId: companyId, purpose: 'application', subjectId: id, fields })
}

async function hideAgain(act: Act, { id, accountId }: Application): Promise<void> {
  await act.tx
    .update(consents)
    .set({ revokedAt: act.now })
    .where(and(eq(consents.accountId, accountId), eq(consents.subjectId, id), sql`${consents.revokedAt} is null`))
}

function alreadySent(application: Application | undefined): TooLate {
  const href = application ? `/me/applications/${application.id}` : '/me/applications'
  return new TooLate('この案件には、もう応募しています。', { href, label: '応募を見る' })
}
