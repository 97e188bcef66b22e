import { and, eq, isNull } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { events } from '../schema.ts'

/** It is over, and took place. */
export async function holdEvent(act: Act, eventId: string): Promise<void> {
  const held = await act.tx
    .update(events)
    .set({ heldAt: act.now })
    .where(and(eq(events.id, eventId), isNull(events.heldAt), isNull(events.calledOffAt)))
    .returning({ id: events.id })
  if (held.length > 0) await record(act, 'event.held', { kind: 'event', id: eventId })
}

/** The list of those who registered left as a file. */
export async function noteNamesTaken(act: Act, eventId: string): Promise<void> {
  await record(act, 'event.names-taken', { kind: 'event', id: eventId })
}
