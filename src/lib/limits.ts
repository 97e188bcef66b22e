export type Limiter = {
  /** One of `key`'s permissions, when there is one left. */
  take(key: string): boolean
}

type Bucket = { tokens: number; at: number }

/**
 * At most `count` times in `seconds` for each key, refilled evenly. Kept in this process's memory, of which it takes no
 * more than `keys` buckets: when there are more, those that have been quiet longest start afresh.
 */
export function createLimiter(options: { count: number; seconds: number; clock: () => Date; keys?: number }): Limiter {
  const { count, seconds, clock, keys = 10_000 } = options
  const perMs = count / (seconds * 1000)
  /** A Map keeps its order, and a bucket goes to the end whenever it is used: so the first is the quietest. */
  const buckets = new Map<string, Bucket>()

  return {
    take(key) {
      const now = clock().getTime()
      const bucket = buckets.get(key) ?? { tokens: count, at: now }
      const passed = Math.max(0, now - bucket.at)
      const tokens = Math.min(count, bucket.tokens + passed * perMs)
      const granted = tokens >= 1
      buckets.delete(key)
      buckets.set(key, { tokens: granted ? tokens - 1 : tokens, at: Math.max(now, bucket.at) })
      if (buckets.size > keys) buckets.delete(buckets.keys().next().value!)
      return granted
    },
  }
}
