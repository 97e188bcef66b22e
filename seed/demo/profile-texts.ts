import type { Leaf } from '../../src/jobcodes/rules/release.ts'
import { prefectureName } from '../../src/lib/regions.ts'
import type { Random } from '../random.ts'
import { DOING, HEADLINES, HEADLINES_OWN, MANNERS, SCALES, SCALES_ELSE, TIES, WHEN, WHY } from '../texts/talent.ts'
import type { Workplace } from '../texts/types.ts'
import { fill, past } from './japanese.ts'
import { majorOf } from './leaves.ts'
import type { DemoTie } from './shapes.ts'
import { wordingOf, workName } from './wording.ts'

/** What a profile's texts are made from, so that all of them tell of one and the same person. */
export type Said = {
  leaf: Leaf
  others: readonly Leaf[]
  workplace: Workplace
  department: string
  years: number
  employed: boolean
  ties: readonly DemoTie[]
  motives: readonly string[]
  hours: number
  /** Lines that somebody else has already. */
  used: Set<string>
}

const TRIES = 12

export function headlineOf(said: Said, random: Random): string {
  const { leaf, others, workplace, department, years, employed } = said
  const patterns = (employed ? HEADLINES : HEADLINES_OWN).filter(
    (pattern) => others.length > 0 || !pattern.includes('{work2}'),
  )
  const values = {
    kind: workplace.kind,
    dept: department,
    years,
    work: workName(leaf),
    work2: others[0] ? workName(others[0]) : '',
  }
  return unused(said.used, () => fill(random.pick(patterns), values))
}

export function aboutOf(said: Said, random: Random): string {
  const { leaf, workplace, department, years, ties, motives, hours } = said
  const { tasks } = wordingOf(leaf, workplace.industry)
  const values = {
    kind: workplace.kind,
    dept: department,
    years,
    young: random.between(2, Math.max(2, Math.min(years - 1, 6))),
    firms: random.between(2, 7),
    people: random.between(4, 30),
    hours,
  }
  const patterns = random.several(DOING, 2)
  const doing = random.several(tasks, random.between(1, 2)).map((task, at) => fill(patterns[at]!, { ...values, task }))
  const bond =
    ties[0] &&
    fill(random.pick(TIES[ties[0].kind]!), { pref: prefectureName(ties[0].prefecture), young: random.between(2, 9) })
  const parts = [
    ...doing,
    random.pick(MANNERS),
    ...(bond ? [bond] : []),
    random.pick(WHY[motives[0]!]!),
    ...(random.chance(0.5) ? [fill(random.pick(WHEN), values)] : []),
  ]
  return parts.join('')
}

/** One line that shows it. The code's own lines go to the first who may say them; the others tell how large it was. */
export function evidenceOf(leaf: Leaf, said: Said, random: Random): string {
  const { tasks, evidence } = wordingOf(leaf, said.workplace.industry)
  const ready = evidence.find((line) => !said.used.has(line) && yearsIn(line) <= said.years)
  if (ready !== undefined && random.chance(0.5)) {
    said.used.add(ready)
    return ready
  }
  return unused(said.used, () => {
    const scale = fill(random.pick(SCALES[majorOf(leaf)] ?? SCALES_ELSE), {
      n: random.between(2, 30) * 5,
      m: random.between(3, 60),
      few: random.between(2, 6),
      firms: random.between(2, 9),
    })
    const task = tasks.length > 0 ? random.pick(tasks) : `${workName(leaf)}を担当する`
    const where = random.chance(0.4) ? `${said.workplace.kind}にいて、` : ''
    return `${where}${scale}、${past(task)}`
  })
}

/** 「…で25年、…」: only somebody with as many years may say so. */
function yearsIn(line: string): number {
  return Number(/(\d+)年(?!度|分|後)/.exec(line.normalize('NFKC'))?.[1] ?? 0)
}

function unused(used: Set<string>, make: () => string): string {
  let made = make()
  for (let n = 0; n < TRIES && used.has(made); n++) made = make()
  used.add(made)
  return made
}
