import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import { companies } from '../../companies/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { messagesOf, type Sent } from '../queries.ts'
import { type Report, reports } from '../schema.ts'

/** What this side told the desk about this thread, the newest first. The other side's reports are seen by the desk alone. */
export async function ownReports(tx: Tx, applicationId: string, side: Report['side']): Promise<Report[]> {
  return tx
    .select()
    .from(reports)
    .where(and(eq(reports.applicationId, applicationId), eq(reports.side, side)))
    .orderBy(desc(reports.createdAt))
}

function seenByDesk(tx: Tx) {
  return tx
    .select({ report: reports, number: applications.number, company: companies.name })
    .from(reports)
    .innerJoin(applications, eq(applications.id, reports.applicationId))
    .innerJoin(companies, eq(companies.id, reports.companyId))
    .$dynamic()
}

/** Reports that wait for the desk, the oldest first. */
export async function waitingReports(tx: Tx) {
  return seenByDesk(tx).where(isNull(reports.decidedAt)).orderBy(asc(reports.createdAt))
}

export async function reportOfDesk(tx: Tx, id: string) {
  const [seen] = await seenByDesk(tx).where(eq(reports.id, id))
  return seen
}

/** What was told of, for whoever of the desk opened the report: the database lets nobody else read it, and nothing more. */
export async function reportedMessages(tx: Tx, { applicationId, messageId, createdAt }: Report): Promise<Sent[]> {
  const seen = await messagesOf(tx, applicationId)
  return seen.filter(({ id, sentAt }) => (messageId ? id === messageId : sentAt <= createdAt))
}
