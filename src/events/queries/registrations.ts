import { and, asc, eq, getTableColumns, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { accounts, people } from '../../accounts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { partners } from '../../partners/schema.ts'
import type { Registrant } from '../rules/forms.ts'
import { DESK } from '../rules/words.ts'
import { events, type Registration, registrations } from '../schema.ts'

/** Neither called back, nor refused, nor handed on. */
export const isMeant = and(
  isNull(registrations.cancelledAt),
  isNull(registrations.refusedAt),
  isNull(registrations.lapsedAt),
)!

/** Everybody who registered, as their host sees them: by number, whoever has not proven an address not at all. */
export async function registrationsOf(tx: Tx, eventId: string): Promise<Registration[]> {
  return tx
    .select()
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), isNotNull(registrations.confirmedAt)))
    .orderBy(asc(registrations.number), asc(registrations.createdAt))
}

/** For their host: of each event, how many registered and are still meant, and how many came. */
export async function countedOf(tx: Tx, eventIds: readonly string[]): Promise<Map<string, Counted>> {
  if (eventIds.length === 0) return new Map()
  const rows = await tx
    .select({
      id: registrations.eventId,
      meant: sql<number>`(count(*) filter (where ${isMeant}))::int`,
      came: sql<number>`(count(${registrations.checkedInAt}))::int`,
    })
    .from(registrations)
    .where(and(inArray(registrations.eventId, [...eventIds]), isNotNull(registrations.confirmedAt)))
    .groupBy(registrations.eventId)
  return new Map(rows.map(({ id, ...counted }) => [id, counted]))
}
type Counted = { readonly meant: number; readonly came: number }

/** For the program: by its id, with the event that it is of. */
export async function anyRegistration(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      registration: getTableColumns(registrations),
      event: getTableColumns(events),
      host: sql<string>`coalesce(${partners.name}, ${DESK})`,
      /** Where its letters go; nowhere for whom the host wrote down. */
      to: sql<string | null>`coalesce(${registrations.email}, ${accounts.email})`,
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(partners, eq(partners.id, events.partnerId))
    .leftJoin(accounts, and(eq(accounts.id, registrations.accountId), isNull(accounts.closedAt)))
    .where(eq(registrations.id, id))
  return row
}
export type SeenRegistration = NonNullable<Awaited<ReturnType<typeof anyRegistration>>>

/** For the program: everybody of an event who is still meant and has proven an address. */
export async function livingOf(tx: Tx, eventId: string, where?: SQL): Promise<{ id: string }[]> {
  return tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.eventId, eventId), isNotNull(registrations.confirmedAt), isMeant, where))
    .orderBy(asc(registrations.number))
}

/** For the program: who waits now, in the order in which they are moved up. */
export function waitingOf(tx: Tx, eventId: string): Promise<{ id: string }[]> {
  return livingOf(
    tx,
    eventId,
    and(isNotNull(registrations.waitingSince), isNull(registrations.offeredAt), isNull(registrations.seatedAt)),
  )
}

const span = { beginsAt: events.beginsAt, endsAt: events.endsAt }

/** What somebody with an account registered for, the soonest first. */
export async function ownRegistrations(tx: Tx, accountId: string) {
  const email = sql`(select ${accounts.email} from ${accounts} where ${accounts.id} = ${accountId})`
  return tx
    .select({ registration: getTableColumns(registrations), title: events.title, ...span })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .where(
      and(
        or(eq(registrations.accountId, accountId), eq(registrations.email, email)),
        isNotNull(registrations.confirmedAt),
        isNotNull(events.publishedAt),
      ),
    )
    .orderBy(asc(events.beginsAt), asc(registrations.createdAt))
}

/** What the form may already say for somebody with an account. */
export async function knownName(tx: Tx, accountId: string): Promise<Partial<Registrant>> {
  const [person] = await tx.select().from(people).where(eq(people.accountId, accountId))
  if (!person) return {}
  const kana = person.familyKana && person.givenKana ? `${person.familyKana} ${person.givenKana}` : ''
  return { name: `${person.familyName} ${person.givenName}`, kana }
}
