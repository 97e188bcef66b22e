import { KIND_WORDS } from './change-words.ts'
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
  '版',
]
const CHANGES_HEAD = ['版', '日付', '種類', 'コード', 'そのときの名前', '行き先のコード', '行き先の名前', 'わけ']
const WITHHOLDING = { withhold: 'する', not: 'しない', ask: '確かめる' } as const

const NAME = { name: 'めぐりのジョブコード', licence: 'CC0-1.0' } as const

/** The whole list as one JSON document, with the licence and the version in it. */
export function codesAsJson(tree: CodeTree): string {
  return JSON.stringify({ ...NAME, ...inForce(tree), majors: tree.majors })
}

/** One row for each leaf, with its head. */
export function codesAsRows(tree: CodeTree): string[][] {
  const { version } = inForce(tree)
  const rows = tree.places.map(({ leaf, middle, major }) => [
    ...[leaf.id, major.name, middle.name, leaf.name, leaf.reading, leaf.english, leaf.definition],
    ...[leaf.synonyms.join('、'), leaf.hours.join('〜'), leaf.months.join('〜')],
    ...[WITHHOLDING[leaf.withholding], leaf.mhlw.join('、'), String(version ?? '')],
  ])
  return [HEAD, ...rows]
}

/** All versions and what changed in each, as one JSON document. */
export function changesAsJson(tree: CodeTree): string {
  return JSON.stringify({ ...NAME, ...inForce(tree), versions: tree.versions })
}

/** One row for each number that changed, with its head. */
export function changesAsRows(tree: CodeTree): string[][] {
  const rows = tree.versions.flatMap(({ version, date, changes }) =>
    changes.flatMap(({ kind, from, to, why }) =>
      from.map(({ code, name }) => [
        ...[String(version), date, KIND_WORDS[kind], code, name, to.join('、')],
        ...[to.map((id) => tree.leaf(id)?.name ?? id).join('、'), why],
      ]),
    ),
  )
  return [CHANGES_HEAD, ...rows]
}

function inForce({ versions }: CodeTree): { version?: number; date?: string } {
  const last = versions.at(-1)
  return last ? { version: last.version, date: last.date } : {}
}
