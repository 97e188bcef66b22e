import { fold, hiragana } from '../../text/normalise.ts'
import type { Classifier } from './classifier.ts'
import type { CodeTree, Place } from './tree.ts'

/** `matched` is the label of the code that answered: its name, a synonym, a reading, or a phrase an owner would say. */
export type CodeHit = { code: string; name: string; middle: string; major: string; matched: string }

type Label = { key: string; text: string; rank: number }

/**
 * Makes the search of the code list. Every word typed (parted by spaces) must be part of one label of the code, whether in
 * kana, kanji, half or full width; the closest labels come first, then codes whose phrases are near in meaning.
 */
export function createSearch(tree: CodeTree, classify: Classifier): (text: string, limit?: number) => CodeHit[] {
  const rows = tree.places.map((place) => ({ place, labels: labelsOf(place) }))
  return (text, limit = 20) => {
    const typed = keyOf(text.slice(0, 200)).split(' ').filter(Boolean)
    if (typed.length === 0) return []
    const direct = rows
      .flatMap(({ place, labels }, row) => {
        const found = typed.map((word) => closest(labels, word))
        const worst = found.reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a))
        return worst === undefined ? [] : [{ place, row, label: worst, rank: rankOf(worst) }]
      })
      .sort((a, b) => a.rank - b.rank || a.label.key.length - b.label.key.length || a.row - b.row)
      .map(({ place, label }) => hit(place, label.text))
    const known = new Set(direct.map(({ code }) => code))
    const near = classify(text, limit).filter(({ code }) => !known.has(code))
    const further = near.map(({ code, name, middle, major, because }) => {
      return { code, name, middle, major, matched: because.phrase }
    })
    return [...direct, ...further].slice(0, limit)
  }
}

function labelsOf({ leaf, middle, major }: Place): Label[] {
  const of = (texts: readonly string[], rank: number) => texts.map((text) => ({ key: keyOf(text), text, rank }))
  return [
    ...of([leaf.name, leaf.reading], 0),
    ...of(leaf.synonyms, 2),
    ...of([leaf.english], 3),
    ...of([middle.name, middle.reading], 4),
    ...of([major.name, major.reading], 5),
    ...of([leaf.definition], 6),
  ]
}

/** Whole label before start before middle, and the name before a synonym. */
function closest(labels: readonly Label[], word: string): Label | undefined {
  let found: Label | undefined
  for (const label of labels) {
    const at = label.key.indexOf(word)
    if (at < 0) continue
    const rank = label.rank + (label.key === word ? 0 : at === 0 ? 0.3 : 0.6)
    if (rank < rankOf(found)) found = { ...label, rank }
  }
  return found
}

function rankOf(label: Label | undefined): number {
  return label?.rank ?? Number.POSITIVE_INFINITY
}

function keyOf(text: string): string {
  return hiragana(fold(text))
}

function hit({ leaf, middle, major }: Place, matched: string): CodeHit {
  return { code: leaf.id, name: leaf.name, middle: middle.name, major: major.name, matched }
}
