import { z } from 'zod'
import { KINDS, type Kind } from './attachment/kinds.ts'
import { runConfined, scriptOf } from './confined.ts'
import { FAILED, PROBLEMS, type Problem } from './document/kinds.ts'

type Attachment = { readonly kind: Kind; readonly content: Uint8Array }
type ReadAttachment = Attachment | { readonly problem: Problem | 'busy' }

const LIMITS = { ms: 20_000, megabytes: 700 }
const answered = z.union([
  z.object({ kind: z.enum(KINDS), changed: z.boolean() }),
  z.object({ problem: z.enum(PROBLEMS) }),
])

/**
 * A picture without anything in it that is not the picture, or a PDF, Word or Excel file that holds no program, no other file
 * and no lock, by its bytes alone; or why it is not taken. Read in a process that may do nothing else.
 */
export async function readAttachment(bytes: Uint8Array): Promise<ReadAttachment> {
  const read = await runConfined(scriptOf('attachment', import.meta.url), bytes, LIMITS)
  if ('failed' in read) return { problem: FAILED[read.failed] }
  const { data } = answered.safeParse(read.value)
  if (!data) return { problem: 'broken' }
  if ('problem' in data) return data
  return { kind: data.kind, content: data.changed ? read.bytes : bytes }
}
