import type { PairBins } from '../points.ts'
import { TABLE_SIZES } from '../prior.ts'
import type { Additive, Examples } from './fit.ts'
import { TABLE_NAMES } from './shape.ts'

/** How far it can go with a pair that was shown, in order. */
export const STAGES = ['shown', 'applied', 'shortlisted', 'offered', 'contracted', 'continued'] as const
export type Stage = (typeof STAGES)[number]

/** One pair that was shown, as it was then (`binsOf`), and what came of it. */
export type Outcome = {
  readonly bins: PairBins
  /** Whose list it was: what comes of one person's may hang together. */
  readonly person: number
  /** P(the person looked at this place of the list), above 0, at most 1. */
  readonly attention: number
  /** P(the company looked at the application), the same; 1 if left out: it looks at all. */
  readonly reviewed?: number
  readonly reached: Stage
  /** It may still go on: then the next stage tells nothing yet. */
  readonly waiting?: boolean
}

/** Throws RangeError with the first line that cannot be. */
export function checkOutcomes(outcomes: readonly Outcome[]): void {
  for (const [line, { bins, person, attention, reviewed = 1, reached }] of outcomes.entries()) {
    const fail = (what: string) => {
      throw new RangeError(`outcomes, line ${line + 1}: ${what}`)
    }
    if (!STAGES.includes(reached)) fail(`reached ${reached} is none of ${STAGES.join(', ')}`)
    if (!Number.isInteger(person) || person < 0) fail(`person ${person} is not a whole number from 0 on`)
    for (const [name, value] of Object.entries({ attention, reviewed }))
      if (!(value > 0 && value <= 1)) fail(`${name} ${value} is not above 0, up to 1`)
    for (const side of ['apply', 'offer'] as const) {
      for (const name of TABLE_NAMES) {
        const bin = bins[side][name]
        if (!Number.isInteger(bin) || bin < 0 || bin >= TABLE_SIZES[name])
          fail(`bins.${side}.${name} ${bin} is no bin of ${TABLE_SIZES[name]}`)
      }
    }
  }
}

/** Those who came to a stage, and whether they came to the other after it. Who waits is left out. */
export function stepOf(outcomes: readonly Outcome[], from: Stage, to: Stage): Outcome[] {
  return outcomes.filter(
    (one) => orderOf(one.reached) >= orderOf(from) && (orderOf(one.reached) >= orderOf(to) || !one.waiting),
  )
}

export function came({ reached }: Outcome, to: Stage): boolean {
  return orderOf(reached) >= orderOf(to)
}

function orderOf(stage: Stage): number {
  return STAGES.indexOf(stage)
}

export type Side = 'apply' | 'offer'

export type PersonExamples = Examples & { readonly person: readonly number[] }

/** The step that a side of the pair model tells: shown → applied, applied → offered. */
export function examplesOf(outcomes: readonly Outcome[], side: Side): PersonExamples {
  const [from, to] = side === 'apply' ? (['shown', 'applied'] as const) : (['applied', 'offered'] as const)
  const own = stepOf(outcomes, from, to)
  const bins = new Uint8Array(own.length * TABLE_NAMES.length)
  for (const [at, one] of own.entries())
    for (const [table, name] of TABLE_NAMES.entries()) bins[at * TABLE_NAMES.length + table] = one.bins[side][name]
  return {
    bins,
    person: own.map(({ person }) => person),
    attention: Float64Array.from(own, (one) => (side === 'apply' ? one.attention : (one.reviewed ?? 1))),
    came: Uint8Array.from(own, (one) => Number(came(one, to))),
  }
}

/** The examples of some persons. */
export function partOf({ bins, person, attention, came }: PersonExamples, of: (person: number) => boolean): Examples {
  const own = person.flatMap((one, at) => (of(one) ? [at] : []))
  const width = TABLE_NAMES.length
  const part = new Uint8Array(own.length * width)
  for (const [to, at] of own.entries()) part.set(bins.subarray(at * width, (at + 1) * width), to * width)
  return {
    bins: part,
    attention: Float64Array.from(own, (at) => attention[at]!),
    came: Uint8Array.from(own, (at) => came[at]!),
  }
}

/** η of every example under a model. */
export function logitsOf({ bins, came: { length } }: Examples, { base, curves }: Additive): Float64Array {
  return Float64Array.from({ length }, (_, at) =>
    curves.reduce((sum, curve, table) => sum + curve[bins[at * curves.length + table]!]!, base),
  )
}
