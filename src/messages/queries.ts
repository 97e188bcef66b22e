import { and, asc, count, eq, inArray, isNull, min, sql, sum } from 'drizzle-orm'
import type { Side } from '../applications/rules/state.ts'
import { applications } from '../applications/schema.ts'
import type { Tx } from '../lib/db.ts'
import { projects } from '../projects/schema.ts'
import type { FileNote } from './rules/attachments.ts'
import { attachments, type Message, messages } from './schema.ts'

/** A message and what went with it. */
export type Sent = Message & { readonly files: readonly FileNote[] }

/** All messages of an application, the oldest first. Only its two sides see any: the database says so too. */
export async function messagesOf(tx: Tx, applicationId: string): Promise<Sent[]> {
  const { id, messageId, name, kind, size } = attachments
  const files = await tx
    .select({ id, messageId, name, kind, size })
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId))
    .orderBy(asc(attachments.position))
  const rows = await tx
    .select()
    .from(messages)
    .where(eq(messages.applicationId, applicationId))
    .orderBy(asc(messages.sentAt), asc(messages.id))
  return rows.map((row) => ({ ...row, files: files.filter((file) => file.messageId === row.id) }))
}

/** One file of an application with what is in it. For its two sides. */
export async function attachmentOf(tx: Tx, applicationId: string, id: string) {
  const [file] = await tx
    .select()
    .from(attachments)
    .where(and(eq(attachments.id, id), eq(attachments.applicationId, applicationId)))
  return file
}

/** Bytes of all files of an application. */
export async function bytesOf(tx: Tx, applicationId: string): Promise<number> {
  const [row] = await tx
    .select({ bytes: sum(attachments.size) })
    .from(attachments)
    .where(eq(attachments.applicationId, applicationId))
  return Number(row?.bytes ?? 0)
}

/** How far each of these threads is, as `tallyOf` says it. For the program. */
export async function talliesOf(tx: Tx, applicationIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: messages.applicationId, written: count(), read: count(messages.readAt) })
    .from(messages)
    .where(inArray(messages.applicationId, [...applicationIds]))
    .groupBy(messages.applicationId)
  return new Map(rows.map(({ id, written, read }) => [id, `${written}-${read}`]))
}

/** How many messages since then each rule found something in: all that the desk may know of them. */
export async function signCounts(tx: Tx, since: Date): Promise<{ sign: string; messages: number }[]> {
  const { rows } = await tx.execute<{ sign: string; messages: number }>(
    sql`select sign, messages from app_message_signs(${since.toISOString()}) order by messages desc, sign`,
  )
  return rows
}

/** The messages to `side` that were not read, by application. */
export async function unreadCounts(
  tx: Tx,
  side: Side,
  applicationIds: readonly string[],
): Promise<Map<string, number>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: messages.applicationId, unread: count() })
    .from(messages)
    .where(
      and(
        inArray(messages.applicationId, [...applicationIds]),
        eq(messages.side, other(side)),
        isNull(messages.readAt),
      ),
    )
    .groupBy(messages.applicationId)
  return new Map(rows.map(({ id, unread }) => [id, unread]))
}

/** Threads with words that a company has not read, whoever has waited longest first. */
export async function unreadOfCompany(tx: Tx, companyId: string) {
  const since = min(messages.sentAt)
  return tx
    .select({ applicationId: messages.applicationId, title: projects.title, unread: count(), since })
    .from(messages)
    .innerJoin(applications, eq(applications.id, messages.applicationId))
    .innerJoin(projects, eq(projects.id, applications.projectId))
    .where(and(eq(messages.companyId, companyId), eq(messages.side, 'talent'), isNull(messages.readAt)))
    .groupBy(messages.applicationId, projects.title)
    .orderBy(asc(since))
}

export function other(side: Side): Side {
  return side === 'company' ? 'talent' : 'company'
}
