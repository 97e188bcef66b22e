import type { Side } from './columns.ts'
import type { Model } from './model.ts'

/** A bitset of rows for a model: row r is bit r % 32 of word r / 32. Holds until the next delta. */
export function emptyBits(model: Model<Side>): Uint32Array {
  return new Uint32Array((model.rows + 31) >> 5)
}

/** Bitset of the rows of some ids, for instance those who work for the company itself; unknown ids are passed over. */
export function bitsOf(model: Model<Side>, ids: Iterable<number>): Uint32Array {
  const bits = emptyBits(model)
  for (const id of ids) {
    const row = model.rowOf.get(id)
    if (row !== undefined) bits[row >> 5]! |= 1 << (row & 31)
  }
  return bits
}

export function hasBit(bits: Uint32Array, row: number): boolean {
  return ((bits[row >> 5]! >>> (row & 31)) & 1) === 1
}

/** The keys of the rows of a bitset, which hold whatever happens to the rows. */
export function idsOf({ store, rows }: Model<Side>, bits: Uint32Array | null): Set<number> {
  const ids = new Set<number>()
  for (let word = 0; bits !== null && word < bits.length; word++) {
    if (bits[word] === 0) continue
    for (let row = word * 32; row < Math.min(rows, word * 32 + 32); row++) {
      if (hasBit(bits, row)) ids.add(store.id[row]!)
    }
  }
  return ids
}
