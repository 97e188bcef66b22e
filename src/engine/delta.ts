import { checkIds } from './check.ts'
import type { Numbers, RowColumns, Side } from './columns.ts'
import { checkSide, growStore, type Model, writeRows } from './model.ts'
import { noteChange } from './retrieval/changes.ts'
import { setLive } from './store.ts'

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
        model.rowOf.set(id, row)
        added++
      }
      return row
    }
    // Whoever reads everybody anew every night finds most as they were: that is no change to look at.
    writeRows(model, full, rowFor, (row) => noteChange(model.changes, row))
  }
  return { added, replaced: upserts - added, removed }
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
