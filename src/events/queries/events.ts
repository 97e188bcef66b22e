import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  ne,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { endOfDay, type LegalDate, startOfDay } from '../../lib/time.ts'
import { partners } from '../../partners/schema.ts'
import { type EventFilters, monthSpan } from '../rules/list.ts'
import { DESK } from '../rules/words.ts'
import { type Event, events } from '../schema.ts'

const { link: _link, ...shown } = getTableColumns(events)
const MOST_ON_THE_WAY = 12
const host = { host: sql<string>`coalesce(${partners.name}, ${DESK})` }

/** An event as everybody reads it: without the way in, which only those with a seat are told. */
export type ShownEvent = Omit<Event, 'link'> & { host: string }

/** Readable by everybody from its publication on, for good. */
export async function publishedEvent(tx: Tx, id: string): Promise<ShownEvent | undefined> {
  const [row] = await tx
    .select({ ...shown, ...host })
    .from(events)
    .leftJoin(partners, eq(partners.id, events.partnerId))
    .where(and(eq(events.id, id), isNotNull(events.publishedAt)))
  return row
}

/** What everybody may read of these filters, the soonest first: a month of it, or what is to come. */
export async function publicEvents(tx: Tx, filters: EventFilters, now: Date, most = 200): Promise<ShownEvent[]> {
  return listed(tx, [...narrowed(filters), ...when(filters.month, now)], asc(events.beginsAt), most)
}

/** What is to come and not called off, for a region's page. */
export async function comingEvents(tx: Tx, filters: EventFilters, now: Date, most: number): Promise<ShownEvent[]> {
  const where = [...narrowed(filters), gt(events.endsAt, now), isNull(events.calledOffAt)]
  return listed(tx, where, asc(events.beginsAt), most)
}

/** Where people come together in a prefecture on one of these days, not called off, the soonest first. */
export async function eventsOnTheWay(tx: Tx, prefecture: number, days: { from: LegalDate; to: LegalDate }, now: Date) {
  const where = [
    ...[eq(events.prefecture, prefecture), ne(events.kind, 'online'), isNull(events.calledOffAt)],
    ...[gt(events.endsAt, now), gte(events.endsAt, startOfDay(days.from)), lte(events.beginsAt, endOfDay(days.to))],
  ]
  return listed(tx, where, asc(events.beginsAt), MOST_ON_THE_WAY)
}

/** The last ones that were published, for feeds. */
export async function newestEvents(tx: Tx, filters: EventFilters, most: number): Promise<ShownEvent[]> {
  return listed(tx, narrowed(filters), desc(events.publishedAt), most)
}

export async function publishedEventIds(tx: Tx): Promise<{ id: string; changed: Date }[]> {
  return tx
    .select({ id: events.id, changed: events.updatedAt })
    .from(events)
    .where(isNotNull(events.publishedAt))
    .orderBy(asc(events.publishedAt), asc(events.id))
}

function listed(tx: Tx, where: SQL[], order: SQL, most: number): Promise<ShownEvent[]> {
  return tx
    .select({ ...shown, ...host })
    .from(events)
    .leftJoin(partners, eq(partners.id, events.partnerId))
    .where(and(isNotNull(events.publishedAt), ...where))
    .orderBy(order, asc(events.id))
    .limit(most)
}

function narrowed({ prefecture, municipality, kind }: EventFilters): SQL[] {
  return [
    ...(municipality ? [eq(events.municipality, municipality)] : prefecture ? [eq(events.prefecture, prefecture)] : []),
    ...(kind ? [eq(events.kind, kind)] : []),
  ]
}

function when(month: string | null, now: Date): SQL[] {
  if (month === null) return [gt(events.endsAt, now)]
  const { from, to } = monthSpan(month)
  return [gt(events.endsAt, from), lt(events.beginsAt, to)]
}

/** Whose event it is: a partner's, or the desk's own. */
export type Host = string | null

/** The event as its host sees it, the way in included. */
export async function eventOfHost(tx: Tx, host: Host, id: string): Promise<Event | undefined> {
  const [row] = await tx
    .select()
    .from(events)
    .where(and(eq(events.id, id), ofHost(host)))
  return row
}

/** All of a host's, the last to come first. */
export async function eventsOfHost(tx: Tx, host: Host): Promise<Event[]> {
  return tx.select().from(events).where(ofHost(host)).orderBy(desc(events.beginsAt), asc(events.id))
}

function ofHost(host: Host): SQL {
  return host === null ? isNull(events.partnerId) : eq(events.partnerId, host)
}

/** For the program: any event, whoever holds it. */
export async function anyEvent(tx: Tx, id: string): Promise<(Event & { host: string }) | undefined> {
  const [row] = await tx
    .select({ ...getTableColumns(events), ...host })
    .from(events)
    .leftJoin(partners, eq(partners.id, events.partnerId))
    .where(eq(events.id, id))
  return row
}
