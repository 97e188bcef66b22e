import { municipalityName, PREFECTURES } from '../../lib/regions.ts'
import { addDays, type LegalDate, lastDayUntil, mondayOf, startOfDay, today } from '../../lib/time.ts'
import { KIND_WORDS, KINDS, type Kind } from './words.ts'

/** What the public list is narrowed by; stands in its address. */
export type EventFilters = {
  readonly prefecture: number | null
  readonly municipality: string | null
  readonly kind: Kind | null
  /** 2026-12: that whole month, what is over included. Null: what is to come. */
  readonly month: string | null
}

export const NO_FILTERS: EventFilters = { prefecture: null, municipality: null, kind: null, month: null }

/** Reads filters from an address; what makes no sense there is left out. */
export function filtersFrom(query: (name: string) => string | undefined): EventFilters {
  const town = query('municipality') ?? ''
  const isTown = /^\d{5}$/.test(town) && municipalityName(town) !== null
  const prefecture = Number(query('prefecture')) || (isTown ? Number(town.slice(0, 2)) : 0)
  const month = query('month') ?? ''
  return {
    prefecture: PREFECTURES.some(({ id }) => id === prefecture) ? prefecture : null,
    municipality: isTown && Number(town.slice(0, 2)) === prefecture ? town : null,
    kind: KINDS.find((kind) => kind === query('kind')) ?? null,
    month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : null,
  }
}

export function addressOf(filters: EventFilters): string {
  const query = new URLSearchParams()
  for (const name of ['prefecture', 'municipality', 'kind', 'month'] as const) {
    const value = filters[name]
    if (value) query.set(name, String(value))
  }
  const said = query.toString()
  return said ? `/events?${said}` : '/events'
}

/** 福岡県八女市・オンライン; empty where nothing is chosen. */
export function filtersInWords({ prefecture, municipality, kind }: EventFilters): string {
  const place = municipality ? municipalityName(municipality) : PREFECTURES.find(({ id }) => id === prefecture)?.name
  return [place, kind && KIND_WORDS[kind]].filter(Boolean).join('・')
}

export function monthOf(day: LegalDate): string {
  return day.slice(0, 7)
}

/** 2026-12 → 2027-01 */
export function otherMonth(month: string, by: 1 | -1): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const months = year * 12 + number - 1 + by
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** From the first moment of a month to the first of the next, in Japan. */
export function monthSpan(month: string): { from: Date; to: Date } {
  const first = (of: string) => startOfDay(`${of}-01` as LegalDate)
  return { from: first(month), to: first(otherMonth(month, 1)) }
}

/** A month as rows of seven days from Monday on; null stands for days of other months. */
export function weeksOf(month: string): (LegalDate | null)[][] {
  const weeks: (LegalDate | null)[][] = []
  let monday = mondayOf(`${month}-01` as LegalDate)
  do {
    weeks.push(
      Array.from({ length: 7 }, (_, n) => addDays(monday, n)).map((day) => (monthOf(day) === month ? day : null)),
    )
    monday = addDays(monday, 7)
  } while (monthOf(monday) === month)
  return weeks
}

/** Does it go on on this day? */
export function isOn({ beginsAt, endsAt }: { beginsAt: Date; endsAt: Date }, day: LegalDate): boolean {
  return today(beginsAt) <= day && day <= lastDayUntil(endsAt)
}
