const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' })

/** Code units of the longest family of emoji; more marks than that on one letter are no writing. */
const LONGEST_GRAPHEME = 16

/** The first `limit` characters as a person counts them (👨‍👩‍👧 is one), nothing added. */
export function head(text: string, limit: number): string {
  if (text.length <= limit) return text
  let end = 0
  let count = 0
  for (const { segment } of graphemes.segment(text.slice(0, limit * LONGEST_GRAPHEME))) {
    if (count++ === limit) break
    end += segment.length
  }
  return text.slice(0, end)
}

/** At most `limit` characters as a person counts them, with 「…」 as the last of them when something was cut. */
export function truncate(text: string, limit: number): string {
  if (head(text, limit) === text) return text
  return limit < 1 ? '' : `${head(text, limit - 1)}…`
}

/** How many characters a person would count. */
export function graphemeCount(text: string): number {
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  return count
}
