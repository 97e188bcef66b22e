import type { Context } from 'hono'
import { Refused, TooLarge } from './errors.ts'

/** A form's fields as they came: a name that comes more than once is a list. */
export type Body = Record<string, string | string[]>

const TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']
const BODY_LIMIT = 200_000
/** A browser that is still sending shows no answer: what is too large is taken in up to here, and thrown away. */
const MOST_TAKEN = 100_000_000

/** The files of a form by the name of their field, as bytes: what the sender calls them says nothing about what they are. */
export type Files = Readonly<Record<string, readonly Uint8Array[]>>

/** What the sender calls each of these bytes: for words on a page only. */
const names = new WeakMap<Uint8Array, string>()

export function nameOf(file: Uint8Array): string {
  return names.get(file) ?? ''
}

/** The fields and the files of a posted form, all of it at most `limit` bytes; `tooLarge` says what to do about more. */
export async function readBody(
  c: Context,
  limit = BODY_LIMIT,
  tooLarge = '送られた内容が大きすぎます。短くしてもう一度送ってください。',
): Promise<{ body: Body; files: Files }> {
  const type = c.req.header('content-type') ?? ''
  const name = type.split(';')[0]!.trim().toLowerCase()
  if (!TYPES.includes(name)) throw new Refused(415, 'この形式では受け取れません。画面のボタンから送ってください。')
  const { head, whole } = await readAtMost(c, limit)
  if (!whole) throw new TooLarge(tooLarge, await fieldsBefore(head, type))
  return formIn(head, type).catch(() => {
    throw new Refused(400, '送られた内容を読み取れませんでした。もう一度送ってください。')
  })
}

/** A body as it was sent, for whoever has to check its signature. */
export async function readRaw(c: Context, limit = BODY_LIMIT): Promise<{ body: Body; files: Files }> {
  const { head, whole } = await readAtMost(c, limit)
  if (!whole) throw new Refused(413, '大きすぎます。')
  return { body: {}, files: { raw: [head] } }
}

async function formIn(raw: Buffer<ArrayBuffer>, type: string): Promise<{ body: Body; files: Files }> {
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const body: Body = Object.create(null)
  const files: Record<string, Uint8Array[]> = Object.create(null)
  for (const [name, value] of form) {
    if (typeof value !== 'string') {
      // A file field in which nothing was chosen sends an empty one without a name.
      if (value.size === 0 && value.name === '') continue
      const bytes = new Uint8Array(await value.arrayBuffer())
      names.set(bytes, value.name)
      files[name] ??= []
      files[name].push(bytes)
      continue
    }
    const before = body[name]
    if (before === undefined) body[name] = value
    else if (Array.isArray(before)) before.push(value)
    else body[name] = [before, value]
  }
  return { body, files }
}

/** The fields that came before the file in which a form was cut off: what was typed stands before what was chosen. */
async function fieldsBefore(head: Buffer<ArrayBuffer>, type: string): Promise<Body> {
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  const end = boundary === undefined ? -1 : head.lastIndexOf(`--${boundary}\r\n`)
  if (end <= 0) return {}
  const closed = Buffer.concat([head.subarray(0, end), Buffer.from(`--${boundary}--\r\n`)])
  return formIn(closed, type).then(
    ({ body }) => body,
    () => ({}),
  )
}

/** Shorter ones are typed again in a moment. */
const WORTH_KEEPING = 8

/** What a person wrote into a form: what the program puts there itself is in plain letters, or short. */
export function wordsIn(body: Body): string[] {
  const values = Object.values(body).flat()
  return values.filter((value) => value.trim().length >= WORTH_KEEPING && /[^\p{ASCII}]/u.test(value))
}

/** The first `limit` bytes of what is sent, and whether that is all. The rest is taken in unread. */
async function readAtMost(c: Context, limit: number): Promise<{ head: Buffer<ArrayBuffer>; whole: boolean }> {
  const stream = c.req.raw.body
  if (!stream) return { head: Buffer.alloc(0), whole: true }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    if (size < limit) chunks.push(chunk.subarray(0, limit - size))
    size += chunk.byteLength
    if (size > MOST_TAKEN) break
  }
  return { head: Buffer.concat(chunks), whole: size <= limit }
}
