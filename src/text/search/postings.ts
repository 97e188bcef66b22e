/**
 * Inverted lists that grow: rows are added in ascending order, each with the fields in which a term stands (one bit each).
 * Five bytes an entry.
 */
export type Posting = { rows: Uint32Array; fields: Uint8Array; length: number }

export type Found = { readonly rows: Uint32Array; readonly fields: Uint8Array; readonly length: number }

export const NOTHING: Found = { rows: new Uint32Array(0), fields: new Uint8Array(0), length: 0 }

const FIRST_ROOM = 4

export function createPosting(): Posting {
  return { rows: new Uint32Array(FIRST_ROOM), fields: new Uint8Array(FIRST_ROOM), length: 0 }
}

/** Adds a row, which is above all that are there. */
export function post(posting: Posting, row: number, fields: number): void {
  if (posting.length === posting.rows.length) {
    const rows = new Uint32Array(posting.length * 2)
    const bits = new Uint8Array(posting.length * 2)
    rows.set(posting.rows)
    bits.set(posting.fields)
    posting.rows = rows
    posting.fields = bits
  }
  posting.rows[posting.length] = row
  posting.fields[posting.length++] = fields
}

/** Keeps the rows that have a new number, in their order; `numbers[row]` < 0 = gone. */
export function renumber(posting: Posting, numbers: Int32Array): void {
  let kept = 0
  for (let at = 0; at < posting.length; at++) {
    const row = numbers[posting.rows[at]!]!
    if (row < 0) continue
    posting.rows[kept] = row
    posting.fields[kept++] = posting.fields[at]!
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
  const rows = new Uint32Array(few.length)
  const fields = new Uint8Array(few.length)
  let length = 0
  let from = 0
  for (let at = 0; at < few.length; at++) {
    const row = few.rows[at]!
    from = firstAtLeast(many, row, from)
    if (from === many.length) break
    if (many.rows[from] !== row) continue
    const common = few.fields[at]! & many.fields[from]!
    if (common === 0) continue
    rows[length] = row
    fields[length++] = common
  }
  return { rows, fields, length }
}

/** Gallops: both lists go forward only. */
function firstAtLeast({ rows, length }: Found, row: number, from: number): number {
  let step = 1
  let low = from
  while (low + step < length && rows[low + step]! < row) {
    low += step
    step *= 2
  }
  let high = Math.min(length, low + step + 1)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle]! < row) low = middle + 1
    else high = middle
  }
  return low
}

/** The rows that stand in any list, each with all its fields. */
export function inAny(lists: readonly Found[]): Found {
  if (lists.length <= 1) return lists[0] ?? NOTHING
  const all = new Map<number, number>()
  for (const { rows, fields, length } of lists)
    for (let at = 0; at < length; at++) all.set(rows[at]!, (all.get(rows[at]!) ?? 0) | fields[at]!)
  const rows = Uint32Array.from(all.keys()).sort()
  return { rows, fields: Uint8Array.from(rows, (row) => all.get(row)!), length: rows.length }
}
