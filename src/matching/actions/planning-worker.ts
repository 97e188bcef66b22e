import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { type Apart, withoutRows } from '../../engine/market/apart.ts'
import { type Halves, type Joined, planHalves } from '../../engine/market/halves.ts'
import { createMersenne } from '../../engine/market/mersenne.ts'
import { type Outcome, outcomeByFit, type Plan, planLists } from '../../engine/market/plan.ts'
import type { SparseMarket } from '../../engine/market/sparse.ts'
import { type Tried, type Ventures, ventured, venturesOf } from '../../engine/market/venture.ts'
import type { Capacity } from '../../engine/market/welfare.ts'
import { type Predicted, type Present, predict } from '../../engine/simulator/predict.ts'
import { SETTING } from '../../engine/simulator/setting.ts'
import { spaceBytes } from '../../text/own-space/bytes.ts'
import { learnOwnSpace } from '../../text/own-space/learning.ts'
import { engineAim, type KeptAim } from '../rules/aims.ts'
import { type Findings, findingsOf } from '../rules/measuring.ts'
import type { SentApplication, ShownList } from '../rules/shown-log.ts'
import { comparedOf, type Measure } from '../rules/trials.ts'
import { saidIn } from '../rules/vectors.ts'
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
  /**
   * While two aims or two weights are compared: the second aim, which projects are of the second half, and by pair how well it agrees
   * by the weights in use. `own`: the same, and what each side likes, by the weights of its half, where those are others.
   */
  readonly trial?: {
    readonly aim: KeptAim
    readonly second: readonly boolean[]
    readonly scores: Int32Array
    readonly own: (Pick<SparseMarket, 'wants' | 'wanted'> & { readonly scores: Int32Array }) | null
  } | null
  /** How often each person and each project was tried: who was little may stand higher than what is believed of them. */
  readonly tried: { readonly left: Tried; readonly right: Tried }
  /** Projects whose lists are made without some people, and by how many trials by them other projects have fewer there. */
  readonly apart?: readonly (Apart & { readonly fewer: ReadonlyMap<number, number> })[]
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
export type SpaceTask = {
  readonly kind: 'space'
  readonly texts: readonly { readonly owner: string; readonly texts: readonly (string | null)[] }[]
}
export type Task = PlanTask | PredictTask | FindTask | CompareTask | SpaceTask

export type Planned = {
  /** In a trial the lists and prices are those of its halves; what they bring is told of the first aim alone. */
  readonly plan: Omit<Plan, 'left'> & {
    readonly left: readonly (Plan['left'][number] & Partial<Pick<Joined, 'fit' | 'second'>>)[]
  }
  readonly byFit: Outcome
  readonly curve: readonly { readonly alpha: number; readonly outcome: Outcome }[]
  /** `own`: of each project in the market in which its list was made. */
  readonly ventures: Ventures & { readonly own: Float64Array }
}
type Answer = {
  readonly plan: Planned
  readonly predict: Predicted[]
  readonly find: Findings
  readonly compare: TrialResult['compared']
  readonly space: Uint8Array
}
export type AnswerTo<T extends Task> = Answer[T['kind']]

/** How the places of a list are looked at, as long as nothing has been measured. */
const LOOK = SETTING.look

function planned(task: PlanTask): Planned {
  const { market, aim, alphas, apart = [] } = task
  const ventures = venturesFor(task)
  const plan = planFor(task, aim)
  const whole = { ...plan, ...halvesOf(task) }
  const [right, own] = [[...whole.right], ventures.right.slice()]
  for (const { columns, without, fewer } of apart) {
    const rest = taskWithout(task, without, fewer)
    const lists = (halvesOf(rest.task) ?? planFor(rest.task, aim)).right
    const there = venturesFor(rest.task).right
    for (const column of columns) {
      const { pairs, chances } = lists[column]!
      right[column] = { pairs: pairs.map((pair) => rest.pairs[pair]!), chances }
      own[column] = there[column]!
    }
  }
  return {
    plan: { ...whole, right },
    byFit: outcomeByFit(market, LOOK, aim.places),
    curve: alphas.map((alpha) => ({ alpha, outcome: planFor(task, { ...aim, alpha }).outcome })),
    ventures: { ...ventures, own },
  }
}

function planFor(task: PlanTask, aim: KeptAim): Plan {
  const { market, capacity, seed } = task
  const random = createMersenne(seed).random
  return planLists(market, { aim: engineAim(aim), look: LOOK, capacity, random, taken: takenFor(task) })
}

function halvesOf(task: PlanTask): Halves | null {
  const { aim, capacity, seed, trial } = task
  if (!trial) return null
  const { second, scores, own } = trial
  const market = own ? { ...task.market, wants: own.wants, wanted: own.wanted } : task.market
  return planHalves(market, {
    ...{ second, scores, own: own?.scores, aims: [engineAim(aim), engineAim(trial.aim)] },
    ...{ look: LOOK, capacity, random: createMersenne(seed).random, taken: takenFor({ ...task, market }) },
  })
}

function venturesFor({ tried, seed }: PlanTask): Ventures {
  return venturesOf(tried, seed)
}

function takenFor(task: PlanTask): SparseMarket {
  return ventured(task.market, venturesFor(task))
}

/** The same among the rest of the people, and which pairs of the whole market its pairs are. */
function taskWithout(
  task: PlanTask,
  gone: ReadonlySet<number>,
  fewer: ReadonlyMap<number, number>,
): { task: PlanTask; pairs: Uint32Array } {
  const { capacity, trial, tried } = task
  const { market, rows, pairs } = withoutRows(task.market, gone)
  const left = Float64Array.from(rows, (row) => capacity.left[row]!)
  const halves = trial && {
    ...{ ...trial, scores: Int32Array.from(pairs, (pair) => trial.scores[pair]!) },
    own: trial.own && {
      scores: Int32Array.from(pairs, (pair) => trial.own!.scores[pair]!),
      wants: Float32Array.from(pairs, (pair) => trial.own!.wants[pair]!),
      wanted: Float32Array.from(pairs, (pair) => trial.own!.wanted[pair]!),
    },
  }
  const ofRest = (values: ArrayLike<number>) => Float64Array.from(rows, (row) => values[row]!)
  const rest = {
    left: { trials: ofRest(tried.left.trials), names: ofRest(tried.left.names) },
    right: {
      ...tried.right,
      trials: Float64Array.from(tried.right.trials, (count, column) => Math.max(0, count - (fewer.get(column) ?? 0))),
    },
  }
  return { task: { ...task, market, capacity: { ...capacity, left }, trial: halves ?? null, tried: rest }, pairs }
}

function* saidBy(texts: SpaceTask['texts']) {
  for (const { owner, texts: own } of texts) yield { owner, said: saidIn(own) }
}

function answerTo(task: Task): Answer[keyof Answer] {
  if (task.kind === 'plan') return planned(task)
  if (task.kind === 'predict') return predict(task.present, task.aims.map(engineAim), task)
  if (task.kind === 'compare') return comparedOf(task, task.counts)
  if (task.kind === 'space') return spaceBytes(learnOwnSpace(saidBy(task.texts)))
  return findingsOf(task, LOOK)
}

;(parentPort as MessagePort).postMessage(answerTo(workerData as Task))
