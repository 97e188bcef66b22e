import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { companies } from '../companies/schema.ts'
import type { Tx } from '../lib/db.ts'
import { mondayOf, startOfDay, today } from '../lib/time.ts'
import { openAt } from '../projects/queries/states.ts'
import { projects } from '../projects/schema.ts'
import { notHiddenFrom, visible } from '../talents/queries/shown.ts'
import { talents } from '../talents/schema.ts'
import { scouts } from './schema.ts'

const MOST = 200
const DAY = 86_400_000

/** The open projects of a company, to which somebody can be invited; the newest first. */
export async function openProjectsOf(tx: Tx, companyId: string, now: Date) {
  return tx
    .select({ id: projects.id, title: projects.title, number: projects.number })
    .from(projects)
    .where(and(eq(projects.companyId, companyId), openAt(now)))
    .orderBy(desc(projects.publishedAt), asc(projects.id))
}

/** Whom a company may write to at all; undefined for whoever hides from it, acts for it, only looks or does not exist. */
export async function reachableTalent(tx: Tx, companyId: string, talentId: string) {
  const { id, accountId, availability, noScoutsAt } = talents
  const [found] = await tx
    .select({ id, accountId, availability, noScoutsAt })
    .from(talents)
    .where(and(eq(id, talentId), visible, notHiddenFrom(companyId)))
  return found
}

/** What a company sent, the newest first. */
export async function scoutsOfCompany(tx: Tx, companyId: string) {
  return tx
    .select({ scout: scouts, title: projects.title, number: projects.number })
    .from(scouts)
    .innerJoin(projects, eq(projects.id, scouts.projectId))
    .where(eq(scouts.companyId, companyId))
    .orderBy(desc(scouts.sentAt), desc(scouts.id))
    .limit(MOST)
}

export async function scoutOfCompany(tx: Tx, companyId: string, id: string) {
  const [scout] = await tx
    .select()
    .from(scouts)
    .where(and(eq(scouts.id, id), eq(scouts.companyId, companyId)))
  return scout
}

/** What a company sent to this person so far. */
export async function scoutsTo(tx: Tx, companyId: string, talentId: string) {
  return tx
    .select()
    .from(scouts)
    .where(and(eq(scouts.companyId, companyId), eq(scouts.talentId, talentId)))
    .orderBy(desc(scouts.sentAt))
}

/** Of these people, those whom the company has written to about this project. */
export async function scoutedAmong(tx: Tx, companyId: string, projectId: string, talentIds: readonly string[]) {
  if (talentIds.length === 0) return new Set<string>()
  const rows = await tx
    .select({ id: scouts.talentId })
    .from(scouts)
    .where(
      and(eq(scouts.companyId, companyId), eq(scouts.projectId, projectId), inArray(scouts.talentId, [...talentIds])),
    )
  return new Set(rows.map(({ id }) => id))
}

/** How many a company has sent this week. */
export async function sentThisWeek(tx: Tx, companyId: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ sent: count() })
    .from(scouts)
    .where(and(eq(scouts.companyId, companyId), gte(scouts.sentAt, startOfDay(mondayOf(today(now))))))
  return row?.sent ?? 0
}

/** For the program: scouts about a project that is open, for each day of the last so many on which it was. */
export async function scoutsADay(tx: Tx, now: Date, days: number): Promise<number> {
  const since = new Date(now.getTime() - days * DAY)
  const own = tx
    .select({ projectId: scouts.projectId, sent: count().as('sent') })
    .from(scouts)
    .where(gte(scouts.sentAt, since))
    .groupBy(scouts.projectId)
    .as('own')
  const open = await tx
    .select({ publishedAt: projects.publishedAt, sent: own.sent })
    .from(projects)
    .leftJoin(own, eq(own.projectId, projects.id))
    .where(openAt(now))
  const sum = (of: (row: (typeof open)[number]) => number) => open.reduce((all, row) => all + of(row), 0)
  const openFor = sum(({ publishedAt }) => now.getTime() - Math.max(publishedAt!.getTime(), since.getTime())) / DAY
  return sum(({ sent }) => sent ?? 0) / Math.max(1, openFor)
}

/** The scouts that somebody got, the newest first; those that were taken back are as if they had not come. */
export async function scoutsOfPerson(tx: Tx, accountId: string) {
  return tx
    .select({ scout: scouts, title: projects.title, companyName: companies.name })
    .from(scouts)
    .innerJoin(projects, eq(projects.id, scouts.projectId))
    .innerJoin(companies, eq(companies.id, scouts.companyId))
    .where(
      and(
        eq(scouts.accountId, accountId),
        isNull(scouts.withdrawnAt),
        sql`not app_is_hidden(${scouts.talentId}, ${scouts.companyId})`,
      ),
    )
    .orderBy(desc(scouts.sentAt), desc(scouts.id))
    .limit(MOST)
}

export type OwnScout = Awaited<ReturnType<typeof scoutsOfPerson>>[number]

export async function scoutOfPerson(tx: Tx, accountId: string, id: string): Promise<OwnScout | undefined> {
  const all = await scoutsOfPerson(tx, accountId)
  return all.find(({ scout }) => scout.id === id)
}

/** The scout with which an application began. */
export async function scoutBehind(tx: Tx, application: { projectId: string; talentId: string }) {
  const [scout] = await tx
    .select({ words: scouts.words, acceptedAt: scouts.acceptedAt, sentAt: scouts.sentAt })
    .from(scouts)
    .where(
      and(
        eq(scouts.projectId, application.projectId),
        eq(scouts.talentId, application.talentId),
        isNotNull(scouts.acceptedAt),
      ),
    )
  return scout
}

/** For the program: by its id, whoever sent it and got it. */
export async function scoutById(tx: Tx, id: string) {
  const [scout] = await tx.select().from(scouts).where(eq(scouts.id, id))
  return scout
}
