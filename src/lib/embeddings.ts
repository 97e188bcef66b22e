import { z } from 'zod'
import type { Settings } from './config.ts'
import type { Log } from './log.ts'

/** Somebody's endpoint that turns texts into vectors. It may help; nothing waits for it longer than was agreed. */
export type Embedder = {
  readonly name: string
  /** As many vectors as texts, all of one length; null when they came too late, were broken or were refused. Never throws. */
  embed(texts: readonly string[]): Promise<readonly Float64Array[] | null>
}

/** Lengths that such vectors have. */
const SHORTEST = 8
const LONGEST = 8192
/** What no honest answer needs: so many bytes a number, and something around them. */
const BYTES_A_NUMBER = 32

const shape = z.object({
  data: z.array(z.object({ index: z.int().min(0), embedding: z.array(z.number()).min(SHORTEST).max(LONGEST) })),
})

/** The endpoint that the environment names, in the form of OpenAI's; none when it names none. */
export function openEmbedder({ embeddings }: Pick<Settings, 'embeddings'>, log: Log): Embedder | null {
  if (!embeddings) return null
  const { name, url, key, seconds } = embeddings
  return {
    name,
    async embed(texts) {
      try {
        const response = await fetch(`${url.replace(/\/+$/, '')}/embeddings`, {
          method: 'POST',
          redirect: 'error',
          headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
          body: JSON.stringify({ model: name, input: texts, encoding_format: 'float' }),
          signal: AbortSignal.timeout(seconds * 1000),
        })
        if (!response.ok) throw new RangeError(`status ${response.status}`)
        const given = shape.safeParse(JSON.parse(await textUpTo(response, texts.length * LONGEST * BYTES_A_NUMBER)))
        const vectors = given.success ? inOrder(given.data, texts.length) : null
        if (!vectors) log.warn({}, 'the embeddings endpoint answered in another form')
        return vectors
      } catch (error) {
        // Its message may repeat what was sent: only what kind of fault it was is kept.
        log.warn({ act: error instanceof Error ? error.name : 'unknown' }, 'the embeddings endpoint did not answer')
        return null
      }
    },
  }
}

/** Null unless there is one for each text, all as long, of numbers, and none of nothing but zeros. */
function inOrder({ data }: z.infer<typeof shape>, count: number): Float64Array[] | null {
  const byText = new Map(data.map(({ index, embedding }) => [index, Float64Array.from(embedding)]))
  const vectors = Array.from({ length: count }, (_, at) => byText.get(at))
  const [first] = vectors
  const good = vectors.filter(
    (one) => one?.length === first?.length && one?.every(Number.isFinite) && one.some((value) => value !== 0),
  )
  return data.length === count && good.length === count ? (good as Float64Array[]) : null
}

async function textUpTo(response: Response, most: number): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > most) throw new RangeError('more than an answer needs')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}
