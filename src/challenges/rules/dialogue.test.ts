import { expect, test } from 'vitest'
import { citedLine, readSheet, sheetLines, worryFromLines } from './dialogue.ts'

const PASTED = [
  '商号\t株式会社つきやま',
  '経営者\t経営理念・ビジョン\n経営哲学・考え・方針等\t地元の米で、よい酒をつくる',
  '\t後継者の有無\t長男が三年前に入社',
  '企業を取り巻く環境・関係者\t取引金融機関数・推移\tメインはひなた銀行、借入三本',
  '■ 現状認識\t\t将来目標',
  '"注文は来るが、納期が読めない。\n「在庫」は帳面"\t\t五年後に直売を三割',
  '【課題】\t\t対応策',
  '原価が分からない\t\t原価を製品ごとに出す',
  '',
  '財務分析結果',
  '売上高\t1,200',
].join('\n')

test('what stands to the right of a heading, or below it, is its line; money and banks are not read', () => {
  expect(readSheet(PASTED)).toEqual([
    { item: 'challenge', text: '原価が分からない' },
    { item: 'measures', text: '原価を製品ごとに出す' },
    { item: 'now', text: '注文は来るが、納期が読めない。\n「在庫」は帳面' },
    { item: 'goal', text: '五年後に直売を三割' },
    { item: 'idea', text: '地元の米で、よい酒をつくる' },
    { item: 'successor', text: '長男が三年前に入社' },
  ])
})

test('plain notes are read too; without a heading nothing is', () => {
  expect(readSheet('課題：人手が足りない\n３．対応策\n求人の文を直す\n写真を撮る\nメインバンクとの関係\n良好')).toEqual(
    [
      { item: 'challenge', text: '人手が足りない' },
      { item: 'measures', text: '求人の文を直す\n写真を撮る' },
    ],
  )
  expect(readSheet('とくに困っていない会社です。')).toEqual([])
  expect(readSheet(`課題\n${'長'.repeat(3000)}`)[0]!.text).toHaveLength(1000)
})

test('a worry is read in the order of the sheet, and every phrase of it cites its line', () => {
  const taken = [
    { item: 'now', text: '納期が読めない' },
    { item: 'challenge', text: '原価が分からない。' },
  ]
  expect(worryFromLines(taken)).toBe('原価が分からない。\n納期が読めない')
  expect(citedLine('納期が読めない', taken)).toBe('現状認識')
  expect(citedLine('人がいない', taken)).toBeNull()
  expect(new Set(sheetLines().map(({ key }) => key)).size).toBe(sheetLines().length)
})
