/**
 * How well chances hold that were learned from outcomes of a simulator whose way to choose is not the pair model's: calibration on
 * persons that were held back, for the expert prior, the learned weights, and these with the curve of how chances turned out.
 * `npm run bench:learning -- [--people 24000] [--seed 1] [--quick]`; half of the persons are held back. It shows no more than that
 * learning works where the truth is known: nothing of it was measured on a platform.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { PRIOR } from '../src/engine/engine.ts'
import { estimate } from '../src/engine/estimate.ts'
import { calibrate, learn } from '../src/engine/learning/learn.ts'
import { STAGES } from '../src/engine/learning/outcomes.ts'
import { createMersenne } from '../src/engine/market/mersenne.ts'
import { tellGoal, timed } from './goals.ts'
import { syntheticOutcomes } from './outcomes.ts'

const { values } = parseArgs({
  options: {
    people: { type: 'string' },
    seed: { type: 'string', default: '1' },
    quick: { type: 'boolean', default: false },
  },
})
const people = Number(values.people ?? (values.quick ? 6000 : 24_000))
/** Of chances on persons held back, when learned from all others. Fewer outcomes do not get there, and half as much is asked of them. */
const GOAL = values.quick ? 0.04 : 0.02
/** Persons held back, drawn so often anew for the standard error. */
const DRAWS = 20
const PARTS = [1 / 8, 1 / 4, 1 / 2, 1]

console.log(
  `${cpus()[0]!.model}, node ${process.version}, one thread, seed ${values.seed}, ${people} persons, lists of 10`,
)
const outcomes = syntheticOutcomes(people, Number(values.seed))
console.log(STAGES.map((stage) => `${stage} ${outcomes.filter(({ reached }) => reached === stage).length}`).join(', '))
const held = outcomes.filter(({ person }) => person >= people / 2)

const rows = [{ from: 'prior', ...calibrated({ weights: PRIOR }), seconds: 0 }]
let learned = learn([])
for (const part of values.quick ? [1] : PARTS) {
  const own = outcomes.filter(({ person }) => person < (people / 2) * part)
  const took = timed(() => learn(own))
  learned = took.value
  const seconds = Number((took.milliseconds / 1000).toFixed(1))
  const { apply, offer } = learned.examples
  const from = `${own.length} shown, ${apply.came} applied, ${offer.came} offered`
  rows.push({ from: `${from}: weights`, ...calibrated({ weights: learned.weights }), seconds })
  rows.push({ from: `${from}: with curve`, ...calibrated(learned), seconds })
}
console.table(rows)
const errors = errorsOf(learned)
for (const [name, { ece }] of Object.entries(calibrate(held, learned)))
  tellGoal(
    `${name}: ECE ${ece.toFixed(4)} ± ${errors[name as Side].toFixed(4)}, at most ${GOAL}, learned from all`,
    ece <= GOAL,
  )

function calibrated(model: Parameters<typeof calibrate>[1]) {
  const { apply, offer } = calibrate(held, model)
  return {
    'apply ECE': Number(apply.ece.toFixed(4)),
    'apply log loss': Number(apply.logLoss.toFixed(4)),
    'offer ECE': Number(offer.ece.toFixed(4)),
    'offer log loss': Number(offer.logLoss.toFixed(4)),
  }
}

type Side = 'apply' | 'offer'

/** Standard errors of the last row: the same chances for persons drawn anew from those held back. */
function errorsOf(model: Parameters<typeof calibrate>[1]): Record<Side, number> {
  const byPerson = new Map<number, (typeof held)[number][]>()
  for (const one of held) byPerson.set(one.person, [...(byPerson.get(one.person) ?? []), one])
  const persons = [...byPerson.values()]
  const { random } = createMersenne(Number(values.seed))
  const drawn = Array.from({ length: DRAWS }, () => {
    const { apply, offer } = calibrate(
      persons.flatMap(() => persons[Math.floor(random() * persons.length)]!),
      model,
    )
    return { apply: apply.ece, offer: offer.ece }
  })
  // The deviation of what is drawn anew, not of its mean.
  const of = (side: Side) => estimate(drawn.map((one) => one[side])).error! * Math.sqrt(DRAWS)
  return { apply: of('apply'), offer: of('offer') }
}
