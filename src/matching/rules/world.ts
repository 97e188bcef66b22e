import { INDUSTRIES, nearIndustries } from '../../companies/rules/industries.ts'
import type { World } from '../../engine/engine.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { MOTIVES } from '../../talents/rules/words.ts'
import { DIMENSIONS } from '../../text/vector.ts'
import { WIDE } from './meaning.ts'

let world: World | undefined

/**
 * What both sides share: the tree of job codes and the neighbourhood of industries of this installation. Texts are wider where an
 * endpoint reads them too.
 */
export function matchingWorld(isRead = false): World {
  world ??= makeWorld()
  return isRead ? { ...world, dimension: WIDE } : world
}

function makeWorld(): World {
  const codes = jobCodes()
  const majorOfMiddle: number[] = []
  codes.places.forEach((_, leaf) => {
    majorOfMiddle[codes.middleOf[leaf]!] = codes.majorOf[leaf]!
  })
  const count = INDUSTRIES.length
  const near = new Uint8Array(count * count)
  INDUSTRIES.forEach(({ id }, row) => {
    for (const other of nearIndustries(id)) near[row * count + industryNumber(other)!] = 1
  })
  return {
    tree: { middleOf: codes.middleOf, majorOf: majorOfMiddle },
    industries: { count, near },
    dimension: DIMENSIONS,
  }
}

const industryNumbers = new Map(INDUSTRIES.map(({ id }, at) => [id, at]))

export function industryNumber(id: string | null): number | null {
  return id === null ? null : (industryNumbers.get(id) ?? null)
}

/** The bits of some motives; 0 for none. */
export function motiveBits(ids: readonly string[]): number {
  return MOTIVES.reduce((bits, { id }, at) => (ids.includes(id) ? bits | (1 << at) : bits), 0)
}
