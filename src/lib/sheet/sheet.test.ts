import { expect, test } from 'vitest'
import { plainRows, sheetOf } from '../sheet.ts'
import { codePoints, toShiftJis } from './shift-jis.ts'
import { xlsx } from './xlsx.ts'

test('a list becomes a table, its notes stand under it', () => {
  const sheet = sheetOf(
    '企業',
    [
      { head: '名前', kind: 'text', cell: ({ name }: { name: string }) => name },
      { head: '字数', kind: 'number', cell: ({ name }) => name.length },
    ],
    [{ name: '山川' }],
    ['数え方'],
  )
  expect(plainRows(sheet)).toEqual([['名前', '字数'], ['山川', 2], [], ['数え方']])
})

test('signs that only the wave differs by are written as Windows writes them', () => {
  const { bytes, missing } = toShiftJis('10〜20−か\u3099髙①')
  expect(missing).toEqual([])
  expect(new TextDecoder('shift_jis').decode(bytes)).toBe('10～20－が髙①')
})

test('a sign that Shift_JIS does not have is marked and told, never a silent question mark', () => {
  const { bytes, missing } = toShiftJis('𠮷田さん？葛\u{e0100}城👨‍👩‍👧')
  expect(new TextDecoder('shift_jis').decode(bytes)).toBe('〓田さん？葛城〓')
  expect(missing.map(codePoints)).toEqual(['U+20BB7', 'U+845B U+E0100', 'U+1F468 U+200D U+1F469 U+200D U+1F467'])
})

test('a workbook is written whatever a title holds, and empty lists too', async () => {
  const file = await xlsx({ title: `[表]/'&<'${'長'.repeat(40)}`, columns: [], rows: [], notes: [] })
  expect(Buffer.from(file.subarray(0, 2)).toString()).toBe('PK')
})
