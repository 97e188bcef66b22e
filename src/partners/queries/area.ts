import { and, arrayContains, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { type Partner, partners } from '../schema.ts'

type Places = { readonly prefecture: AnyPgColumn; readonly municipality: AnyPgColumn }

/** `covers` for a query: whether what stands in these columns is in the area of a partner. */
export function inArea({ prefecture, area }: Pick<Partner, 'prefecture' | 'area'>, at: Places): SQL {
  return area.length > 0 ? inArray(at.municipality, [...area]) : sql`${at.prefecture} = ${prefecture}`
}

/** `covers` the other way round: the partners in whose area a prefecture, or a municipality by its five digits, is. */
export function areaHolds(place: { readonly prefecture: number; readonly municipality: string | null }): SQL {
  const { prefecture, area } = partners
  const here = eq(prefecture, place.prefecture)
  if (place.municipality === null) return here
  return and(here, or(eq(area, []), arrayContains(area, [place.municipality])))!
}
