import { coverages } from './fonts.ts'

const SEGMENTER = new Intl.Segmenter('ja', { granularity: 'grapheme' })
/** Line ends and the soft controls that a typesetter uses and never draws. */
const NOT_DRAWN = new Set([0x09, 0x0a, 0x0d, 0xad, 0x200b, 0x2060, 0xfeff])

/**
 * The characters of a text that the embedded fonts cannot print, each once, in order of appearance: 𠮷 comes back as
 * '𠮷', a variant form such as 葛󠄀 together with its selector. Empty when everything can be printed.
 */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>()
  for (const { segment } of SEGMENTER.segment(text.normalize('NFC'))) if (!isPrintable(segment)) missing.add(segment)
  return [...missing]
}

/** One font has to draw all of a grapheme: a mark from another font would not sit on its letter. */
function isPrintable(grapheme: string): boolean {
  const points = [...grapheme].map((character) => character.codePointAt(0)!)
  return coverages().some((weights) =>
    weights.every((weight) =>
      points.every((point, i) =>
        isVariationSelector(point)
          ? i > 0 && weight.hasVariation(points[i - 1]!, point)
          : NOT_DRAWN.has(point) || weight.has(point),
      ),
    ),
  )
}

function isVariationSelector(point: number): boolean {
  return (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef)
}
