import { type Evaluated, evaluate } from '../../engine/evaluation/evaluate.ts'
import { type Learned, learn } from '../../engine/learning/learn.ts'
import { came, type Outcome, type Side, stepOf } from '../../engine/learning/outcomes.ts'
import { type Proof, prove } from '../../engine/learning/proof.ts'
import { type Examination, examination } from '../../engine/market/examination.ts'
import type { Compared, Figure, Found, Outcomes } from '../schema.ts'
import { isTelling } from './findings.ts'
import { type SentApplication, type ShownList, shownLog, shownOutcomes, type What } from './shown-log.ts'
import { isEnough, type NamedWeights } from './weights.ts'

export type Findings = Pick<Found, 'applications' | 'acceptances' | 'shown' | 'outcomes'> & {
  /** Null as long as there are too few outcomes, or nothing was proven on one side. */
  readonly learned: { readonly weights: Omit<Learned, 'rounds'>; readonly proof: Readonly<Record<Side, Proof>> } | null
}

type Asked = {
  readonly lists: readonly ShownList[]
  readonly sent: readonly SentApplication[]
  readonly inUse: NamedWeights
  readonly now: Date
  readonly seed: number
}

/** No list is longer. */
const MOST_PLACES = 50

/** What can be told from the lists that were shown; figures only where there is enough for them. */
export function findingsOf(asked: Asked, look: Examination): Findings {
  const attention = examination(look, MOST_PLACES)
  const outcomes = shownOutcomes(asked.lists, asked.sent, attention, asked.now)
  const counts: Outcomes = {
    apply: countsOf(outcomes, 'shown', 'applied'),
    offer: countsOf(outcomes, 'applied', 'offered'),
  }
  return {
    shown: asked.lists.length,
    applications: comparedBy('applications', asked, attention),
    acceptances: comparedBy('acceptances', asked, attention),
    outcomes: counts,
    learned: isEnough(counts) ? learnedFrom(outcomes, asked.inUse) : null,
  }
}

function comparedBy(what: What, { lists, sent, now, seed }: Asked, attention: Float64Array): Found['applications'] {
  const { log, policy, model, by } = shownLog(lists, sent, what, attention, now)
  const counted = {
    lists: new Set(log.map(({ row }) => row)).size,
    people: new Set(log.map(({ person }) => person)).size,
    events: log.filter(({ matched }) => matched).length,
  }
  if (!isTelling(counted)) return { ...counted, compared: null }
  const { present, estimates, weights } = evaluate(log, policy, { model, byAttention: by, seed })
  const compared: Compared = {
    present: figure(present),
    estimates: [...estimates].map(([estimator, { more, ...value }]) => ({
      ...{ estimator, value: figure(value), more: figure(more) },
    })),
    weights,
  }
  return { ...counted, compared }
}

function figure({ value, bootstrap: [low, high] }: Evaluated): Figure {
  return { value, low, high }
}

function countsOf(outcomes: readonly Outcome[], from: 'shown' | 'applied', to: 'applied' | 'offered') {
  const own = stepOf(outcomes, from, to)
  const yes = own.filter((one) => came(one, to)).length
  return { came: yes, not: own.length - yes }
}

/** Always from the expert's weights on: what was learned before is in the outcomes. */
function learnedFrom(outcomes: readonly Outcome[], { weights, curves }: NamedWeights): Findings['learned'] {
  const { apply, offer } = prove(outcomes, { weights, ...(curves && { curves }) })
  if (!apply || !offer) return null
  const { rounds: _, ...learned } = learn(outcomes)
  return { weights: learned, proof: { apply, offer } }
}
