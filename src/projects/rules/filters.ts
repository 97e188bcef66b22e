import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { municipalitiesOf, municipalityName, PREFECTURES } from '../../lib/regions.ts'
import { fold } from '../../text/normalise.ts'
import { HOURLY, HOURS, MONTHS, SOON } from './search/bands.ts'

/** What a list of projects is narrowed by. Stands in its address, so that it can be kept and sent on. */
export type Filters = {
  readonly words: string
  readonly prefecture: number | null
  /** Five digits; only with its prefecture. */
  readonly municipality: string | null
  /** A major, middle or leaf. */
  readonly code: string | null
  readonly industry: string | null
  /** Work that may be done from afar, or with visits. */
  readonly style: 'remote' | 'visits' | null
  /** Hours a month, at most. */
  readonly hours: number | null
  /** Yen for an hour, at least. */
  readonly hourly: number | null
  /** How long it goes, at most. */
  readonly months: number | null
  readonly contract: 'direct' | 'probono' | null
  /** The end of the address of what a partner runs. */
  readonly programme: string | null
  /** 'soon', or the month (2026-12) in which it begins at the latest. */
  readonly start: string | null
  /** Only where the person who looks has ties. */
  readonly tied: boolean
  /** What is over too. */
  readonly over: boolean
  readonly sort: Sort | null
  readonly page: number
}

export type Sort = 'best' | 'fit' | 'new' | 'due'
/** What narrows the list, in the order in which it is told. */
export type FilterName = Exclude<keyof Filters, 'words' | 'over' | 'sort' | 'page'>

const SORTS: readonly string[] = ['best', 'fit', 'new', 'due'] satisfies Sort[]
const LONGEST = 60
const MOST_PAGES = 1000

export const NO_FILTERS: Filters = {
  ...{ words: '', prefecture: null, municipality: null, code: null, industry: null, style: null, hours: null },
  ...{
    hourly: null,
    months: null,
    contract: null,
    programme: null,
    start: null,
    tied: false,
    over: false,
    sort: null,
    page: 1,
  },
}

export const FILTER_NAMES: readonly FilterName[] = [
  ...(['prefecture', 'municipality', 'tied', 'code', 'industry', 'style', 'hours', 'hourly', 'months'] as const),
  ...(['contract', 'start', 'programme'] as const),
]

/** Reads filters from an address; what makes no sense there is left out. */
export function filtersFrom(query: (name: string) => string | undefined): Filters {
  const prefecture = Number(query('prefecture'))
  const municipality = query('municipality') ?? ''
  const page = Number(query('page'))
  const code = query('code') ?? ''
  const start = query('start') ?? ''
  const oneOf = <T>(name: string, choices: readonly T[]) => choices.find((one) => String(one) === query(name)) ?? null
  const isPlace = PREFECTURES.some(({ id }) => id === prefecture)
  const isTown = isPlace && municipality.startsWith(String(prefecture).padStart(2, '0'))
  return {
    words: fold(query('words') ?? query('q') ?? '')
      .trim()
      .slice(0, LONGEST),
    prefecture: isPlace ? prefecture : null,
    municipality: isTown && municipalityName(municipality) !== null ? municipality : null,
    code: jobCodes().node(code) ? code : null,
    industry: INDUSTRIES.find(({ id }) => id === query('industry'))?.id ?? null,
    // How it was called before visits could be chosen.
    style: oneOf('style', ['remote', 'visits'] as const) ?? (query('remote') === 'yes' ? 'remote' : null),
    hours: oneOf('hours', HOURS),
    hourly: oneOf('hourly', HOURLY),
    months: oneOf('months', MONTHS),
    contract: oneOf('contract', ['direct', 'probono'] as const),
    programme: /^[a-z][a-z0-9-]{2,39}$/.test(query('programme') ?? '') ? query('programme')! : null,
    start: start === SOON || /^20\d\d-(0[1-9]|1[0-2])$/.test(start) ? start : null,
    tied: query('tied') === 'yes',
    over: query('over') === 'yes',
    sort: (SORTS.find((one) => one === query('sort')) as Sort | undefined) ?? null,
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

export function isFiltered(filters: Filters): boolean {
  return filters.words !== '' || narrowedBy(filters).length > 0
}

/** What of the filters narrows the list. */
export function narrowedBy(filters: Filters): FilterName[] {
  return FILTER_NAMES.filter((name) => filters[name])
}

/** The same without one filter; without its prefecture a municipality is none. */
export function without(filters: Filters, name: FilterName): Filters {
  const town = name === 'prefecture' ? { municipality: null } : {}
  return { ...filters, ...town, [name]: NO_FILTERS[name], page: 1 }
}

const ASKED = [...FILTER_NAMES, 'over', 'sort'] as const

/** The address of a list; the first page has no number. */
export function addressOf(filters: Filters, page = filters.page): string {
  const query = new URLSearchParams()
  if (filters.words) query.set('words', filters.words)
  for (const name of ASKED) {
    const value = filters[name]
    if (value) query.set(name, value === true ? 'yes' : String(value))
  }
  if (page > 1) query.set('page', String(page))
  const said = query.toString()
  return said ? `/projects?${said}` : '/projects'
}

/** The towns of the prefecture that is chosen. */
export function townsOf({ prefecture }: Filters) {
  return prefecture === null ? [] : municipalitiesOf(prefecture)
}
