import { sql } from 'drizzle-orm'
import { companies } from '../../companies/schema.ts'
import { contracts } from '../../contracts/schema.ts'
import type { Tx } from '../../lib/db.ts'
import { PREFECTURES, REGIONS, type RegionId } from '../../lib/regions.ts'
import { type LegalDate, startOfDay } from '../../lib/time.ts'
import { talents } from '../../talents/schema.ts'
import { type Counted, flowKey, type MatchCounts, type Origin } from '../rules/matches.ts'

/** The first prefecture of each region but the first: where the database cuts the numbers 1–47 into 0–7. */
const CUTS = REGIONS.slice(1).map(({ id }) => PREFECTURES.find(({ region }) => region === id)!.id)

type Row = {
  /** The bits of what a row is not grouped by: month 8, prefecture 4, origin 2, destination 1. */
  grouped: number
  month: string | null
  prefecture: number | null
  origin: number | null
  destination: number | null
  matches: number
  companies: number
}

/**
 * All that is said about matches, counted in one pass over the sealed contracts of the months from `from` until before
 * `until`. For the program's own eyes: what of it may be shown is for `publishedMatches` to say.
 */
export async function matchCounts(tx: Tx, from: LegalDate, until: LegalDate): Promise<MatchCounts> {
  const cuts = sql.raw(`array[${CUTS.join()}]`)
  const { rows } = await tx.execute<Row>(sql`
    select grouping(month, prefecture, origin, destination)::int as grouped, month, prefecture, origin, destination,
      count(*)::int as matches, count(distinct company)::int as companies
    from (
      select to_char(${contracts.sealedAt} at time zone 'Asia/Tokyo', 'YYYY-MM') as month,
        ${companies.prefecture} as prefecture, width_bucket(${talents.prefecture}, ${cuts}) as origin,
        width_bucket(${companies.prefecture}, ${cuts}) as destination, ${contracts.companyId} as company
      from ${contracts}
      join ${companies} on ${companies.id} = ${contracts.companyId}
      join ${talents} on ${talents.id} = ${contracts.talentId}
      where ${contracts.sealedAt} >= ${startOfDay(from)} and ${contracts.sealedAt} < ${startOfDay(until)}
    ) sealed
    group by grouping sets ((month), (prefecture), (origin, destination), (origin), (destination), ())`)
  const by = <K>(grouped: number, keyOf: (row: Row) => K) =>
    new Map<K, Counted>(rows.filter((row) => row.grouped === grouped).map((row) => [keyOf(row), counted(row)]))
  return {
    all: counted(rows.find((row) => row.grouped === 0b1111)),
    months: by(0b0111, ({ month }) => month!),
    prefectures: by(0b1011, ({ prefecture }) => prefecture!),
    origins: by(0b1101, ({ origin }) => originOf(origin)),
    destinations: by(0b1110, ({ destination }) => regionAt(destination!)),
    flows: by(0b1100, ({ origin, destination }) => flowKey(originOf(origin), regionAt(destination!))),
  }
}

function counted(row: Counted | undefined): Counted {
  return { matches: row?.matches ?? 0, companies: row?.companies ?? 0 }
}

function originOf(place: number | null): Origin {
  return place === null ? 'unknown' : regionAt(place)
}

function regionAt(place: number): RegionId {
  return REGIONS[place]!.id
}
