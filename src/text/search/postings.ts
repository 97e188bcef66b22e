/**
 * Inverted lists that grow: rows are added in ascending order, each with the fields in which a term stands (one bit each), both in
 * one number: the row in the upper 24 bits, the fields in the lower eight.
 */
export type Posting = { entries: Uint32Array; length: number }

export type Found = { readonly entries: Uint32Array; readonly length: number }

export const NOTHING: Found = { entries: new Uint32Array(0), length: 0 }
export const MOST_ROWS = 2 ** 24

const FIRST_ROOM = 4

export function createPosting(): Posting {
  return { entries: new Uint32Array(FIRST_ROOM), length: 0 }
}

export function rowOf(entry: number): number {
  return entry >>> 8
}

export function fieldsOf(entry: number): number {
  return entry & 0xff
}

/** Adds fields of a row, which is not below any that is there. */
export function post(posting: Posting, row: number, fields: number): void {
  const { entries, length } = posting
  if (length > 0 && rowOf(entries[length - 1]!) === row) {
    entries[length - 1]! |= fields
    return
  }
  if (length === entries.length) {
    posting.entries = new Uint32Array(length * 2)
    posting.entries.set(entries)
  }
  posting.entries[length] = (row << 8) | fields
  posting.length++
}

/** Keeps the rows that have a new number, in their order; `numbers[row]` < 0 = gone. */
export function renumber(posting: Posting, numbers: Int32Array): void {
  const { entries } = posting
  let kept = 0
  for (let at = 0; at < posting.length; at++) {
    const row = numbers[rowOf(entries[at]!)]!
    if (row >= 0) entries[kept++] = (row << 8) | fieldsOf(entries[at]!)
  }
  posting.length = kept
}

/** The rows that stand in all lists, with the fields that all have in common; a row without such a field is left out. */
export function inAll(lists: readonly Found[]): Found {
  const [first, ...others] = [...lists].sort((a, b) => a.length - b.length)
  return others.reduce<Found>((found, list) => inBoth(found, list), first ?? NOTHING)
}

/** @param few not longer than `many` */
function inBoth(few: Found, many: Found): Found {
  const entries = new Uint32Array(few.length)
  let length = 0
  let from = 0
  for (let at = 0; at < few.length; at++) {
    const one = few.entries[at]!
    from = firstAtLeast(many, rowOf(one), from)
    if (from === many.length) break
    const other = many.entries[from]!
    if (rowOf(other) !== rowOf(one)) continue
    if (fieldsOf(one & other) !== 0) entries[length++] = one & (other | 0xffffff00)
  }
  return { entries, length }
}

/** Gallops: both lists go forward only. */
function firstAtLeast({ entries, length }: Found, row: number, from: number): number {
  let step = 1
  let low = from
  while (low + step < length && rowOf(entries[low + step]!) < row) {
    low += step
    step *= 2
  }
  let high = Math.min(length, low + step + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rowOf(entries[middle]!) < row) low = middle + 1
    else high = middle
  }
  return low
}

/** The rows that stand in any list, each with all its fields. */
export function inAny(lists: readonly Found[]): Found {
  if (lists.length <= 1) return lists[0] ?? NOTHING
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let end = 0
  for (const { entries, length } of lists) {
    all.set(entries.subarray(0, length), end)
    end += length
  }
  all.sort()
  let kept = 0
  for (const entry of all) {
    if (kept > 0 && rowOf(all[kept - 1]!) === rowOf(entry)) all[kept - 1]! |= fieldsOf(entry)
    else all[kept++] = entry
  }
  return { entries: all, length: kept }
}
