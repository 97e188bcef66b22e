/**
 * Finds the row of an id, in open addressing: 16 MB at a million ids, where a Map takes 28 and more while it grows.
 */
export interface RowIndex {
  readonly size: number
  get(id: number): number | undefined
  set(id: number, row: number): void
  delete(id: number): void
  /** In no order. */
  ids(): Iterable<number>
}

const SMALLEST = 16
/** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4). */
const GOLDEN = 0x9e3779b1

/** @param room ids to be ready for */
export function rowIndex(room: number): RowIndex {
  let size = 0
  let bits = Math.max(4, 32 - Math.clz32(room * 2))
  let ids = new Int32Array(SMALLEST)
  /** Row + 1; 0 where nothing stands. */
  let rows = new Int32Array(SMALLEST)
  const make = () => {
    ids = new Int32Array(2 ** bits)
    rows = new Int32Array(2 ** bits)
  }
  make()

  const homeOf = (id: number) => Math.imul(id, GOLDEN) >>> (32 - bits)
  /** Where an id stands or would stand. */
  const placeOf = (id: number) => {
    const last = ids.length - 1
    let at = homeOf(id)
    while (rows[at] !== 0 && ids[at] !== id) at = (at + 1) & last
    return at
  }
  const put = (id: number, row: number) => {
    const at = placeOf(id)
    if (rows[at] === 0) size++
    ids[at] = id
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
      if (size * 4 >= ids.length * 3) {
        const [oldIds, oldRows] = [ids, rows]
        bits++
        make()
        size = 0
        for (let at = 0; at < oldIds.length; at++) if (oldRows[at] !== 0) put(oldIds[at]!, oldRows[at]! - 1)
      }
      put(id, row)
    },
    delete(id) {
      const last = ids.length - 1
      let hole = placeOf(id)
      if (rows[hole] === 0) return
      size--
      // Whoever stands behind the hole and was pushed past it moves up, so that no search ends there too early.
      for (let at = (hole + 1) & last; rows[at] !== 0; at = (at + 1) & last) {
        if (((at - homeOf(ids[at]!)) & last) < ((at - hole) & last)) continue
        ids[hole] = ids[at]!
        rows[hole] = rows[at]!
        hole = at
      }
      rows[hole] = 0
    },
    *ids() {
      for (let at = 0; at < ids.length; at++) if (rows[at] !== 0) yield ids[at]!
    },
  }
}
