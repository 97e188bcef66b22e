import { forbidden } from '../../text/normalise.ts'

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })
/** What no keyboard writes: control characters other than tab and line ends. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u
/** More marks on one letter than any language has (UAX #15, stream-safe text): sorting them costs their square. */
const MARKS = /\p{M}{31}/u
/** A letter and its marks seldom take more; without a bound one "letter" could carry a thousand marks. */
const UNITS_PER_LETTER = 8

/** Whether a text holds what we neither store nor could print. */
export function problemWith(text: string): string | null {
  if (CONTROL.test(text)) return 'control'
  return MARKS.test(text) ? 'marks' : forbidden(text)
}

export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, (gap) => (/[\n\r\t]/.test(gap) ? ' ' : gap))
    .trim()
}

export function severalLines(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').trimEnd().replace(/^\n+/, '')
}

/** The number of letters as people count them; a text that is far over `max` is not counted to its end. */
export function lengthOf(text: string, max: number): number {
  if (text.length <= max) return text.length
  if (text.length > max * UNITS_PER_LETTER) return text.length
  let length = 0
  for (const _ of graphemes.segment(text)) length++
  return length
}
