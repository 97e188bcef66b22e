import { industryName } from '../../../companies/rules/industries.ts'
import { jobCodes } from '../../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../../lib/regions.ts'
import type { Entry, Shape } from '../../../text/search/documents.ts'
import { codeKey, industryKey, placeKey } from './entry.ts'

/** Title, what was told, work, whose it is. */
export const CASE_SHAPE: Shape = { weights: [3, 1, 2.4, 1.8], columns: ['prefecture', 'code'] }
const [WORK, WHOSE] = [2, 3]

export type CaseToSearch = {
  readonly id: string
  readonly title: string
  readonly problem: string
  readonly done: string
  readonly result: string
  readonly learned: string
  readonly codes: readonly string[]
  readonly industry: string
  readonly prefecture: number
  readonly publishedAt: Date | null
}

export function caseEntry({ id, title, codes, industry, prefecture, publishedAt, ...told }: CaseToSearch): Entry {
  const today = [...new Set(codes.flatMap((code) => [code, ...jobCodes().current(code)]))]
  return {
    id,
    texts: [
      title,
      [told.problem, told.done, told.result, told.learned].join('\n'),
      '',
      `${prefectureName(prefecture)}\n${industryName(industry)}`,
    ],
    keys: [
      ...today.map((code): [string, number] => [codeKey(code), WORK]),
      [placeKey(prefecture), WHOSE],
      [industryKey(industry), WHOSE],
    ],
    values: [[String(prefecture)], today.flatMap((code) => [code, ...jobCodes().ancestors(code)])],
    time: publishedAt?.getTime() ?? 0,
    until: Number.POSITIVE_INFINITY,
  }
}
