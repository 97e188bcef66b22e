import { createReadStream } from 'node:fs'
import type { z } from 'zod'
import { StartError } from '../lib/start-error.ts'
import { BAD_INPUT } from './bad-input.ts'
import { LONGEST_LINE, splitLines } from './split-lines.ts'

/**
 * The lines of a file of JSON objects, each with an `id` of its own; empty lines are passed over but counted. Throws a sentence
 * with file and line about the first one that is not of this shape.
 */
export async function readJsonLines<T extends { readonly id: string | number }>(
  file: string,
  shape: z.ZodType<T>,
): Promise<T[]> {
  const rows: T[] = []
  const lineOf = new Map<string, number>()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let number = 0
  for await (const bytes of linesOf(file)) {
    number++
    const refused = (why: string) => new StartError(`${file} の${number}行目：${why}`, BAD_INPUT)
    if (bytes.length > LONGEST_LINE) throw refused(`長すぎます。${LONGEST_LINE / 1_000_000}MBまでにしてください。`)
    const row = read(decoder, bytes, shape, refused)
    if (row === null) continue
    const before = lineOf.get(String(row.id))
    if (before !== undefined) throw refused(`id「${row.id}」は、${before}行目にもあります。`)
    lineOf.set(String(row.id), number)
    rows.push(row)
  }
  return rows
}

function read<T>(decoder: TextDecoder, bytes: Buffer, shape: z.ZodType<T>, refused: (why: string) => Error): T | null {
  let text: string
  try {
    // At the start of a file the decoder takes the byte order mark away.
    text = decoder.decode(bytes).trim()
  } catch {
    throw refused('UTF-8 の文字ではありません。')
  }
  if (text === '') return null
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw refused('JSON として読めません。')
  }
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  const [field, ...deeper] = path
  if (field === undefined) throw refused('{"id":…,"text":…} の形の JSON にしてください。')
  const missing = !Object.hasOwn(value as object, field)
  const at = typeof deeper[0] === 'number' ? `の${deeper[0] + 1}番目` : ''
  throw refused(missing ? `${String(field)} がありません。` : `${String(field)} ${at}は、${message}。`)
}

async function* linesOf(file: string): AsyncGenerator<Buffer> {
  try {
    yield* splitLines(createReadStream(file))
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new StartError(`${file} を読めません。場所と、読む許可を確かめてください。`, BAD_INPUT)
    }
    throw error
  }
}
