import { answer } from '../confined/inside.ts'
import { compoundProblem } from './compound.ts'
import { wordsOfDocx } from './docx.ts'
import { MOST_LETTERS, NotRead } from './kinds.ts'
import { wordsOfPdf } from './pdf.ts'
import { wordsOfPlain } from './plain.ts'
import { isXlsx, wordsOfXlsx } from './xlsx.ts'
import { directoryOf } from './zip.ts'

/** A PDF may have something before it. */
const HEAD = 1024

await answer(async (bytes) => {
  try {
    const words = (await wordsOf(bytes)).slice(0, MOST_LETTERS)
    if (words.trim() === '') throw new NotRead('empty')
    return { value: { words } }
  } catch (error) {
    return { value: { problem: error instanceof NotRead ? error.problem : 'broken' } }
  }
})

function wordsOf(bytes: Uint8Array): string | Promise<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.subarray(0, HEAD).includes('%PDF-')) return wordsOfPdf(bytes)
  if (buffer.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return wordsOfOffice(bytes)
  const compound = compoundProblem(bytes)
  if (compound) throw new NotRead(compound)
  return wordsOfPlain(bytes)
}

function wordsOfOffice(bytes: Uint8Array): string {
  const files = directoryOf(bytes)
  if ([...files.keys()].some((name) => /vbaproject/i.test(name))) throw new NotRead('programs')
  return isXlsx(files) ? wordsOfXlsx(bytes, files) : wordsOfDocx(bytes, files)
}
