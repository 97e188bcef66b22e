import { keyOf } from './key.ts'

/** What things are called, looked through as one text: much quicker than name by name. */
export type Labels = {
  /** The places of the things of which a name has these letters (in the spelling of `keyOf`, none of them a line's end), in order. */
  readonly having: (letters: string) => number[]
}

/** @param things the names of each */
export function createLabels(things: readonly (readonly string[])[]): Labels {
  const ends: number[] = []
  let text = ''
  for (const names of things) {
    text += names.map((name) => `${keyOf(name)}\n`).join('')
    ends.push(text.length)
  }
  return {
    having(letters) {
      const found: number[] = []
      if (letters === '') return things.map((_, place) => place)
      for (let at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, at)) {
        const place = placeOf(ends, at)
        found.push(place)
        at = ends[place]!
      }
      return found
    },
  }
}

/** The first place that ends after `at`. */
function placeOf(ends: readonly number[], at: number): number {
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ends[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}
