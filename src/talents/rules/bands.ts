/** Answers on offer for hours a month, yen an hour and years: few and round, so that nobody has to calculate. */
export const HOURS = [5, 10, 15, 20, 30, 40] as const
export const FEES = [1500, 2500, 4000, 6000, 8000, 10_000] as const
export const YEARS = [
  { years: 1, from: 0, name: '1年くらい' },
  { years: 3, from: 2, name: '2年から4年' },
  { years: 7, from: 5, name: '5年から9年' },
  { years: 12, from: 10, name: '10年から19年' },
  { years: 25, from: 20, name: '20年より長く' },
] as const

const figures = new Intl.NumberFormat('ja-JP')
const HOURS_EDGES = [5, 10, 20, 30]
const FEE_EDGES = [2000, 3000, 5000, 8000]

/**
 * Free hours a month as a company may know them before somebody applies: 12 → 月10〜20時間. Null stays unsaid. An edge
 * belongs to the band below it.
 */
export function hoursBand(hours: number | null): string | null {
  if (hours === null) return null
  const upper = HOURS_EDGES.findIndex((edge) => hours <= edge)
  if (upper === 0) return `月${HOURS_EDGES[0]}時間まで`
  if (upper < 0) return `月${HOURS_EDGES.at(-1)}時間より多く`
  return `月${HOURS_EDGES[upper - 1]}〜${HOURS_EDGES[upper]}時間`
}

/** The fee hoped for, as a company may know it before somebody applies: 4,000 → 1時間3,000〜5,000円. Null: to be talked over. */
export function feeBand(fee: number | null): string {
  if (fee === null) return '報酬は相談して'
  const upper = FEE_EDGES.findIndex((edge) => fee < edge)
  if (upper === 0) return `1時間${figures.format(FEE_EDGES[0]!)}円まで`
  if (upper < 0) return `1時間${figures.format(FEE_EDGES.at(-1)!)}円から`
  return `1時間${figures.format(FEE_EDGES[upper - 1]!)}〜${figures.format(FEE_EDGES[upper]!)}円`
}

/** The answer on offer that stands for a stored figure. */
export function nearest<T extends number>(offered: readonly T[], stored: number): T {
  return offered.reduce((best, one) => (Math.abs(one - stored) < Math.abs(best - stored) ? one : best))
}

/** The figure to store for a chosen answer: an exact one that it already stands for is not made coarser. */
export function keptOr<T extends number>(offered: readonly T[], chosen: T, stored: number | null): number {
  return stored !== null && nearest(offered, stored) === chosen ? stored : chosen
}

export function yearsAnswer(years: number): (typeof YEARS)[number] {
  return YEARS.findLast(({ from }) => years >= from) ?? YEARS[0]
}

/** 「20年以上」: how long somebody has done a work, without the exact figure. Empty for less than three years. */
export function yearsBand(years: number): string {
  const reached = [30, 20, 10, 5, 3].find((step) => years >= step)
  return reached === undefined ? '' : `${reached}年以上`
}
