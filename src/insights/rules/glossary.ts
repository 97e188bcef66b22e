import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'

const entry = z.object({
  word: z.string().min(1),
  reading: z.string().regex(/^[ぁ-んー・]+$/, '読みは、ひらがなで書きます'),
  means: z.string().min(10).max(90),
  more: z.string().startsWith('/').optional(),
})
export type Explained = z.output<typeof entry>

/** Words that not everybody knows, in plain ones, in the order of their readings. */
export function explainedWords(): Explained[] {
  const words = z.array(entry).parse(readReference('glossary'))
  return words.sort((a, b) => a.reading.localeCompare(b.reading, 'ja'))
}
