import type { Context } from 'hono'
import { Refused } from './errors.ts'

/** A form's fields as they came: a name that comes more than once is a list. */
export type Body = Record<string, string | string[]>

const TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']
const BODY_LIMIT = 200_000

/** The files of a form by the name of their field, as bytes: what the sender calls them counts for nothing. */
export type Files = Readonly<Record<string, readonly Uint8Array[]>>

/** The fields and the files of a posted form, all of it at most `limit` bytes; `tooLarge` says what to do about more. */
export async function readBody(
  c: Context,
  limit = BODY_LIMIT,
  tooLarge = '送られた内容が大きすぎます。短くしてもう一度送ってください。',
): Promise<{ body: Body; files: Files }> {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  if (!TYPES.includes(type)) throw new Refused(415, 'この形式では受け取れません。画面のボタンから送ってください。')
  const raw = await readAtMost(c, limit, tooLarge)
  const form = await new Response(raw, { headers: { 'content-type': c.req.header('content-type')! } })
    .formData()
    .catch(() => {
      throw new Refused(400, '送られた内容を読み取れませんでした。もう一度送ってください。')
    })
  const body: Body = Object.create(null)
  const files: Record<string, Uint8Array[]> = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      // A file field in which nothing was chosen sends an empty one without a name.
      if (value.size > 0 || value.name !== '')
        files[name] = [...(files[name] ?? []), new Uint8Array(await value.arrayBuffer())]
      continue
    }
    const before = body[name]
    if (before === undefined) body[name] = value
    else body[name] = Array.isArray(before) ? [...before, value] : [before, value]
  }
  return { body, files }
}

/** Shorter ones are typed again in a moment. */
const WORTH_KEEPING = 8

/** What a person wrote into a form: what the program puts there itself is in plain letters, or short. */
export function wordsIn(body: Body): string[] {
  const values = Object.values(body).flat()
  return values.filter((value) => value.trim().length >= WORTH_KEEPING && /[^\p{ASCII}]/u.test(value))
}

async function readAtMost(c: Context, limit: number, sentence: string): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = new Refused(413, sentence)
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooLarge
  const stream = c.req.raw.body
  if (!stream) return new Uint8Array(0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
