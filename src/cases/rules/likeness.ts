import { groupOfIndustry, industryName, nearIndustries } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { neighboursOf, prefectureName, regionOf } from '../../lib/regions.ts'
import type { ShownSpot } from './shown.ts'

/** A firm and what it needs; null where it is not known. */
export type Asked = {
  readonly codes: readonly string[]
  readonly industry: string | null
  readonly prefecture: number | null
  /** A band of `sizeBand`. */
  readonly size: string | null
}

export type Likeness = {
  /** The higher the nearer; only for putting cases in order. */
  readonly score: number
  /** Why, each a few words, the strongest first. */
  readonly why: readonly string[]
}

/** Only what everybody may see of a case is compared: a likeness in words gives away nothing more. */
type Compared = ShownSpot

/** How like a case is: challenge × industry × size × distance. Null when the work has nothing in common. */
export function likenessOf(asked: Asked, one: Compared): Likeness | null {
  const work = sameWork(asked.codes, one.shownCodes)
  if (!work) return null
  const parts = [work, sameTrade(asked, one), near(asked, one), sameSize(asked, one)].filter((part) => part !== null)
  return { score: parts.reduce((sum, { points }) => sum + points, 0), why: parts.map(({ words }) => words) }
}

/** The `most` nearest, the nearest first; of two that are as near the one that came first. */
export function nearest<C extends Compared>(asked: Asked, cases: readonly C[], most: number) {
  return cases
    .flatMap((one) => {
      const likeness = likenessOf(asked, one)
      return likeness ? [{ ...one, why: likeness.why, score: likeness.score }] : []
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
}

type Part = { points: number; words: string }

function sameWork(said: readonly string[], written: readonly string[]): Part | null {
  // Both may keep numbers that are no longer used: what they mean today is compared.
  const asked = today(said)
  const codes = written.flatMap((code) => (jobCodes().leaf(code) ? today([code]) : [code]))
  const same = asked.find((code) => codes.includes(code))
  if (same) return { points: same === asked[0] ? 12 : 8, words: `同じ仕事（${jobCodes().leaf(same)?.name ?? same}）` }
  const middleOf = (code: string) => (jobCodes().leaf(code) ? jobCodes().ancestors(code)[1] : code)
  const middle = asked.map(middleOf).find((one) => one && codes.some((code) => middleOf(code) === one))
  return middle ? { points: 4, words: `近い仕事（${jobCodes().node(middle)?.name ?? ''}）` } : null
}

function today(codes: readonly string[]): string[] {
  return codes.flatMap((code) => [...jobCodes().current(code)])
}

function sameTrade({ industry }: Asked, { shownIndustry }: Compared): Part | null {
  if (!industry || shownIndustry === null) return null
  if (industry === shownIndustry) return { points: 3, words: `同じ業種（${industryName(industry)}）` }
  return nearIndustries(industry).includes(shownIndustry) || groupOfIndustry(industry) === shownIndustry
    ? { points: 1.5, words: `近い業種（${industryName(shownIndustry)}）` }
    : null
}

function near({ prefecture }: Asked, { shownPrefecture, shownRegion }: Compared): Part | null {
  if (!prefecture) return null
  if (prefecture === shownPrefecture) return { points: 2, words: `同じ${prefectureName(prefecture)}` }
  if (shownPrefecture !== null && neighboursOf(prefecture).includes(shownPrefecture)) {
    return { points: 1.5, words: 'となりの県' }
  }
  return regionOf(prefecture).id === shownRegion ? { points: 1, words: '同じ地方' } : null
}

function sameSize({ size }: Asked, { shownSize }: Compared): Part | null {
  return size && size === shownSize ? { points: 1.5, words: '同じくらいの人数' } : null
}
