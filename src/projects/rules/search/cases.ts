import { groupOfIndustry, industryName } from '../../../companies/rules/industries.ts'
import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import { prefectureName, REGIONS } from '../../../lib/regions.ts'
import type { Entry, Shape } from '../../../text/search/documents.ts'
import { codeKey, industryKey, placeKey } from './entry.ts'

/** Title, what was told, work, whose it is. */
export const CASE_SHAPE: Shape = {
  weights: [3, 1, 2.4, 1.8],
  columns: ['prefecture', 'code', 'industry', 'region', 'size', 'outcome', 'cause'],
}
const [WORK, WHOSE] = [2, 3]

/** What everybody may read of a case: where it was only as far as that is shown. */
export type CaseToSearch = {
  readonly id: string
  readonly title: string
  readonly problem: string
  readonly done: string
  readonly result: string
  readonly learned: string
  readonly surprised: string
  readonly outcome: string
  readonly causes: readonly string[]
  readonly shownCodes: readonly string[] | null
  readonly shownIndustry: string | null
  readonly shownPrefecture: number | null
  readonly shownRegion: string | null
  readonly shownSize: string | null
  readonly publishedAt: Date | null
}

export function caseEntry(row: CaseToSearch): Entry {
  const { shownIndustry: industry, shownPrefecture: prefecture, shownRegion: region, shownSize } = row
  const codes = [...new Set((row.shownCodes ?? []).flatMap((code) => [code, ...meaningToday(code)]))]
  const group = industry && groupOfIndustry(industry)
  const places = [prefecture && prefectureName(prefecture), REGIONS.find(({ id }) => id === region)?.name]
  return {
    id: row.id,
    texts: [
      row.title,
      [row.problem, row.done, row.result, row.learned, row.surprised].join('\n'),
      '',
      [...places, industry && industryName(industry)].filter(Boolean).join('\n'),
    ],
    keys: [
      ...codes.map((code): [string, number] => [codeKey(code), WORK]),
      ...(prefecture ? [[placeKey(prefecture), WHOSE] as [string, number]] : []),
      ...(industry ? [[industryKey(industry), WHOSE] as [string, number]] : []),
    ],
    values: [
      prefecture ? [String(prefecture)] : [],
      codes.flatMap((code) => [code, ...jobCodes().ancestors(code)]),
      [...new Set([industry, group].filter((id) => id !== null))],
      region ? [region] : [],
      shownSize ? [shownSize] : [],
      [row.outcome],
      [...row.causes],
    ],
    time: row.publishedAt?.getTime() ?? 0,
    until: Number.POSITIVE_INFINITY,
  }
}

/** What a leaf means today; what stands above the leaves stays as it is. */
function meaningToday(code: string): readonly string[] {
  return jobCodes().leaf(code) ? jobCodes().current(code) : []
}
