import type { Leaf } from '../../src/jobcodes/rules/release.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import { type Random, randomFrom } from '../random.ts'
import { homePrefecture, townOf } from '../regions.ts'
import type { Workplace } from '../texts/types.ts'
import { DEPARTMENTS, EMPLOYER_HEADS, WORKPLACES } from '../texts/workplaces.ts'
import { industriesOf, majorOf, supply } from './leaves.ts'
import { namedPerson } from './people.ts'
import { aboutOf, evidenceOf, headlineOf, type Said } from './profile-texts.ts'
import type { DemoCode, DemoTalent, DemoTie } from './shapes.ts'

/** Shares of product.md: about 70 % are employed. */
const EMPLOYED = 0.7
const MOTIVE_WEIGHTS = [
  ['region', 22],
  ['skill', 26],
  ['learn', 14],
  ['craft', 8],
  ['owner', 10],
  ['people', 12],
  ['move', 6],
  ['income', 18],
] as const
const HOURS = [
  [4, 4],
  [5, 12],
  [6, 6],
  [8, 16],
  [10, 24],
  [12, 12],
  [15, 12],
  [20, 10],
  [30, 4],
] as const
const FEES = [
  [2000, 6],
  [2500, 12],
  [3000, 20],
  [3500, 14],
  [4000, 18],
  [4500, 8],
  [5000, 12],
  [6000, 6],
  [8000, 4],
] as const
const TIE_KINDS = [
  ['born', 16],
  ['lived', 20],
  ['school', 12],
  ['family', 18],
  ['work', 14],
  ['furusato', 12],
  ['visits', 16],
  ['second-home', 3],
] as const

/**
 * The n-th professional of a seed. Whoever has a code of `reserved` has only touched it: for such work the person to be
 * found is written by hand.
 */
export function demoTalent(seed: number, n: number, reserved: ReadonlySet<string>, used: Set<string>): DemoTalent {
  const random = randomFrom(`talent/${seed}/${n}`)
  const leaf = random.weighted(supply())
  const workplace = workplaceFor(leaf, random)
  const years = Math.min(36, 3 + Math.floor(random.next() * random.next() * 34))
  const prefecture = homePrefecture(random)
  const employed = random.chance(EMPLOYED)
  const ties = tiesOf(random, prefecture)
  const motives = [...new Set([random.weighted(MOTIVE_WEIGHTS), random.weighted(MOTIVE_WEIGHTS)])]
  const hours = random.weighted(HOURS)
  const department = random.pick(DEPARTMENTS[majorOf(leaf)]!)
  const others = otherLeaves(leaf, random)
  const said: Said = { leaf, others, workplace, department, years, employed, ties, motives, hours, used }
  return {
    key: `talent:${seed}:${n}`,
    ...namedPerson(random),
    headline: headlineOf(said, random),
    about: aboutOf(said, random),
    prefecture,
    municipality: townOf(random, prefecture).code,
    hours,
    fee: random.weighted(FEES),
    style: random.weighted([
      ['remote', 35],
      ['either', 52],
      ['visits', 13],
    ] as const),
    availability: random.weighted([
      ['now', 27],
      ['talk', 36],
      ['look', 31],
      ['pause', 6],
    ] as const),
    motives,
    industries: industriesFor(leaf, workplace, random),
    codes: codesOf(said, random, reserved),
    ties,
    employer: employed ? employerOf(workplace, random) : null,
    activeMonthsAgo: random.weighted([
      [0, 50],
      [1, 20],
      [2, 12],
      [4, 10],
      [9, 8],
    ] as const),
  }
}

/** A firm in the city whose people do such work. */
function workplaceFor(leaf: Leaf, random: Random): Workplace {
  const industries = industriesOf(leaf)
  const possible = WORKPLACES.filter(({ industry }) => industries === null || industries.includes(industry))
  return random.pick(possible.length > 0 ? possible : WORKPLACES)
}

function otherLeaves(leaf: Leaf, random: Random): Leaf[] {
  const codes = jobCodes()
  const [major, middle] = codes.ancestors(leaf.id)
  const near = [
    ...leaf.related.flatMap((id) => codes.leaf(id) ?? []),
    ...codes.leavesOf(middle!),
    ...random.several(codes.leavesOf(major!), 3),
  ].filter(({ id }) => id !== leaf.id)
  return random.several(
    [...new Set(near)],
    random.weighted([
      [0, 12],
      [1, 34],
      [2, 36],
      [3, 18],
    ] as const),
  )
}

function codesOf(said: Said, random: Random, reserved: ReadonlySet<string>): DemoCode[] {
  return [said.leaf, ...said.others].map((leaf, at) => {
    if (reserved.has(leaf.id)) {
      return {
        code: leaf.id,
        level: random.between(1, 2),
        years: random.between(0, 3),
        lastYearsAgo: random.between(0, 8),
        evidence: '',
      }
    }
    const years = at === 0 ? said.years : random.between(1, Math.max(1, said.years - 1))
    const seasoned = years >= 8 ? 4 : 3
    const level =
      at === 0 ? random.between(years < 4 ? 2 : 3, seasoned) : random.between(years < 3 ? 1 : 2, Math.min(seasoned, 3))
    const evidence = level === 1 && random.chance(0.6) ? '' : evidenceOf(leaf, said, random)
    return {
      code: leaf.id,
      level,
      years,
      lastYearsAgo: random.weighted([
        [0, 70],
        [1, 15],
        [3, 10],
        [7, 5],
      ] as const),
      evidence,
    }
  })
}

function industriesFor(leaf: Leaf, workplace: Workplace, random: Random): string[] {
  const more = industriesOf(leaf)
  const second = random.chance(0.35)
    ? random.pick(more ?? WORKPLACES.map(({ industry }) => industry))
    : workplace.industry
  return [...new Set([workplace.industry, second])]
}

function tiesOf(random: Random, home: number): DemoTie[] {
  const count = random.weighted([
    [0, 26],
    [1, 44],
    [2, 24],
    [3, 6],
  ] as const)
  return Array.from({ length: count }, () => {
    const kind = random.weighted(TIE_KINDS)
    const prefecture = random.chance(0.12) ? home : random.between(1, 47)
    const lasting = kind === 'born' || kind === 'school'
    return {
      kind,
      prefecture,
      municipality: random.chance(0.5) ? townOf(random, prefecture).code : null,
      yearsAgo: lasting
        ? null
        : random.weighted([
            [0, 30],
            [1, 20],
            [3, 20],
            [8, 18],
            [15, 12],
          ] as const),
    }
  }).filter(({ prefecture }, at, all) => all.findIndex((tie) => tie.prefecture === prefecture) === at)
}

function employerOf(workplace: Workplace, random: Random): { name: string; domain: string } {
  const head = random.pick(EMPLOYER_HEADS)
  const name = `${head}${random.pick(workplace.names)}株式会社`
  return { name, domain: `${Buffer.from(name).toString('hex').slice(0, 18)}.example` }
}
