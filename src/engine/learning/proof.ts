import { errorOf, type Interval, ratioOf } from '../evaluation/ratio.ts'
import { chance } from '../logistic.ts'
import { PRIOR, type Weights } from '../prior.ts'
import { calibration } from './calibration.ts'
import { type Curve, corrected, curveOf } from './curve.ts'
import { additive, learn, PENALTY } from './learn.ts'
import {
  checkOutcomes,
  examplesOf,
  logitsOf,
  type Outcome,
  type PersonExamples,
  partOf,
  type Side,
} from './outcomes.ts'

export type Proof = {
  readonly count: number
  readonly came: number
  /** Expected calibration error of the chances as they are told now, and as the learned weights with their curve tell them. */
  readonly ece: { readonly present: number; readonly learned: number }
  /**
   * By how many nats an outcome surprises less, on persons that nothing was learned from, with a 95 % interval over persons. The
   * present weights have a curve of their own here, learned from the same persons: what is better is the weights, not the level.
   */
  readonly better: { readonly value: number; readonly normal: Interval }
}

/** Each person is held back once. */
const PARTS = 3
const QUANTILE = 1.959963984540054
/** So that one sure mistake is not worse than everything else together. */
const SUREST = 1e-12

type Present = { readonly weights: Weights; readonly curves?: Readonly<Record<Side, Curve>> | undefined }
type Told = Record<'asIs' | 'curved' | 'learned', Float64Array>

/**
 * What learning from these outcomes would have told of persons that it had not seen, beside the weights in use. For each side of
 * the pair model; null where there is nobody or one person only. Throws RangeError as `learn` does.
 */
export function prove(
  outcomes: readonly Outcome[],
  { weights, curves }: Present = { weights: PRIOR },
): Record<Side, Proof | null> {
  checkOutcomes(outcomes)
  const all = { apply: examplesOf(outcomes, 'apply'), offer: examplesOf(outcomes, 'offer') }
  const told = { apply: blank(all.apply), offer: blank(all.offer) }
  for (let part = 0; part < PARTS; part++) {
    const learned = learn(
      outcomes.filter(({ person }) => person % PARTS !== part),
      { penalty: PENALTY },
    )
    for (const side of ['apply', 'offer'] as const) {
      const examples = all[side]
      const now = logitsOf(examples, additive(weights, side)).map(chance)
      const then = logitsOf(examples, additive(learned.weights, side)).map(chance)
      const curve = curveOfPart(examples, now, part)
      for (const [at, person] of examples.person.entries()) {
        if (person % PARTS !== part) continue
        told[side].asIs[at] = curves ? corrected(curves[side], now[at]!) : now[at]!
        told[side].curved[at] = corrected(curve, now[at]!)
        told[side].learned[at] = corrected(learned.curves[side], then[at]!)
      }
    }
  }
  return { apply: proofOf(all.apply, told.apply), offer: proofOf(all.offer, told.offer) }
}

function blank({ came: { length } }: PersonExamples): Told {
  return { asIs: new Float64Array(length), curved: new Float64Array(length), learned: new Float64Array(length) }
}

/** How chances of the present weights turned out for everybody but one part. */
function curveOfPart(examples: PersonExamples, now: Float64Array, part: number): Curve {
  const own = examples.person.flatMap((person, at) => (person % PARTS === part ? [] : [at]))
  const rest = partOf(examples, (person) => person % PARTS !== part)
  return curveOf(
    Float64Array.from(own, (at) => now[at]!),
    rest.came,
    rest.attention,
  )
}

function proofOf({ person, came, attention }: PersonExamples, { asIs, curved, learned }: Told): Proof | null {
  const persons = [...Map.groupBy(person.keys(), (at) => person[at]!).values()]
  if (persons.length < 2) return null
  const surprise = (chances: Float64Array, at: number) => {
    const seen = attention[at]! * chances[at]!
    return -Math.log(Math.max(SUREST, came[at] ? seen : 1 - seen))
  }
  const ratio = {
    above: Float64Array.from(persons, (own) =>
      own.reduce((sum, at) => sum + surprise(curved, at) - surprise(learned, at), 0),
    ),
    below: Float64Array.from(persons, ({ length }) => length),
  }
  const [value, away] = [ratioOf(ratio), QUANTILE * errorOf(ratio)]
  return {
    count: came.length,
    came: came.reduce((sum, one) => sum + one, 0),
    ece: {
      present: calibration(asIs, came, attention).ece,
      learned: calibration(learned, came, attention).ece,
    },
    better: { value, normal: [value - away, value + away] },
  }
}
