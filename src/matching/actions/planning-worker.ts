import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { createMersenne } from '../../engine/market/mersenne.ts'
import { type Outcome, outcomeByFit, type Plan, planLists } from '../../engine/market/plan.ts'
import type { SparseMarket } from '../../engine/market/sparse.ts'
import type { Capacity } from '../../engine/market/welfare.ts'
import { type Predicted, type Present, predict } from '../../engine/simulator/predict.ts'
import { SETTING } from '../../engine/simulator/setting.ts'
import { engineAim, type KeptAim } from '../rules/aims.ts'
import { type Findings, findingsOf } from '../rules/measuring.ts'
import type { SentApplication, ShownList } from '../rules/shown-log.ts'
import type { NamedWeights } from '../rules/weights.ts'

export type PlanTask = {
  readonly kind: 'plan'
  readonly market: SparseMarket
  readonly aim: KeptAim
  readonly capacity: Capacity
  readonly seed: number
  /** Hundredths of alpha for which is told what they would bring. */
  readonly alphas: readonly number[]
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
export type Task = PlanTask | PredictTask | FindTask

export type Planned = {
  readonly plan: Plan
  readonly byFit: Outcome
  readonly curve: readonly { readonly alpha: number; readonly outcome: Outcome }[]
}
export type AnswerTo<T extends Task> = T extends PlanTask ? Planned : T extends PredictTask ? Predicted[] : Findings

/** How the places of a list are looked at, as long as nothing has been measured. */
const LOOK = SETTING.look

function planned({ market, aim, capacity, seed, alphas }: PlanTask): Planned {
  const planFor = (one: KeptAim) =>
    planLists(market, { aim: engineAim(one), look: LOOK, capacity, random: createMersenne(seed).random })
  return {
    plan: planFor(aim),
    byFit: outcomeByFit(market, LOOK, aim.places),
    curve: alphas.map((alpha) => ({ alpha, outcome: planFor({ ...aim, alpha }).outcome })),
  }
}

function answerTo(task: Task): Planned | Predicted[] | Findings {
  if (task.kind === 'plan') return planned(task)
  if (task.kind === 'predict') return predict(task.present, task.aims.map(engineAim), task)
  return findingsOf(task, LOOK)
}

;(parentPort as MessagePort).postMessage(answerTo(workerData as Task))
