/** Sorting everything is quick enough up to here, or where most is wanted. */
const FEW = 2000

/** The first `limit` of these in the order of `compare`, sorted; a heap of that size looks at each once. */
export function firstOf(all: Uint32Array, limit: number, compare: (a: number, b: number) => number): number[] {
  if (limit === 0) return []
  if (all.length <= FEW || limit * 4 >= all.length) return Array.from(all).sort(compare).slice(0, limit)
  // The last of those that are kept stands on top.
  const heap = Array.from(all.subarray(0, limit)).sort((a, b) => compare(b, a))
  for (let at = limit; at < all.length; at++) {
    const one = all[at]!
    if (compare(one, heap[0]!) >= 0) continue
    sink(heap, one, compare)
  }
  return heap.sort(compare)
}

/** Puts one in the place of the top and lets it sink to where it belongs. */
function sink(heap: number[], one: number, compare: (a: number, b: number) => number) {
  let at = 0
  for (;;) {
    let child = at * 2 + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && compare(heap[child + 1]!, heap[child]!) > 0) child++
    if (compare(heap[child]!, one) <= 0) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = one
}
