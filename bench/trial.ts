/**
 * Learned weights against the expert's, as the desk would try them: `npm run bench -- trial [--people 4800] [--trials 20] [--seed 1]
 * [--quick]`. Weights are learned from one made-up market; in others half of twelve clusters of people gets lists by each, and the
 * trial machinery (engine/evaluation/trial) tells the difference. Beside it what both would have brought to everybody. People do not
 * choose as the pair model says (simulator/choices); nothing of it was measured on a platform.
 */
import { parseArgs } from 'node:util'
import { PRIOR, type Weights } from '../src/engine/engine.ts'
import { estimate } from '../src/engine/estimate.ts'
import { compareHalves, drawHalf } from '../src/engine/evaluation/trial.ts'
import { learn } from '../src/engine/learning/learn.ts'
import type { Outcome } from '../src/engine/learning/outcomes.ts'
import { examination } from '../src/engine/market/examination.ts'
import { createMersenne } from '../src/engine/market/mersenne.ts'
import { choose, type ShownList } from '../src/engine/simulator/choices.ts'
import { machine, tellGoal } from './goals.ts'
import { bestBy, type Pair, PLACES, syntheticOutcomes, syntheticPairs } from './outcomes.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    trials: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(values.people ?? (values.quick ? 1200 : 4800))
const trials = Number(values.trials ?? (values.quick ? 3 : 20))
const seed = Number(values.seed)
const CLUSTERS = 12
/** What lists bring to everybody is the mean of so many draws. */
const DRAWS = 10
const looked = examination('inv', PLACES)
const EVENTS = {
  applied: ({ reached }: Outcome) => reached !== 'shown',
  offered: ({ reached }: Outcome) => ['offered', 'contracted', 'continued'].includes(reached),
} as const
type Event = keyof typeof EVENTS

console.log(
  machine(`${trials} trials of ${people} persons in ${CLUSTERS} clusters, learned from ${people} others, seed ${seed}`),
)
const learned = learn(syntheticOutcomes(people, seed)).weights
const told = Array.from({ length: trials }, (_, at) => tried(seed + 1 + at))
const rows = Object.keys(EVENTS).map((name) => {
  const event = name as Event
  const of = (figure: 'everybody' | 'difference') => estimate(told.map((one) => one[event][figure]))
  const [truth, seen] = [of('everybody'), of('difference')]
  return {
    event,
    ...{ 'first, a list': told[0] && estimate(told.map((one) => one[event].first)).mean.toFixed(3) },
    ...{ 'more with learned, everybody': shown(truth), 'more, in a trial': shown(seen) },
    'trials that refuse no difference': `${told.filter((one) => one[event].chance <= 0.05).length} of ${trials}`,
    'interval holds the truth': `${told.filter((one) => one[event].held).length} of ${trials}`,
  }
})
console.table(rows)
// Few markets tell next to nothing.
if (!values.quick)
  for (const event of Object.keys(EVENTS) as Event[]) {
    const { mean, error } = estimate(told.map((one) => one[event].everybody))
    tellGoal(`${event}: learned weights bring no fewer: ${shown({ mean, error })}`, mean + 2 * (error ?? 0) >= 0)
    const held = told.filter((one) => one[event].held).length
    tellGoal(`${event}: intervals of trials hold the truth: ${held} of ${trials}`, held >= trials * 0.8)
  }

function shown({ mean, error }: { mean: number; error: number | null }): string {
  return `${mean.toFixed(3)} ± ${error?.toFixed(3) ?? '?'}`
}

/** One market: what both weights would bring to everybody, and half of the clusters by each. */
function tried(seed: number) {
  const { found } = syntheticPairs(people, seed)
  const [first, second] = [PRIOR, learned].map((weights) => listsBy(found, weights)) as [ShownList[], ShownList[]]
  const everybody = (lists: readonly ShownList[]) => {
    const draws = Array.from({ length: DRAWS }, (_, draw) => choose(lists, looked, seed * DRAWS + draw))
    return (event: Event) => draws.flat().filter(EVENTS[event]).length / people / DRAWS
  }
  const [ofFirst, ofSecond] = [everybody(first), everybody(second)]
  const clusterOf = (person: number) => person % CLUSTERS
  const sizes = Array.from({ length: CLUSTERS }, (_, cluster) => Math.ceil((people - cluster) / CLUSTERS))
  const half = drawHalf(sizes, createMersenne(seed))
  const both = choose(
    first.map((list, person) => (half[clusterOf(person)] ? second[person]! : list)),
    looked,
    seed,
  )
  const figures = (event: Event) => {
    const clusters = sizes.map((lists) => ({ lists, events: 0 }))
    for (const one of both) if (EVENTS[event](one)) clusters[clusterOf(one.person)]!.events++
    const { difference, chance, interval } = compareHalves(clusters, half, sizes)
    const more = ofSecond(event) - ofFirst(event)
    const held = interval[0] <= more && more <= interval[1]
    return { first: ofFirst(event), everybody: more, difference, chance, held }
  }
  return { applied: figures('applied'), offered: figures('offered') }
}

function listsBy(found: readonly Pair[][], weights: Weights): ShownList[] {
  return found.map((own, person) => ({ person, shown: bestBy(own, weights).slice(0, PLACES) }))
}
