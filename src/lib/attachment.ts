import { z } from 'zod'
import { jpegOfHeif } from './attachment/from-heif.ts'
import { KINDS, type Kind } from './attachment/kinds.ts'
import { runConfined, scriptOf } from './confined.ts'
import { FAILED, PROBLEMS, type Problem } from './document/kinds.ts'
import { isHeif } from './picture/heif.ts'

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
  const content = data.changed ? read.bytes : bytes
  return (data.kind === 'heic' && (await fromHeif(content))) || { kind: data.kind, content }
}

/**
 * The one photo that a form has room for, as every browser shows it where this machine can; any other file as it came. Whatever
 * somebody sends beside it is work for nobody.
 */
export async function asShown([file]: readonly Uint8Array[] = []): Promise<readonly Uint8Array[] | undefined> {
  return file && [await shownOrSame(file)]
}

async function shownOrSame(file: Uint8Array): Promise<Uint8Array> {
  if (!isHeif(file)) return file
  const read = await readAttachment(file)
  return 'content' in read && read.kind === 'jpg' ? read.content : file
}

/** As every browser shows it, and as small as other photos; null where this machine cannot. */
async function fromHeif(photo: Uint8Array): Promise<Attachment | null> {
  const jpeg = await jpegOfHeif(photo)
  const read = jpeg && (await readAttachment(new Uint8Array(jpeg)))
  return read && 'content' in read && read.kind === 'jpg' ? read : null
}
