/**
 * Lists for whole made-up markets from a thousand people on, stage by stage: matches expected, time and memory.
 * `npm run bench -- scale [--quick] [--million]`; --million adds 1,000,000 × 100,000, ten minutes and 2.6 GB.
 */
import { parseArgs } from 'node:util'
import { machine, tellGoal } from './goals.ts'
import { scale } from './market/scale.ts'

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, million: { type: 'boolean', default: false } },
})
/** With what was reached before and is not to be lost. */
const SIZES: readonly (readonly [people: number, projects: number, floor: number])[] = [
  [1000, 100, 48],
  [10_000, 1000, 660],
  [100_000, 10_000, 6950],
  [1_000_000, 100_000, 73_000],
]
const last = values.million ? 4 : values.quick ? 2 : 3

console.log(machine('one thread; made-up markets of seed 0, their figures are figures of them alone'))
for (const [people, projects, floor] of SIZES.slice(0, last)) {
  const { matches, byFit } = scale(people, projects)
  tellGoal(`${people} × ${projects}: ${matches.toFixed(1)} matches, at least ${floor}`, matches >= floor)
  tellGoal(`${people} × ${projects}: more than the ${byFit.toFixed(1)} by liking alone`, matches > byFit)
}
