import { industryName } from '../../companies/rules/industries.ts'
import { WITHHELD_MARK } from '../../insights/rules/tables.ts'
import { LEAST_COMPANIES } from '../../insights/rules/withhold.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { fiscalYear } from '../../law/fiscal-year.ts'
import { municipalityName } from '../../lib/regions.ts'
import { addDays, japaneseDate, monthName } from '../../lib/time.ts'
import {
  CUTS,
  type Cut,
  FIGURES,
  type FigureId,
  GRANT_FIGURES,
  isDivided,
  OF_AREA,
  SINGLES,
  type SingleId,
  STEP_FIGURES,
} from './figures.ts'
import type { Figure, Report } from './report.ts'

/** A figure of the whole year, with what it is held against and how it is counted. */
export type SummaryLine = {
  readonly id: FigureId | SingleId
  readonly name: string
  readonly unit: string
  /** Told in whole fives. */
  readonly fives: boolean
  /** undefined: nothing to count it of. */
  readonly value: Figure | undefined
  /** undefined: there is none. */
  readonly previous: Figure | undefined
  readonly goal: number | undefined
  readonly area: Figure | undefined
  readonly definition: string
}

type SummaryPart = {
  readonly title: string
  readonly lines: readonly SummaryLine[]
  /** What is said under it. */
  readonly words: readonly string[]
}

/** The lines of a year in parts, each under its own title; a part that nothing can be told of is left out. */
export function summaryOf(report: Report, previous: Report | null): SummaryPart[] {
  const divided = FIGURES.map(({ id, name, unit, definition }) => ({
    ...{ id, name, unit, definition, fives: false },
    ...{ value: report.totals[id], previous: previous?.totals[id], goal: report.goals[id] },
    area: OF_AREA.includes(id) ? report.area[id] : undefined,
  }))
  const ofYear = (figures: readonly OfYear[]): SummaryLine[] =>
    figures.map(({ id, name, unit, definition, fives = false }) => ({
      ...{ id, name, unit, definition, fives, value: report.singles[id], previous: previous?.singles[id] },
      ...{ goal: report.goals[id], area: undefined },
    }))
  return [
    {
      title: '一年のまとめ',
      lines: [...divided, ...ofYear(SINGLES)],
      words: [WITHHELD_WORDS, SCOPE_WORDS, ...stayWords(report)],
    },
    { title: '補助', lines: ofYear(GRANT_FIGURES), words: [GRANTS_WORDS] },
    { title: '関係人口の段階', lines: ofYear(STEP_FIGURES), words: [STEPS_WORDS] },
  ].filter(({ lines }) => lines.some(({ value }) => value !== undefined))
}

/** Which figures a further version leaves as they were. */
function stayWords({ stays = [] }: Report): string[] {
  const names = [...FIGURES, ...SINGLES, ...GRANT_FIGURES]
    .filter(({ id }) => stays.includes(id))
    .map(({ name }) => name)
  if (names.length === 0) return []
  return [
    `前の版からの違いが${LEAST_COMPANIES}社に満たない企業のことなので、前の版のままにしている数：${names.join('、')}。`,
  ]
}

type OfYear = Pick<SummaryLine, 'name' | 'unit' | 'definition'> & { readonly id: SingleId; readonly fives?: boolean }

/** One way to divide the figures: a row for each part. */
export type Division = {
  readonly cut: Cut
  readonly name: string
  readonly title: string
  readonly figures: readonly { readonly id: FigureId; readonly name: string; readonly unit: string }[]
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly values: Report['parts'][number]['values']
  }[]
}

export function divisionsOf({ parts }: Report): Division[] {
  return CUTS.map(({ id: cut, name, title }) => ({
    ...{ cut, name, title, figures: FIGURES.filter(({ id }) => isDivided(id, cut)) },
    rows: parts
      .filter((part) => part.cut === cut)
      .map(({ key, values }) => ({ key, values, name: partName(cut, key) })),
  }))
}

function partName(cut: Cut, key: string): string {
  if (cut === 'month') return monthName(key)
  if (key === '') return '書かれていないもの'
  if (cut === 'industry') return industryName(key)
  return (cut === 'major' ? jobCodes().node(key)?.name : municipalityName(key)) ?? key
}

/** A figure in a cell: the number, or the mark for one that is not told. */
export function cellOf(value: Figure | undefined, fives = false): number | string | null {
  if (value === undefined || value === null) return value === null ? WITHHELD_MARK : null
  return fives ? `${value}以上` : value
}

const numberFormat = new Intl.NumberFormat('ja-JP')

/** The same with its unit, as it is read: 40,000円, 10社以上, X; a dash where there is none. */
export function toldOf(value: Figure | undefined, unit: string, fives = false): string {
  const cell = cellOf(value)
  if (typeof cell === 'number') return `${numberFormat.format(cell)}${unit}${fives ? '以上' : ''}`
  return cell ?? '—'
}

/** 2026年4月1日（水）から2026年10月31日（土）まで */
export function periodOf({ year, end, months }: Report): string {
  if (months.length === 0) return `${japaneseDate(fiscalYear(year).first)}から。まだ終わった月がありません`
  return `${japaneseDate(fiscalYear(year).first)}から${japaneseDate(addDays(end, -1))}まで`
}

export const WITHHELD_WORDS = `「${WITHHELD_MARK}」は、伏せた数です。${LEAST_COMPANIES}社に満たない企業の数と、引き算でそれが分かってしまう数は、どの企業のことか分からないように出していません。「以上」のつかない0は、そのまま出します。`

const SCOPE_WORDS =
  'この窓口に見せることに同意していた間の、その企業のことだけを数えます。月が終わるごとに数え、終わった月の数は、同意のやめはじめで変わりません。「地域全体」は、この窓口の受け持つところにある、すべての企業の数です。'

const STEPS_WORDS =
  '数えた期間の終わりに、この窓口に数えてよいと伝えていた方の、この地域での段階です。一人がいくつもの段階に入ります。5人ごとに数え、5人より少ないときは伏せます。'

const GRANTS_WORDS =
  'この窓口の補助をあわせて、前の月の終わりまでに決まったことを数えます。次の年度に入ってからの支払いも、もとの年度に入ります。'
