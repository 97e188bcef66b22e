import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import { today } from '../../../lib/time.ts'
import type { Order } from '../../../text/search/ask.ts'
import type { Chosen } from '../../../text/search/choice.ts'
import type { Filters, Sort } from '../filters.ts'
import { dayNumber, startsBy } from './bands.ts'
import type { Column } from './entry.ts'

/** What depends on who looks. */
export type Seeker = {
  /** The prefectures somebody is tied to; null for somebody who has no profile. */
  readonly tied: readonly number[] | null
  /** The open projects in the order in which they fit, if that is wanted. */
  readonly fitting: readonly string[]
}

/** The columns that filters mean, as the library asks for them. */
export function chosenBy(filters: Filters, seeker: Seeker, now: Date): Chosen[] {
  const { prefecture, municipality, code, industry, style, hours, hourly, months, contract, start, tied, programme } =
    filters
  const chosen: readonly (readonly [Column, readonly (string | number)[] | null])[] = [
    ['prefecture', prefecture && [prefecture]],
    ['home', tied && seeker.tied !== null ? seeker.tied : null],
    ['municipality', municipality && [municipality]],
    ['code', code && codeValues(code)],
    ['industry', industry && [industry]],
    ['style', style && [style]],
    ['hours', hours && [hours]],
    ['hourly', hourly && [hourly]],
    ['months', months && [months]],
    ['contract', contract && [contract]],
    ['start', start && startsBy(start, now)],
    ['programme', programme && [programme]],
  ].map(([column, values]) => [column, values || null]) as [Column, (string | number)[] | null][]
  return chosen.flatMap(([column, values]) => (values === null ? [] : [{ column, values: values.map(String) }]))
}

/** An old code stands for what took its place too. */
export function codeValues(code: string): string[] {
  return [
    code,
    ...jobCodes()
      .successors(code)
      .map(({ id }) => id),
  ]
}

export function openOn({ over }: Filters, now: Date): number | null {
  return over ? null : dayNumber(today(now))
}

/** By what a list is sorted where nobody chose: with words by what they say, else the newest first. */
export function sortOf({ sort, words }: Filters): Sort {
  return sort ?? (words === '' ? 'new' : 'best')
}

export function orderOf(filters: Filters, { fitting }: Seeker): Order {
  const sort = sortOf(filters)
  if (sort === 'fit') return { by: 'given', ids: fitting }
  return { by: ({ best: 'best', new: 'newest', due: 'until' } as const)[sort] }
}
