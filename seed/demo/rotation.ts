import type { Random } from '../random.ts'

/**
 * Remembers what was said and takes what was said longest ago, so that texts that stand near each other do not repeat.
 * Ways of saying are rotated too: two neighbours do not begin alike.
 */
export type Rotation = {
  /** One of the texts as it stands. */
  pick(texts: readonly string[], random: Random): string
  /** One of the patterns, filled; never a sentence that was made before while another can be made. */
  made(patterns: readonly string[], random: Random, fill: (pattern: string) => string): string
}

const TRIES = 24

export function createRotation(): Rotation {
  const saidAt = new Map<string, number>()
  let count = 0
  const oldestHalf = (texts: readonly string[]) => {
    const fresh = texts.filter((text) => !saidAt.has(text))
    if (fresh.length > 0) return fresh
    const inOrder = [...texts].sort((a, b) => saidAt.get(a)! - saidAt.get(b)!)
    return inOrder.slice(0, Math.max(1, Math.floor(texts.length / 3)))
  }
  const note = (text: string) => {
    saidAt.set(text, ++count)
    return text
  }
  return {
    pick: (texts, random) => note(random.pick(oldestHalf(texts))),
    made(patterns, random, fill) {
      let best: { text: string; pattern: string; at: number } | null = null
      for (let n = 0; n < TRIES; n++) {
        const pattern = random.pick(n < TRIES / 2 ? oldestHalf(patterns) : patterns)
        const text = fill(pattern)
        const at = saidAt.get(text) ?? -1
        if (best === null || at < best.at) best = { text, pattern, at }
        if (at < 0) break
      }
      if (best === null) throw new RangeError('Nothing to say')
      note(best.pattern)
      return note(best.text)
    },
  }
}
