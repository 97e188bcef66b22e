import { foldWithPlaces } from '../normalise.ts'
import { keyOf } from './key.ts'

/** A part of a text, from `start` to before `end`, both places in it as it is written. */
export type Mark = { readonly start: number; readonly end: number }

/**
 * Where phrases (in the spelling of `keyOf`) stand in a text, in order, without overlaps: what is shown in another light. A
 * phrase that stands nowhere whole is not marked.
 */
export function marksIn(text: string, phrases: readonly string[]): Mark[] {
  const key = keyOf(text)
  const standing = phrases.filter((phrase) => phrase !== '' && key.includes(phrase))
  if (standing.length === 0) return []
  const { places } = foldWithPlaces(text)
  const found: Mark[] = []
  for (const phrase of standing) {
    for (let at = key.indexOf(phrase); at >= 0; at = key.indexOf(phrase, at + phrase.length))
      found.push({ start: places[at]!, end: places[at + phrase.length]! })
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const marks: Mark[] = []
  for (const mark of found) {
    const last = marks.at(-1)
    if (last === undefined || mark.start > last.end) marks.push(mark)
    else if (mark.end > last.end) marks[marks.length - 1] = { start: last.start, end: mark.end }
  }
  return marks
}

/** A text in pieces, marked and unmarked in turn; joined they give the text. */
export function piecesOf(text: string, marks: readonly Mark[]): { text: string; marked: boolean }[] {
  const pieces: { text: string; marked: boolean }[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}
