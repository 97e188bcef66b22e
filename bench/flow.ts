/**
 * Expected matches where people apply and companies go through the applications, on the markets of the literature, beside what
 * was published and what has to be reached. `npm run bench:flow -- [--quick] [--cell 5] [--runs 10000] [--seed 621]`; --quick
 * draws less often and leaves the large markets out, --cell takes one line of the table.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { flowBound } from '../src/engine/flow/bound.ts'
import { evaluateFlow, expectedFlow } from '../src/engine/flow/evaluate.ts'
import { FLOW_ROUNDS, FLOW_SWEEPS, flowLists } from '../src/engine/flow/lists.ts'
import { type FlowExamination, flowExamination, type Liking, publishedFlowMarket } from '../src/engine/flow/market.ts'
import { inOrderOf } from '../src/engine/market/exposure.ts'
import { mutual } from '../src/engine/market/market.ts'
import type { Matrix } from '../src/engine/market/matrix.ts'
import { transferable } from '../src/engine/market/transferable.ts'
import { tellGoal } from './goals.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    cell: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string', default: '621' },
  },
})
const runs = Number(values.runs ?? (values.quick ? 1000 : 10_000))
const seed = Number(values.seed)

type Cell = {
  projects: number
  crowding: number
  liking: Liking
  look: FlowExamination
  published: { naive: number; product: number; tu: number; sw: number }
  goal: number
}

const cell = (
  [projects, crowding, liking, look]: readonly [number, number, Liking, FlowExamination],
  [naive, product, tu, sw]: readonly [number, number, number, number],
  goal: number,
): Cell => ({ projects, crowding, liking, look, published: { naive, product, tu, sw }, goal })

/** Published: Su, Bayoumi, Joachims, arXiv 2106.01941 (its repository for the simple ones); 10,000 draws, errors 0.02 to 0.10. */
const CELLS: readonly Cell[] = [
  cell([100, 0, 'random', 'inv'], [156.3, 199.9, 200.5, 198.5], 202.8),
  cell([100, 0.25, 'random', 'inv'], [128.7, 166.6, 175.0, 173.5], 176.7),
  cell([100, 0.5, 'random', 'inv'], [106.9, 131.0, 152.8, 152.7], 154.4),
  cell([100, 0.75, 'random', 'inv'], [95.0, 105.0, 132.2, 134.2], 134.5),
  cell([100, 1, 'random', 'inv'], [92.1, 92.1, 92.1, 118.2], 119.6),
  cell([100, 0.5, 'similar', 'inv'], [126.2, 143.8, 165.0, 167.4], 169.0),
  cell([100, 0.5, 'reverse', 'inv'], [65.1, 104.5, 126.7, 128.4], 130.1),
  cell([100, 0.5, 'random', 'exp'], [25.9, 47.8, 76.7, 84.4], 85.2),
  cell([100, 0.5, 'random', 'ln'], [639.2, 669.7, 672.2, 673.7], 674.8),
  cell([20, 0.5, 'random', 'inv'], [18.7, 21.2, 23.2, 23.2], 23.4),
  cell([50, 0.5, 'random', 'inv'], [50.7, 61.4, 68.7, 68.9], 69.5),
  cell([200, 0.5, 'random', 'inv'], [220.1, 274.3, 333.4, 332.6], 336.7),
]
const QUICK_PROJECTS = 50
/** Standard errors by which drawing and expecting may differ. */
const APART = 4

const chosen = CELLS.map((one, at) => ({ ...one, number: at + 1 })).filter(({ projects, number }) =>
  values.cell === undefined ? !values.quick || projects <= QUICK_PROJECTS : number === Number(values.cell),
)
if (chosen.length === 0) throw new RangeError(`--cell: a number from 1 to ${CELLS.length}, not ${values.cell}`)
console.log(
  `${cpus()[0]!.model}, node ${process.version}, one thread, markets of seed 621, ${runs} draws of seed ${seed}, ` +
    `${FLOW_ROUNDS} rounds and up to ${FLOW_SWEEPS} sweeps; lists of all projects`,
)
console.log('drawn ± standard error (published); expected: the same without drawing; bound: no lists can bring more')
const rows = chosen.map(measure)
console.table(rows)
console.log(`${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
for (const { cell, expected, goal, reached } of rows) tellGoal(`cell ${cell}: ${expected}, at least ${goal}`, reached)

function measure({ number, projects, crowding, liking, look, published, goal }: Cell & { number: number }) {
  const market = publishedFlowMarket(projects, crowding, liking)
  const looked = { left: flowExamination(look, projects), right: flowExamination(look, market.wants.rows) }
  const drawn = (toLeft: Matrix, expected: number, before?: number) => {
    const { mean, error } = evaluateFlow(market, looked, toLeft, { runs, seed })
    if (Math.abs(mean - expected) > APART * error!) {
      console.error(`cell ${number}: drawn ${mean} ± ${error}, expected ${expected}`)
      process.exitCode = 1
    }
    return `${mean.toFixed(2)} ± ${error!.toFixed(2)}${before === undefined ? '' : ` (${before})`}`
  }
  const simple = (toLeft: Matrix, before: number) => drawn(toLeft, expectedFlow(market, looked, toLeft), before)
  const started = performance.now()
  const ours = flowLists(market, looked)
  const seconds = (performance.now() - started) / 1000
  return {
    cell: number,
    projects,
    crowding,
    liking,
    look,
    naive: simple(inOrderOf(market.wants, looked.left), published.naive),
    product: simple(inOrderOf(mutual(market), looked.left), published.product),
    tu: simple(transferable(market, looked).exposure.toLeft, published.tu),
    'sw (published)': published.sw,
    flow: drawn(ours.exposure, ours.matches),
    expected: Number(ours.matches.toFixed(2)),
    bound: Number(flowBound(market, looked, ours.matches).toFixed(1)),
    goal,
    reached: ours.matches >= goal,
    seconds: Number(seconds.toFixed(2)),
  }
}
