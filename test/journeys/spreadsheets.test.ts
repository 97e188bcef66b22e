import { expect, test } from 'vitest'
import { csv, csvLines } from '../../src/lib/csv.ts'
import { toShiftJis } from '../../src/lib/sheet/shift-jis.ts'
import { xlsx } from '../../src/lib/sheet/xlsx.ts'
import { plainRows, type Sheet } from '../../src/lib/sheet.ts'
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
const EMPTY = ['', '', '', '', '']
const NOTE = ['少ない数は出していません。', '', '', '', '']

test('LibreOffice opens the workbook and both CSVs, and shows in every cell what was put in', async () => {
  expect(opened(await xlsx(SHEET), 'xlsx')).toEqual([
    HEADS,
    ['木の匠 佐藤工房', '0012', '12,000円', '1,234', '2026/11/23'],
    ['=HYPERLINK("http://example.com";"ここ")', '+81-90', '-500円', 'X', ''],
    ['「鈴木, "本舗"」\n二行め', '@a', '0円', '5', '2027/03/31'],
    ['山〜川髙①', '1-2', '', '', '2026/04/01'],
    EMPTY,
    NOTE,
  ])
  const rows = plainRows(SHEET)
  const plain = (wave: string) => [
    HEADS,
    ['木の匠 佐藤工房', '12', '12000', '1234', '2026-11-23'],
    ['\'=HYPERLINK("http://example.com";"ここ")', "'+81-90", '-500', 'X', ''],
    ['「鈴木, "本舗"」\n二行め', "'@a", '0', '5', '2027-03-31'],
    [`山${wave}川髙①`, '1-2', '', '', '2026-04-01'],
    EMPTY,
    NOTE,
  ]
  expect(opened(Buffer.from(csv(rows)), 'utf8')).toEqual(plain('〜'))
  expect(opened(toShiftJis(csvLines(rows)).bytes, 'sjis')).toEqual(plain('～'))
})
