/**
 * Work for a day, by method: workers who find a shift and shifts that are filled, in the sizes of arXiv 2606.17397 (838 templates,
 * 1,000 workers; published 57.6 → 70.0 % and 67.4 → 82.2 %). Of that paper only the abstract is known here: sizes and shifts for
 * each worker are its, the rest is made up (src/engine/simulator/spot.ts), so the figures are to be compared among each other
 * and not with those. `npm run bench -- spot [--runs 10] [--seed 0] [--quick]`.
 */
import { parseArgs } from 'node:util'
import { PLANNER_NAMES } from '../src/engine/simulator/planners.ts'
import { compareSpot, SPOT } from '../src/engine/simulator/spot.ts'
import { machine, tellGoal } from './goals.ts'
import { told } from './market/compare.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '0' },
    quick: { type: 'boolean', default: false },
  },
})
const runs = Number(values.runs ?? (values.quick ? 4 : 10))
const seed = Number(values.seed)
const sizes = values.quick ? { workers: 200, templates: 168 } : {}
const setting = { ...SPOT, ...sizes }
const { workers, templates, days, perWorker, shown, look, doubt, popularity } = setting
/** Standard errors of a difference from which on it is called one. */
const CLEAR = 2
const OURS = 'annealed'

console.log(machine(`seeds ${seed}–${seed + runs - 1}, one thread`))
console.log(
  `${templates} templates, ${workers} workers, ${days} day(s) a market, ${perWorker} shifts for each worker, lists of ${shown} ` +
    `(${look}), doubt ${doubt}, popularity ${popularity}; mean ± standard error over ${runs} markets, the same for all methods`,
)
const all = compareSpot(
  // Ours first: differences are from it.
  [OURS, ...PLANNER_NAMES.filter((name) => name !== OURS)],
  { ...sizes, runs, seed },
)
console.table(
  all.map(({ method, figures, more }) => ({
    method,
    'found work %': told(figures.found, 100, 1),
    'shifts filled %': told(figures.fill, 100, 1),
    'found, beside ours': told(more, 100, 1),
    gini: told(figures.gini, 1, 3),
    'least seen tenth %': told(figures.bottom, 100, 1),
    'coverage %': told(figures.coverage, 100, 1),
  })),
)
for (const { method, more } of all.slice(1)) {
  const sentence = `${OURS} finds work for ${told({ ...more, mean: -more.mean }, 100, 1)} % more than ${method}`
  const clear = -more.mean > CLEAR * (more.error ?? 0)
  // Ours of another aim may be as good, and so may the nearest peer where there are few markets and small ones.
  if (method !== 'alpha' && !(values.quick && method === 'greedy')) tellGoal(sentence, clear)
  else console.log(clear ? sentence : `no clear difference: ${sentence}`)
}
