import { inYen } from './choices.ts'

/** Fewer say nothing of what is usual. */
export const LEAST_COMPARED = 10
/** Usual for an hour in work of this kind, when too few postings can be compared: 月3〜5万円 for about ten hours. */
const USUAL_AN_HOUR = [3000, 5000] as const

export type FeeGuidance =
  | { readonly from: 'postings'; readonly count: number; readonly quartiles: readonly [number, number, number] }
  | { readonly from: 'usual'; readonly range: readonly [number, number] }

/** What others pay for about as many hours: quartiles where at least ten can be compared, otherwise what is usual. Yen a month. */
export function feeGuidance(fees: readonly number[], hours: number): FeeGuidance {
  if (fees.length < LEAST_COMPARED) {
    const [low, high] = USUAL_AN_HOUR.map((yen) => thousands(yen * hours)) as [number, number]
    return { from: 'usual', range: [low, high] }
  }
  return { from: 'postings', count: fees.length, quartiles: quartilesOf(fees) }
}

/** What a quarter, a half and three quarters of the values lie below, to whole numbers. */
export function quartilesOf(values: readonly number[]): [number, number, number] {
  const sorted = [...values].sort((a, b) => a - b)
  return [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)]
}

/** What three of four others pay more than; null where too few can be compared. */
export function lowFeeOf(fees: readonly number[]): number | null {
  const guidance = feeGuidance(fees, 0)
  return guidance.from === 'postings' ? guidance.quartiles[0] : null
}

/** As the screen says it; always from where. */
export function guidanceInWords(guidance: FeeGuidance, hours: number): string {
  if (guidance.from === 'usual') {
    const [low, high] = guidance.range
    return `似た案件がまだ少ないので、ふつうのめやすです：月${hours}時間なら${inYen(low)}から${inYen(high)}。`
  }
  const [low, middle, high] = guidance.quartiles
  return `似た案件${guidance.count}件では、まん中が月${inYen(middle)}、半分が${inYen(low)}から${inYen(high)}です。`
}

/** By linear interpolation between the two nearest, to whole yen. */
function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return Math.round(low + (high - low) * (at - Math.floor(at)))
}

function thousands(yen: number): number {
  return Math.round(yen / 1000) * 1000
}
