import { and, count, gte, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { applications } from '../../applications/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { marketLists } from '../schema.ts'

/** For the program: by person, how many of their applications a company answered, whatever it said. */
export async function answersTo(tx: Tx): Promise<Map<string, number>> {
  const { talentId, shortlistedAt, interviewAt, offeredAt, declinedAt } = applications
  const rows = await tx
    .select({ talentId, answered: count() })
    .from(applications)
    .where(or(isNotNull(shortlistedAt), isNotNull(interviewAt), isNotNull(offeredAt), isNotNull(declinedAt)))
    .groupBy(talentId)
  return new Map(rows.map((row) => [row.talentId, row.answered]))
}

/**
 * For the program: by project, how often it was looked at on the lists that were shown since then, each place counting as it is
 * likely to be looked at; only on the lists of some people, where they are named.
 */
export async function looksAt(tx: Tx, since: Date, of?: readonly string[]): Promise<Map<string, number>> {
  if (of?.length === 0) return new Map()
  const { shown, shownAt, talentId } = marketLists
  const lists = tx
    .select({ shown })
    .from(marketLists)
    .where(and(isNotNull(talentId), gte(shownAt, since), of && inArray(talentId, [...of])))
    .as('lists')
  // One by the place: as everywhere where lists are looked at and nothing was measured.
  const found = await tx.execute<{ id: string; looks: number }>(sql`
    select place.id, sum(1.0 / place.number)::float8 as looks
    from ${lists}, unnest(${lists.shown}) with ordinality as place (id, number)
    group by place.id`)
  return new Map(found.rows.map(({ id, looks }) => [id, looks]))
}
