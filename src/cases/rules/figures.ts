import { industryName } from '../../companies/rules/industries.ts'
import { prefectureName, REGIONS } from '../../lib/regions.ts'
import type { Case } from '../schema.ts'
import type { ShownSpot } from './shown.ts'

/** What a case says in numbers, in words; null: not said. */
export type FigureWords = {
  readonly hours: string | null
  readonly months: string
  readonly fee: string
  readonly applicants: string
  readonly days: string | null
}

type Numbers = Pick<Case, 'hours' | 'months' | 'fee' | 'applicants' | 'days'>

/** As they are: under the names of both, or to the two themselves. */
export function exactFigures({ hours, months, fee, applicants, days }: Numbers): FigureWords {
  return {
    hours: hours > 0 ? `月${hours}時間` : null,
    months: `${months}か月`,
    fee: fee > 0 ? `月${fee.toLocaleString('ja-JP')}円` : 'お礼なし',
    applicants: `${applicants}人`,
    days: days === null ? null : days === 0 ? 'その日のうち' : `${days}日`,
  }
}

type Bands = readonly (readonly [most: number, words: string])[]

const HOURS: Bands = [
  [5, '月5時間まで'],
  [10, '月6〜10時間'],
  [20, '月11〜20時間'],
  [40, '月21〜40時間'],
  [Number.POSITIVE_INFINITY, '月41時間から'],
]
const MONTHS: Bands = [
  [3, '3か月まで'],
  [6, '4〜6か月'],
  [12, '7〜12か月'],
  [Number.POSITIVE_INFINITY, '1年より長い'],
]
const FEE: Bands = [
  [0, 'お礼なし'],
  [20_000, '月2万円まで'],
  [30_000, '月2万〜3万円'],
  [50_000, '月3万〜5万円'],
  [80_000, '月5万〜8万円'],
  [120_000, '月8万〜12万円'],
  [Number.POSITIVE_INFINITY, '月12万円から'],
]
const APPLICANTS: Bands = [
  [0, '0人'],
  [2, '1〜2人'],
  [5, '3〜5人'],
  [10, '6〜10人'],
  [Number.POSITIVE_INFINITY, '11人以上'],
]
const DAYS: Bands = [
  [7, '1週間まで'],
  [14, '2週間まで'],
  [31, '1か月まで'],
  [62, '2か月まで'],
  [Number.POSITIVE_INFINITY, '2か月より長い'],
]

/** Roughly: a number as it was would lead to the posting that had it. */
export function roughFigures({ hours, months, fee, applicants, days }: Numbers): FigureWords {
  return {
    hours: hours > 0 ? bandOf(HOURS, hours) : null,
    months: bandOf(MONTHS, months),
    fee: bandOf(FEE, fee),
    applicants: roughApplicants(applicants),
    days: days === null ? null : bandOf(DAYS, days),
  }
}

export function roughApplicants(applicants: number): string {
  return bandOf(APPLICANTS, applicants)
}

/** 「福岡県・伝統工芸」; as much of it as is shown. */
export function spotInWords({ shownIndustry, shownPrefecture, shownRegion }: ShownSpot): string {
  const region = REGIONS.find(({ id }) => id === shownRegion)?.name ?? null
  const place = shownPrefecture === null ? region : prefectureName(shownPrefecture)
  return [place, shownIndustry && industryName(shownIndustry)].filter(Boolean).join('・') || 'ある会社'
}

function bandOf(bands: Bands, value: number): string {
  return bands.find(([most]) => value <= most)![1]
}
