import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { projects } from '../../projects/schema.ts'
import { asToldToTalent, stateOf } from '../rules/state.ts'
import { type Application, applications, type Interview, interviews } from '../schema.ts'
import { inStates } from './states.ts'

/** An application that was sent to this company. */
export async function applicationOfCompany(tx: Tx, companyId: string, id: string): Promise<Application | undefined> {
  const [application] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.companyId, companyId), isNotNull(applications.sentAt)))
  return application
}

/** Somebody's own application, drafts among them. */
export async function applicationOfPerson(tx: Tx, accountId: string, id: string): Promise<Application | undefined> {
  const [application] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.accountId, accountId)))
  return application
}

type Sides = { readonly companyId: string } | { readonly accountId: string }

/** An application as one of its two sides knows it by now; a draft has nobody on the other side. */
export async function applicationSeenBy(tx: Tx, side: Sides, id: string, now: Date): Promise<Application | undefined> {
  if ('companyId' in side) return applicationOfCompany(tx, side.companyId, id)
  const own = await applicationOfPerson(tx, side.accountId, id)
  return own && stateOf(own) !== 'draft' ? asToldToTalent(own, now) : undefined
}

/** The one application of somebody to a project that was not withdrawn: a draft, or sent. */
export async function liveApplication(tx: Tx, accountId: string, projectId: string): Promise<Application | undefined> {
  const [application] = await tx
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.accountId, accountId),
        eq(applications.projectId, projectId),
        isNull(applications.withdrawnAt),
      ),
    )
  return application
}

export type PersonsApplication = { application: Application; title: string; companyName: string; projectNumber: number }

/** All that somebody began or sent, the newest first. */
export async function applicationsOfPerson(tx: Tx, accountId: string): Promise<PersonsApplication[]> {
  const rows = await tx
    .select({
      application: applications,
      title: projects.title,
      projectNumber: projects.number,
      companyName: companies.name,
    })
    .from(applications)
    .innerJoin(projects, eq(projects.id, applications.projectId))
    .innerJoin(companies, eq(companies.id, applications.companyId))
    .where(eq(applications.accountId, accountId))
    .orderBy(desc(applications.createdAt), desc(applications.number))
  return rows.map((row) => ({ ...row, title: row.title ?? '' }))
}

export type Waiting = { application: Application; title: string; projectNumber: number }

/** What this company still owes an answer, the most urgent first. */
export async function waitingForCompany(tx: Tx, companyId: string): Promise<Waiting[]> {
  const rows = await tx
    .select({ application: applications, title: projects.title, projectNumber: projects.number })
    .from(applications)
    .innerJoin(projects, eq(projects.id, applications.projectId))
    .where(and(eq(applications.companyId, companyId), inStates(['sent', 'read'])))
    .orderBy(asc(applications.answerBy), asc(applications.number))
  return rows.map((row) => ({ ...row, title: row.title ?? '' }))
}

/** How many applications to this project wait for the answer of its company. */
export async function waitingFor(tx: Tx, companyId: string, projectId: string): Promise<number> {
  const { companyId: company, projectId: project } = applications
  const [row] = await tx
    .select({ waiting: count() })
    .from(applications)
    .where(and(eq(company, companyId), eq(project, projectId), inStates(['sent', 'read'])))
  return row?.waiting ?? 0
}

/** How many applications stand for each of these projects: public, so the database counts for everybody. */
export async function applicantCounts(tx: Tx, projectIds: readonly string[]): Promise<Map<string, number>> {
  if (projectIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: projects.id, sent: sql<number>`app_sent_applications(${projects.id})` })
    .from(projects)
    .where(inArray(projects.id, [...projectIds]))
  return new Map(rows.map(({ id, sent }) => [id, sent]))
}

/** How many people took an offer of this project; nobody may read the others' applications, so the database counts. */
export async function acceptedCount(tx: Tx, projectId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`app_accepted_applications(${projects.id})` })
    .from(projects)
    .where(eq(projects.id, projectId))
  return row?.count ?? 0
}

/** The interview that was proposed last and not replaced. Visible to the two sides of the application only. */
export async function interviewOf(tx: Tx, applicationId: string): Promise<Interview | undefined> {
  const [interview] = await tx
    .select()
    .from(interviews)
    .where(and(eq(interviews.applicationId, applicationId), isNull(interviews.cancelledAt)))
  return interview
}

/** For the program: interviews that take place between two moments, their applications still at that stage. */
export async function interviewsBetween(tx: Tx, from: Date, until: Date): Promise<Interview[]> {
  const rows = await tx
    .select({ interview: interviews })
    .from(interviews)
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .where(
      and(
        isNull(interviews.cancelledAt),
        gte(interviews.chosen, from),
        lt(interviews.chosen, until),
        inStates(['interview']),
      ),
    )
    .orderBy(asc(interviews.chosen), asc(interviews.id))
  return rows.map(({ interview }) => interview)
}

/** The contract that an accepted application led to, as soon as there is one. Visible to its two sides only. */
export async function contractIdOf(tx: Tx, applicationId: string): Promise<string | undefined> {
  const [contract] = await tx
    .select({ id: contracts.id })
    .from(contracts)
    .where(and(eq(contracts.applicationId, applicationId), isNull(contracts.endedEarlyAt)))
  return contract?.id
}
