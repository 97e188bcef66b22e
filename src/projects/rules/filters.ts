import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES, prefectureName } from '../../lib/regions.ts'
import { fold, hiragana } from '../../text/normalise.ts'

/** What a list of projects is narrowed by. Stands in its address, so that it can be kept and sent on. */
export type Filters = {
  readonly prefecture: number | null
  /** A major, middle or leaf. */
  readonly code: string | null
  /** May it be done from afar? */
  readonly remote: boolean
  /** Yen for an hour, at least. */
  readonly hourly: number | null
  readonly words: string
  readonly page: number
}

export const HOURLY = [2000, 3000, 4000, 5000] as const
const LONGEST = 60
const MOST_WORDS = 5
const MOST_PAGES = 1000

/** Reads filters from an address; what makes no sense there is left out. */
export function filtersFrom(query: (name: string) => string | undefined): Filters {
  const prefecture = Number(query('prefecture'))
  const hourly = Number(query('hourly'))
  const page = Number(query('page'))
  const code = query('code') ?? ''
  return {
    prefecture: PREFECTURES.some(({ id }) => id === prefecture) ? prefecture : null,
    code: jobCodes().node(code) ? code : null,
    remote: query('remote') === 'yes',
    hourly: Number.isInteger(hourly) && hourly > 0 && hourly <= 100_000 ? hourly : null,
    words: fold(query('words') ?? '')
      .trim()
      .slice(0, LONGEST),
    page: Number.isInteger(page) && page >= 1 && page <= MOST_PAGES ? page : 1,
  }
}

export function isFiltered({ prefecture, code, remote, hourly, words }: Filters): boolean {
  return Boolean(prefecture || code || remote || hourly || words)
}

/** The address of a list; the first page has no number. */
export function addressOf(filters: Filters, page = filters.page): string {
  const query = new URLSearchParams()
  if (filters.words) query.set('words', filters.words)
  if (filters.prefecture) query.set('prefecture', String(filters.prefecture))
  if (filters.code) query.set('code', filters.code)
  if (filters.remote) query.set('remote', 'yes')
  if (filters.hourly) query.set('hourly', String(filters.hourly))
  if (page > 1) query.set('page', String(page))
  const said = query.toString()
  return said ? `/projects?${said}` : '/projects'
}

/** 山形県・原価管理・離れたまま; '' when everything is wanted. */
export function filtersInWords({ prefecture, code, remote, hourly, words }: Filters): string {
  const parts = [
    words && `「${words}」`,
    prefecture !== null && prefectureName(prefecture),
    code !== null && jobCodes().node(code)?.name,
    remote && '離れたまま働ける',
    hourly !== null && `1時間${hourly}円から`,
  ]
  return parts.filter(Boolean).join('・')
}

export function wordsOf({ words }: Filters): string[] {
  return words.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
}

/** Job codes that are called what somebody typed: 原価 finds projects that say 手間 but ask for 原価管理. */
export function codesCalled(words: readonly string[]): string[] {
  if (words.length === 0) return []
  const typed = words.map(keyOf)
  return [...codeLabels()].flatMap(([code, labels]) => {
    return labels.some((label) => typed.every((word) => label.includes(word))) ? [...jobCodes().recorded(code)] : []
  })
}

/** Name, reading and synonyms of every leaf, folded once. */
function codeLabels(): ReadonlyMap<string, readonly string[]> {
  labels ??= new Map(
    jobCodes().places.map(({ leaf }) => [leaf.id, [leaf.name, leaf.reading, ...leaf.synonyms].map(keyOf)]),
  )
  return labels
}

let labels: ReadonlyMap<string, readonly string[]> | undefined

function keyOf(text: string): string {
  return hiragana(fold(text))
}
