import { foldWithPlaces } from '../../text/normalise.ts'
import type { Content } from './changes.ts'
import { type AskedCode, codeValues } from './codes.ts'
import { firstWord } from './lint-checks.ts'
import type { LintRule, WrittenField } from './lint-rules.ts'

/** What a tap changes: fields of the draft as its screens would send them. Null when the rule has no such tap. */
export function fixOf(rule: LintRule, project: Content, codes: readonly AskedCode[]): Record<string, unknown> | null {
  const { fix, when } = rule
  if (!fix) return null
  if ('drop' in fix) return 'says' in when ? without(project, when.says.in, when.says.words) : null
  if ('add' in fix) {
    const { field, text } = fix.add
    const before = project[field] ?? ''
    return before.includes(text) ? {} : { [field]: before === '' ? text : `${before.trimEnd()}\n${text}` }
  }
  if (fix.set.field === 'answerDays') return { answerDays: fix.set.value }
  return codeValues(codes.map((code, at) => ({ ...code, must: at < fix.set.value })))
}

/** The texts without the words, as often as they stand there. */
function without(project: Content, fields: readonly WrittenField[], words: readonly string[]): Record<string, string> {
  const changed: Record<string, string> = {}
  for (const field of fields) {
    const before = project[field] ?? ''
    let text = before
    for (let found = firstWord(text, words); found; found = firstWord(text, words)) text = cut(text, found.word)
    if (text !== before) changed[field] = text
  }
  return changed
}

/** The first place at which a word stands, whatever its width and case, is left out. */
function cut(text: string, word: string): string {
  const { text: folded, places } = foldWithPlaces(text)
  const needle = foldWithPlaces(word).text
  const at = folded.indexOf(needle)
  const start = places[at]!
  // One sign may stand for several folded ones (㍿): at least that one goes.
  return text.slice(0, start) + text.slice(Math.max(places[at + needle.length] ?? text.length, start + 1))
}
