import { and, asc, desc, eq, gte, isNotNull, isNull, lte, type SQL, sql } from 'drizzle-orm'
import { programmeSuggestions } from '../../companies/schema.ts'
import { firstOfMonth } from '../../law/dates.ts'
import type { Tx } from '../../lib/db.ts'
import { type LegalDate, startOfDay, today } from '../../lib/time.ts'
import { stateOf } from '../../projects/rules/state.ts'
import { projects } from '../../projects/schema.ts'
import { grants } from '../../subsidies/schema.ts'
import { type Counts, type Reached, type Reader, reachedFrom } from '../rules/programmes.ts'
import { type Programme, partners, programmes } from '../schema.ts'
import { areaHolds } from './area.ts'

/** Everything a partner runs and ran, for its own people: the last to begin first. */
export async function programmesOfPartner(tx: Tx, partnerId: string) {
  return tx
    .select()
    .from(programmes)
    .where(eq(programmes.partnerId, partnerId))
    .orderBy(desc(programmes.firstDay), asc(programmes.title))
}

export async function programmeOfPartner(tx: Tx, partnerId: string, id: string) {
  const [programme] = await tx
    .select()
    .from(programmes)
    .where(and(eq(programmes.partnerId, partnerId), eq(programmes.id, id)))
  return programme
}

const MOST_TO_CHOOSE = 300

const withPartner = {
  programme: programmes,
  partner: {
    ...{ id: partners.id, name: partners.name, kind: partners.kind, prefecture: partners.prefecture },
    ...{ area: partners.area, phone: partners.phone },
  },
}

/** As everybody reads it at its address. */
export async function publishedProgramme(tx: Tx, slug: string) {
  const [row] = await tx
    .select(withPartner)
    .from(programmes)
    .innerJoin(partners, eq(partners.id, programmes.partnerId))
    .where(and(eq(programmes.slug, slug), isNotNull(programmes.publishedAt)))
  return row
}

/** Those that take projects on this day, with whose they are. */
export async function runningProgrammes(tx: Tx, day: LegalDate) {
  const isOn = and(isNotNull(programmes.publishedAt), isNull(programmes.closedAt))
  return listed(tx, and(isOn, lte(programmes.firstDay, day), gte(programmes.lastDay, day)), asc(programmes.title))
}

/** Everything that a partner published: running first, then the last to begin. Drafts are nobody's here. */
export async function publishedProgrammes(tx: Tx, partnerId: string) {
  return listed(tx, and(eq(partners.id, partnerId), isNotNull(programmes.publishedAt)))
}

/** What runs, or is to come, for a prefecture or one of its municipalities. */
export async function programmesFor(
  tx: Tx,
  place: { prefecture: number; municipality: string | null },
  day: LegalDate,
) {
  const isOn = and(isNotNull(programmes.publishedAt), isNull(programmes.closedAt), gte(programmes.lastDay, day))
  return listed(tx, and(areaHolds(place), isOn))
}

function listed(tx: Tx, where: SQL | undefined, order = desc(programmes.lastDay)) {
  return tx
    .select(withPartner)
    .from(programmes)
    .innerJoin(partners, eq(partners.id, programmes.partnerId))
    .where(where)
    .orderBy(order, asc(programmes.title))
}

/** Its published projects as everybody reads them, and the companies to which it was suggested. For its partner. */
export async function membersOfProgramme(tx: Tx, programmeId: string) {
  const rows = await tx
    .select()
    .from(projects)
    .where(and(eq(projects.programmeId, programmeId), isNotNull(projects.publishedAt), isNull(projects.withdrawnAt)))
    .orderBy(desc(projects.publishedAt))
  const suggested = await tx
    .select({ companyId: programmeSuggestions.companyId })
    .from(programmeSuggestions)
    .where(eq(programmeSuggestions.programmeId, programmeId))
  return {
    projects: rows.map((row) => ({
      ...{
        id: row.id,
        number: row.number,
        title: row.title ?? '',
        company: row.posterName ?? '',
        companyId: row.companyId,
      },
      ...{ state: stateOf(row), publishedAt: row.publishedAt },
    })),
    suggested: suggested.map(({ companyId }) => companyId),
  }
}

/** What became of a programme, as far as the reader may know it. */
export async function reachedBy(tx: Tx, programmeId: string, reader: Reader, now: Date): Promise<Reached> {
  const month = startOfDay(firstOfMonth(today(now)))
  const { rows } = await tx.execute<Counts>(sql`
    select c.*, a.* from (values (1, ${now}::timestamptz), (2, ${month}::timestamptz)) asked(nth, until)
      cross join app_programme_counts(${programmeId}::uuid, asked.until) c
      cross join app_programme_attendees(${programmeId}::uuid, asked.until) a
    order by asked.nth`)
  return reachedFrom({ now: rows[0]!, month: rows[1]! }, reader)
}

/** The address of every published programme, in the order in which they came. */
export async function programmeSlugs(tx: Tx) {
  return tx
    .select({ id: programmes.slug, changed: programmes.updatedAt })
    .from(programmes)
    .where(isNotNull(programmes.publishedAt))
    .orderBy(asc(programmes.publishedAt), asc(programmes.id))
}

/** What published programmes are called, for a list to choose from: the last to begin first. */
export async function programmeTitles(tx: Tx) {
  return tx
    .select({ slug: programmes.slug, title: programmes.title })
    .from(programmes)
    .where(isNotNull(programmes.publishedAt))
    .orderBy(desc(programmes.firstDay), asc(programmes.title))
    .limit(MOST_TO_CHOOSE)
}

/** What a project is part of, as everybody may read it; nothing where it is part of none. */
export async function programmeCalled(tx: Tx, id: string | null) {
  if (id === null) return null
  const [row] = await tx
    .select({ slug: programmes.slug, title: programmes.title, partner: partners.name })
    .from(programmes)
    .innerJoin(partners, eq(partners.id, programmes.partnerId))
    .where(and(eq(programmes.id, id), isNotNull(programmes.publishedAt)))
  return row ?? null
}

/** What was last suggested to a company. For the program. */
export async function newestSuggestion(tx: Tx, companyId: string) {
  const [row] = await tx
    .select({ title: programmes.title, partner: partners.name })
    .from(programmeSuggestions)
    .innerJoin(programmes, eq(programmes.id, programmeSuggestions.programmeId))
    .innerJoin(partners, eq(partners.id, programmes.partnerId))
    .where(eq(programmeSuggestions.companyId, companyId))
    .orderBy(desc(programmeSuggestions.suggestedAt))
    .limit(1)
  return row
}

/** Yen that the partner itself granted, or has paid, to projects of its programme. For the partner: what companies shared with it. */
export async function grantedIn(tx: Tx, { id, partnerId }: Programme): Promise<number> {
  const [row] = await tx
    .select({ yen: sql<number>`coalesce(sum(coalesce(${grants.paidYen}, ${grants.grantedYen})), 0)::integer` })
    .from(grants)
    .innerJoin(projects, eq(projects.id, grants.projectId))
    .where(
      and(
        eq(projects.programmeId, id),
        eq(grants.partnerId, partnerId),
        isNotNull(grants.grantedYen),
        isNull(grants.withdrawnAt),
        isNull(grants.releasedAt),
      ),
    )
  return Number(row?.yen ?? 0)
}
