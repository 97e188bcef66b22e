/** The best few of many, many times beside each other: heaps with the least of each on top. */
export type Heaps = {
  /** Below this nothing enters: the least of a heap once it is full. */
  readonly floors: Float32Array
  /** Of equal scores those that came first stay. To be called where the score is above the floor. */
  offer(heap: number, score: number, name: number): void
  /** In no order. */
  each(heap: number, told: (name: number) => void): void
  clear(): void
}

/** `count` heaps of at most `most` (1 or more) names each. Memory: 8 bytes a place. `floors` may lie where others see them. */
export function createHeaps(count: number, most: number, floors: Float32Array = new Float32Array(count)): Heaps {
  const scores = new Float32Array(count * most)
  const names = new Uint32Array(count * most)
  const sizes = new Uint32Array(count)
  floors.fill(Number.NEGATIVE_INFINITY)
  const put = (at: number, score: number, name: number) => {
    scores[at] = score
    names[at] = name
  }
  const rise = (from: number, size: number, score: number, name: number) => {
    let at = size
    for (; at > 0 && scores[from + ((at - 1) >> 1)]! > score; at = (at - 1) >> 1)
      put(from + at, scores[from + ((at - 1) >> 1)]!, names[from + ((at - 1) >> 1)]!)
    put(from + at, score, name)
  }
  const sink = (from: number, score: number, name: number) => {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child + 1 < most && scores[from + child + 1]! < scores[from + child]!) child++
      if (child >= most || scores[from + child]! >= score) break
      put(from + at, scores[from + child]!, names[from + child]!)
      at = child
    }
    put(from + at, score, name)
  }
  return {
    floors,
    offer(heap, given, name) {
      // Compared as it is kept.
      const score = Math.fround(given)
      const from = heap * most
      const size = sizes[heap]!
      if (size < most) {
        rise(from, size, score, name)
        sizes[heap] = size + 1
        if (size + 1 === most) floors[heap] = scores[from]!
      } else if (score > scores[from]!) {
        sink(from, score, name)
        floors[heap] = scores[from]!
      }
    },
    each(heap, told) {
      for (let at = 0; at < sizes[heap]!; at++) told(names[heap * most + at]!)
    },
    clear() {
      sizes.fill(0)
      floors.fill(Number.NEGATIVE_INFINITY)
    },
  }
}
