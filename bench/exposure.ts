/**
 * Who is seen how much, by method, on the markets of the literature: Gini coefficient, the least seen tenth, coverage, envy, beside
 * the matches they come with. `npm run bench -- exposure [--people 300] [--projects 100] [--seeds 10] [--quick]`.
 */
import { parseArgs } from 'node:util'
import { estimate } from '../src/engine/estimate.ts'
import { matchesBound } from '../src/engine/market/bound.ts'
import { examination } from '../src/engine/market/examination.ts'
import { type Exposure, envy } from '../src/engine/market/exposure.ts'
import { type Market, publishedMarket } from '../src/engine/market/market.ts'
import { machine, tellGoal } from './goals.ts'
import { compareWays, figuresOf, more, told, WAYS } from './market/compare.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '300' },
    projects: { type: 'string', default: '100' },
    seeds: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
})
const [people, projects] = [Number(values.people), Number(values.projects)]
const seeds = Number(values.seeds ?? (values.quick ? 3 : 10))
const PLACES = 20
const CROWDING = [0.5, 0.9]
/** Standard errors of a difference from which on it is called one. */
const CLEAR = 2

const looked = { left: examination('inv', projects, PLACES), right: examination('inv', people, PLACES) }
console.log(
  machine(`${people} people, ${projects} projects, seeds 0–${seeds - 1}, inv, lists of ${PLACES}, one thread`),
)
console.log(
  'mean ± standard error over the markets; envy: pairs of whom one would rather be seen like the other, of all pairs',
)
for (const crowding of CROWDING) table(crowding)

function table(crowding: number) {
  const markets = Array.from({ length: seeds }, (_, seed) => publishedMarket(people, projects, crowding, seed))
  const all = compareWays(WAYS, markets, looked, measure)
  const bound = estimate(markets.map((market) => matchesBound(market, looked, 300)))
  console.log(`crowding ${crowding}: no lists bring more than ${told(bound, 1, 1)} matches (proven)`)
  console.table(
    all.map(({ name, figures, seconds }) => ({
      method: name,
      matches: told(figures.matches, 1, 1),
      'least seen tenth %': told(figures.bottom, 100, 1),
      gini: told(figures.gini, 1, 3),
      'coverage %': told(figures.coverage, 100, 1),
      'envy, people %': told(figures.envious, 100, 2),
      'envy, projects %': told(figures.enviousProjects, 100, 2),
      seconds: Number((seconds / seeds).toFixed(2)),
    })),
  )
  for (const { name } of all) {
    if (name === 'annealed') continue
    const difference = more(all, 'matches', 'annealed', name)
    const goal = `crowding ${crowding}: annealed brings ${told(difference, 1, 1)} matches more than ${name}`
    tellGoal(goal, difference.mean > CLEAR * (difference.error ?? 0))
  }
  for (const name of ['naive', 'product', 'sw'] as const) {
    const [gini, bottom] = [more(all, 'gini', 'annealed', name), more(all, 'bottom', 'annealed', name)]
    const goal = `crowding ${crowding}: annealed buries fewer than ${name}, Gini ${told(gini, 1, 3)}, tenth ${told(bottom, 100, 1)} %`
    tellGoal(goal, gini.mean < 0 && bottom.mean > 0)
  }
  const fairer = all.filter(({ name }) => more(all, 'gini', name, 'annealed').mean < 0).map(({ name }) => name)
  console.log(`more even than annealed, with fewer matches: ${fairer.join(', ') || 'none'}`)
  const { coverage } = all.find(({ name }) => name === 'annealed')!.figures
  tellGoal(`crowding ${crowding}: annealed shows ${told(coverage, 100, 1)} % of the projects`, coverage.mean === 1)
}

function measure(market: Market, exposure: Exposure) {
  const { left, right } = envy(market, exposure)
  return {
    ...figuresOf(market, exposure),
    envious: left / (people * (people - 1)),
    enviousProjects: right / (projects * (projects - 1)),
  }
}
