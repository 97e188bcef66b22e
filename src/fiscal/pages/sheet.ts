import { fiscalYearInWords } from '../../law/fiscal-year.ts'
import type { Sheet, SheetValue } from '../../lib/sheet.ts'
import { FIGURES, OF_YEAR } from '../rules/figures.ts'
import { cellOf, divisionsOf, periodOf, summaryOf } from '../rules/lines.ts'
import type { Report } from '../rules/report.ts'

/** The whole report as one table: a row for the year, for the year before, and for each part of it. */
export function reportSheet(partner: string, report: Report, previous: Report | null, told: string): Sheet {
  const figure = ({ name, unit }: { name: string; unit: string }) => ({
    head: `${name}（${unit}）`,
    kind: unit === '円' ? ('yen' as const) : ('number' as const),
  })
  const whole = (name: string, of: Report): SheetValue[] => [
    ...['合計', name],
    ...FIGURES.map(({ id }) => cellOf(of.totals[id])),
    ...OF_YEAR.map((figure) => cellOf(of.singles[figure.id], 'fives' in figure)),
  ]
  return {
    title: `${partner} ${report.year}年度の報告書`,
    columns: [
      { head: 'くくり', kind: 'text' },
      { head: '項目', kind: 'text' },
      ...FIGURES.map(figure),
      ...OF_YEAR.map(figure),
    ],
    rows: [
      whole(fiscalYearInWords(report.year), report),
      ...(Object.keys(report.goals).length > 0
        ? [
            [
              '目標',
              fiscalYearInWords(report.year),
              ...[...FIGURES, ...OF_YEAR].map(({ id }) => report.goals[id] ?? null),
            ],
          ]
        : []),
      ...(previous ? [whole(fiscalYearInWords(previous.year), previous)] : []),
      ...divisionsOf(report).flatMap(({ title, rows }) =>
        rows.map(({ name, values }): SheetValue[] => [
          ...[title, name],
          ...FIGURES.map(({ id }) => cellOf(values[id])),
          ...OF_YEAR.map(() => null),
        ]),
      ),
    ],
    notes: [
      `${partner}　${fiscalYearInWords(report.year)}　${periodOf(report)}`,
      told,
      ...summaryOf(report, previous).flatMap(({ words }) => words),
      ...[...FIGURES, ...OF_YEAR].map(({ name, definition }) => `${name}：${definition}`),
    ],
  }
}
