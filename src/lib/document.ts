import { z } from 'zod'
import { runConfined, scriptOf } from './confined.ts'
import { FAILED, PROBLEMS, type Problem } from './document/kinds.ts'

export type Read = { readonly words: string } | { readonly problem: Problem | 'busy' }

const LIMITS = { ms: 20_000, megabytes: 400 }
const answered = z.union([z.object({ words: z.string() }), z.object({ problem: z.enum(PROBLEMS) })])

/**
 * The words of a text file, a Word document, a spreadsheet or a PDF, whatever it is called; or why there are none. Read in a process that may
 * do nothing else, with its time and its memory; the same bytes give the same.
 */
export async function wordsOf(bytes: Uint8Array): Promise<Read> {
  const read = await runConfined(scriptOf('document', import.meta.url), bytes, LIMITS)
  if ('failed' in read) return { problem: FAILED[read.failed] }
  const { data } = answered.safeParse(read.value)
  return data ?? { problem: 'broken' }
}
