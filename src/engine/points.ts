import { agreementOf, levelBand, onSite, tieBand, WORTH } from './bins.ts'
import { AT, FACTOR_COUNT } from './factors.ts'
import type { Facts } from './facts.ts'
import type { PointTable, Tables } from './fixed.ts'
import { POINTS_PER_LOGIT } from './fixed.ts'
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
  const { bins } = facts
  const table = tables.points
  const side = (which: 'apply' | 'offer', record: number, answer: number) => {
    const of = (one: PointTable, bin: number) => one[which][bin]!
    const points = new Int16Array(FACTOR_COUNT)
    points[AT.code] = of(table.code, bins.code)
    points[AT.level] = of(table.level, bins.level) + of(table.codeLevel, facts.agreement * 4 + levelBand(bins.level))
    points[AT.industry] = of(table.industry, bins.industry)
    const ground = onSite(project.work[0]! >> 1)
    points[AT.tie] = of(table.tie, bins.tie) + of(table.tieOnSite, tieBand(bins.tie) * 4 + ground)
    points[AT.hours] = of(table.hours, bins.hours)
    points[AT.fee] = of(table.fee, bins.fee)
    points[AT.work] = of(table.work, bins.work)
    points[AT.motive] = of(table.motive, bins.motive)
    points[AT.text] = of(table.text, bins.text)
    points[AT.record] = of(table.record, record)
    points[AT.answer] = of(table.answer, answer)
    return points
  }
  const apply = side('apply', project.record[0]!, project.answer[0]!)
  const offer = side('offer', talent.record[0]!, talent.answer[0]!)
  const points = apply.map((value, factor) => value + offer[factor]!)
  points[AT.crowding] = -price
  return { points, apply, offer }
}

/** Points of the level factor by worth of the best agreement (0–15) × level bin (0–15). */
export function levelPoints({ points: { level, codeLevel } }: Tables): Int16Array {
  return Int16Array.from({ length: WORTH[1].at(-1)! * 16 + 16 }, (_, at) => {
    const bin = at & 15
    return level.both[bin]! + codeLevel.both[agreementOf(at >> 4) * 4 + levelBand(bin)]!
  })
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
  const chance = (base: number, points: Int16Array) => 1 / (1 + Math.exp(-(base + sumOf(points)) / POINTS_PER_LOGIT))
  const [a, o] = [chance(tables.base.apply, apply), chance(tables.base.offer, offer)]
  return { apply: a, offer: o, both: a * o }
}
