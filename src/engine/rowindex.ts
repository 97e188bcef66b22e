/**
 * Finds the row of an id, in open addressing: 8 MB at a million ids, where a Map takes 28 and more while it grows. The ids themselves
 * stand with the rows.
 */
export interface RowIndex {
  readonly size: number
  get(id: number): number | undefined
  /** The row must have its id already, and keep it until that is deleted. */
  set(id: number, row: number): void
  delete(id: number): void
  /** In no order. */
  ids(): Iterable<number>
}

/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
const GOLDEN = 0x9e3779b1

/**
 * @param room ids to be ready for
 * @param idOf the id that a row has now
 */
export function rowIndex(room: number, idOf: (row: number) => number): RowIndex {
  let size = 0
  let bits = Math.max(4, 32 - Math.clz32(room * 2))
  /** Row + 1; 0 where nothing stands. */
  let rows = new Int32Array(2 ** bits)

  const homeOf = (id: number) => Math.imul(id, GOLDEN) >>> (32 - bits)
  /** Where an id stands or would stand. */
  const placeOf = (id: number) => {
    const last = rows.length - 1
    let at = homeOf(id)
    while (rows[at] !== 0 && idOf(rows[at]! - 1) !== id) at = (at + 1) & last
    return at
  }
  const put = (id: number, row: number) => {
    const at = placeOf(id)
    if (rows[at] === 0) size++
    rows[at] = row + 1
  }

  return {
    get size() {
      return size
    },
    get(id) {
      const row = rows[placeOf(id)]!
      return row === 0 ? undefined : row - 1
    },
    set(id, row) {
      if (size * 4 >= rows.length * 3) {
        const old = rows
        rows = new Int32Array(2 ** ++bits)
        size = 0
        for (const one of old) if (one !== 0) put(idOf(one - 1), one - 1)
      }
      put(id, row)
    },
    delete(id) {
      const last = rows.length - 1
      let hole = placeOf(id)
      if (rows[hole] === 0) return
      size--
      // Whoever stands behind the hole and was pushed past it moves up, so that no search ends there too early.
      for (let at = (hole + 1) & last; rows[at] !== 0; at = (at + 1) & last) {
        if (((at - homeOf(idOf(rows[at]! - 1))) & last) < ((at - hole) & last)) continue
        rows[hole] = rows[at]!
        hole = at
      }
      rows[hole] = 0
    },
    *ids() {
      for (const one of rows) if (one !== 0) yield idOf(one - 1)
    },
  }
}
