/**
 * What draws for newcomers bring, by the simulator, beside none, by how far they go:
 * `npm run bench -- newcomers [--runs 40] [--seed 0] [--quick]`. Ends with 1 where fewer matches come about with the draws in use.
 */
import { parseArgs } from 'node:util'
import { type Estimate, estimate } from '../src/engine/estimate.ts'
import { UNTRIED } from '../src/engine/market/venture.ts'
import { meetingNewcomers, waitsOf } from '../src/engine/simulator/newcomers.ts'
import { run } from '../src/engine/simulator/run.ts'
import { SETTING } from '../src/engine/simulator/setting.ts'
import { createWorld } from '../src/engine/simulator/world.ts'
import { machine, tellGoal } from './goals.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    seed: { type: 'string', default: '0' },
    steps: { type: 'string', default: `0,${UNTRIED}` },
    unknown: { type: 'string', default: '0.7' },
    quick: { type: 'boolean', default: false },
  },
})
const [runs, seed] = [values.quick ? 2 : Number(values.runs), Number(values.seed)]
const STEPS = values.steps.split(',').map(Number)
const PLACES = 5
const AIM = { alpha: 1, places: PLACES, floor: 0.2 }
/** So few come and look at so little that a project waits a week for the first look. */
const setting = {
  ...SETTING,
  people: 240,
  projects: 160,
  visiting: 0.03,
  shown: PLACES,
  unknown: Number(values.unknown),
}
const { people, projects, unknown, newcomers } = setting

console.log(machine(`${runs} runs from seed ${seed}, ${people} people, ${projects} projects`))
console.log(
  `${newcomers * 100} % of both newcomers, of whom ${unknown} logits are unknown; waits in days, ± standard errors`,
)
type Row = { matches: number; look: number; application: number; filled: number; placed: number }
const figures = new Map<number, Row[]>(STEPS.map((step) => [step, []]))
for (let at = 0; at < runs; at++) {
  const world = createWorld(setting, seed + at)
  for (const step of STEPS) {
    const done = run(setting, world, meetingNewcomers(AIM, unknown, step), seed + at)
    figures.get(step)!.push({ matches: done.matches.length, ...waitsOf(setting, world, done) })
  }
}

const still = figures.get(STEPS[0]!)!
const told = ({ mean, error }: Estimate) => `${mean.toFixed(2)} ± ${error?.toFixed(2) ?? '?'}`
const of = (step: number, name: keyof Row) => estimate(figures.get(step)!.map((one) => one[name]))
const more = (step: number, name: keyof Row) =>
  estimate(figures.get(step)!.map((one, at) => one[name] - still[at]![name]))
const NAMES = ['matches', 'look', 'application', 'filled', 'placed'] as const
console.table(
  STEPS.map((step) => ({
    untried: step,
    ...Object.fromEntries(
      NAMES.flatMap((name) => [
        [name, told(of(step, name))],
        [`${name} more`, told(more(step, name))],
      ]),
    ),
  })),
)
if (!values.quick && STEPS.includes(UNTRIED)) {
  const { mean, error } = more(UNTRIED, 'matches')
  tellGoal(`draws as far as ${UNTRIED} bring no fewer matches than none, within two errors`, mean > -2 * (error ?? 0))
  const waits = more(UNTRIED, 'look')
  tellGoal('and new projects are looked at sooner', waits.mean < 0)
}
