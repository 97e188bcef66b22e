import { isId } from '../../lib/ids.ts'
import { filtersInWords } from '../../projects/rules/filter-words.ts'
import { addressOf, type Filters, filtersFrom } from '../../projects/rules/filters.ts'

/** What a watch looks at: a search with its filters, or all that one company posts. */
export type Watched =
  | { readonly kind: 'search'; readonly filters: Filters }
  | { readonly kind: 'company'; readonly companyId: string }

const COMPANY = /^\/companies\/([0-9a-f-]+)\/record$/

/** Reads an address of ours; null where nothing can be watched. */
export function watchedIn(address: string): Watched | null {
  const companyId = COMPANY.exec(address)?.[1]
  if (isId(companyId)) return { kind: 'company', companyId }
  if (address !== '/projects' && !address.startsWith('/projects?')) return null
  const query = new URLSearchParams(address.slice('/projects?'.length))
  return { kind: 'search', filters: watchedFilters(filtersFrom((name) => query.get(name) ?? undefined)) }
}

/** New projects are watched for: the order of a list, its page and what is over do not count. */
export function watchedFilters(filters: Filters): Filters {
  return { ...filters, sort: null, over: false, page: 1 }
}

/** The one address by which a watch is known, however somebody came to the list. */
export function addressOfWatched(watched: Watched): string {
  return watched.kind === 'search' ? addressOf(watched.filters) : `/companies/${watched.companyId}/record`
}

/** 「原価」・山形県 */
export function watchedInWords(watched: Watched, companyName: string | null): string {
  if (watched.kind === 'company') return companyName ?? '会社'
  return filtersInWords(watched.filters) || 'すべての案件'
}

/** As an address is asked whether it wants it: anybody may have left it there, so nothing that was typed goes out to it. */
export function watchedForStrangers(watched: Watched, companyName: string | null): string {
  if (watched.kind === 'company' || !watched.filters.words) return watchedInWords(watched, companyName)
  const chosen = filtersInWords({ ...watched.filters, words: '' })
  return ['入れた言葉でさがした案件', ...(chosen ? [chosen] : [])].join('・')
}
