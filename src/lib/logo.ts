import { z } from 'zod'
import { runConfined, scriptOf } from './confined.ts'
import { type Fitted, LOGO_SIZE } from './logo/fitted.ts'

const LIMITS = { ms: 15_000, megabytes: 500 }
const answered = z.object({
  width: z.number().int().min(1).max(LOGO_SIZE.width),
  height: z.number().int().min(1).max(LOGO_SIZE.height),
})

/**
 * A stranger's picture as a PNG of nothing but its points, small enough for a head: what is kept was drawn by us, so that it may be
 * drawn again. Null when it is no PNG or JPEG that can be read. Read in a process that may do nothing else.
 */
export async function readLogo(bytes: Uint8Array): Promise<Fitted | null> {
  const read = await runConfined(scriptOf('logo', import.meta.url), bytes, LIMITS)
  if ('failed' in read) return null
  const { data } = answered.safeParse(read.value)
  return data ? { ...data, content: read.bytes } : null
}
