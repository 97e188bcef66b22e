/**
 * How many projects find somebody at all, by method: 900 people and 300 projects in a market of low rank. The one on which 199
 * (both sides' wishes), 232 to 255 (transferable utility) and 272 (to reach) were told is not public; this is a stand-in of our
 * own (market/low-rank.ts), so made that both sides' wishes fill about as many, and its figures are figures of it alone.
 * `npm run bench -- filled [--people 900] [--projects 300] [--seeds 5] [--quick]`.
 */
import { parseArgs } from 'node:util'
import { estimate } from '../src/engine/estimate.ts'
import { examination, type Looked } from '../src/engine/market/examination.ts'
import { type Market, mutual } from '../src/engine/market/market.ts'
import { transposed } from '../src/engine/market/matrix.ts'
import { annealed, welfare } from '../src/engine/market/welfare.ts'
import { machine, tellGoal } from './goals.ts'
import { compareWays, figuresOf, more, told, WAYS } from './market/compare.ts'
import { lowRankMarket } from './market/low-rank.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    projects: { type: 'string' },
    seeds: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(values.people ?? (values.quick ? 300 : 900))
const projects = Number(values.projects ?? (values.quick ? 100 : 300))
const seeds = Number(values.seeds ?? (values.quick ? 3 : 5))
const PLACES = 20
const BASE = 0
/** Of the projects; 272 of 300 were to be reached on the other market. */
const GOAL = 272 / 300
/** Standard errors of a difference from which on it is called one. */
const CLEAR = 2

/** Ours for this aim: each project counts little once it has somebody. People may have as many matches as come about. */
const capacity = { left: new Float64Array(people).fill(people * projects), right: new Float64Array(projects).fill(1) }
const ways = {
  ...WAYS,
  capacity: (market: Market, looked: Looked) => welfare(market, looked, annealed(), { capacity }).exposure,
}

console.log(
  machine(`${people} people, ${projects} projects, seeds 0–${seeds - 1}, log, lists of ${PLACES}, one thread`),
)
console.log(
  'A made-up market: mean ± standard error over the seeds. Filled: a match comes about for a project, each for itself.',
)
const looked = { left: examination('log', projects, PLACES), right: examination('log', people, PLACES) }
const markets = Array.from({ length: seeds }, (_, seed) => lowRankMarket(people, projects, BASE, seed))
const all = compareWays(ways, markets, looked, figuresOf)
console.table(
  all.map(({ name, figures, seconds }) => ({
    method: name,
    filled: told(figures.filled, projects, 1),
    'people placed': told(figures.placed, people, 1),
    matches: told(figures.matches, 1, 1),
    gini: told(figures.gini, 1, 3),
    'least seen tenth %': told(figures.bottom, 100, 1),
    seconds: Number((seconds / seeds).toFixed(2)),
  })),
)
const bound = estimate(markets.map(filledBound))
console.log(
  `no lists fill more than ${told(bound, projects, 1)} (proven); ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
)
const { filled } = all.find(({ name }) => name === 'capacity')!.figures
tellGoal(
  `capacity fills ${told(filled, projects, 1)} of ${projects}, at least ${(GOAL * projects).toFixed(1)}`,
  filled.mean >= GOAL,
)
for (const { name } of all) {
  if (name === 'capacity') continue
  const difference = more(all, 'filled', 'capacity', name)
  const clear = difference.mean > CLEAR * (difference.error ?? 0)
  const sentence = `capacity fills ${told(difference, projects, 1)} more than ${name}`
  // Of ours, the one that does not know of capacities may be as good in a market that is hardly crowded.
  if (name !== 'annealed') tellGoal(sentence, clear)
  else console.log(clear ? sentence : `no clear difference: ${sentence}`)
}

/**
 * A project is found by whoever stands on its list, at most as often as if all of them saw it first: −log of its chance to stay empty
 * is a sum of convex functions of what is seen, so single lists are best, and best liked first.
 */
function filledBound(market: Market): number {
  const both = transposed(mutual(market))
  let sum = 0
  for (let row = 0; row < both.rows; row++) {
    const likings = both.values.slice(row * both.columns, (row + 1) * both.columns).sort()
    let empty = 1
    for (const [place, seen] of looked.right.entries()) empty *= 1 - likings.at(-1 - place)! * seen * looked.left[0]!
    sum += 1 - empty
  }
  return sum / both.rows
}
