import type { Leaf } from '../../src/jobcodes/rules/release.ts'
import { jobCodes } from '../../src/jobcodes/rules/standard.ts'
import type { Project } from '../../src/projects/schema.ts'
import { type Random, randomFrom } from '../random.ts'
import { OF_THE_MOUNTAINS, TRADES } from '../texts/trades.ts'
import { demandOf, isFor } from './leaves.ts'
import type { DemoCompany } from './shapes.ts'

/** What a project asks for and offers, before its texts. */
export type ProjectPlan = {
  key: string
  company: DemoCompany
  leaf: Leaf
  codes: { code: string; level: number; must: boolean }[]
  hours: number
  fee: number
  months: number
  style: NonNullable<Project['style']>
  travelPaid: boolean
  answerDays: number
  /** Days before now at which it was begun. */
  begunDaysAgo: number
}

/** 24 months, more of them lately than long ago. */
const HISTORY_DAYS = 730
/** Fees of 30,000–50,000 yen a month are usual (product.md). */
const FEES = [
  [20_000, 8],
  [30_000, 28],
  [40_000, 24],
  [50_000, 22],
  [60_000, 8],
  [80_000, 6],
  [100_000, 4],
] as const
const HOURS = [
  [5, 18],
  [8, 18],
  [10, 30],
  [15, 18],
  [20, 16],
] as const

export function projectPlans(seed: number, count: number, companies: readonly DemoCompany[]): ProjectPlan[] {
  return Array.from({ length: count }, (_, n) => {
    const random = randomFrom(`project/${seed}/${n}`)
    const company = n < companies.length * 0.8 ? companies[n]! : random.pick(companies)
    const leaf = leafFor(company, random)
    const hours = random.weighted(HOURS)
    const style = random.weighted([
      ['remote', 34],
      ['either', 46],
      ['visits', 20],
    ] as const)
    return {
      key: `project:${seed}:${n}`,
      company,
      leaf,
      codes: codesFor(leaf, company.industry, random),
      hours,
      fee: random.weighted(FEES.filter(([fee]) => fee / hours >= 1500 && fee / hours <= 10_000)),
      months: random.weighted([
        [3, 44],
        [4, 10],
        [6, 36],
        [12, 10],
      ] as const),
      style,
      travelPaid: style !== 'remote' && random.chance(0.85),
      answerDays: random.weighted([
        [5, 15],
        [7, 60],
        [10, 15],
        [14, 10],
      ] as const),
      begunDaysAgo: Math.floor(HISTORY_DAYS * random.next() ** 1.15),
    }
  })
}

/** 水産業 and 林業と木材: one industry in the statistics, two worlds. */
const SEA = '65184'
const MOUNTAINS = '65228'

function leafFor({ industry, trade }: DemoCompany, random: Random): Leaf {
  const inMountains = OF_THE_MOUNTAINS.includes(TRADES[trade]!.trade) || industry === 'wood'
  for (;;) {
    const leaf = random.weighted(demandOf(industry))
    const [, middle] = jobCodes().ancestors(leaf.id)
    if (middle !== (inMountains ? SEA : MOUNTAINS)) return leaf
  }
}

function codesFor(leaf: Leaf, industry: string, random: Random) {
  const codes = jobCodes()
  const near = [...leaf.related.flatMap((id) => codes.leaf(id) ?? []), ...codes.leavesOf(codes.ancestors(leaf.id)[1]!)]
  const possible = [...new Set(near)].filter((other) => other.id !== leaf.id && isFor(other, industry))
  const others = random.several(
    possible,
    random.weighted([
      [0, 30],
      [1, 45],
      [2, 25],
    ] as const),
  )
  return [leaf, ...others].map(({ id }, at) => ({
    code: id,
    level: at === 0 ? random.between(2, 3) : 2,
    must: at === 0,
  }))
}
