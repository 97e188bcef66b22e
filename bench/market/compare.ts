import { type Estimate, estimate } from '../../src/engine/estimate.ts'
import type { Looked } from '../../src/engine/market/examination.ts'
import type { Exposure } from '../../src/engine/market/exposure.ts'
import { type Market, mutual } from '../../src/engine/market/market.ts'
import { transposed } from '../../src/engine/market/matrix.ts'
import { naive, product } from '../../src/engine/market/simple.ts'
import { transferable } from '../../src/engine/market/transferable.ts'
import { annealed, steady, welfare } from '../../src/engine/market/welfare.ts'
import { bottomTenth, gini } from '../../src/engine/simulator/figures.ts'

/** As `meguri market` has them; ours is the last. */
export const WAYS = {
  naive,
  product,
  tu: (market, looked) => transferable(market, looked).exposure,
  sw: (market, looked) => welfare(market, looked, steady(1)).exposure,
  nsw: (market, looked) => welfare(market, looked, steady(0)).exposure,
  annealed: (market, looked) => welfare(market, looked, annealed()).exposure,
} as const satisfies Ways<string>

export type Figures = {
  readonly matches: number
  /** Projects, and people, for whom at least one match comes about, of all. */
  readonly filled: number
  readonly placed: number
  /** Gini coefficient of the attention over projects; attention of the least seen tenth by the mean. */
  readonly gini: number
  readonly bottom: number
  /** Projects that stand on somebody's list, of all. */
  readonly coverage: number
}

/** What lists bring to a market, each match coming about or not for itself. */
export function figuresOf(market: Market, exposure: Exposure): Figures {
  const both = mutual(market)
  const { rows: n, columns: m } = both
  const seen = transposed(exposure.toRight)
  const attention = new Float64Array(m)
  const empty = { left: new Float64Array(n).fill(1), right: new Float64Array(m).fill(1) }
  let matches = 0
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      const at = i * m + j
      const met = both.values[at]! * exposure.toLeft.values[at]! * seen.values[at]!
      attention[j] = attention[j]! + exposure.toLeft.values[at]!
      matches += met
      empty.left[i] = empty.left[i]! * (1 - met)
      empty.right[j] = empty.right[j]! * (1 - met)
    }
  }
  attention.sort()
  return {
    matches,
    filled: 1 - mean(empty.right),
    placed: 1 - mean(empty.left),
    gini: gini(attention),
    bottom: bottomTenth(attention),
    coverage: attention.filter((one) => one > 0).length / m,
  }
}

export type Compared<Name extends string, Key extends string> = {
  readonly name: Name
  readonly figures: Readonly<Record<Key, Estimate>>
  readonly values: readonly Readonly<Record<Key, number>>[]
  /** Of the processor, for all markets. */
  readonly seconds: number
}

type Ways<Name extends string> = Readonly<Record<Name, (market: Market, looked: Looked) => Exposure>>

/** Every way on the same markets. */
export function compareWays<Name extends string, Key extends string>(
  ways: Ways<Name>,
  markets: readonly Market[],
  looked: Looked,
  measure: (market: Market, exposure: Exposure) => Readonly<Record<Key, number>>,
): Compared<Name, Key>[] {
  return (Object.keys(ways) as Name[]).map((name) => {
    let seconds = 0
    const values = markets.map((market) => {
      const before = process.cpuUsage()
      const exposure = ways[name](market, looked)
      const { user, system } = process.cpuUsage(before)
      seconds += (user + system) / 1e6
      return measure(market, exposure)
    })
    const keys = Object.keys(values[0]!) as Key[]
    const figures = Object.fromEntries(keys.map((key) => [key, estimate(values.map((one) => one[key]))]))
    return { name, values, seconds, figures: figures as Record<Key, Estimate> }
  })
}

/** How much more one way brings than another on the same markets: a smaller error than the difference of two means. */
export function more<Name extends string, Key extends string>(
  all: readonly Compared<Name, Key>[],
  key: Key,
  one: Name,
  than: Name,
): Estimate {
  const valuesOf = (name: Name) => all.find((other) => other.name === name)!.values.map((value) => value[key])
  const others = valuesOf(than)
  return estimate(valuesOf(one).map((value, at) => value - others[at]!))
}

/** A mean with its standard error, `times` as large and to so many places. */
export function told({ mean, error }: Estimate, times: number, places: number): string {
  const number = (value: number) => (value * times).toFixed(places)
  return error === null ? number(mean) : `${number(mean)} ± ${number(error)}`
}

function mean(values: Float64Array): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length
}
