import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { people } from '../../accounts/schema.ts'
import { companies } from '../../companies/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import { events, registrations } from '../../events/schema.ts'
import type { Tx } from '../../lib/db.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { legalDate, today } from '../../lib/time.ts'
import { partners } from '../../partners/schema.ts'
import { projects } from '../../projects/schema.ts'
import { visits, workMonths } from '../../works/schema.ts'
import type { Place } from '../rules/places.ts'
import type { Proven } from '../rules/proof.ts'
import type { Taken } from '../rules/steps.ts'
import { proofs } from '../schema.ts'

const DESK = 'めぐりの事務局'

/** Of the places of a ladder those of which something was confirmed by others. */
export async function provenPlaces(tx: Tx, accountId: string, ladder: readonly { place: Place; taken: Taken }[]) {
  const rows = await tx
    .selectDistinct({ place: visits.municipality })
    .from(visits)
    .innerJoin(workMonths, eq(workMonths.id, visits.workMonthId))
    .where(and(eq(visits.accountId, accountId), isNotNull(workMonths.confirmedAt)))
  return new Set(
    ladder
      .filter(
        ({ place, taken }) =>
          taken.has('worked') || taken.has('came') || rows.some((visited) => visited.place === place),
      )
      .map(({ place }) => place),
  )
}

/** Under whose name a proof is, and what others confirmed of what this person did there. For that person alone. */
export async function provenOf(tx: Tx, accountId: string, place: Place) {
  const [person] = await tx.select().from(people).where(eq(people.accountId, accountId))
  return { person, proven: await confirmed(tx, accountId, place) }
}

async function confirmed(tx: Tx, accountId: string, place: Place): Promise<Proven> {
  const here = (of: { prefecture: AnyPgColumn; municipality: AnyPgColumn }) =>
    place.length === 5 ? eq(of.municipality, place) : eq(of.prefecture, Number(place))
  const sealed = await tx
    .select({
      id: contracts.id,
      company: companies.name,
      title: projects.title,
      sealedAt: contracts.sealedAt,
      endedAt: sql<Date | null>`coalesce(${contracts.endedAt}, ${contracts.endedEarlyAt})`.mapWith(contracts.endedAt),
    })
    .from(contracts)
    .innerJoin(companies, eq(companies.id, contracts.companyId))
    .innerJoin(projects, eq(projects.id, contracts.projectId))
    .where(and(eq(contracts.accountId, accountId), isNotNull(contracts.sealedAt), here(companies)))
    .orderBy(asc(contracts.sealedAt))
  const months = await tx
    .select()
    .from(workMonths)
    .where(and(eq(workMonths.accountId, accountId), isNotNull(workMonths.confirmedAt)))
    .orderBy(asc(workMonths.month))
  const days = await tx
    .selectDistinct({ day: visits.visitedOn, company: companies.name })
    .from(visits)
    .innerJoin(workMonths, eq(workMonths.id, visits.workMonthId))
    .innerJoin(companies, eq(companies.id, visits.companyId))
    .where(and(eq(visits.accountId, accountId), isNotNull(workMonths.confirmedAt), here(visits)))
    .orderBy(asc(visits.visitedOn), asc(companies.name))
  const came = await tx
    .select({ beginsAt: events.beginsAt, title: events.title, host: partners.name })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(partners, eq(partners.id, events.partnerId))
    .where(and(eq(registrations.accountId, accountId), isNotNull(registrations.checkedInAt), here(events)))
    .orderBy(desc(events.beginsAt))
  return {
    work: sealed.map(({ id, sealedAt, ...of }) => {
      const own = months.filter(({ contractId }) => contractId === id)
      const hours = own.reduce((sum, one) => sum + one.hours, 0)
      return { ...of, sealedAt: sealedAt!, months: own.map(({ month }) => legalDate(month)), hours }
    }),
    visits: days.map(({ day, company }) => ({ day: legalDate(day), company })),
    events: came.map(({ beginsAt, title, host }) => ({ day: today(beginsAt), title, host: host ?? DESK })),
  }
}

export function hashOfProofCode(secrets: Secrets, code: string): string {
  return secrets.hash(code, 'proof code')
}

/** When a proof was made, and whether it was taken back: all that is told to whoever has its code. For the program's own eyes. */
export async function proofByCode(tx: Tx, secrets: Secrets, code: string) {
  const [proof] = await tx
    .select({ madeOn: proofs.madeOn, revokedAt: proofs.revokedAt })
    .from(proofs)
    .where(eq(proofs.codeHash, hashOfProofCode(secrets, code)))
  return proof && { madeOn: legalDate(proof.madeOn), revokedOn: proof.revokedAt && today(proof.revokedAt) }
}

/** The places of which somebody has a proof that holds. */
export async function handedProofs(tx: Tx, accountId: string): Promise<Set<Place>> {
  const rows = await tx
    .selectDistinct({ place: proofs.place })
    .from(proofs)
    .where(and(eq(proofs.accountId, accountId), isNull(proofs.revokedAt)))
  return new Set(rows.map(({ place }) => place))
}
