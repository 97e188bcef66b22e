import { and, count, eq, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { Tx } from '../../lib/db.ts'
import { projectCodes } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import { reviews } from '../../works/schema.ts'
import type { AnswerRecord, WorkRecord } from '../rules/facts.ts'

const DAY = 86_400_000
/** By person: the job codes of finished work that a company said went well. */
export type Confirmed = ReadonlyMap<string, ReadonlySet<string>>

const wentWell = and(ne(reviews.outcome, 'missed'))
const ended = or(isNotNull(contracts.endedAt), isNotNull(contracts.endedEarlyAt))

/** For the program: finished work of these people, and what companies said of it. */
export async function talentRecords(tx: Tx, ids: readonly string[]): Promise<Map<string, WorkRecord>> {
  const rows = await tx
    .select({ id: contracts.talentId, finished: count(), confirmed: count(reviews.id) })
    .from(contracts)
    .leftJoin(reviews, and(eq(reviews.contractId, contracts.id), eq(reviews.side, 'company'), wentWell))
    .where(and(inArray(contracts.talentId, [...ids]), isNotNull(contracts.sealedAt), ended))
    .groupBy(contracts.talentId)
  return new Map(rows.map(({ id, ...record }) => [id, record]))
}

/** For the program: finished work of these companies, and what professionals said of it. */
export async function companyRecords(tx: Tx, ids: readonly string[]): Promise<Map<string, WorkRecord>> {
  const rows = await tx
    .select({ id: contracts.companyId, finished: count(), confirmed: count(reviews.id) })
    .from(contracts)
    .leftJoin(reviews, and(eq(reviews.contractId, contracts.id), eq(reviews.side, 'talent'), wentWell))
    .where(and(inArray(contracts.companyId, [...ids]), isNotNull(contracts.sealedAt), ended))
    .groupBy(contracts.companyId)
  return new Map(rows.map(({ id, ...record }) => [id, record]))
}

export async function confirmedWork(tx: Tx, ids: readonly string[]): Promise<Confirmed> {
  const rows = await tx
    .selectDistinct({ id: contracts.talentId, code: projectCodes.code })
    .from(contracts)
    .innerJoin(reviews, and(eq(reviews.contractId, contracts.id), eq(reviews.side, 'company'), wentWell))
    .innerJoin(projectCodes, and(eq(projectCodes.projectId, contracts.projectId), eq(projectCodes.must, true)))
    .where(inArray(contracts.talentId, [...ids]))
  const confirmed = new Map<string, Set<string>>()
  for (const { id, code } of rows) {
    for (const today of jobCodes().current(code)) confirmed.set(id, (confirmed.get(id) ?? new Set()).add(today))
  }
  return confirmed
}

/** For the program: when they were last here, and how often they answered when a company offered. */
export async function talentAnswers(tx: Tx, ids: readonly string[], now: Date): Promise<Map<string, AnswerRecord>> {
  const { acceptedAt, withdrawnAt, lapsedAt, offeredAt } = applications
  const rows = await tx
    .select({
      id: talents.id,
      activeOn: talents.activeOn,
      asked: sql<number>`count(${offeredAt}) filter (where ${offeredAt} < ${new Date(now.getTime() - 7 * DAY)} or ${acceptedAt} is not null)::int`,
      answered: sql<number>`count(${offeredAt}) filter (where ${acceptedAt} is not null or (${withdrawnAt} is not null and ${lapsedAt} is null))::int`,
    })
    .from(talents)
    .leftJoin(applications, eq(applications.talentId, talents.id))
    .where(inArray(talents.id, [...ids]))
    .groupBy(talents.id, talents.activeOn)
  return new Map(
    rows.map(({ id, activeOn, asked, answered }) => [
      id,
      { seenDays: daysSince(activeOn, now), asked: Math.max(asked, answered), answered },
    ]),
  )
}

/** For the program: applications whose answer was due, and how many got one. */
export async function companyAnswers(tx: Tx, ids: readonly string[], now: Date): Promise<Map<string, AnswerRecord>> {
  const { shortlistedAt, interviewAt, offeredAt, declinedAt, answerBy, withdrawnAt, sentAt } = applications
  const answered = or(isNotNull(shortlistedAt), isNotNull(interviewAt), isNotNull(offeredAt), isNotNull(declinedAt))
  const rows = await tx
    .select({
      id: applications.companyId,
      asked: count(),
      answered: sql<number>`count(*) filter (where ${answered})::int`,
    })
    .from(applications)
    .where(and(inArray(applications.companyId, [...ids]), isNotNull(sentAt), isNull(withdrawnAt), lt(answerBy, now)))
    .groupBy(applications.companyId)
  return new Map(rows.map(({ id, ...record }) => [id, { seenDays: null, ...record }]))
}

/** The profile keeps the month of the last visit, never the day: somebody seen this month counts as seen today. */
function daysSince(month: string | null, now: Date): number | null {
  if (month === null) return null
  const [year, number] = month.split('-').map(Number) as [number, number]
  const end = Date.UTC(year, number, 1)
  return Math.max(0, Math.floor((now.getTime() - end) / DAY))
}
