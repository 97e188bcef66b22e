import { RUNG, WORTH } from '../bins.ts'
import { PROJECT_CODES } from '../fields.ts'
import type { Wanted } from '../talentscan.ts'

/** One thing to walk: everybody who has this agreement, or a better one, with the wanted code of this place. */
export interface Step {
  slot: number
  agreement: number
}

/** What can be walked for a project, the most promising first. */
export function stepsOf({ project }: Wanted): Step[] {
  const count = Math.floor(project.shape[0]! / 5)
  const musts = project.shape[0]! % 5
  const worth = ({ slot, agreement }: Step) => WORTH[slot < musts ? 1 : 0][agreement]!
  const steps = Array.from({ length: count }, (_, slot) => [3, 2, 1].map((agreement) => ({ slot, agreement }))).flat()
  return steps.sort((a, b) => worth(b) - worth(a) || a.slot - b.slot)
}

/**
 * The most points that somebody can reach who agrees with each wanted code at most as `open` says (0–3): every such
 * pattern of agreements is tried, because a learned table need not rise with the agreement. A k-th score above it is the
 * certificate that nobody outside the walked postings belongs in the list.
 */
export function reachOf({ project, look }: Wanted, open: readonly number[]): number {
  const count = Math.floor(project.shape[0]! / 5)
  const musts = project.shape[0]! % 5
  let most = Number.NEGATIVE_INFINITY
  const tryAll = (slot: number, rung: number, best: number) => {
    if (slot === count) {
      most = Math.max(most, look.code[rung]! + highestLevel(look.level, best))
      return
    }
    for (let agrees = 0; agrees <= open[slot]!; agrees++) {
      const worth = WORTH[slot < musts ? 1 : 0][agrees]!
      tryAll(slot + 1, rung | (RUNG[agrees]! << (slot * 3)), Math.max(best, worth))
    }
  }
  tryAll(0, 0, 0)
  return most + look.most
}

/** The most that somebody can reach who holds none of the wanted codes itself. */
export function reachWithoutLeaf(wanted: Wanted): number {
  return reachOf(wanted, Array(PROJECT_CODES).fill(2))
}

/** Nothing is known of those outside before the first step. */
export function allOpen(): number[] {
  return Array(PROJECT_CODES).fill(3)
}

function highestLevel(level: Int16Array, worth: number): number {
  if (worth === 0) return level[0]!
  return Math.max(...level.subarray(worth * 16 + 1, worth * 16 + 16))
}
