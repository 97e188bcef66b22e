import { RUNG, WORTH } from '../bins.ts'
import type { Wanted } from '../talentscan.ts'

/** What somebody can reach whose best agreement with any wanted code is worth w, w = 0 … 15 (see WORTH). */
export interface Reach {
  /** The most points of the code factor alone. */
  code: Int32Array
  /** The most points of all factors together. */
  all: Int32Array
}

const WORTHS = 16
/** Reach of a worth that nobody can have. Far below every score, and still far from the end of 32 bits. */
const NEVER = -1_000_000_000

/** Every pattern of agreements is tried, because a learned table need not rise with the agreement. */
export function reachOf({ project, look }: Wanted): Reach {
  const count = Math.floor(project.shape[0]! / 5)
  const musts = project.shape[0]! % 5
  const code = new Int32Array(WORTHS).fill(NEVER)
  const tryAll = (slot: number, rung: number, best: number) => {
    if (slot === count) {
      code[best] = Math.max(code[best]!, look.code[rung]!)
      return
    }
    for (let agrees = 0; agrees <= 3; agrees++) {
      const worth = WORTH[slot < musts ? 1 : 0][agrees]!
      tryAll(slot + 1, rung | (RUNG[agrees]! << (slot * 3)), Math.max(best, worth))
    }
  }
  tryAll(0, 0, 0)
  return { code, all: code.map((most, worth) => most + highestLevel(look.level, worth) + look.most) }
}

/** Worths that somebody can have, best first, without 0. */
export function worthsOf({ code }: Reach): number[] {
  return Array.from({ length: WORTHS - 1 }, (_, at) => WORTHS - 1 - at).filter((worth) => code[worth]! > NEVER)
}

/**
 * The most that somebody can reach who agrees with nothing better than `worth`: a k-th score above it is the certificate
 * that nobody outside of the postings walked so far belongs in the list.
 */
export function reachUpTo({ all }: Reach, worth: number): number {
  return Math.max(...all.subarray(0, worth + 1))
}

/** The most that somebody can reach who agrees with nothing, without the points that postings know. */
export function reachUnknown({ look }: Wanted, { code }: Reach): number {
  return code[0]! + look.level[0]! + look.untold + look.terms
}

function highestLevel(level: Int16Array, worth: number): number {
  if (worth === 0) return level[0]!
  return Math.max(...level.subarray(worth * 16 + 1, worth * 16 + 16))
}
