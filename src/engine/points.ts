import { agreementOf, levelBand, onSite, tieBand, WORTH } from './bins.ts'
import { AT, FACTOR_COUNT } from './factors.ts'
import type { Facts } from './facts.ts'
import { POINTS_PER_LOGIT, type PointTable, type Tables } from './fixed.ts'
import { chance } from './logistic.ts'
import type { TableName } from './prior.ts'
import type { ProjectRow, TalentRow } from './row.ts'

/** Points of one pair, one number a factor in the order of FACTOR_NAMES, 1/4096 logit each. */
export interface PairPoints {
  /** apply + offer of each factor, and the price taken off under crowding. The score of the pair is their exact sum. */
  points: Int16Array
  /** Logit of P(applies | shown) = base.apply + Σ apply. */
  apply: Int16Array
  /** Logit of P(offers | applied) = base.offer + Σ offer. */
  offer: Int16Array
}

/**
 * Points of a pair from its facts.
 *
 * Two additive logit models over the same factors, P(apply | shown) and P(offer | applied). Rows are ranked by the sum of
 * the two logits, not by the logarithm of the product of the two probabilities. The logarithm of a logistic is not a sum
 * over factors, so a ranking by it could only be explained approximately; the sum of logits is a sum of whole numbers that
 * is the explanation itself, is equal in any order of adding and on any kernel, and lets every factor be changed alone
 * ("if"). It is the logarithm of the product of the odds; odds and probability differ little while the probabilities are
 * low, as those of applying to a shown project and of being chosen are. What needs the probabilities themselves
 * (the market) takes them from `chances`. Interactions: code × level is counted under level, tie × on-site under tie.
 * Record and answer take the project's side for applying and the talent's side for offering.
 */
export function pairPoints(
  tables: Tables,
  facts: Facts,
  talent: TalentRow,
  project: ProjectRow,
  price: number,
): PairPoints {
  const { points: of } = tables
  const { bins } = facts
  const { codeLevel, tieOnSite } = interactions(facts, project)
  const [apply, offer] = [new Int16Array(FACTOR_COUNT), new Int16Array(FACTOR_COUNT)]
  // Table by table instead of from tableBins: a list of a hundred is a hundred times this.
  const put = (factor: number, table: PointTable, bin: number, offered = bin) => {
    apply[factor] = apply[factor]! + table.apply[bin]!
    offer[factor] = offer[factor]! + table.offer[offered]!
  }
  for (const name of PLAIN) put(AT[name], of[name], bins[name])
  put(AT.level, of.codeLevel, codeLevel)
  put(AT.tie, of.tieOnSite, tieOnSite)
  put(AT.record, of.record, project.record[0]!, talent.record[0]!)
  put(AT.answer, of.answer, project.answer[0]!, talent.answer[0]!)
  const points = new Int16Array(FACTOR_COUNT)
  for (let factor = 0; factor < FACTOR_COUNT; factor++) points[factor] = apply[factor]! + offer[factor]!
  // Not -price, which is no whole number for 0: the compiler would begin anew.
  points[AT.crowding] = 0 - price
  return { points, apply, offer }
}

/** Tables that both sides read alike, one of each factor. */
const PLAIN = ['code', 'level', 'industry', 'tie', 'hours', 'fee', 'work', 'motive', 'text'] as const

function interactions({ bins, agreement }: Facts, project: ProjectRow) {
  return {
    codeLevel: agreement * 4 + levelBand(bins.level),
    tieOnSite: tieBand(bins.tie) * 4 + onSite(project.work[0]! >> 1),
  }
}

/** Which bin of each table a pair falls into: for applying and for offering, which read the record and answers of the other side. */
export interface PairBins {
  apply: Record<TableName, number>
  offer: Record<TableName, number>
}

export function tableBins(facts: Facts, talent: TalentRow, project: ProjectRow): PairBins {
  const common = { ...facts.bins, ...interactions(facts, project) }
  return {
    apply: { ...common, record: project.record[0]!, answer: project.answer[0]! },
    offer: { ...common, record: talent.record[0]!, answer: talent.answer[0]! },
  }
}

/** The same points from the bins alone, without a price: what other weights say of a pair as it was when they were read. */
export function pointsOfBins(tables: Tables, bins: PairBins): PairPoints {
  const [apply, offer] = [new Int16Array(FACTOR_COUNT), new Int16Array(FACTOR_COUNT)]
  for (const [name, table] of Object.entries(tables.points) as [TableName, PointTable][]) {
    const factor = AT[FACTOR_OF[name as keyof typeof FACTOR_OF] ?? (name as keyof typeof AT)]
    apply[factor] = apply[factor]! + table.apply[bins.apply[name]]!
    offer[factor] = offer[factor]! + table.offer[bins.offer[name]]!
  }
  return { points: apply.map((value, factor) => value + offer[factor]!), apply, offer }
}

/** Tables that are counted under another factor than their own name. */
const FACTOR_OF = { codeLevel: 'level', tieOnSite: 'tie' } as const

const levelsOf = new WeakMap<Tables, Int16Array>()

/** Points of the level factor by worth of the best agreement (0–15) × level bin (0–15); made once for tables, to be read only. */
export function levelPoints(tables: Tables): Int16Array {
  const known = levelsOf.get(tables)
  if (known) return known
  const { level, codeLevel } = tables.points
  const made = Int16Array.from({ length: WORTH[1].at(-1)! * 16 + 16 }, (_, at) => {
    const bin = at & 15
    return level.both[bin]! + codeLevel.both[agreementOf(at >> 4) * 4 + levelBand(bin)]!
  })
  levelsOf.set(tables, made)
  return made
}

/** Exact score of a pair: the sum of its points. */
export function sumOf(points: Int16Array): number {
  let sum = 0
  for (const value of points) sum += value
  return sum
}

/** The two probabilities of a pair and their product, without crowding, which is a price and no likelihood. */
export function chances(
  tables: Tables,
  { apply, offer }: Pick<PairPoints, 'apply' | 'offer'>,
): { apply: number; offer: number; both: number } {
  const told = (base: number, points: Int16Array) => chance((base + sumOf(points)) / POINTS_PER_LOGIT)
  const [a, o] = [told(tables.base.apply, apply), told(tables.base.offer, offer)]
  return { apply: a, offer: o, both: a * o }
}
