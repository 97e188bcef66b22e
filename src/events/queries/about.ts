import { and, asc, desc, eq, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { inArea } from '../../partners/queries/area.ts'
import { partnerOf } from '../../partners/queries.ts'
import { openAt } from '../../projects/queries/states.ts'
import { projects } from '../../projects/schema.ts'
import { type Event, eventApplications, eventProjects, events } from '../schema.ts'

const MOST_TO_CHOOSE = 200
const said = { id: projects.id, title: projects.title, company: projects.posterName }

/** What an event is about, as everybody may read it: what was withdrawn is no longer there. */
export async function projectsOfEvent(tx: Tx, eventId: string) {
  return tx
    .select(said)
    .from(eventProjects)
    .innerJoin(projects, eq(projects.id, eventProjects.projectId))
    .where(and(eq(eventProjects.eventId, eventId), isNotNull(projects.publishedAt), isNull(projects.withdrawnAt)))
    .orderBy(asc(eventProjects.linkedAt), asc(projects.id))
}

/** For its host: what an event is about, and what it could be about besides: open ones of the host's area, the newest first. */
export async function toldProjects(tx: Tx, event: Pick<Event, 'id' | 'partnerId' | 'prefecture'>, now: Date) {
  const told = await projectsOfEvent(tx, event.id)
  const partner = event.partnerId === null ? undefined : await partnerOf(tx, event.partnerId)
  const area = partner ?? { prefecture: event.prefecture, area: [] }
  const already = told.map(({ id }) => id)
  const choices = await tx
    .select(said)
    .from(projects)
    .where(and(openAt(now), inArea(area, projects), notInArray(projects.id, already)))
    .orderBy(desc(projects.publishedAt), asc(projects.id))
    .limit(MOST_TO_CHOOSE)
  return { projects: told, choices }
}

/** An event that tells of a project: what an application to it may be begun from. */
export async function eventTelling(tx: Tx, eventId: string, projectId: string) {
  const [event] = await tx
    .select({ id: events.id, title: events.title })
    .from(eventProjects)
    .innerJoin(events, eq(events.id, eventProjects.eventId))
    .where(and(eq(events.id, eventId), eq(eventProjects.projectId, projectId), isNotNull(events.publishedAt)))
  return event
}

/** The event from which one's own application was begun. */
export async function eventBehind(tx: Tx, applicationId: string) {
  const [event] = await tx
    .select({ id: events.id, title: events.title })
    .from(eventApplications)
    .innerJoin(events, eq(events.id, eventApplications.eventId))
    .where(eq(eventApplications.applicationId, applicationId))
  return event
}
