/** A number in [0, 1) that belongs to these whole numbers, whoever asks, and however often. */
export type Draws = (...of: readonly number[]) => number

/**
 * Chance without an order: what one person decides on one day is the same number under every method, however much each asked
 * before (common random numbers), so that methods differ by what they show and not by luck. 32 bits. Source of the mixing:
 * A. Appleby, MurmurHash3 (public domain), its 32-bit body and finalizer.
 */
export function createDraws(seed: number): Draws {
  return (...of) => {
    let hash = seed | 0
    for (const one of of) {
      const mixed = Math.imul(rotate(Math.imul(one, 0xcc9e2d51), 15), 0x1b873593)
      hash = (Math.imul(rotate(hash ^ mixed, 13), 5) + 0xe6546b64) | 0
    }
    hash ^= of.length * 4
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    return ((hash ^ (hash >>> 16)) >>> 0) / 0x100000000
  }
}

function rotate(bits: number, by: number): number {
  return (bits << by) | (bits >>> (32 - by))
}

/** What a draw is for, so that no two decisions share one. */
export const DRAW = {
  visit: 1,
  look: 2,
  apply: 3,
  offer: 4,
  list: 5,
  post: 6,
  shifts: 7,
  turn: 8,
  search: 9,
  find: 10,
  crowd: 11,
} as const
