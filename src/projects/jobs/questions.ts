import { eq, or, sql } from 'drizzle-orm'
import { type Addressee, SYSTEM, sendLetters } from '../../accounts/actions/mailing.ts'
import { addressesOf } from '../../accounts/queries.ts'
import { accounts } from '../../accounts/schema.ts'
import { promiseStep, promisesSince } from '../../applications/rules/promise.ts'
import { readAs, type Tx } from '../../lib/db.ts'
import type { JobHandler } from '../../lib/job.ts'
import { talents } from '../../talents/schema.ts'
import { answeredLetter, askedLetter, questionPromiseLetter, unansweredLetter } from '../mails/questions.ts'
import { questionsDueAfter } from '../queries/questions.ts'
import { questionState } from '../rules/questions.ts'
import { askings, projects, questions } from '../schema.ts'

/** After something happened to a question: to the company when it was asked, to the asker when it was answered. */
export const tellQuestion: JobHandler = async (deps, { id, act, subjectId }) => {
  const about = await readAs(deps.db, SYSTEM, null, (tx) => partiesOf(tx, String(subjectId)))
  if (!about || about.question.withdrawnAt) return
  const root = deps.config.publicUrl
  if (act === 'question.asked') return sendLetters(deps, about.company, String(id), askedLetter(about, root))
  if (questionState(about.question) === 'open') return
  return sendLetters(deps, about.asker, String(id), answeredLetter(about, root))
}

/** Every morning: half of the time for a promised answer is over, or nearly all, or its day has passed without one. */
export const remindOfQuestions: JobHandler = async (deps) => {
  const now = deps.clock()
  const root = deps.config.publicUrl
  const waiting = await readAs(deps.db, SYSTEM, null, async (tx) => {
    const rows = await questionsDueAfter(tx, promisesSince(now))
    const parties: Parties[] = []
    for (const { question } of rows) parties.push((await partiesOf(tx, question.id))!)
    return parties
  })
  for (const about of waiting) {
    const { askedAt: sentAt, answerBy, id } = about.question
    const step = promiseStep({ sentAt, answerBy }, now)
    if (!step) continue
    await sendLetters(deps, about.company, `${step}-${id}`, questionPromiseLetter(step, about, root))
    if (step === 'late') await sendLetters(deps, about.asker, `${step}-${id}`, unansweredLetter(about, root))
  }
}

type Parties = NonNullable<Awaited<ReturnType<typeof partiesOf>>>

/**
 * A question, by its own id or by that of its asking, with everybody who gets letters; none for an asker who hides from the
 * company. For the program's own eyes.
 */
async function partiesOf(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      ...{ question: questions, project: projects, account: accounts },
      apart: sql<boolean>`coalesce(app_is_hidden(${talents.id}, ${questions.companyId}), false)`,
    })
    .from(questions)
    .innerJoin(askings, eq(askings.questionId, questions.id))
    .innerJoin(projects, eq(projects.id, questions.projectId))
    .innerJoin(accounts, eq(accounts.id, askings.accountId))
    .leftJoin(talents, eq(talents.accountId, askings.accountId))
    .where(or(eq(questions.id, id), eq(askings.id, id)))
  if (!row) return undefined
  const { account, apart, ...about } = row
  const asker: Addressee[] = account.closedAt || apart ? [] : [{ accountId: account.id, email: account.email }]
  return {
    ...about,
    asker,
    company: (await addressesOf(tx, row.project.companyId, { ...row.project, tasks: ['post'] })) satisfies Addressee[],
  }
}
