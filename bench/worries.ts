/**
 * How often a worry finds its work: the goal leaf in the first five and first, the right middle group first, with 95 %
 * intervals, on the labelled worries of bench/worries; ends with 1 where it is less than it was. `npm run bench:worries -- [--half open|frozen] [--misses] [--json]`.
 */
import { parseArgs } from 'node:util'
import { classify, jobCodes } from '../src/jobcodes/rules/standard.ts'
import { tellGoal } from './goals.ts'
import { acceptedOf, type Half, kappa, type Labelled, readHalf, wilson } from './worries/labels.ts'

const LABELS = {
  first: 'goal leaf first',
  five: 'goal leaf in the first five',
  middle: 'right middle group first',
} as const

/** In percent. What was reached and is not to be lost (two worries of 120 may go the other way, but no floor is lowered), and what is wanted. */
const FLOORS = {
  open: { first: 62.5, five: 85.8, middle: 70 },
  frozen: { first: 62.5, five: 89.1, middle: 68.3 },
} as const
const WANTED = { first: 75, five: 95, middle: 88 } as const

const { values } = parseArgs({
  options: { half: { type: 'string' }, misses: { type: 'boolean' }, json: { type: 'boolean' } },
})
const halves: readonly Half[] = values.half === 'open' || values.half === 'frozen' ? [values.half] : ['open', 'frozen']
if (values.misses && halves.includes('frozen'))
  throw new Error('--misses is for --half open: nobody looks at the other')

const tree = jobCodes()
const middleOf = (code: string) => tree.ancestors(code).at(-1) ?? ''
const nameOf = (code: string) => tree.leaf(code)?.name ?? code

const results = halves.map((half) => measure(half, readHalf(half)))
if (values.json) console.log(JSON.stringify(results))
else for (const result of results) print(result)

function measure(half: Half, worries: readonly Labelled[]) {
  const seen = worries.map((worry) => {
    const accepted = acceptedOf(worry)
    const found = classify(worry.text, 5).map(({ code }) => code)
    return {
      ...{ worry, accepted, found },
      first: accepted.includes(found[0]!),
      five: found.some((code) => accepted.includes(code)),
      middle: found[0] !== undefined && accepted.map(middleOf).includes(middleOf(found[0])),
    }
  })
  if (values.misses) for (const miss of seen.filter(({ first }) => !first)) printMiss(miss)
  const share = (name: 'first' | 'five' | 'middle') => {
    const right = seen.filter((one) => one[name]).length
    return { share: right / seen.length, interval: wilson(right, seen.length) }
  }
  return {
    ...{ half, worries: worries.length, first: share('first'), five: share('five'), middle: share('middle') },
    kappa: kappa(
      worries.map(({ first }) => first[0]!),
      worries.map(({ second }) => second[0]!),
    ),
  }
}

function print({ half, worries, kappa, ...shares }: ReturnType<typeof measure>): void {
  console.log(`${half}: ${worries} worries, the two labellings agree on the first code with kappa ${kappa.toFixed(3)}`)
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`
  for (const [name, { share, interval }] of Object.entries(shares)) {
    const of = name as keyof typeof LABELS
    console.log(`  ${LABELS[of]}: ${percent(share)} (${interval.map(percent).join(' – ')}), wanted ${WANTED[of]} %`)
  }
  for (const [name, { share }] of Object.entries(shares)) {
    const floor = FLOORS[half][name as keyof typeof LABELS]
    tellGoal(
      `${half}, ${LABELS[name as keyof typeof LABELS]}: ${percent(share)}, was ${floor} % or more`,
      100 * share >= floor,
    )
  }
  const far = Object.entries(shares).filter(([name, { share }]) => 100 * share < WANTED[name as keyof typeof LABELS])
  if (far.length > 0)
    console.log(`not yet what is wanted: ${far.map(([name]) => LABELS[name as keyof typeof LABELS]).join('; ')}`)
}

function printMiss({ worry, accepted, found }: { worry: Labelled; accepted: string[]; found: string[] }): void {
  console.log(`${worry.id} ${worry.text}`)
  console.log(`   wanted ${accepted.map(nameOf).join('／')}`)
  console.log(`   found  ${found.map(nameOf).join('／')}`)
}
