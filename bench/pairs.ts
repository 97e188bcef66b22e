/**
 * What holds for every pair: points add up to the score and to the logits of both chances, and who somebody is (name, age, sex,
 * school, nationality, photo, id, place in the file) changes nothing. `npm run bench -- pairs [--people 400] [--projects 60]
 * [--seed 1] [--quick]`.
 */
import { parseArgs } from 'node:util'
import {
  binsOf,
  chances,
  createModel,
  MAX_K,
  type PairBins,
  PRIOR,
  rank,
  type TableName,
} from '../src/engine/engine.ts'
import { POINTS_PER_LOGIT } from '../src/engine/fixed.ts'
import { personShape } from '../src/matching/rules/given/person.ts'
import { projectShape } from '../src/matching/rules/given/project.ts'
import { type Ranking, rankingOf } from '../src/matching/rules/given/ranking.ts'
import { machine, tellGoal } from './goals.ts'
import { dress, somePeople, someProjects, withIds } from './pairs/people.ts'
import { synthetic } from './synthetic.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    projects: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(values.people ?? (values.quick ? 150 : 400))
const projects = Number(values.projects ?? (values.quick ? 20 : 60))
const YEAR = 2026
const CLOSE = 1e-6

console.log(machine(`seed ${values.seed}, ${people} people × ${projects} projects`))
additivity()
invariance()

/** Synthetic columns, in which all factors are said. */
function additivity() {
  const { world, talents, someProject } = synthetic(Number(values.seed))
  const model = createModel({ ...world, side: 'talents', rows: talents(people) })
  let [pairs, exact, apart, rounding] = [0, 0, 0, 0]
  for (let project = 0; project < projects; project++) {
    const query = someProject()
    const ranked = rank(model, query, MAX_K)
    const bins = binsOf(
      model,
      query,
      ranked.map(({ row }) => row),
    )
    for (const [at, pair] of ranked.entries()) {
      pairs++
      if (sum(pair.points) === pair.score) exact++
      const told = chances(model.tables, pair)
      for (const side of ['apply', 'offer'] as const) {
        const logit = (model.tables.base[side] + sum(pair[side])) / POINTS_PER_LOGIT
        apart = Math.max(apart, Math.abs(Math.log(told[side] / (1 - told[side])) - logit))
        rounding = Math.max(rounding, Math.abs(fromTables(bins[at]!, side) - logit))
      }
    }
  }
  console.log(`${pairs} pairs: scores are the sums of their points in ${exact}`)
  console.log(
    `  logits of the chances that are told differ from the sums of points by ${apart.toExponential(1)} at most`,
  )
  console.log(
    `  points, 1/${POINTS_PER_LOGIT} logit each, differ from the tables they were made of by ${rounding.toFixed(5)} logits at most`,
  )
  tellGoal(`additivity: the points of ${exact} of ${pairs} pairs add up to the score`, exact === pairs && pairs > 0)
  tellGoal(`additivity: Σ points = logit to ${apart.toExponential(1)}, at least to ${CLOSE}`, apart <= CLOSE)
}

/** The logit once more, from the weights as they were written and the bins alone. */
function fromTables(bins: PairBins, side: 'apply' | 'offer'): number {
  let logit = PRIOR.base[side]
  for (const [name, bin] of Object.entries(bins[side])) logit += PRIOR.tables[name as TableName][side][bin]!
  return logit
}

/** Files as `meguri rank` reads them, by the way of the product. */
function invariance() {
  const { seed } = values
  const [lines, asked] = [somePeople(people, seed), someProjects(projects, seed)]
  const one = told(withIds(dress(lines, `${seed}/one`), `${seed}/first`))
  const changed = told(withIds(dress(lines, `${seed}/other`), `${seed}/second`).toReversed()).map((all) =>
    all.toReversed(),
  )
  const fewerHours = lines.map((line, at) => (at % 2 === 0 ? { ...line, hours: 0 } : line))
  const control = told(withIds(fewerHours, `${seed}/first`))
  const pairs = people * projects
  const same = (other: string[][]) => one.flatMap((all, at) => all.filter((pair, n) => pair === other[at]![n])).length
  const kept = same(changed)
  console.log(
    `${pairs} pairs: other name, age, sex, school, nationality, photo, id and place in the file: the same in ${kept}`,
  )
  console.log(`  for comparison: with no hours left of every other person ${same(control)} stay the same`)
  tellGoal(`counterfactual invariance: ${((100 * kept) / pairs).toFixed(2)} % of ${pairs} pairs`, kept === pairs)
  tellGoal('counterfactual invariance: other hours are seen', same(control) < pairs / 2)

  /** By project and person: place (whoever scores the same shares it), points, reasons and doubt. */
  function told(file: ReturnType<typeof somePeople>): string[][] {
    const known = file.map((line) => personShape.parse(line))
    const rankFor = rankingOf(known, YEAR, MAX_K)
    return asked.map((line) => {
      const { ranking } = rankFor(projectShape.parse(line))
      const placed = new Map(ranking.map((pair) => [pair.id, `${placeOf(pair.score, ranking)} ${wordsOf(pair)}`]))
      return known.map(({ id }) => placed.get(id) ?? 'not ranked')
    })
  }
}

function placeOf(score: number, ranking: Ranking['ranking']): number {
  return 1 + ranking.findIndex((other) => other.score === score)
}

function wordsOf({ points, reasons, doubt }: Ranking['ranking'][number]): string {
  return JSON.stringify({ points, reasons, doubt })
}

function sum(points: Int16Array): number {
  return points.reduce((all, one) => all + one, 0)
}
