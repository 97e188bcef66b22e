import { and, asc, count, eq, isNotNull, isNull, lt, max, min, or, sql } from 'drizzle-orm'
import { companies, companyContacts } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { stillOpen } from '../../projects/queries/questions.ts'
import { projects, questions } from '../../projects/schema.ts'
import type { AnswerFigures } from '../rules/promise.ts'
import { applications, promiseCalls, talks } from '../schema.ts'
import { inStates } from './states.ts'
import { unansweredTalk } from './talks.ts'

const YEAR = 365 * 86_400_000
/** After a call a company has so long before it stands on the desk's list again. */
const AFTER_CALL = 2 * 86_400_000

/** Sent, and its promise is over without an answer. */
function overdueAt(now: Date) {
  return and(inStates(['sent', 'read']), lt(applications.answerBy, now))
}

/** What this company should have answered, the longest first. For the company and the desk. */
export async function overdueOf(tx: Tx, companyId: string, now: Date) {
  return tx
    .select({ id: applications.id, companyId: applications.companyId, answerBy: applications.answerBy })
    .from(applications)
    .where(and(eq(applications.companyId, companyId), overdueAt(now)))
    .orderBy(asc(applications.answerBy), asc(applications.id))
}

/** Whether it owes any, for whoever works for it and may not read all of its applications. */
export async function owesUnseen(tx: Tx, companyId: string, now: Date): Promise<boolean> {
  const { rows } = await tx.execute<{ owes: boolean }>(sql`select app_owes_answers(${companyId}, ${now}) as owes`)
  return rows[0]!.owes
}

/** Companies that let a promise pass, with how to reach them; not those that were called a short while ago. For the desk. */
export async function overdueCompanies(tx: Tx, now: Date) {
  const called = tx
    .select({ companyId: promiseCalls.companyId, last: max(promiseCalls.calledAt).as('last') })
    .from(promiseCalls)
    .groupBy(promiseCalls.companyId)
    .as('called')
  const owed = overdueAnswers(tx, now)
  const since = min(owed.answerBy)
  return tx
    .select({
      id: companies.id,
      name: companies.name,
      contact: companyContacts.contactName,
      phone: companyContacts.phone,
      waiting: sql<number>`(count(*) filter (where ${owed.kind} = 'application'))::integer`,
      questions: sql<number>`(count(*) filter (where ${owed.kind} = 'question'))::integer`,
      talks: sql<number>`(count(*) filter (where ${owed.kind} = 'talk'))::integer`,
      since,
      last: called.last,
    })
    .from(owed)
    .innerJoin(companies, eq(companies.id, owed.companyId))
    .leftJoin(companyContacts, eq(companyContacts.companyId, companies.id))
    .leftJoin(called, eq(called.companyId, companies.id))
    .where(or(isNull(called.last), lt(called.last, new Date(now.getTime() - AFTER_CALL))))
    .groupBy(companies.id, companies.name, companyContacts.contactName, companyContacts.phone, called.last)
    .orderBy(asc(since), asc(companies.id))
}

/** Public questions that this company should have answered. For the desk. */
export async function overdueQuestionsOf(tx: Tx, companyId: string, now: Date) {
  return tx
    .select({ id: questions.id })
    .from(questions)
    .innerJoin(projects, eq(projects.id, questions.projectId))
    .where(and(eq(questions.companyId, companyId), stillOpen(), lt(questions.answerBy, now)))
}

/** Requests for a talk that this company should have answered. For the desk. */
export async function overdueTalksOf(tx: Tx, companyId: string, now: Date) {
  return tx
    .select({ id: talks.id })
    .from(talks)
    .where(and(eq(talks.companyId, companyId), unansweredTalk(), lt(talks.answerBy, now)))
}

/** Applications, public questions and requests for a talk whose promise is over without an answer. */
function overdueAnswers(tx: Tx, now: Date) {
  const { companyId, answerBy } = applications
  return tx
    .select({ companyId, answerBy, kind: sql<string>`'application'`.as('kind') })
    .from(applications)
    .where(overdueAt(now))
    .unionAll(
      tx
        .select({
          ...{ companyId: questions.companyId, answerBy: questions.answerBy },
          kind: sql<string>`'question'`.as('kind'),
        })
        .from(questions)
        .innerJoin(projects, eq(projects.id, questions.projectId))
        .where(and(stillOpen(), lt(questions.answerBy, now))),
    )
    .unionAll(
      tx
        .select({
          ...{ companyId: talks.companyId, answerBy: talks.answerBy },
          kind: sql<string>`'talk'`.as('kind'),
        })
        .from(talks)
        .where(and(unansweredTalk(), lt(talks.answerBy, now))),
    )
    .as('owed')
}

/**
 * How a company answered over the last year. Whoever withdrew before any answer was due counts for nothing. To be read with the
 * program's own eyes: nobody else sees all of a company's applications.
 */
export async function answerFigures(tx: Tx, companyId: string, now: Date): Promise<AnswerFigures> {
  const { sentAt, answerBy, shortlistedAt, interviewAt, offeredAt, declinedAt } = applications
  const answered = sql`least(${shortlistedAt}, ${interviewAt}, ${offeredAt}, ${declinedAt})`
  const inTime = sql`${answered} <= ${answerBy}`
  const days = sql`extract(epoch from ${answered} - ${sentAt}) / 86400`
  const [row] = await tx
    .select({
      asked: count(),
      inTime: sql<number>`(count(*) filter (where ${inTime}))::integer`,
      days: sql<number | null>`(percentile_cont(0.5) within group (order by ${days}))::double precision`,
    })
    .from(applications)
    .where(
      and(
        eq(applications.companyId, companyId),
        isNotNull(sentAt),
        isNotNull(answerBy),
        sql`${sentAt} > ${new Date(now.getTime() - YEAR)}`,
        or(sql`${answered} is not null`, and(isNull(applications.withdrawnAt), lt(answerBy, now))),
      ),
    )
  return row!
}
