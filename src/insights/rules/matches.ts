import { dayOfMonth } from '../../law/dates.ts'
import { PREFECTURES, REGIONS, type RegionId, regionOf } from '../../lib/regions.ts'
import { type LegalDate, today } from '../../lib/time.ts'
import { type Arc, withheldOf } from './withhold.ts'

/** How many months the figures look back. */
export const MONTHS = 24

/** A professional who has not said where they live has no region. */
export type Origin = RegionId | 'unknown'
export const ORIGINS: readonly Origin[] = [...REGIONS.map(({ id }) => id), 'unknown']

/** Matches are sealed contracts; `companies` are the different companies behind them. */
export type Counted = { readonly matches: number; readonly companies: number }

/** Everything that is counted, each with its key; what is missing counts zero. */
export type MatchCounts = {
  readonly all: Counted
  /** By 'YYYY-MM'. */
  readonly months: ReadonlyMap<string, Counted>
  readonly prefectures: ReadonlyMap<number, Counted>
  readonly origins: ReadonlyMap<Origin, Counted>
  readonly destinations: ReadonlyMap<RegionId, Counted>
  /** By `flowKey`. */
  readonly flows: ReadonlyMap<string, Counted>
}

/** null: withheld. */
export type Figure = number | null

/** What may be shown. */
export type Matches = {
  readonly months: readonly { month: string; value: Figure }[]
  readonly prefectures: readonly { prefecture: number; value: Figure }[]
  readonly origins: readonly { region: Origin; value: Figure }[]
  readonly destinations: readonly { region: RegionId; value: Figure }[]
  readonly flows: readonly { from: Origin; to: RegionId; value: Figure }[]
  readonly total: Figure
  readonly companies: Figure
}

export function flowKey(from: Origin, to: RegionId): string {
  return `${from} ${to}`
}

/**
 * The 24 months that are over, oldest first, as their first days; after them the day on which they end. A month that is
 * not over is left out: a figure that grew since yesterday would tell who signed today.
 */
export function monthsOver(now: Date): { months: readonly LegalDate[]; end: LegalDate } {
  const end = dayOfMonth(today(now), 0, 1)
  return { months: Array.from({ length: MONTHS }, (_, n) => dayOfMonth(end, n - MONTHS, 1)), end }
}

/** The figures with small ones, and those that would give them away, left out. All of them are one circulation. */
export function publishedMatches(counts: MatchCounts, months: readonly LegalDate[]): Matches {
  const arcs = arcsOf(counts, months)
  const withheld = withheldOf([...arcs.values()])
  const figureOf = (name: string): Figure => {
    const arc = arcs.get(name)!
    return withheld.has(arc) ? null : arc.value
  }
  const total = figureOf('all')
  return {
    months: months.map((month) => ({ month: month.slice(0, 7), value: figureOf(`month ${month.slice(0, 7)}`) })),
    prefectures: PREFECTURES.map(({ id }) => ({ prefecture: id, value: figureOf(`prefecture ${id}`) })),
    origins: ORIGINS.map((region) => ({ region, value: figureOf(`origin ${region}`) })),
    destinations: REGIONS.map(({ id }) => ({ region: id, value: figureOf(`destination ${id}`) })),
    flows: ORIGINS.flatMap((from) =>
      REGIONS.map((to) => ({ from, to: to.id, value: figureOf(`flow ${flowKey(from, to.id)}`) })),
    ),
    total,
    companies: total === null ? null : counts.all.companies,
  }
}

/** time → month → professionals → their region → the company's region → its prefectures → all → time. */
function arcsOf(counts: MatchCounts, months: readonly LegalDate[]): Map<string, Arc> {
  const arcs = new Map<string, Arc>()
  const add = (name: string, from: string, to: string, counted: Counted | undefined) =>
    arcs.set(name, { from, to, value: counted?.matches ?? 0, companies: counted?.companies ?? 0 })
  add('all', 'companies', 'time', counts.all)
  for (const day of months) {
    add(`month ${day.slice(0, 7)}`, 'time', 'professionals', counts.months.get(day.slice(0, 7)))
  }
  for (const from of ORIGINS) {
    add(`origin ${from}`, 'professionals', `from ${from}`, counts.origins.get(from))
    for (const { id } of REGIONS) {
      const key = flowKey(from, id)
      add(`flow ${key}`, `from ${from}`, `to ${id}`, counts.flows.get(key))
    }
  }
  for (const { id } of REGIONS) add(`destination ${id}`, `to ${id}`, `in ${id}`, counts.destinations.get(id))
  for (const { id } of PREFECTURES) {
    add(`prefecture ${id}`, `in ${regionOf(id).id}`, 'companies', counts.prefectures.get(id))
  }
  return arcs
}
