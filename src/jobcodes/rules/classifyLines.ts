import { z } from 'zod'
import { classify } from './standard.ts'

const question = z.object({ id: z.union([z.string(), z.number()]), text: z.string() })

/**
 * What `meguri classify` does: JSONL `{"id","text"}` in, JSONL `{"id","codes":[…]}` out, ten codes a line, best first.
 * A line that is none gives `{"id":null,"error":"…"}` with its number; empty lines are passed over but counted.
 */
export async function* classifyLines(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') yield JSON.stringify(answer(line, number))
  }
}

function answer(line: string, number: number) {
  const parsed = question.safeParse(readJson(line))
  if (parsed.success) return { id: parsed.data.id, codes: classify(parsed.data.text) }
  return { id: null, error: `${number}行目: {"id":"…","text":"…"} の形の JSON（UTF-8、8MBまで）ではありません` }
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
