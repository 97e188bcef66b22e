import type { Terms } from '../../law/terms.ts'
import { missingGlyphs } from '../../lib/pdf/glyphs.ts'
import { answersOf } from './form.ts'

/** Answers with characters that no font of the document has, by field: refused at input, or nothing could be printed. */
export function unprintable(terms: Terms): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const [field, text] of Object.entries(answersOf(terms))) {
    const missing = missingGlyphs(text)
    if (missing.length > 0)
      errors[field] = `「${missing.join('」「')}」は契約書に印刷できません。別の字で書いてください。`
  }
  return errors
}
