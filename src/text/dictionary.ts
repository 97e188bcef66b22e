import { fold } from './normalise.ts'
import type { SynonymGroup } from './synonyms.ts'

/** One entry of sudachi-synonyms-dictionary (the fields used here; see its index.d.ts). */
export type DictionaryEntry = {
  items: readonly { midashi: string; expandControl: number; bunya: readonly string[] }[]
}

/** Fields whose entries name one thing in the world: EC the 欧州共同体, HP the computer maker, IR the railway. */
const NAMES = new Set(
  '企業名 旧企業名 組織名 旧組織名 人名 地名 国名 大学名 店名 交通 医療 スポーツ 音楽 娯楽 地形 キャラ 不快'.split(' '),
)

/**
 * The groups of the Sudachi synonym dictionary that are safe in a text about a firm: no proper names, no word that the
 * dictionary itself marks as a bad trigger, no word that stands in two groups (EC is 電子商取引, not 欧州共同体), no ASCII
 * abbreviation of up to three letters and no kana word of one or two. Groups left with one word are dropped.
 */
export function safeGroups(entries: readonly DictionaryEntry[], refused: readonly string[] = []): SynonymGroup[] {
  const bad = new Set(refused.map((word) => fold(word)))
  const times = new Map<string, number>()
  for (const entry of entries) {
    for (const word of new Set(entry.items.map((item) => fold(item.midashi))))
      times.set(word, (times.get(word) ?? 0) + 1)
  }
  const groups: SynonymGroup[] = []
  for (const entry of entries) {
    if (entry.items.some((item) => item.bunya.some((field) => NAMES.has(field)))) continue
    const words = entry.items.filter((item) => item.expandControl === 0).map((item) => fold(item.midashi))
    const safe = [...new Set(words)].filter((word) => times.get(word) === 1 && !isShort(word) && !bad.has(word))
    if (safe.length > 1) groups.push(safe)
  }
  return groups
}

function isShort(word: string): boolean {
  return word.length < 2 || /^[a-z0-9]{1,3}$/.test(word) || /^[\u3041-\u30fc]{1,2}$/.test(word)
}
