/** Numbers that only depend on the names they were asked with: the same demo on every machine. */
export type Random = {
  /** 0 ≤ x < 1 */
  next(): number
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number
  chance(share: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the entries, as often as its weight says. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T
  /** `count` different ones, or all when there are fewer. */
  several<T>(list: readonly T[], count: number): T[]
  /** Another stream that does not change this one. */
  fork(name: string | number): Random
}

/** sfc32 (Chris Doty-Humphrey, PractRand, 2010), seeded from a text by FNV-1a. */
export function randomFrom(name: string): Random {
  let [a, b, c, d] = [hash(name, 0x811c9dc5), hash(name, 0x2c1b3c6d), hash(name, 0x297a2d39), 1] as [
    number,
    number,
    number,
    number,
  ]
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4294967296
  }
  for (let n = 0; n < 12; n++) next()
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    chance: (share) => next() < share,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('Nothing to pick from')
      return list[Math.floor(next() * list.length)]!
    },
    weighted: (entries) => {
      let left = next() * totalOf(entries)
      for (const [value, weight] of entries) {
        left -= weight
        if (left < 0) return value
      }
      return entries.at(-1)![0]
    },
    several: (list, count) => {
      const rest = [...list]
      for (let at = 0; at < Math.min(count, rest.length); at++) {
        const other = between(at, rest.length - 1)
        ;[rest[at], rest[other]] = [rest[other]!, rest[at]!]
      }
      return rest.slice(0, count)
    },
    fork: (part) => randomFrom(`${name}/${part}`),
  }
}

/** Long lists are asked again and again. */
const totals = new WeakMap<object, number>()

function totalOf(entries: readonly (readonly [unknown, number])[]): number {
  let total = totals.get(entries)
  if (total === undefined) {
    total = entries.reduce((sum, [, weight]) => sum + weight, 0)
    totals.set(entries, total)
  }
  return total
}

function hash(text: string, start: number): number {
  let value = start
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value ^= value >>> 16
  return Math.imul(value, 0x85ebca6b) | 0
}
