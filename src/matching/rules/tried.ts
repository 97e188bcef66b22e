/** A whole number for an id, below 2³², whoever else there is. */
export function nameOf(id: string): number {
  const digits = id.replaceAll('-', '')
  let name = 0
  for (let from = 0; from < digits.length; from += WORD)
    name = (Math.imul(name, GOLDEN) ^ Number.parseInt(digits.slice(from, from + WORD), 16)) >>> 0
  return name
}

const WORD = 8
/** As in numbers.ts. */
const GOLDEN = 0x9e3779b1
