import { loadDefaultJapaneseParser } from 'budoux'

const parser = loadDefaultJapaneseParser()
const kept = new Map<string, string[]>()
const KEPT_AT_MOST = 2000

/** The phrases (文節) of a Japanese sentence, in order; joined they give the text again. */
export function phrasesOf(text: string): string[] {
  const known = kept.get(text)
  if (known) return known
  const phrases = parser.parse(text)
  if (kept.size >= KEPT_AT_MOST) kept.clear()
  kept.set(text, phrases)
  return phrases
}

/** A sentence that breaks only between phrases: for headings, buttons and labels. */
export function Phrase({ children }: { children: string }) {
  return (
    <span class="phrase">
      {phrasesOf(children).flatMap((phrase, index) => (index === 0 ? [phrase] : [<wbr key={`${index}`} />, phrase]))}
    </span>
  )
}
