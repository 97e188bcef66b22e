/**
 * How far one application should move a price until everybody's lists are made anew, by the simulator:
 * `npm run bench -- prices [--runs 40] [--every 7] [--seed 0]`. Ends with 1 where the step in use brings no more than none.
 */
import { parseArgs } from 'node:util'
import { type Estimate, estimate } from '../src/engine/estimate.ts'
import { PRICE_STEP } from '../src/engine/market/prices.ts'
import { betweenRuns } from '../src/engine/simulator/between.ts'
import type { Figures } from '../src/engine/simulator/figures.ts'
import { run } from '../src/engine/simulator/run.ts'
import { SETTING } from '../src/engine/simulator/setting.ts'
import { createWorld } from '../src/engine/simulator/world.ts'
import { machine, tellGoal } from './goals.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    every: { type: 'string', default: '7' },
    seed: { type: 'string', default: '0' },
    quick: { type: 'boolean', default: false },
  },
})
const [runs, every, seed] = [values.quick ? 2 : Number(values.runs), Number(values.every), Number(values.seed)]
const AIM = { alpha: 1, places: 10, floor: 0.2 }
const STEPS = [...new Set([0, 0.05, 0.1, 0.2, 0.4, 0.8, PRICE_STEP])].toSorted((a, b) => a - b)
/** Often enough that several apply between two runs. */
const setting = { ...SETTING, visiting: 0.3 }

console.log(machine(`${runs} runs from seed ${seed}, lists every ${every} days`))
const figures = new Map<number, Figures[]>(STEPS.map((step) => [step, []]))
for (let at = 0; at < runs; at++) {
  const world = createWorld(setting, seed + at)
  for (const step of STEPS)
    figures.get(step)!.push(run(setting, world, betweenRuns(AIM, { every, step }), seed + at).figures)
}

const still = figures.get(0)!
const more = (step: number) => estimate(figures.get(step)!.map(({ matches }, at) => matches - still[at]!.matches))
const told = ({ mean, error }: Estimate, places: number) => `${mean.toFixed(places)} ± ${error?.toFixed(places) ?? '?'}`
console.table(
  STEPS.map((step) => {
    const of = (name: keyof Figures, places: number) =>
      told(estimate(figures.get(step)!.map((one) => one[name])), places)
    return {
      ...{ step, matches: of('matches', 1), more: told(more(step), 2), days: of('days', 2) },
      ...{ gini: of('gini', 3), bottom: of('bottom', 3) },
    }
  }),
)
const { mean, error } = more(PRICE_STEP)
if (!values.quick) tellGoal(`a step of ${PRICE_STEP} brings more matches than none`, mean > 2 * (error ?? 0))
