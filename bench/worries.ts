/**
 * How often a worry finds its work: the goal leaf in the first five and first, the right middle group first, with 95 %
 * intervals, on the labelled worries of bench/worries. `npm run bench:worries -- [--half open|frozen] [--misses] [--json]`.
 */
import { parseArgs } from 'node:util'
import { classify, jobCodes } from '../src/jobcodes/rules/standard.ts'
import { acceptedOf, type Half, kappa, type Labelled, readHalf, wilson } from './worries/labels.ts'

const LABELS = {
  first: 'goal leaf first',
  five: 'goal leaf in the first five',
  middle: 'right middle group first',
} as const

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
    console.log(`  ${LABELS[name as keyof typeof LABELS]}: ${percent(share)} (${interval.map(percent).join(' – ')})`)
  }
}

function printMiss({ worry, accepted, found }: { worry: Labelled; accepted: string[]; found: string[] }): void {
  console.log(`${worry.id} ${worry.text}`)
  console.log(`   wanted ${accepted.map(nameOf).join('／')}`)
  console.log(`   found  ${found.map(nameOf).join('／')}`)
}
