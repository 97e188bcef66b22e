import { expect, test } from 'vitest'
import { csv, csvLines } from '../../src/lib/csv.ts'
import { toShiftJis } from '../../src/lib/sheet/shift-jis.ts'
import { xlsx } from '../../src/lib/sheet/xlsx.ts'
import { plainRows, type Sheet, type SheetKind, type SheetValue } from '../../src/lib/sheet.ts'
import { LISTS } from '../fixtures/lists.ts'
import { opened } from '../office.ts'

/** What goes wrong in spreadsheets: formulas, noughts before a number, commas, quotes, lines, wave dashes, dates. */
const SHEET: Sheet = {
  title: 'わたしたちの企業 [4/6]',
  columns: [
    { head: '企業', kind: 'text' },
    { head: '番号', kind: 'text' },
    { head: 'お礼', kind: 'yen' },
    { head: '件数', kind: 'number' },
    { head: '日', kind: 'date' },
  ],
  rows: [
    ['木の匠 佐藤工房', '0012', 12000, 1234, '2026-11-23'],
    ['=HYPERLINK("http://example.com";"ここ")', '+81-90', -500, 'X', null],
    ['「鈴木, "本舗"」\n二行め', '@a', 0, 5, '2027-03-31'],
    ['山〜川髙①', '1-2', null, null, '2026-04-01'],
  ],
  notes: ['少ない数は出していません。'],
}
const HEADS = ['企業', '番号', 'お礼', '件数', '日']
const ALL = [SHEET, ...LISTS]

/** The cells as a reader of the list expects them in a workbook, and in a text file. */
const shown = ({ columns, ...sheet }: Sheet) =>
  asText({ ...sheet, columns, rows: sheet.rows.map((row) => row.map((value, at) => inCell(value, columns[at]!.kind))) })
const asText = (sheet: Sheet) => plainRows(sheet).map((row) => sheet.columns.map((_, at) => String(row[at] ?? '')))
/** There a text that begins like a formula is made text by an apostrophe. */
const inTextFile = (sheet: Sheet) =>
  asText(sheet).map((row, n) => row.map((text, at) => (isText(sheet, n, at) ? text.replace(/^[=+\-@]/, "'$&") : text)))

function isText(sheet: Sheet, row: number, column: number): boolean {
  return typeof plainRows(sheet)[row]![column] === 'string'
}

function inCell(value: SheetValue, kind: SheetKind): SheetValue {
  if (typeof value === 'number') return value.toLocaleString('en') + (kind === 'yen' ? '円' : '')
  return kind === 'date' ? (value?.replaceAll('-', '/') ?? null) : value
}

const EMPTY = ['', '', '', '', '']
const NOTE = ['少ない数は出していません。', '', '', '', '']

test('LibreOffice opens the workbook and both CSVs, and shows in every cell what was put in', async () => {
  const [book, ...books] = opened(await Promise.all(ALL.map(xlsx)), 'xlsx')
  expect(book).toEqual([
    HEADS,
    ['木の匠 佐藤工房', '0012', '12,000円', '1,234', '2026/11/23'],
    ['=HYPERLINK("http://example.com";"ここ")', '+81-90', '-500円', 'X', ''],
    ['「鈴木, "本舗"」\n二行め', '@a', '0円', '5', '2027/03/31'],
    ['山〜川髙①', '1-2', '', '', '2026/04/01'],
    EMPTY,
    NOTE,
  ])
  const plain = (wave: string) => [
    HEADS,
    ['木の匠 佐藤工房', '12', '12000', '1234', '2026-11-23'],
    ['\'=HYPERLINK("http://example.com";"ここ")', "'+81-90", '-500', 'X', ''],
    ['「鈴木, "本舗"」\n二行め', "'@a", '0', '5', '2027-03-31'],
    [`山${wave}川髙①`, '1-2', '', '', '2026-04-01'],
    EMPTY,
    NOTE,
  ]
  const files = ALL.map(plainRows)
  const [utf8, ...others] = opened(
    files.map((one) => Buffer.from(csv(one))),
    'utf8',
  )
  expect(utf8).toEqual(plain('〜'))
  const [sjis, ...old] = opened(
    files.map((one) => toShiftJis(csvLines(one)).bytes),
    'sjis',
  )
  expect(sjis).toEqual(plain('～'))
  // What somebody takes along of their own work: every cell as the list has it.
  expect(books).toEqual(LISTS.map(shown))
  expect(others).toEqual(LISTS.map(inTextFile))
  expect(old).toEqual(LISTS.map(inTextFile))
})
