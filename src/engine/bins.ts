import {
  FEE_NOT_SAID,
  HOURS_NOT_SAID,
  PROJECT_VISITS_NOT_SAID,
  SEEN_NOT_KNOWN,
  TALENT_VISITS_NOT_SAID,
  USUAL_SHARE,
} from './fields.ts'
import { DISTANCES } from './prefectures.ts'

/** Ties in the order of the column `tieKinds`. School is the place only, never its name. */
export const TIE_KINDS = ['birthplace', 'lived', 'school', 'family', 'work', 'furusato', 'visits', 'home'] as const

/** How well two job codes agree. */
export const AGREEMENT = { none: 0, major: 1, middle: 2, leaf: 3 } as const

/** Worth of one agreement, 0–15, by [nice, must] and agreement; all values differ, so the agreement can be read back. */
export const WORTH = [
  [0, 1, 3, 5],
  [0, 2, 6, 15],
] as const
/** Agreement 0–3 as bits, so that the best of several codes is their OR. */
export const RUNG = [0, 1, 3, 7]

const AGREEMENT_OF_WORTH = Uint8Array.from({ length: 16 }, (_, worth) =>
  Math.max(...WORTH.map((row) => (row as readonly number[]).indexOf(worth)), 0),
)

const MUST_WEIGHT = 8

/**
 * Bin 0–15 of the code factor: two parts the best single agreement, one part the weighted mean over all wanted codes,
 * so that a narrow specialist in one wanted code stands above a generalist who is near to all of them.
 * @param agreements agreement 0–3 of each wanted code, musts first
 */
export function codeBin(agreements: ArrayLike<number>, musts: number, count: number): number {
  let best = 0
  let sum = 0
  for (let slot = 0; slot < count; slot++) {
    const must = slot < musts
    best = Math.max(best, WORTH[must ? 1 : 0][agreements[slot]!]!)
    sum += WORTH[1][agreements[slot]!]! * (must ? MUST_WEIGHT : 1)
  }
  const weight = musts * MUST_WEIGHT + (count - musts)
  return count === 0 ? 0 : Math.floor((2 * best * weight + sum) / (3 * weight))
}

/** Agreement 0–3 behind a worth. */
export function agreementOf(worth: number): number {
  return AGREEMENT_OF_WORTH[worth]!
}

const EVIDENCE_QUARTERS = [-3, -1, 0, 2]
const YEARS_QUARTERS = [0, -1, -1, 0, 0, 1, 1, 2]

/** Level shown in quarter levels, 0–20: four a level, less without evidence, more with confirmed work and many years. */
export function shownQuarters(level: number, evidence: number, years: number): number {
  return level * 4 + EVIDENCE_QUARTERS[evidence]! + YEARS_QUARTERS[years]!
}

/** Bin 1–15 of the level factor: 10 = just what was asked, one bin a quarter level. Bin 0 is "no code in common". */
export function levelBin(shown: number, asked: number): number {
  return clamp(10 + shown - asked * 4, 1, 15)
}

export function levelBand(bin: number): number {
  return bin <= 5 ? 0 : bin <= 9 ? 1 : bin <= 12 ? 2 : 3
}

export function tieBand(bin: number): number {
  return bin === 0 ? 0 : bin <= 5 ? 1 : bin <= 10 ? 2 : 3
}

/** Whole tenths of a / b, 1–15: 10 = exactly enough. */
export function tenths(a: number, b: number): number {
  return b === 0 ? 15 : clamp(Math.floor((a * 10) / b), 1, 15)
}

export function hoursBin(free: number, wanted: number): number {
  return free === HOURS_NOT_SAID || wanted === HOURS_NOT_SAID ? 0 : tenths(free, wanted)
}

export function feeBin(offered: number, hoped: number): number {
  return offered === FEE_NOT_SAID || hoped === FEE_NOT_SAID ? 0 : tenths(offered, hoped)
}

const KIND_WEIGHT = [10, 9, 7, 9, 8, 3, 5, 10]
const RECENCY_WEIGHT = [6, 8, 9, 10]
/** Nowhere near, same block, same prefecture, same municipality. */
const NEARNESS_WEIGHT = [0, 2.5, 7, 10]

/** Bin 0–15 of one tie: kind × recency × nearness (0 elsewhere, 1 block, 2 prefecture, 3 municipality). */
export function tieBin(nearness: number, kind: number, recency: number): number {
  if (nearness === 0) return 0
  const strength = KIND_WEIGHT[kind]! * RECENCY_WEIGHT[recency]! * NEARNESS_WEIGHT[nearness]!
  return Math.min(15, 1 + Math.floor((strength * 14) / 1000))
}

/** On-site class of a project's visits for the interaction with ties. */
export function onSite(visits: number): number {
  return visits === PROJECT_VISITS_NOT_SAID ? 1 : Math.min(visits, 3)
}

const VISIT_EFFORT = [0, 0, 1, 3, 8, 1]
/** Visits a talent must accept, by what a project asks for; where that is not said, a few. */
export const VISITS_NEEDED = [0, 0, 1, 2, 3, 1]
const EFFORT_STEPS = [2, 4, 6, 9, 14, 22, 36, 60, 100]

/** Bin 0–15 of the way of working; 15 = no travel at all, less with often × far × unpaid and with visits not accepted. */
export function workBin(asked: number, paid: number, accepted: number, distance: number): number {
  return WORK_BINS[((asked * 2 + paid) * ACCEPTED + accepted) * DISTANCES + distance]!
}

const [ASKED, ACCEPTED] = [PROJECT_VISITS_NOT_SAID + 1, TALENT_VISITS_NOT_SAID + 1]
/** All of them, because a query asks hundreds of times. */
const WORK_BINS = Uint8Array.from({ length: ASKED * 2 * ACCEPTED * DISTANCES }, (_, at) => {
  const [distance, accepted, work] = [
    at % DISTANCES,
    Math.floor(at / DISTANCES) % ACCEPTED,
    Math.floor(at / DISTANCES / ACCEPTED),
  ]
  return workBinOf(work >> 1, work & 1, accepted, distance)
})

function workBinOf(asked: number, paid: number, accepted: number, distance: number): number {
  const effort = VISIT_EFFORT[asked]! * (1 + distance) * (paid ? 2 : 3)
  const missing = Math.max(0, VISITS_NEEDED[asked]! - (accepted === TALENT_VISITS_NOT_SAID ? 1 : accepted))
  return Math.max(0, 15 - EFFORT_STEPS.filter((step) => effort >= step).length - 3 * missing)
}

/** A remote-only person and a project that asks for visits never meet. */
export function visitsImpossible(asked: number, accepted: number): boolean {
  return accepted === 0 && asked >= 2 && asked !== PROJECT_VISITS_NOT_SAID
}

/** Number of bits set in 0–65,535. */
export const BIT_COUNT = new Uint8Array(65536)
for (let bits = 1; bits < 65536; bits++) BIT_COUNT[bits] = BIT_COUNT[bits >> 1]! + (bits & 1)

/** Bin 0 not said, else 1 + motives in common (at most 4). */
export function motiveBin(wanted: number, offered: number): number {
  return wanted === 0 || offered === 0 ? 0 : 1 + Math.min(4, BIT_COUNT[wanted & offered]!)
}

/** Bin 1–15 of a dot product of two vectors of length 127: cosine in sixteenths. */
export function textBin(dot: number): number {
  return 1 + clamp(dot >> 10, 0, 14)
}

/**
 * Bin 0–15 of the confirmed share, drawn as if by four works towards what is usual where somebody works, in hundredths; with 60 nobody's
 * record is bin 9.
 */
export function recordBin(finished: number, confirmed: number, usual = USUAL_SHARE): number {
  return Math.min(15, Math.floor((16 * (confirmed * 100 + 4 * usual)) / (finished * 100 + 400)))
}

/** Bin 0–15: four bands of days since last seen × four bands of the answer rate, drawn towards 0.7 as if by two. */
export function answerBin(seenDays: number, asked: number, answered: number): number {
  const seen = seenDays === SEEN_NOT_KNOWN ? 1 : seenDays <= 7 ? 3 : seenDays <= 30 ? 2 : seenDays <= 90 ? 1 : 0
  const percent = (answered * 100 + 140) / (asked + 2)
  return seen * 4 + (percent < 40 ? 0 : percent < 65 ? 1 : percent < 85 ? 2 : 3)
}

function clamp(value: number, min: number, max: number): number {
  return value < min ? min : value > max ? max : value
}
