import { checkIds } from './check.ts'
import type { Numbers, RowColumns, Side } from './columns.ts'
import { TALENT_FIELDS } from './fields.ts'
import { checkSide, growStore, type Model, writeRows } from './model.ts'
import { noteChange } from './retrieval/changes.ts'
import { PROJECT_AT, TALENT_AT } from './row.ts'
import { STRIDE, setLive } from './store.ts'

export interface Delta<S extends Side> {
  /** Whole rows, put in place of the row with the same id or added. */
  upsert?: RowColumns<S> | undefined
  /** Ids to take out; ids that are not there are passed over, so that a delta may come twice. */
  remove?: Numbers | undefined
}

/**
 * Changes the model in place without rebuilding it: removals first, then upserts. Rows keep their numbers; the number of
 * a removed row is used again, so a bitset of rows holds only until the next delta.
 * @returns how many rows were added, replaced and removed
 * @throws RangeError as createModel does, before anything is changed
 */
export function applyDelta<S extends Side>(
  model: Model<S>,
  rows: Delta<S>,
): { added: number; replaced: number; removed: number } {
  const full = rows.upsert ? checkSide(model.side, rows.upsert, model.world) : null
  checkIds(rows.remove ?? [])
  const removed = removeRows(model, rows.remove ?? [])
  const upserts = full?.id.length ?? 0
  growStore(model, upserts)
  let added = 0
  if (full) {
    const rowFor = (at: number) => {
      const id = full.id[at]!
      let row = model.rowOf.get(id)
      if (row === undefined) {
        row = model.free.pop() ?? model.rows++
        model.store.id[row] = id
        model.rowOf.set(id, row)
        // Also where all else of the row is as that of whoever had it before.
        noteChange(model.changes, row)
        added++
      }
      return row
    }
    // Whoever reads everybody anew every night finds most as they were: that is no change to look at.
    writeRows(model, full, rowFor, (row) => noteChange(model.changes, row))
  }
  return { added, replaced: upserts - added, removed }
}

/**
 * Sets how wanted rows are: `prices` in points, in the order of `ids`. Ids that are not there are passed over, all other rows
 * keep their price.
 * @throws RangeError when a price is out of range, before anything is changed
 */
export function applyPrices(model: Model, ids: Numbers, prices: Numbers): void {
  const { store, rowOf, changes } = model
  const { min, max } = TALENT_FIELDS.price
  for (let at = 0; at < ids.length; at++) {
    const price = prices[at]
    if (price === undefined || !Number.isInteger(price) || price < min || price > max) {
      throw new RangeError(`price, row ${at}: ${price} is not a whole number from ${min} to ${max}`)
    }
  }
  const place = (model.side === 'talents' ? TALENT_AT : PROJECT_AT).price
  for (let at = 0; at < ids.length; at++) {
    const row = rowOf.get(ids[at]!)
    const price = prices[at]!
    if (row === undefined) continue
    const half = (row * STRIDE[model.side] + place) / 2
    if (store.signed[half] === price) continue
    store.signed[half] = price
    model.lowestPrice = Math.min(model.lowestPrice, price)
    noteChange(changes, row)
  }
}

function removeRows(model: Model, ids: Numbers): number {
  let removed = 0
  for (let at = 0; at < ids.length; at++) {
    const row = model.rowOf.get(ids[at]!)
    if (row === undefined) continue
    setLive(model.store, row, 0)
    model.rowOf.delete(ids[at]!)
    model.free.push(row)
    noteChange(model.changes, row)
    removed++
  }
  return removed
}
