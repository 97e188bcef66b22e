import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { isId } from '../../lib/ids.ts'
import { PREFECTURES, prefectureName } from '../../lib/regions.ts'
import { fold } from '../../text/normalise.ts'

/** By what a company narrows the people it looks through. Stands in the address. */
export type PeopleFilters = {
  /** The project that people are compared with; null: the newest one. */
  readonly project: string | null
  readonly words: string
  /** A major, middle or leaf. */
  readonly code: string | null
  readonly prefecture: number | null
  readonly tied: number | null
  readonly hours: number | null
  readonly fee: number | null
  readonly style: 'remote' | 'visits' | null
  readonly sort: 'new' | null
  readonly page: number
}

type PeopleFilterName = Exclude<keyof PeopleFilters, 'project' | 'words' | 'sort' | 'page'>

/** The edges of the bands on a card: nobody is told apart more finely than a card tells. */
export const MORE_HOURS = [5, 10, 20, 30] as const
export const LESS_FEE = [2000, 3000, 5000, 8000] as const
export const STYLES = { remote: '離れたままでもよい人', visits: '来てもらえる人' } as const
export const PEOPLE_PAGE = 12
/** Whoever looks further should narrow instead. */
export const MOST_PAGES = 16

const PEOPLE_FILTERS: readonly PeopleFilterName[] = ['code', 'prefecture', 'tied', 'hours', 'fee', 'style']
const LONGEST = 60

/** Reads filters from an address; what makes no sense there is left out. */
export function peopleFilters(query: (name: string) => string | undefined): PeopleFilters {
  const oneOf = <T>(name: string, choices: readonly T[]) => choices.find((one) => String(one) === query(name)) ?? null
  const place = (name: string) => PREFECTURES.find(({ id }) => String(id) === query(name))?.id ?? null
  const [code, page, project] = [query('code') ?? '', Number(query('page')), query('project') ?? '']
  return {
    project: isId(project) ? project : null,
    words: fold(query('words') ?? '')
      .trim()
      .slice(0, LONGEST),
    code: jobCodes().node(code) ? code : null,
    prefecture: place('prefecture'),
    tied: place('tied'),
    hours: oneOf('hours', MORE_HOURS),
    fee: oneOf('fee', LESS_FEE),
    style: oneOf('style', ['remote', 'visits'] as const),
    sort: query('sort') === 'new' ? 'new' : null,
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

export function peopleAddress(companyId: string, filters: PeopleFilters, page = filters.page): string {
  const query = new URLSearchParams()
  for (const name of ['project', 'words', ...PEOPLE_FILTERS, 'sort'] as const) {
    const value = filters[name]
    if (value) query.set(name, String(value))
  }
  if (page > 1) query.set('page', String(page))
  const said = query.toString()
  return `/companies/${companyId}/talents${said && '?'}${said}`
}

export function narrowedBy(filters: PeopleFilters): PeopleFilterName[] {
  return PEOPLE_FILTERS.filter((name) => filters[name] !== null)
}

export function without(filters: PeopleFilters, name: PeopleFilterName | 'words'): PeopleFilters {
  return { ...filters, [name]: name === 'words' ? '' : null, page: 1 }
}

/** What was chosen, as it stands on the screen. */
export function peopleFilterWords(filters: PeopleFilters, name: PeopleFilterName): string {
  const { code, prefecture, tied, hours, fee, style } = filters
  const words: Readonly<Record<PeopleFilterName, () => string>> = {
    code: () => jobCodes().node(code!)!.name,
    prefecture: () => `${prefectureName(prefecture!)}に住む`,
    tied: () => `${prefectureName(tied!)}にゆかりがある`,
    hours: () => moreHours(hours!),
    fee: () => lessFee(fee!),
    style: () => STYLES[style!],
  }
  return words[name]()
}

export function moreHours(hours: number): string {
  return `月${hours}時間より多く`
}

export function lessFee(fee: number): string {
  return `1時間${new Intl.NumberFormat('ja-JP').format(fee)}円より安く`
}
