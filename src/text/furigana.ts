/**
 * Words and how they are read: a word is written as it begins in a text, kanji first, and where the reading hangs on it with
 * the kana that follow (入れ, 入る). The reading is that of the kanji alone. A word that begins with # stands behind a figure.
 */
export type Readings = ReadonlyMap<string, string>

const RUN = /[\p{Script=Han}々]+/gu
const FIGURE = /[0-9０-９,，]$/
/** What belongs to these is no running text, or may hold no further element. */
const CLOSED = new Set(['head', 'script', 'style', 'svg', 'textarea', 'select', 'ruby', 'title'])
const PARTS = /<(\/?)([a-zA-Z][\w-]*)[^>]*>|[^<]+|</g
/** Kana that are looked at behind a word. */
const KANA = 3

/**
 * Furigana over the kanji of a page. A run of kanji gets them only when known words make it up from its first to its last
 * letter, so that nothing wrong stands over a compound that is only half known; whatever else is left as it was.
 * @param html a whole page or a part of one, as it is sent (not a template)
 */
export function withFurigana(html: string, readings: Readings): string {
  const closed: string[] = []
  return html.replace(PARTS, (part, slash: string | undefined, name: string | undefined) => {
    if (name !== undefined) {
      const tag = name.toLowerCase()
      if (CLOSED.has(tag) && !part.endsWith('/>')) slash ? closed.pop() : closed.push(tag)
      return part
    }
    return closed.length > 0 ? part : annotated(part, readings)
  })
}

function annotated(text: string, readings: Readings): string {
  return text.replace(RUN, (run, at: number) => {
    const words = wordsOf(run, { before: text.slice(0, at), after: text.slice(at + run.length), readings })
    return words ? words.map(([word, reading]) => `<ruby>${word}<rt>${reading}</rt></ruby>`).join('') : run
  })
}

type Around = { before: string; after: string; readings: Readings }
type Word = readonly [kanji: string, reading: string]

/** The words that a run is made of, the longest first; null when something of it is unknown. */
function wordsOf(run: string, around: Around): Word[] | null {
  for (let length = run.length; length > 0; length--) {
    const [word, rest] = [run.slice(0, length), run.slice(length)]
    const reading = readingOf(word, rest === '' ? around.after : '', around)
    if (reading === undefined) continue
    if (rest === '') return [[word, reading]]
    const others = wordsOf(rest, { ...around, before: word })
    if (others) return [[word, reading], ...others]
  }
  return null
}

function readingOf(word: string, after: string, { before, readings }: Around): string | undefined {
  const found = (key: string) => (FIGURE.test(before) ? readings.get(`#${key}`) : undefined) ?? readings.get(key)
  for (let kana = Math.min(KANA, after.length); kana >= 0; kana--) {
    const reading = found(word + after.slice(0, kana))
    if (reading !== undefined) return reading
  }
  return undefined
}
