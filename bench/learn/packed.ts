import type { LinearModel } from '../../src/text/linear.ts'
import type { Network } from '../../src/text/network.ts'
import type { Learned } from './network.ts'
import type { Separation } from './svm.ts'

/** Weights kept of each class: those that can change a score at all. */
const KEPT = 2500

/** The largest weights of each class in one byte each, row by row; terms that no class kept are left out. */
export function packedSeparation(
  classes: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
  rarity: Float32Array,
  separations: readonly Separation[],
): LinearModel {
  const scale = new Float32Array(classes.length)
  const byRow = new Map<number, [column: number, weight: number][]>()
  for (const [n, { weights }] of separations.entries()) {
    const rows = [...weights.keys()].filter((row) => weights[row] !== 0)
    rows.sort((a, b) => Math.abs(weights[b]! * rarity[b]!) - Math.abs(weights[a]! * rarity[a]!))
    const kept = rows.slice(0, KEPT)
    scale[n] = Math.max(...kept.map((row) => Math.abs(weights[row]!))) / 127
    for (const row of kept) {
      const weight = Math.round(weights[row]! / scale[n]!)
      if (weight === 0) continue
      const list = byRow.get(row)
      if (list) list.push([n, weight])
      else byRow.set(row, [[n, weight]])
    }
  }
  const rows = [...byRow].sort(([a], [b]) => a - b)
  const names = [...vocabulary.keys()]
  const from = new Int32Array(rows.length + 1)
  for (const [at, [, list]] of rows.entries()) from[at + 1] = from[at]! + list.length
  const all = rows.flatMap(([, list]) => list)
  return {
    ...{ classes, scale, from },
    vocabulary: new Map(rows.map(([row], at) => [names[row]!, at])),
    rarity: Float32Array.from(rows, ([row]) => rarity[row]!),
    columns: Uint16Array.from(all, ([n]) => n),
    weights: Int8Array.from(all, ([, weight]) => weight),
    bias: Float32Array.from(separations, ({ bias }) => bias),
  }
}

/** What each term means in one byte for each number. */
export function packedNetwork(
  classes: readonly string[],
  vocabulary: ReadonlyMap<string, number>,
  rarity: Float32Array,
  { meanings, weights, bias }: Learned,
): Network {
  const width = weights.length / classes.length
  const scale = rarity.map((_, row) => {
    const own = meanings.subarray(row * width, (row + 1) * width)
    return own.reduce((most, number) => Math.max(most, Math.abs(number)), 0) / 127 || 1
  })
  const packed = Int8Array.from(meanings, (number, at) => Math.round(number / scale[Math.floor(at / width)]!))
  return { classes, vocabulary, rarity, width, meanings: packed, scale, weights, bias }
}
