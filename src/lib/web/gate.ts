/** How many requests of one server are worked on at a time; many more than connections, because some wait for other things. */
export const AT_A_TIME = 64

/**
 * Lets so many at a time through, in the order in which they came; the others wait in memory and hold nothing. When a thousand
 * people press at the same moment, each of those let in gets connections at once, instead of all waiting for one until it is
 * called a failure.
 */
export function createGate(places: number) {
  let free = places
  const waiting: (() => void)[] = []
  return async function through<T>(work: () => Promise<T> | T): Promise<T> {
    if (free > 0) free--
    else await new Promise<void>((enter) => waiting.push(enter))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free++
    }
  }
}
