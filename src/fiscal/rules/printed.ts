import { fiscalYearInWords } from '../../law/fiscal-year.ts'
import { missingGlyphs } from '../../lib/pdf/glyphs.ts'
import type { LegalDate } from '../../lib/time.ts'
import { divisionsOf, periodOf, summaryOf, toldOf } from './lines.ts'
import { monthCharts } from './months.ts'
import type { Report } from './report.ts'

type PrintedTable = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Shares of the width. */
  readonly widths: readonly number[]
  /** Which columns stand right. */
  readonly figures: readonly boolean[]
  /** Of the print, in points. */
  readonly size: number
  /** Drawn above the table. */
  readonly charts: readonly PrintedChart[]
}

type PrintedChart = {
  readonly title: string
  /** `tall`: a share of the tallest; `words`: what stands over it. */
  readonly columns: readonly { readonly label: string; readonly words: string; readonly tall: number }[]
}

/** What the template prints. */
export type Printed = {
  readonly title: string
  readonly partner: string
  readonly period: string
  readonly told: string
  readonly date: { readonly year: number; readonly month: number; readonly day: number }
  readonly tables: readonly PrintedTable[]
  readonly notes: readonly string[]
}

type Asked = {
  readonly partner: string
  readonly report: Report
  readonly previous: Report | null
  readonly told: string
  readonly day: LegalDate
}

export function printedReport({ partner, report, previous, told, day }: Asked): Printed {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const summary = summaryOf(report, previous)
  return {
    title: `${fiscalYearInWords(report.year)}の報告書`,
    partner: printable(partner),
    period: periodOf(report),
    told: printable(told),
    date: { year, month, day: date },
    tables: [
      ...summary.map(({ title, lines }, at) => ({
        title,
        heads: [
          '項目',
          `${report.year}年度`,
          ...(at === 0 ? ['目標'] : []),
          '前の年度',
          ...(at === 0 ? ['地域全体'] : []),
          '数え方',
        ],
        rows: lines.map(({ name, value, goal, previous: before, area, unit, fives, definition }) => [
          ...[name, toldOf(value, unit, fives), ...(at === 0 ? [toldOf(goal, unit)] : [])],
          ...[toldOf(before, unit, fives), ...(at === 0 ? [toldOf(area, unit)] : []), definition],
        ]),
        widths: at === 0 ? [2.9, 1.6, 1.1, 1.5, 1.4, 4.6] : [3.3, 1.7, 1.7, 6.3],
        figures: at === 0 ? [false, true, true, true, true, false] : [false, true, true, false],
        ...{ size: 8.5, charts: [] },
      })),
      ...divisionsOf(report).map(({ cut, title, name, figures, rows }) => ({
        title,
        heads: [name, ...figures.map((figure) => `${figure.name}（${figure.unit}）`)],
        rows: rows.map((row) => [row.name, ...figures.map(({ id }) => toldOf(row.values[id], ''))]),
        widths: [2.4, ...figures.map(({ unit }) => (unit === '円' ? 1.6 : 1.2))],
        figures: [false, ...figures.map(() => true)],
        size: 8,
        charts: cut === 'month' ? chartsOf(report) : [],
      })),
    ],
    notes: summary.flatMap(({ words }) => words),
  }
}

function chartsOf(report: Report): PrintedChart[] {
  return monthCharts(report).map(({ title, unit, months }) => {
    const most = Math.max(...months.map(({ value }) => value ?? 0))
    return {
      title: `${title}（${unit}）`,
      columns: months.map(({ number, value }) => ({
        ...{ label: `${number}月`, words: value === undefined ? '' : toldOf(value, ''), tall: (value ?? 0) / most },
      })),
    }
  })
}

/** A sign that no font has is marked, so that a report is printed all the same. */
function printable(text: string): string {
  return missingGlyphs(text).reduce((known, sign) => known.replaceAll(sign, '〓'), text)
}
