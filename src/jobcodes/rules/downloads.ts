import type { CodeTree } from './tree.ts'

const HEAD = [
  'コード',
  '大分類',
  '中分類',
  '小分類',
  '読み',
  '英語',
  '定義',
  '別の言い方',
  '月の時間',
  '期間（月）',
  '源泉徴収',
  '職業分類',
]
const WITHHOLDING = { withhold: 'する', not: 'しない', ask: '確かめる' } as const

/** The whole list as one JSON document, with the licence in it. */
export function codesAsJson({ majors }: CodeTree): string {
  return JSON.stringify({ name: 'めぐりのジョブコード', licence: 'CC0-1.0', majors })
}

/** One row for each leaf, with its head. */
export function codesAsRows({ places }: CodeTree): string[][] {
  const rows = places.map(({ leaf, middle, major }) => [
    ...[leaf.id, major.name, middle.name, leaf.name, leaf.reading, leaf.english, leaf.definition],
    ...[leaf.synonyms.join('、'), leaf.hours.join('〜'), leaf.months.join('〜')],
    ...[WITHHOLDING[leaf.withholding], leaf.mhlw.join('、')],
  ])
  return [HEAD, ...rows]
}
