/**
 * Expected matches of whole markets by method, on the markets of the literature, beside what has to be reached.
 * `npm run bench:market -- [--size 1000] [--quick] [--large] [--scale 100000x10000]`. Both sides browse: everybody has a list of
 * everybody; with --large also 10,000 × 5,000 with lists of 100, which takes 3 GB of memory. With --scale only one made-up
 * market of that size, stage by stage.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { candidates } from '../src/engine/market/candidates.ts'
import { clear } from '../src/engine/market/clearing.ts'
import { type Examination, examination } from '../src/engine/market/examination.ts'
import { expectedMatches } from '../src/engine/market/exposure.ts'
import { publishedMarket } from '../src/engine/market/market.ts'
import { naive, product } from '../src/engine/market/simple.ts'
import { transferable } from '../src/engine/market/transferable.ts'
import { annealed, ROUNDS, steady, welfare } from '../src/engine/market/welfare.ts'
import { tellGoal } from './goals.ts'
import { scale } from './market/scale.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '1000' },
    quick: { type: 'boolean', default: false },
    large: { type: 'boolean', default: false },
    scale: { type: 'string' },
  },
})
const size = Number(values.size)
const CROWDING = [0, 0.25, 0.5, 0.75, 1]
/** Both sides browse, 1000 × 1000, seed 0: what has to be reached at each crowding. */
const GOALS: Readonly<Record<string, readonly number[]>> = {
  inv: [1490, 1157, 877, 657, 514],
  log: [7218, 6379, 5712, 5265, 5057],
}

console.log(`${cpus()[0]!.model}, node ${process.version}, one thread, seed 0, ${ROUNDS} rounds`)
if (values.scale === undefined) {
  small()
  for (const look of ['inv', 'log'] as const) table(look, values.quick ? [0.5] : CROWDING)
  if (values.large) large()
} else {
  const [left, right] = values.scale.split('x').map(Number)
  if (!(Number.isSafeInteger(left) && Number.isSafeInteger(right))) throw new Error('--scale: 100000x10000')
  scale(left!, right!)
}

/** The time of a market that fits a town. */
function small() {
  const looked = { left: examination('log', 20), right: examination('log', 20) }
  const times = Array.from({ length: 50 }, (_, seed) => {
    const market = publishedMarket(20, 20, 0.8, seed)
    return timed(() => welfare(market, looked, steady(1))).milliseconds
  }).sort((a, b) => a - b)
  console.log(
    `20 × 20, most matches: ${times[25]!.toFixed(1)} ms in the middle, ${times[47]!.toFixed(1)} ms at most in 95 % (goal 20)`,
  )
}

function table(look: Examination, crowdings: readonly number[]) {
  const looked = { left: examination(look, size), right: examination(look, size) }
  const rows = crowdings.map((crowding) => {
    const market = publishedMarket(size, size, crowding, 0)
    const ours = timed(() => welfare(market, looked, annealed()))
    const goal = size === 1000 ? GOALS[look]![CROWDING.indexOf(crowding)]! : null
    return {
      look,
      crowding,
      naive: Math.round(expectedMatches(market, naive(market, looked))),
      product: Math.round(expectedMatches(market, product(market, looked))),
      tu: Math.round(expectedMatches(market, transferable(market, looked).exposure)),
      annealed: Number(ours.value.matches.toFixed(1)),
      goal,
      reached: goal === null ? '' : ours.value.matches >= goal,
      seconds: Number((ours.milliseconds / 1000).toFixed(1)),
    }
  })
  console.table(rows)
  for (const { crowding, annealed, goal, reached } of rows)
    if (typeof reached === 'boolean') tellGoal(`${look}, crowding ${crowding}: ${annealed}, at least ${goal}`, reached)
}

/** Lists of 100 in a market of which nobody can be shown more than a small part; the figures to beat are published. */
function large() {
  const [n, m, places, perSide, goal] = [10_000, 5_000, 100, 50, 6242]
  const looked = { left: examination('inv', places), right: examination('inv', places) }
  const market = publishedMarket(n, m, 0.5, 0)
  const chosen = timed(() => candidates(market, perSide))
  const cleared = timed(() => clear(chosen.value.market, looked))
  const { matches } = cleared.value.sums
  const seconds = (one: { milliseconds: number }) => `${(one.milliseconds / 1000).toFixed(1)} s`
  console.log(
    `${n} × ${m}, crowding 0.5, inv, lists of ${places}: ${matches.toFixed(1)} (goal ${goal}); ${perSide} candidates a side ` +
      `(${chosen.value.market.columns.length} pairs) in ${seconds(chosen)}, lists in ${seconds(cleared)}, ` +
      `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  )
  tellGoal(`${n} × ${m}: ${matches.toFixed(1)}, at least ${goal}`, matches >= goal)
}

function timed<T>(work: () => T): { value: T; milliseconds: number } {
  const started = performance.now()
  const value = work()
  return { value, milliseconds: performance.now() - started }
}
