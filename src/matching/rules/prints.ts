/** By number of a person or a project: a print of the texts that its row was made of. Four bytes each. */
export type Prints = {
  /** 0 where none is known. */
  of(number: number): number
  set(number: number, print: number): void
  /** Of the first `count` numbers. */
  first(count: number): Uint32Array
}

const SMALLEST = 64

/** @param from prints of the first numbers; what is written goes to a copy */
export function createPrints(from: Uint32Array | number = 0): Prints {
  let all = typeof from === 'number' ? new Uint32Array(Math.max(SMALLEST, from)) : from.slice()
  const grow = (to: number) => {
    const more = new Uint32Array(Math.max(to, all.length * 2))
    more.set(all)
    all = more
  }
  return {
    of: (number) => all[number] ?? 0,
    set(number, print) {
      if (number >= all.length) grow(number + 1)
      all[number] = print
    },
    first(count) {
      if (count > all.length) grow(count)
      return all.subarray(0, count)
    },
  }
}

/** A number from 1 to 4,294,967,295 that is another for other texts, or for another answer of an endpoint, but once in four billion times. */
export function printOf(texts: readonly (string | null)[], meaning: Int8Array | null | undefined): number {
  let value = 0x811c9dc5
  const add = (one: number) => {
    value = Math.imul(value ^ one, 0x01000193)
  }
  for (const text of texts) {
    for (let at = 0; at < (text?.length ?? 0); at++) add(text!.charCodeAt(at))
    add(0x1ffff)
  }
  for (const one of meaning ?? []) add(one + 0x20000)
  return value >>> 0 || 1
}
