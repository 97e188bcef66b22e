import { INDUSTRIES, INDUSTRY_GROUPS } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { REGIONS, type RegionId } from '../../lib/regions.ts'
import { fold } from '../../text/normalise.ts'
import { CAUSES } from './causes.ts'
import { SIZE_WORDS } from './draft.ts'
import { CASE_OUTCOMES, type CaseOutcome, FAILED } from './outcomes.ts'

const WORDS_MAX = 60
/** All that did not work out, whichever way. */
export const ANY_FAILURE = 'failed'

export type CaseFilter = {
  readonly words: string
  /** A job code of any level. */
  readonly code: string | null
  /** An industry or a group of industries. */
  readonly industry: string | null
  readonly region: RegionId | null
  readonly prefecture: number | null
  readonly size: string | null
  readonly outcome: CaseOutcome | typeof ANY_FAILURE | null
  readonly cause: string | null
}

/** Nothing asked: every case. */
export const ANY_CASE: CaseFilter = {
  ...{ words: '', code: null, industry: null, region: null, prefecture: null, size: null, outcome: null, cause: null },
}

/** What was asked of the list, from its address: what cannot be read is not asked. */
export function filterOf(query: (name: string) => string | undefined): CaseFilter {
  const prefecture = Number(query('prefecture'))
  const code = query('code') || query('major')
  return {
    words: fold(query('words') ?? '')
      .trim()
      .slice(0, WORDS_MAX),
    code: code && jobCodes().node(code) ? code : null,
    industry: [...INDUSTRY_GROUPS, ...INDUSTRIES].find(({ id }) => id === query('industry'))?.id ?? null,
    region: REGIONS.find(({ id }) => id === query('region'))?.id ?? null,
    prefecture: Number.isInteger(prefecture) && prefecture >= 1 && prefecture <= 47 ? prefecture : null,
    size: Object.keys(SIZE_WORDS).find((size) => size === query('size')) ?? null,
    outcome: ([...CASE_OUTCOMES, ANY_FAILURE] as const).find((outcome) => outcome === query('outcome')) ?? null,
    cause: CAUSES.find(({ id }) => id === query('cause'))?.id ?? null,
  }
}

/** The address of the list that answers a filter; the first page has no number. */
export function addressOf(filter: CaseFilter, page: number): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, String(value))
  if (page > 1) query.set('page', String(page))
  const said = query.toString()
  return said ? `/cases?${said}` : '/cases'
}

/** A group stands for itself and for all in it: some cases only say the group. */
export function industriesOf(id: string): string[] {
  return [id, ...INDUSTRIES.filter(({ group }) => group === id).map((industry) => industry.id)]
}

export function outcomesOf(outcome: CaseOutcome | typeof ANY_FAILURE): CaseOutcome[] {
  return outcome === ANY_FAILURE ? [...FAILED] : [outcome]
}
