import type { SparseMarket } from './sparse.ts'

/** A market without some rows, as if they had never been in it, and which rows and pairs of the whole market it has. */
export function withoutRows(
  market: SparseMarket,
  gone: ReadonlySet<number>,
): { market: SparseMarket; rows: Uint32Array; pairs: Uint32Array } {
  const rows = Uint32Array.from({ length: market.left }, (_, row) => row).filter((row) => !gone.has(row))
  const starts = new Uint32Array(rows.length + 1)
  for (const [at, row] of rows.entries()) starts[at + 1] = starts[at]! + market.starts[row + 1]! - market.starts[row]!
  const pairs = new Uint32Array(starts[rows.length]!)
  for (const [at, row] of rows.entries())
    for (let pair = starts[at]!; pair < starts[at + 1]!; pair++) pairs[pair] = market.starts[row]! + pair - starts[at]!
  return {
    market: {
      ...{ left: rows.length, right: market.right, starts },
      columns: pairs.map((pair) => market.columns[pair]!),
      wants: Float32Array.from(pairs, (pair) => market.wants[pair]!),
      wanted: Float32Array.from(pairs, (pair) => market.wanted[pair]!),
    },
    ...{ rows, pairs },
  }
}

/** Columns whose lists are made in a market without these rows. */
export type Apart = { readonly columns: readonly number[]; readonly without: ReadonlySet<number> }

/**
 * Which columns' lists are made apart, so that nothing of a list tells of a row that keeps away from its column's owner, not by what
 * the others are left with either. Each owner from whom rows keep away has a market of its own; beyond `most` of them several owners
 * share one, without all who keep away from any of them. In the order of the owners' first columns.
 */
export function partedBy(
  owners: readonly string[],
  awayFrom: (owner: string) => readonly number[],
  most: number,
): Apart[] {
  const columnsOf = Map.groupBy(owners.keys(), (column) => owners[column]!)
  const parted = [...columnsOf].flatMap(([owner, columns]) => {
    const without = awayFrom(owner)
    return without.length === 0 ? [] : [{ columns, without }]
  })
  const shared = Array.from({ length: Math.min(Math.max(1, most), parted.length) }, () => ({
    columns: [] as number[],
    without: new Set<number>(),
  }))
  for (const [at, { columns, without }] of parted.entries()) {
    const own = shared[at % shared.length]!
    own.columns.push(...columns)
    for (const row of without) own.without.add(row)
  }
  return shared
}
