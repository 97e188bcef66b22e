import { COST_WORDS, COSTS, type Cost, type Subsidy } from './subsidies.ts'

/** What is to be paid, in whole yen without consumption tax. */
export type Costs = Readonly<Record<Cost, number>>

/** One line of the working-out, as it can be checked by hand. */
export type AmountLine = {
  readonly of: readonly Cost[]
  readonly costs: number
  readonly rate: readonly [over: number, under: number]
  readonly ceiling: number | null
  readonly yen: number
}

export type Amount = {
  readonly lines: readonly AmountLine[]
  /** What could be paid at most, because others pay too. */
  readonly left: number
  readonly yen: number
}

/**
 * What a subsidy pays at most, in whole yen: each line's costs × rate, fractions dropped, up to the line's ceiling; their sum up to
 * the ceiling of all, up to what others (`others`, yen) leave of the costs that count, and rounded down to the subsidy's unit.
 */
export function amountOf(subsidy: Pick<Subsidy, 'costs' | 'ceiling' | 'roundTo'>, costs: Costs, others = 0): Amount {
  const lines = subsidy.costs.map(({ of, rate, ceiling }): AmountLine => {
    const sum = of.reduce((total, cost) => total + costs[cost], 0)
    const [over, under] = rate
    const share = Math.floor((sum * over) / under)
    return { of, costs: sum, rate: [over, under], ceiling: ceiling ?? null, yen: Math.min(share, ceiling ?? share) }
  })
  const total = lines.reduce((sum, { yen }) => sum + yen, 0)
  const left = Math.max(0, lines.reduce((sum, line) => sum + line.costs, 0) - others)
  const capped = Math.min(total, subsidy.ceiling ?? total, left)
  return { lines, left, yen: capped - (capped % subsidy.roundTo) }
}

/** What an amount was worked out from: 報酬・交通費の分; empty where nothing that counts is to be paid. */
export function costsInWords({ costs: lines }: Pick<Subsidy, 'costs'>, costs: Costs): string {
  const paid = COSTS.filter((cost) => costs[cost] > 0 && lines.some(({ of }) => of.includes(cost)))
  return paid.length === 0 ? '' : `${paid.map((cost) => COST_WORDS[cost]).join('・')}の分`
}
