import { and, eq } from 'drizzle-orm'
import type { Application } from '../../applications/schema.ts'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { type Event, eventApplications, eventProjects } from '../schema.ts'

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

/** An application was begun from the page of an event; the first one stays. */
export async function linkApplication(act: Act, eventId: string, application: Application): Promise<void> {
  const linked = await act.tx
    .insert(eventApplications)
    .values({ applicationId: application.id, eventId, accountId: application.accountId, linkedAt: act.now })
    .onConflictDoNothing()
    .returning({ id: eventApplications.applicationId })
  if (linked.length > 0)
    await record(act, 'application.event-linked', { kind: 'application', id: application.id }, { event: eventId })
}

/** Its person does not want it counted any more. */
export async function unlinkApplication(act: Act, application: Application): Promise<void> {
  const gone = await act.tx
    .delete(eventApplications)
    .where(eq(eventApplications.applicationId, application.id))
    .returning({ event: eventApplications.eventId })
  if (gone[0])
    await record(
      act,
      'application.event-unlinked',
      { kind: 'application', id: application.id },
      { event: gone[0].event },
    )
}
