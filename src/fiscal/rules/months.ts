import { dayOfMonth } from '../../law/dates.ts'
import { fiscalYear } from '../../law/fiscal-year.ts'
import { monthName } from '../../lib/time.ts'
import { FIGURES, type FigureId } from './figures.ts'
import type { Figure, Report } from './report.ts'

/** What is drawn month by month. */
const DRAWN: readonly FigureId[] = ['projects', 'applications', 'contracts']

/** The months of a year of one figure, to be drawn. */
export type MonthChart = {
  readonly id: FigureId
  readonly title: string
  readonly unit: string
  readonly description: string
  /** All twelve from April; undefined is a month that is not over. */
  readonly months: readonly { readonly name: string; readonly number: number; readonly value: Figure | undefined }[]
}

/** A chart for each figure of which a month may be told. */
export function monthCharts({ year, parts }: Report): MonthChart[] {
  const values = new Map(parts.filter(({ cut }) => cut === 'month').map((part) => [part.key, part.values]))
  const keys = Array.from({ length: 12 }, (_, at) => dayOfMonth(fiscalYear(year).first, at, 1).slice(0, 7))
  return FIGURES.filter(({ id }) => DRAWN.includes(id)).flatMap(({ id, name, unit }) => {
    const months = keys.map((key) => ({
      ...{ name: monthName(key), number: Number(key.slice(5)), value: values.get(key)?.[id] },
    }))
    if (!months.some(({ value }) => value)) return []
    return [{ id, title: `月ごとの${name}`, unit, description: descriptionOf(months, unit), months }]
  })
}

/** For whoever does not see the picture; the table has it all. */
function descriptionOf(months: MonthChart['months'], unit: string): string {
  const most = months.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]!
  const withheld = months.filter(({ value }) => value === null).length
  const gaps = withheld > 0 ? `伏せた月が${withheld}つあります。` : ''
  return `もっとも多いのは${most.name}の${most.value}${unit}です。${gaps}`
}
