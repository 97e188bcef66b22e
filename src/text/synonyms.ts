import { fold } from './normalise.ts'
import { createTrie, type Trie } from './trie.ts'

/** Words that mean the same in the subject at hand; the first is the usual one. */
export type SynonymGroup = readonly string[]

export type Concept = { group: number; start: number; end: number }

export type Synonyms = {
  /** The usual word of every group, by group number. */
  names: readonly string[]
  /** All words of every group, by group number. */
  groups: readonly SynonymGroup[]
  /** Where a folded text speaks of a group; the longest word wins, matches do not overlap. */
  find: (folded: string) => Concept[]
  /** What is meant rather than said: ways of speaking of one happening, looser than synonyms. */
  meanings?: Synonyms
}

const KATAKANA = /[\u30a1-\u30fc]/
const ALNUM = /[a-z0-9]/

/**
 * Makes a finder of synonym groups. A word of ASCII letters or of katakana only counts when it stands alone (サイト is not in
 * サイトシーイング, EC not in TECH); a word may belong to several groups.
 */
export function createSynonyms(groups: readonly SynonymGroup[]): Synonyms {
  const groupsOf = new Map<string, number[]>()
  groups.forEach((group, number) => {
    for (const word of group) {
      const key = fold(word).trim()
      if (key.length < 2) continue
      const known = groupsOf.get(key)
      if (known === undefined) groupsOf.set(key, [number])
      else if (!known.includes(number)) known.push(number)
    }
  })
  const [words, groupsOfWord] = [createTrie([...groupsOf.keys()]), [...groupsOf.values()]]
  return { names: groups.map((group) => group[0] ?? ''), groups, find: (folded) => find(folded, words, groupsOfWord) }
}

function find(folded: string, words: Trie, groupsOf: readonly number[][]): Concept[] {
  const found: Concept[] = []
  for (let start = 0; start + 1 < folded.length; start++) {
    for (let one = words.at(folded, start) - 1; one >= 0; one--) {
      const end = words.ends[one]!
      if (!standsAlone(folded, start, end)) continue
      for (const group of groupsOf[words.words[one]!]!) found.push({ group, start, end })
      start = end - 1
      break
    }
  }
  return found
}

function standsAlone(folded: string, start: number, end: number): boolean {
  return !joins(folded, start) && !joins(folded, end)
}

/** True when the characters before and after this place are of one katakana or ASCII run. */
function joins(folded: string, place: number): boolean {
  const before = folded[place - 1]
  const after = folded[place]
  if (before === undefined || after === undefined) return false
  return (ALNUM.test(before) && ALNUM.test(after)) || (KATAKANA.test(before) && KATAKANA.test(after))
}
