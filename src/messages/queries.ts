import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm'
import type { Side } from '../applications/rules/state.ts'
import type { Tx } from '../lib/db.ts'
import { type Message, messages } from './schema.ts'

/** All messages of an application, the oldest first. Only its two sides see any: the database says so too. */
export async function messagesOf(tx: Tx, applicationId: string): Promise<Message[]> {
  return tx
    .select()
    .from(messages)
    .where(eq(messages.applicationId, applicationId))
    .orderBy(asc(messages.sentAt), asc(messages.id))
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

export function other(side: Side): Side {
  return side === 'company' ? 'talent' : 'company'
}
