import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type Joined, planHalves } from '../../engine/market/halves.ts'
import { createMersenne } from '../../engine/market/mersenne.ts'
import { type Outcome, outcomeByFit, type Plan, planLists } from '../../engine/market/plan.ts'
import type { SparseMarket } from '../../engine/market/sparse.ts'
import type { Capacity } from '../../engine/market/welfare.ts'
import { type Predicted, type Present, predict } from '../../engine/simulator/predict.ts'
import { SETTING } from '../../engine/simulator/setting.ts'
import { engineAim, type KeptAim } from '../rules/aims.ts'
import { type Findings, findingsOf } from '../rules/measuring.ts'
import type { SentApplication, ShownList } from '../rules/shown-log.ts'
import { comparedOf, type Measure } from '../rules/trials.ts'
import type { NamedWeights } from '../rules/weights.ts'
import type { ClusterCount, MarketTrial, TrialResult } from '../schema.ts'

export type PlanTask = {
  readonly kind: 'plan'
  readonly market: SparseMarket
  readonly aim: KeptAim
  readonly capacity: Capacity
  readonly seed: number
  /** Hundredths of alpha for which is told what they would bring. */
  readonly alphas: readonly number[]
  /** While two aims are compared: which projects are shown by the other one, and how well each pair agrees. */
  readonly trial?: { readonly aim: KeptAim; readonly second: readonly boolean[]; readonly scores: Int32Array } | null
}
export type PredictTask = {
  readonly kind: 'predict'
  readonly present: Present
  readonly aims: readonly KeptAim[]
  readonly runs: number
  readonly seed: number
}
export type FindTask = {
  readonly kind: 'find'
  readonly lists: readonly ShownList[]
  readonly sent: readonly SentApplication[]
  readonly inUse: NamedWeights
  readonly now: Date
  readonly seed: number
}
export type CompareTask = {
  readonly kind: 'compare'
  readonly clusters: MarketTrial['clusters']
  readonly measure: Measure
  readonly counts: readonly ClusterCount[]
}
export type Task = PlanTask | PredictTask | FindTask | CompareTask

export type Planned = {
  /** In a trial the lists and prices are those of its halves; what they bring is told of the first aim alone. */
  readonly plan: Omit<Plan, 'left'> & {
    readonly left: readonly (Plan['left'][number] & Partial<Pick<Joined, 'fit' | 'second'>>)[]
  }
  readonly byFit: Outcome
  readonly curve: readonly { readonly alpha: number; readonly outcome: Outcome }[]
}
type Answer = {
  readonly plan: Planned
  readonly predict: Predicted[]
  readonly find: Findings
  readonly compare: TrialResult['compared']
}
export type AnswerTo<T extends Task> = Answer[T['kind']]

/** How the places of a list are looked at, as long as nothing has been measured. */
const LOOK = SETTING.look

function planned({ market, aim, capacity, seed, alphas, trial }: PlanTask): Planned {
  const planFor = (one: KeptAim) =>
    planLists(market, { aim: engineAim(one), look: LOOK, capacity, random: createMersenne(seed).random })
  const plan = planFor(aim)
  const halves =
    trial &&
    planHalves(market, {
      ...{ second: trial.second, scores: trial.scores, aims: [engineAim(aim), engineAim(trial.aim)] },
      ...{ look: LOOK, capacity, random: createMersenne(seed).random },
    })
  return {
    plan: { ...plan, ...halves },
    byFit: outcomeByFit(market, LOOK, aim.places),
    curve: alphas.map((alpha) => ({ alpha, outcome: planFor({ ...aim, alpha }).outcome })),
  }
}

function answerTo(task: Task): Answer[keyof Answer] {
  if (task.kind === 'plan') return planned(task)
  if (task.kind === 'predict') return predict(task.present, task.aims.map(engineAim), task)
  if (task.kind === 'compare') return comparedOf(task, task.counts)
  return findingsOf(task, LOOK)
}

;(parentPort as MessagePort).postMessage(answerTo(workerData as Task))
