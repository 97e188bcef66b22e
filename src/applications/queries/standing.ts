import { and, count, eq, gte, isNull, sql } from 'drizzle-orm'
import { memberships } from '../../accounts/schema.ts'
import { legalDate } from '../../law/dates.ts'
import type { Tx } from '../../lib/db.ts'
import { startOfDay, today } from '../../lib/time.ts'
import { isOpen } from '../../projects/rules/state.ts'
import { type Project, projects } from '../../projects/schema.ts'
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
    hidesFrom: seen?.hidden ?? false,
    sentThisMonth: await sentThisMonth(tx, person.accountId, now),
  }
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
