import { readAttachment } from '../../lib/attachment.ts'
import { nameOf } from '../../lib/web/body.ts'
import {
  FILE_MEGABYTES,
  fileName,
  MOST_FILES,
  type NewFile,
  NO_ROOM,
  REFUSED,
  THREAD_BYTES,
} from '../rules/attachments.ts'

/** The files of a form as they may go into a thread that holds `used` bytes already; or the sentence for the first that may not. */
export async function newFiles(
  chosen: readonly Uint8Array[],
  used: number,
): Promise<{ files: NewFile[] } | { problem: string }> {
  if (chosen.length > MOST_FILES)
    return { problem: `一度に送れるファイルは${MOST_FILES}つまでです。分けて送ってください。` }
  const files: NewFile[] = []
  let bytes = used
  for (const file of chosen) {
    const called = `「${fileName(nameOf(file), 'pdf').replace(/\.pdf$/, '')}」は、`
    if (file.length > FILE_MEGABYTES * 1_000_000)
      return { problem: `${called}${FILE_MEGABYTES}MBより大きくて送れません。小さくするか、分けてください。` }
    // One after the other: each is read in a process of its own.
    const read = await readAttachment(file)
    if ('problem' in read) return { problem: called + REFUSED[read.problem] }
    bytes += read.content.length
    if (bytes > THREAD_BYTES) return { problem: NO_ROOM }
    files.push({ name: fileName(nameOf(file), read.kind), ...read })
  }
  return { files }
}
