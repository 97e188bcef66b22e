import { and, asc, eq, gt, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { consents, people } from '../accounts/schema.ts'
import { applications, interests } from '../applications/schema.ts'
import { companies } from '../companies/schema.ts'
import { contracts } from '../contracts/schema.ts'
import { events, registrations } from '../events/schema.ts'
import type { Tx } from '../lib/db.ts'
import { partners } from '../partners/schema.ts'
import { talents, ties } from '../talents/schema.ts'
import { visits } from '../works/schema.ts'
import { type Area, isIn, type Place } from './rules/places.ts'
import type { Alumnus } from './rules/sharing.ts'
import { type Bond, STEPS, type Step, stepsOf, type Taken } from './rules/steps.ts'
import { alumniLetters, signpostArrivals, signposts } from './schema.ts'

type Row = { account: string; kind: Bond['kind']; at: string | null; prefecture: number; municipality: string | null }

/** All that binds these people to places, by person and place. For the program's own eyes, and for each person's own. */
export async function bondsOf(tx: Tx, accountIds: readonly string[]): Promise<Map<string, Map<Place, Bond[]>>> {
  const found = new Map<string, Map<Place, Bond[]>>()
  if (accountIds.length === 0) return found
  const { rows } = await tx.execute<Row>(bonds(sql`any(${sql.param([...accountIds])}::uuid[])`))
  for (const { account, kind, at, prefecture, municipality } of rows) {
    const places = found.get(account) ?? new Map<Place, Bond[]>()
    const place = municipality ?? String(prefecture)
    places.set(place, [...(places.get(place) ?? []), { kind, at: at === null ? null : new Date(at) }])
    found.set(account, places)
  }
  return found
}

/** The place of an application, a contract or a mark is where its company is. */
function bonds(whose: SQL): SQL {
  const ofCompany = sql`${companies.prefecture} as prefecture, ${companies.municipality} as municipality`
  return sql`
    select ${talents.accountId} as account, 'knows' as kind, null::timestamptz as at,
        ${ties.prefecture} as prefecture, ${ties.municipality} as municipality
      from ${ties} join ${talents} on ${talents.id} = ${ties.talentId} where ${talents.accountId} = ${whose}
    union all select ${interests.accountId}, 'knows', ${interests.markedAt}, ${ofCompany}
      from ${interests} join ${companies} on ${companies.id} = ${interests.companyId}
      where ${interests.accountId} = ${whose}
    union all select ${registrations.accountId}, 'came', ${registrations.checkedInAt},
        ${events.prefecture}, ${events.municipality}
      from ${registrations} join ${events} on ${events.id} = ${registrations.eventId}
      where ${registrations.accountId} = ${whose} and ${registrations.checkedInAt} is not null
    union all select ${applications.accountId}, 'applied', ${applications.sentAt}, ${ofCompany}
      from ${applications} join ${companies} on ${companies.id} = ${applications.companyId}
      where ${applications.accountId} = ${whose} and ${applications.sentAt} is not null
    union all select ${contracts.accountId}, 'worked', ${contracts.sealedAt}, ${ofCompany}
      from ${contracts} join ${companies} on ${companies.id} = ${contracts.companyId}
      where ${contracts.accountId} = ${whose} and ${contracts.sealedAt} is not null
    union all select ${contracts.accountId}, 'ended', coalesce(${contracts.endedAt}, ${contracts.endedEarlyAt}), ${ofCompany}
      from ${contracts} join ${companies} on ${companies.id} = ${contracts.companyId}
      where ${contracts.accountId} = ${whose} and ${contracts.sealedAt} is not null
        and coalesce(${contracts.endedAt}, ${contracts.endedEarlyAt}) is not null
    union all select ${visits.accountId}, 'visited', ${visits.visitedOn}::timestamp at time zone 'Asia/Tokyo',
        ${visits.prefecture}, ${visits.municipality}
      from ${visits} where ${visits.accountId} = ${whose}
    union all select ${signposts.accountId}, 'introduced', ${signpostArrivals.saidAt},
        left(${signposts.place}, 2)::int,
        case when length(${signposts.place}) = 5 then ${signposts.place} end
      from ${signpostArrivals} join ${signposts} on ${signposts.id} = ${signpostArrivals.signpostId}
      where ${signposts.accountId} = ${whose}`
}

/** Each place that somebody is bound to, with the steps taken there; the furthest first. */
export async function ladderOf(tx: Tx, accountId: string): Promise<{ place: Place; taken: Taken }[]> {
  const places = (await bondsOf(tx, [accountId])).get(accountId) ?? new Map<Place, Bond[]>()
  return [...places]
    .map(([place, bonds]) => ({ place, taken: stepsOf(bonds) }))
    .sort((a, b) => b.taken.size - a.taken.size || a.place.localeCompare(b.place))
}

/** The partners whose area one of these places is in. */
export async function partnersOf(tx: Tx, places: readonly Place[]) {
  const rows = await tx.select().from(partners).orderBy(asc(partners.name), asc(partners.id))
  return rows.filter((partner) => places.some((place) => isIn(place, partner)))
}

/** What somebody lets partners know at this moment, by partner. */
export async function sharingOf(tx: Tx, accountId: string, now: Date) {
  const rows = await tx
    .select({ partnerId: consents.recipientId, fields: consents.fields, until: consents.until })
    .from(consents)
    .where(and(eq(consents.accountId, accountId), eq(consents.purpose, 'ladder'), live(now)))
  return new Map(rows.map(({ partnerId, ...rest }) => [partnerId!, rest]))
}

/** A consent that holds at this moment. */
export function live(now: Date): SQL {
  return and(isNull(consents.revokedAt), or(isNull(consents.until), gt(consents.until, now)))!
}

/**
 * How many of those who let a partner count them had taken each step in its area when the month began. Fixed for the month:
 * whoever agrees today is not to be made out by what the number was yesterday. For the program's own eyes.
 */
export async function countedSteps(
  tx: Tx,
  partnerId: string,
  area: Area,
  monthStart: Date,
): Promise<Map<Step, number>> {
  const then = and(
    lt(consents.givenAt, monthStart),
    or(isNull(consents.revokedAt), gte(consents.revokedAt, monthStart)),
    or(isNull(consents.until), gt(consents.until, monthStart)),
  )
  const rows = await tx
    .selectDistinct({ accountId: consents.accountId })
    .from(consents)
    .where(and(eq(consents.recipientId, partnerId), eq(consents.purpose, 'ladder'), then))
  const bonds = await bondsOf(
    tx,
    rows.map(({ accountId }) => accountId),
  )
  const taken = [...bonds.values()].map((places) =>
    stepsOf(within(places, area).filter(({ at }) => at === null || at < monthStart)),
  )
  return new Map(STEPS.map(({ id }) => [id, taken.filter((steps) => steps.has(id)).length]))
}

/** What binds somebody to the places of an area. */
export function within(places: ReadonlyMap<Place, readonly Bond[]>, area: Area): Bond[] {
  return [...places].flatMap(([place, bonds]) => (isIn(place, area) ? bonds : []))
}

/** What a partner reads of somebody who lets it know their name. */
export const NAMED = {
  accountId: people.accountId,
  familyName: people.familyName,
  givenName: people.givenName,
  prefecture: talents.prefecture,
  until: consents.until,
}

/** 地域の仲間: who lets this partner know their name now, and the steps each took in its area; nobody who took none. */
export async function alumniOf(tx: Tx, partnerId: string, area: Area, now: Date): Promise<Alumnus[]> {
  const rows = await tx
    .select(NAMED)
    .from(consents)
    .innerJoin(people, eq(people.accountId, consents.accountId))
    .leftJoin(talents, eq(talents.accountId, consents.accountId))
    .where(
      and(
        ...[eq(consents.recipientId, partnerId), eq(consents.purpose, 'ladder'), live(now)],
        sql`'name' = any(${consents.fields})`,
      ),
    )
    .orderBy(asc(people.familyKana), asc(people.familyName), asc(people.accountId))
  const bonds = await bondsOf(
    tx,
    rows.map(({ accountId }) => accountId),
  )
  return rows
    .map((row) => ({ ...row, from: null, taken: stepsOf(within(bonds.get(row.accountId) ?? new Map(), area)) }))
    .filter(({ taken }) => taken.size > 0)
}

/** What a partner wrote to its alumni, the newest first. */
export async function lettersOf(tx: Tx, partnerId: string) {
  return tx
    .select()
    .from(alumniLetters)
    .where(eq(alumniLetters.partnerId, partnerId))
    .orderBy(sql`${alumniLetters.sentAt} desc`)
    .limit(24)
}

/** A person's own links, and how many said that they came by each. */
export async function ownSignposts(tx: Tx, accountId: string): Promise<Map<Place, { id: string; came: number }>> {
  const links = await tx.select().from(signposts).where(eq(signposts.accountId, accountId))
  const came = await tx
    .select({ id: signpostArrivals.signpostId })
    .from(signpostArrivals)
    .where(
      inArray(
        signpostArrivals.signpostId,
        links.map(({ id }) => id),
      ),
    )
  return new Map(links.map(({ id, place }) => [place, { id, came: came.filter((one) => one.id === id).length }]))
}

/** The place of a link, and whether this reader made it or came by it already. */
export async function signpostSeenBy(tx: Tx, id: string, accountId: string | null) {
  const [link] = await tx.select().from(signposts).where(eq(signposts.id, id))
  if (!link) return undefined
  const [said] =
    accountId === null
      ? []
      : await tx
          .select()
          .from(signpostArrivals)
          .where(and(eq(signpostArrivals.signpostId, id), eq(signpostArrivals.accountId, accountId)))
  return { id, place: link.place, own: link.accountId === accountId, said: said !== undefined }
}
