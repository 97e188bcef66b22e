import { industryName } from '../../companies/rules/industries.ts'
import { WITHHELD_MARK } from '../../insights/rules/tables.ts'
import { LEAST_COMPANIES } from '../../insights/rules/withhold.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { fiscalYear } from '../../law/fiscal-year.ts'
import { municipalityName } from '../../lib/regions.ts'
import { addDays, japaneseDate, monthName } from '../../lib/time.ts'
import { CUTS, type Cut, FIGURES, type FigureId, isDivided, OF_AREA, SINGLES, type SingleId } from './figures.ts'
import type { Figure, Report } from './report.ts'

/** A figure of the whole year, with what it is held against and how it is counted. */
export type SummaryLine = {
  readonly id: FigureId | SingleId
  readonly name: string
  readonly unit: string
  /** undefined: nothing to count it of. */
  readonly value: Figure | undefined
  /** undefined: there is none. */
  readonly previous: Figure | undefined
  readonly goal: number | undefined
  readonly area: Figure | undefined
  readonly definition: string
}

export function summaryOf(report: Report, previous: Report | null): SummaryLine[] {
  return [
    ...FIGURES.map(({ id, name, unit, definition }) => ({
      ...{ id, name, unit, definition, value: report.totals[id], previous: previous?.totals[id] },
      goal: report.goals[id],
      area: OF_AREA.includes(id) ? report.area[id] : undefined,
    })),
    ...SINGLES.map(({ id, name, unit, definition }) => ({
      ...{ id, name, unit, definition, value: report.singles[id], previous: previous?.singles[id] },
      goal: report.goals[id],
      area: undefined,
    })),
  ]
}

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
export function cellOf(value: Figure | undefined): number | string | null {
  return value === undefined ? null : (value ?? WITHHELD_MARK)
}

/** 2026年4月1日（水）から2026年10月31日（土）まで */
export function periodOf({ year, end, months }: Report): string {
  if (months.length === 0) return `${japaneseDate(fiscalYear(year).first)}から。まだ終わった月がありません`
  return `${japaneseDate(fiscalYear(year).first)}から${japaneseDate(addDays(end, -1))}まで`
}

export const WITHHELD_WORDS = `「${WITHHELD_MARK}」は、伏せた数です。${LEAST_COMPANIES}社に満たない企業の数と、引き算でそれが分かってしまう数は、どの企業のことか分からないように出していません。0は、そのまま出します。`

export const SCOPE_WORDS =
  'この窓口に見せることに同意していた間の、その企業のことだけを数えます。月が終わるごとに数え、終わった月の数は、同意のやめはじめで変わりません。「地域全体」は、この窓口の受け持つところにある、すべての企業の数です。'
