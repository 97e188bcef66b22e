/** Times of one thing done many times, in milliseconds, and its line in the table. */
export interface Times {
  name: string
  p50: number
  p95: number
  p99: number
}

/** Sweeps the caches of the processor with bytes of its own, so that the next reader finds none of its rows there. */
const sweeper = new Uint8Array(64 * 2 ** 20)
export function sweep(): void {
  for (let at = 0; at < sweeper.length; at += 64) sweeper[at]!++
}

export function timesOf(name: string, milliseconds: number[]): Times {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!)
  return { name, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** Does `run` for 0 … count - 1 and times each; before each `before`, which is not timed. */
export function time(name: string, count: number, run: (at: number) => void, before?: () => void): Times {
  return timesOf(name, timeEach(count, run, before))
}

/** The same one by one. */
export function timeEach(count: number, run: (at: number) => void, before?: () => void): number[] {
  return Array.from({ length: count }, (_, at) => {
    before?.()
    const start = performance.now()
    run(at)
    return performance.now() - start
  })
}

/** The same for what answers later. */
export async function timeLater(
  name: string,
  count: number,
  run: (at: number) => Promise<unknown>,
  before?: () => void,
): Promise<Times> {
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    before?.()
    const start = performance.now()
    await run(at)
    times.push(performance.now() - start)
  }
  return timesOf(name, times)
}

export function round(value: number): number {
  return Number(value.toFixed(value < 10 ? 2 : 1))
}
