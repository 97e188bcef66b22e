import { z } from 'zod'
import { fiscalYearInWords } from '../../law/fiscal-year.ts'
import { choice, text, wholeNumber } from '../../lib/input.ts'
import type { Sheet, SheetColumn, SheetValue } from '../../lib/sheet.ts'
import type { FiscalLayout } from '../schema.ts'
import { CUTS, FIGURES, type FigureId, OF_YEAR, type SingleId } from './figures.ts'
import { cellOf, divisionsOf, periodOf, WITHHELD_WORDS } from './lines.ts'
import type { Report } from './report.ts'

/** So many columns a layout may have. */
export const SLOTS = 12
const NUMBERS = Array.from({ length: SLOTS }, (_, at) => at + 1)

const ALL_FIGURES = [...FIGURES, ...OF_YEAR]

/** What may stand in a column. */
export const WHATS = [
  { id: 'item', name: '項目の名前' },
  ...ALL_FIGURES.map(({ id, name }) => ({ id, name })),
  { id: 'empty', name: '空けておく（あとで書く）' },
  { id: 'words', name: 'いつも同じ言葉' },
] as const

export const ROWS = [{ id: 'total', title: '一年の合計（一行）' }, ...CUTS] as const

const what = choice({ label: '入れるもの', options: WHATS.map(({ id }) => id), required: false })
const head = text({ label: '見出し', max: 40, required: false })
const words = text({ label: '言葉', max: 80, required: false })
const order = wholeNumber({ label: '順番', min: 1, max: 99, required: false })

/** Columns that were left without anything in them are no columns. */
export const layoutForm = z
  .object({
    name: text({ label: '様式の名前', max: 40 }),
    cut: choice({ label: '一行に入れるもの', options: ROWS.map(({ id }) => id) }),
    ...Object.fromEntries(
      NUMBERS.flatMap((n) => [
        [`what${n}`, what],
        [`head${n}`, head],
      ]),
    ),
    ...Object.fromEntries(
      NUMBERS.flatMap((n) => [
        [`words${n}`, words],
        [`order${n}`, order],
      ]),
    ),
  })
  .transform((form, context) => {
    // Fields that are counted out have no names that the compiler knows.
    const { name, cut } = form as Pick<Laid, 'name' | 'cut'>
    const given = form as Readonly<Record<string, string | number | null>>
    const columns = NUMBERS.filter((n) => given[`what${n}`])
      .map((n) => ({ n, order: Number(given[`order${n}`] ?? n) }))
      .sort((a, b) => a.order - b.order || a.n - b.n)
      .map(({ n }) => ({
        ...{ what: String(given[`what${n}`]), head: String(given[`head${n}`] || nameOf(given[`what${n}`])) },
        words: String(given[`words${n}`] ?? ''),
      }))
    if (columns.length > 0) return { name, cut, columns }
    context.addIssue({ code: 'custom', message: '列を一つ以上選んでください。', path: ['what1'] })
    return z.NEVER
  })
export type Laid = Pick<FiscalLayout, 'name' | 'cut' | 'columns'>

function nameOf(what: string | number | null | undefined): string {
  return what === 'empty' || what === 'words' ? '' : (WHATS.find(({ id }) => id === what)?.name ?? '')
}

/** What a form for a layout begins with. */
export function valuesOf({ name, cut, columns }: Laid): Readonly<Record<string, string>> {
  const slots = columns.flatMap(({ what, head, words }, at) =>
    Object.entries({ what, head, words, order: String(at + 1) }).map(([field, value]) => [`${field}${at + 1}`, value]),
  )
  return { name, cut, ...Object.fromEntries(slots) }
}

/** The report in an office's own columns: the same figures, the small ones kept back as everywhere. */
export function laidOut({ name, cut, columns }: Laid, report: Report, partner: string): Sheet {
  const rows = cut === 'total' ? [wholeYear(report)] : divisionsOf(report).find((one) => one.cut === cut)!.rows
  return {
    title: `${name} ${report.year}年度`,
    columns: columns.map(({ what, head }) => ({ head, kind: kindOf(what) })),
    rows: rows.map((row) => columns.map((column) => valueIn(column, row))),
    notes: [`${partner}　${fiscalYearInWords(report.year)}　${periodOf(report)}`, WITHHELD_WORDS],
  }
}

type Row = { readonly name: string; readonly values: Readonly<Partial<Record<FigureId | SingleId, number | null>>> }

function wholeYear(report: Report): Row {
  return { name: fiscalYearInWords(report.year), values: { ...report.totals, ...report.singles } }
}

function kindOf(what: string): SheetColumn['kind'] {
  const unit = ALL_FIGURES.find(({ id }) => id === what)?.unit
  return unit === undefined ? 'text' : unit === '円' ? 'yen' : 'number'
}

function valueIn({ what, words }: Laid['columns'][number], { name, values }: Row): SheetValue {
  if (what === 'item') return name
  if (what === 'words') return words
  const figure = ALL_FIGURES.find(({ id }) => id === what)
  return figure ? cellOf(values[figure.id], 'fives' in figure) : null
}
