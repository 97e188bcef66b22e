import { parseArgs } from 'node:util'
import { countFits, createModel, explain, rank, rankForReading } from '../src/engine/engine.ts'
import { machine, tellGoal, timed } from './goals.ts'
import { DIMENSION, LEAVES, synthetic } from './synthetic.ts'

/** Times the engine on synthetic columns: `node bench/engine.ts --people 50000 --projects 5000 --seed 1`. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '50000' },
    projects: { type: 'string', default: '5000' },
    seed: { type: 'string', default: '1' },
    goal: { type: 'string', default: '60' },
  },
})
const [people, projects, seed, goal] = [values.people, values.projects, values.seed, values.goal].map(Number)
const QUERIES = 50
const WARM_UP = 20
const K = 100

const { world, talents, postings, someProject, someTalent } = synthetic(seed!)

function report(name: string, run: (at: number) => void): number {
  for (let at = 0; at < WARM_UP; at++) run(at)
  const times = Array.from({ length: QUERIES }, (_, at) => timed(() => run(at)).milliseconds).sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(QUERIES - 1, Math.ceil(QUERIES * share) - 1)]!
  console.log(`${name.padEnd(56)} p50 ${at(0.5).toFixed(2)} ms  p95 ${at(0.95).toFixed(2)} ms`)
  return at(0.95)
}

console.log(machine('one thread; times of the processor where other programs made the clock longer'))
console.log(
  `seed ${seed}, ${people} people, ${projects} projects, ${LEAVES} job codes, texts of ${DIMENSION}, ${QUERIES} queries`,
)
const [talentRows, projectRows] = [talents(people!), postings(projects!)]
const start = performance.now()
const talentModel = createModel({ ...world, side: 'talents', rows: talentRows })
console.log(`model of talents made in ${(performance.now() - start).toFixed(0)} ms`)
const projectModel = createModel({ ...world, side: 'projects', rows: projectRows })
const [asProject, asTalent] = [
  Array.from({ length: QUERIES }, someProject),
  Array.from({ length: QUERIES }, someTalent),
]

report(`one project, best ${K} of ${people} people`, (at) => rank(talentModel, asProject[at]!, K))
const worst = report(`one project, best ${K} of ${people} people, with reasons`, (at) => {
  const { ranked, yardstick } = rankForReading(talentModel, asProject[at]!, K)
  for (const { points } of ranked) explain(points, yardstick)
})
report(`one talent, best ${K} of ${projects} projects, with reasons`, (at) => {
  const { ranked, yardstick } = rankForReading(projectModel, asTalent[at]!, K)
  for (const { points } of ranked) explain(points, yardstick)
})
report(`people who fit one project, and with four changes, of ${people}`, (at) => {
  const project = asProject[at]!
  const codes = project.codes?.slice(0, 1) ?? []
  countFits(talentModel, project, [{ hours: 11 }, { fee: 4000 }, { visits: 0 }, { codes }])
})
tellGoal(`people with reasons: p95 ${worst.toFixed(1)} ms, goal ${goal}`, worst <= goal!)
