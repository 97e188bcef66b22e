import { z } from 'zod'
import { runConfined } from './confined.ts'
import { PROBLEMS, type Problem } from './document/kinds.ts'

export type Read = { readonly words: string } | { readonly problem: Problem | 'busy' }

const LIMITS = { ms: 20_000, megabytes: 400 }
const answered = z.union([z.object({ words: z.string() }), z.object({ problem: z.enum(PROBLEMS) })])

/**
 * The words of a text file, a Word document or a PDF, whatever it is called; or why there are none. Read in a process that may
 * do nothing else, with its time and its memory; the same bytes give the same.
 */
export async function wordsOf(bytes: Uint8Array): Promise<Read> {
  const read = await runConfined(script(), bytes, LIMITS)
  if ('failed' in read) return { problem: FAILED[read.failed] }
  const { data } = answered.safeParse(read.value)
  return data ?? { problem: 'broken' }
}

const FAILED = { time: 'large', memory: 'large', broken: 'broken', busy: 'busy' } as const

/** Beside this file: the source in development and tests, the file of the same name after the build. */
function script(): URL {
  const built = !import.meta.url.endsWith('.ts')
  return new URL(built ? './document-confined.js' : './document/document-confined.ts', import.meta.url)
}
