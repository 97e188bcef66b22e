import { and, eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { type Event, eventProjects } from '../schema.ts'

/** The event is about this project from now on, and says so. */
export async function linkProject(act: Act, event: Event, projectId: string): Promise<void> {
  const linked = await act.tx
    .insert(eventProjects)
    .values({ eventId: event.id, projectId, linkedAt: act.now })
    .onConflictDoNothing()
    .returning({ projectId: eventProjects.projectId })
  if (linked.length > 0)
    await record(act, 'event.project-linked', { kind: 'event', id: event.id }, { project: projectId })
}

export async function unlinkProject(act: Act, event: Event, projectId: string): Promise<void> {
  const gone = await act.tx
    .delete(eventProjects)
    .where(and(eq(eventProjects.eventId, event.id), eq(eventProjects.projectId, projectId)))
    .returning({ projectId: eventProjects.projectId })
  if (gone.length > 0)
    await record(act, 'event.project-unlinked', { kind: 'event', id: event.id }, { project: projectId })
}
