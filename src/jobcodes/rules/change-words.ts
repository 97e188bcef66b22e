import { japaneseDate } from '../../lib/time.ts'
import type { Change, ChangeKind, Version } from './changes.ts'
import type { CodeTree } from './tree.ts'

export const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  rename: '名前を変える',
  move: '置き場所を変える',
  merge: 'まとめる',
  split: '分ける',
  retire: 'やめる',
}

/** 第3版（2026年11月29日（日）） */
export function versionInWords({ version, date }: Pick<Version, 'version' | 'date'>): string {
  return `第${version}版・${japaneseDate(date)}`
}

/** What a change did; with `planned`, what it would do. */
export function changeInWords({ kind, from, to }: Change, tree: CodeTree, planned = false): string {
  const before = quoted(from.map(({ name }) => name))
  const after = quoted(to.map((code) => tree.leaf(code)?.name ?? `新しい番号 ${code}`))
  const [leaf] = to.map((code) => tree.place(code))
  const end = planned ? 'ます。' : 'ました。'
  switch (kind) {
    // What it is called and where it stands today: it may have changed again since.
    case 'rename':
      return `${before}の名前を変え${end}${planned ? '' : `今は${after}です。`}`
    case 'move':
      return `${before}の置き場所を変え${end}${planned || !leaf ? '' : `今は「${leaf.middle.name}」の中です。`}`
    case 'merge':
      return `${before}を${after}にまとめ${end}`
    case 'split':
      return `${before}を${after}に分け${end}`
    case 'retire':
      return `${before}を使うのをやめ${end}`
  }
}

/** 「A」「B」 */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `「${name}」`).join('')
}
