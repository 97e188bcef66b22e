/**
 * Expected matches of whole markets by method, on the markets of the literature, beside what has to be reached and what no lists
 * exceed. `npm run bench:market -- [--size 1000] [--look inv|log] [--quick] [--scale 100000x10000]`. Both sides browse: everybody
 * has a list of everybody; at full size also 10,000 × 5,000 with lists of 100, which takes 3 GB of memory. With --scale only one
 * made-up market of that size, stage by stage.
 */
import { parseArgs } from 'node:util'
import { matchesBound } from '../src/engine/market/bound.ts'
import { candidates } from '../src/engine/market/candidates.ts'
import { clear } from '../src/engine/market/clearing.ts'
import { type Examination, examination } from '../src/engine/market/examination.ts'
import { expectedMatches } from '../src/engine/market/exposure.ts'
import { publishedMarket } from '../src/engine/market/market.ts'
import { naive, product } from '../src/engine/market/simple.ts'
import { transferable } from '../src/engine/market/transferable.ts'
import { annealed, ROUNDS, steady, welfare } from '../src/engine/market/welfare.ts'
import { machine, seconds, tellGoal, timed } from './goals.ts'
import { scale } from './market/scale.ts'

const { values } = parseArgs({
  options: {
    size: { type: 'string' },
    look: { type: 'string' },
    quick: { type: 'boolean', default: false },
    scale: { type: 'string' },
  },
})
const FULL = 1000
const QUICK = 300
const size = Number(values.size ?? (values.quick ? QUICK : FULL))
const looks = (['inv', 'log'] as const).filter((look) => values.look === undefined || values.look === look)
const CROWDING = [0, 0.25, 0.5, 0.75, 1]
/** Both sides browse, 1000 × 1000, seed 0: what has to be reached at each crowding. */
const GOALS: Readonly<Record<Examination, readonly number[]>> = {
  inv: [1490, 1157, 877, 657, 514],
  log: [7218, 6379, 5712, 5265, 5057],
  exp: [],
}
/** What was reached before at the small size, crowding 0.5, and is not to be lost. */
const FLOORS: Readonly<Record<Examination, number>> = { inv: 254, log: 958, exp: 0 }
const SMALL_MS = 20
const WHOLE_SECONDS = 3
const LARGE_SECONDS = 8

console.log(
  machine(`one thread, seed 0, ${ROUNDS} rounds; times of the processor where other programs made the clock longer`),
)
if (values.scale === undefined) {
  small()
  for (const look of looks) table(look, values.quick ? [0.5] : CROWDING)
  if (size === FULL && values.look === undefined) large()
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
  const told = `20 × 20, most matches: ${times[25]!.toFixed(1)} ms in the middle, ${times[47]!.toFixed(1)} ms at most in 95 %`
  tellGoal(`${told}, goal ${SMALL_MS}`, times[47]! <= SMALL_MS)
}

function table(look: Examination, crowdings: readonly number[]) {
  const looked = { left: examination(look, size), right: examination(look, size) }
  const rows = crowdings.map((crowding) => {
    const market = publishedMarket(size, size, crowding, 0)
    const ours = timed(() => welfare(market, looked, annealed()))
    return {
      ...{ look, crowding },
      naive: Math.round(expectedMatches(market, naive(market, looked))),
      product: Math.round(expectedMatches(market, product(market, looked))),
      tu: Math.round(expectedMatches(market, transferable(market, looked).exposure)),
      annealed: Number(ours.value.matches.toFixed(1)),
      bound: Number(matchesBound(market, looked).toFixed(1)),
      goal: goalOf(look, crowding),
      seconds: Number((ours.milliseconds / 1000).toFixed(1)),
    }
  })
  console.table(rows)
  for (const { crowding, annealed, goal } of rows)
    if (goal !== null) tellGoal(`${look}, crowding ${crowding}: ${annealed}, at least ${goal}`, annealed >= goal)
  const longest = Math.max(...rows.map((row) => row.seconds))
  if (size === FULL) tellGoal(`${look}: ${longest} s at most, goal ${WHOLE_SECONDS}`, longest <= WHOLE_SECONDS)
}

function goalOf(look: Examination, crowding: number): number | null {
  if (size === FULL) return GOALS[look][CROWDING.indexOf(crowding)]!
  return size === QUICK && crowding === 0.5 ? FLOORS[look] : null
}

/** Lists of 100 in a market of which nobody can be shown more than a small part; the figures to beat are published. */
function large() {
  const [n, m, places, perSide, goal] = [10_000, 5_000, 100, 50, 6242]
  const looked = { left: examination('inv', places), right: examination('inv', places) }
  const market = publishedMarket(n, m, 0.5, 0)
  const chosen = timed(() => candidates(market, perSide))
  const cleared = timed(() => clear(chosen.value.market, looked))
  const { matches } = cleared.value.sums
  console.log(
    `${n} × ${m}, crowding 0.5, inv, lists of ${places}: ${matches.toFixed(1)} (goal ${goal}); ${perSide} candidates a side ` +
      `(${chosen.value.market.columns.length} pairs) in ${seconds(chosen)}, lists in ${seconds(cleared)}, ` +
      `${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  )
  tellGoal(`${n} × ${m}: ${matches.toFixed(1)}, at least ${goal}`, matches >= goal)
  const milliseconds = chosen.milliseconds + cleared.milliseconds
  tellGoal(`${n} × ${m}: ${seconds({ milliseconds })}, goal ${LARGE_SECONDS}`, milliseconds <= LARGE_SECONDS * 1000)
}
