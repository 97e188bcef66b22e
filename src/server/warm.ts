import { space } from '../jobcodes/rules/space.ts'
import { classifier, searchCodes } from '../jobcodes/rules/standard.ts'
import type { Gradual } from '../lib/gradual.ts'

const READY: readonly Gradual<unknown>[] = [classifier, space]

/**
 * Makes ready what is slow at its first use, so that the first visitor does not wait for it. Piece by piece: requests that
 * come meanwhile are answered in between.
 */
export async function warm(things: readonly Gradual<unknown>[] = READY): Promise<void> {
  for (const thing of things) {
    do await breath()
    while (!thing.step())
  }
  await breath()
  searchCodes('')
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
