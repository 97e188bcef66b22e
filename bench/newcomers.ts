/**
 * What draws for newcomers bring, by the simulator, beside none, by side and by how far they go, where companies wait for applications
 * and where they look for people: `npm run bench -- newcomers [--runs 40] [--seed 0] [--looking 0,0.1] [--unknown 0.7] [--steps 0.5]
 * [--quick]`. Ends with 1 where fewer matches come about with the draws in use.
 */
import { parseArgs } from 'node:util'
import { type Estimate, estimate } from '../src/engine/estimate.ts'
import { UNTRIED, type Untried } from '../src/engine/market/venture.ts'
import { meetingNewcomers, waitsOf } from '../src/engine/simulator/newcomers.ts'
import { run } from '../src/engine/simulator/run.ts'
import { SETTING } from '../src/engine/simulator/setting.ts'
import { createWorld } from '../src/engine/simulator/world.ts'
import { machine, tellGoal } from './goals.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '40' },
    seed: { type: 'string', default: '0' },
    looking: { type: 'string', default: '0,0.1' },
    steps: { type: 'string', default: '0.5' },
    unknown: { type: 'string', default: '0.7' },
    quick: { type: 'boolean', default: false },
  },
})
const [runs, seed] = [values.quick ? 2 : Number(values.runs), Number(values.seed)]
const numbersIn = (text: string) => text.split(',').map(Number)
const PLACES = 5
const AIM = { alpha: 1, places: PLACES, floor: 0.2 }
/** So few come and look at so little that a project waits a week for the first look. */
const SMALL = {
  ...SETTING,
  people: 240,
  projects: 160,
  visiting: 0.03,
  shown: PLACES,
  unknown: Number(values.unknown),
}
const NONE: Untried = { left: 0, right: 0 }
/** Of people (`left`) and of projects (`right`) alone, and of both; those in use last. */
const STEPS: readonly Untried[] = [
  NONE,
  ...numbersIn(values.steps).flatMap((step) => [
    { left: step, right: 0 },
    { left: 0, right: step },
    { left: step, right: step },
  ]),
].filter(({ left, right }) => left !== UNTRIED.left || right !== UNTRIED.right)
const ALL = values.quick ? [NONE, UNTRIED] : [...STEPS, UNTRIED]
const NAMES = ['matches', 'approached', 'look', 'application', 'filled', 'seen', 'placed'] as const
type Row = Record<(typeof NAMES)[number] | 'peopleGini' | 'peopleBottom' | 'neverShown', number>

const { people, projects, unknown, newcomers } = SMALL
console.log(machine(`${runs} runs from seed ${seed}, ${people} people, ${projects} projects`))
console.log(
  `${newcomers * 100} % of both newcomers, of whom ${unknown} logits are unknown; waits in days, ± standard errors`,
)
for (const looking of numbersIn(values.looking)) table(looking)

function table(looking: number) {
  const setting = { ...SMALL, looking }
  const figures = ALL.map(() => [] as Row[])
  for (let at = 0; at < runs; at++) {
    const world = createWorld(setting, seed + at)
    for (const [number, step] of ALL.entries()) {
      const done = run(setting, world, meetingNewcomers(AIM, unknown, step), seed + at)
      figures[number]!.push({ ...done.figures, ...waitsOf(setting, world, done) })
    }
  }
  const of = (number: number, name: keyof Row) => told(estimate(figures[number]!.map((one) => one[name])), 3)
  const more = (number: number, name: keyof Row) =>
    estimate(figures[number]!.map((one, at) => one[name] - figures[0]![at]![name]))
  const shown = looking === 0 ? NAMES.filter((name) => name !== 'approached' && name !== 'seen') : NAMES
  console.log(`companies that look for people on a day: ${looking * 100} %`)
  console.table(
    ALL.map(({ left, right }, number) => ({
      ...{ people: left, projects: right },
      ...Object.fromEntries(
        shown.map((name) => [name, number === 0 ? of(0, name) : told(more(number, name), 2, true)]),
      ),
      ...(looking > 0 && {
        gini: of(number, 'peopleGini'),
        bottom: of(number, 'peopleBottom'),
        'never shown': of(number, 'neverShown'),
      }),
    })),
  )
  if (values.quick) return
  const inUse = ALL.length - 1
  const { mean, error } = more(inUse, 'matches')
  const where = `with ${looking * 100} % looking`
  tellGoal(`${where}: the draws in use bring no fewer matches than none, within two errors`, mean > -2 * (error ?? 0))
  tellGoal(`${where}: and new projects are looked at sooner`, more(inUse, 'look').mean < 0)
}

function told({ mean, error }: Estimate, places: number, signed = false): string {
  const sign = signed && mean > 0 ? '+' : ''
  return `${sign}${mean.toFixed(places)} ± ${error?.toFixed(places) ?? '?'}`
}
