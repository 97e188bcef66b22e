import { and, count, eq, gte, isNull, sql } from 'drizzle-orm'
import { memberships } from '../../accounts/schema.ts'
import { legalDate } from '../../law/dates.ts'
import type { Tx } from '../../lib/db.ts'
import { startOfDay, today } from '../../lib/time.ts'
import { found, NotThere, TooLate } from '../../lib/web/errors.ts'
import { publishedProject } from '../../projects/queries/projects.ts'
import { isOpen } from '../../projects/rules/state.ts'
import { type Project, projects } from '../../projects/schema.ts'
import { talents } from '../../talents/schema.ts'
import type { Standing } from '../rules/standing.ts'
import { applications } from '../schema.ts'

/** All that decides whether this person may apply to this project now. */
export async function standingOf(
  tx: Tx,
  person: { accountId: string; talentId: string | null },
  project: Project,
  now: Date,
): Promise<Standing> {
  const [seen] = await tx
    .select({
      sent: sql<number>`app_sent_applications(${projects.id})`,
      turnedAway: sql<boolean>`app_is_turned_away(${person.talentId}::uuid, ${projects.companyId})`,
      hidden: sql<boolean>`app_is_hidden(${person.talentId}::uuid, ${projects.companyId})`,
    })
    .from(projects)
    .where(eq(projects.id, project.id))
  const [membership] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.accountId, person.accountId),
        eq(memberships.organisationId, project.companyId),
        isNull(memberships.until),
      ),
    )
  return {
    open: isOpen(project, now),
    limit: project.applicationLimit,
    others: seen?.sent ?? 0,
    ownCompany: membership !== undefined,
    turnedAway: seen?.turnedAway ?? false,
    hidesFrom: seen?.hidden ?? false,
    sentThisMonth: await sentThisMonth(tx, person.accountId, now),
  }
}

/** Does this person belong to this company or hide from it? Then nothing may come about between the two. */
export async function standsApart(tx: Tx, accountId: string, companyId: string): Promise<boolean> {
  const { rows } = await tx.execute<{ apart: boolean }>(sql`select
    exists (select 1 from ${talents} where account_id = ${accountId}::uuid and app_is_hidden(id, ${companyId}::uuid))
    or exists (select 1 from ${memberships}
      where account_id = ${accountId}::uuid and organisation_id = ${companyId}::uuid and until is null) as apart`)
  return rows[0]?.apart ?? true
}

/** A project that this person may speak to its company about. For who stands apart it is not there to be approached. */
export async function approachableProject(tx: Tx, accountId: string, projectId: string, now: Date): Promise<Project> {
  const project = found(await publishedProject(tx, projectId))
  if (await standsApart(tx, accountId, project.companyId)) throw new NotThere()
  if (isOpen(project, now)) return project
  throw new TooLate('この案件の募集は終わりました。', { href: '/projects', label: 'ほかの案件を見る' })
}

/** Applications that somebody sent in this calendar month of Japan, those taken back among them. */
export async function sentThisMonth(tx: Tx, accountId: string, now: Date): Promise<number> {
  const first = legalDate(`${today(now).slice(0, 8)}01`)
  const [row] = await tx
    .select({ sent: count() })
    .from(applications)
    .where(and(eq(applications.accountId, accountId), gte(applications.sentAt, startOfDay(first))))
  return row?.sent ?? 0
}
