import { BLOCK, emptyHits } from '../../hits.ts'
import type { Model } from '../../model.ts'
import type { Prepared } from '../../prepare.ts'
import { emptyTop, floorOf, LOWEST, offerRow, type Top } from '../../top.ts'
import { changedSince } from '../changes.ts'
import type { Part } from './part.ts'

/** What a scan was begun with. */
export interface Begun {
  /** Version of the model. */
  version: number
  /** Rows below it were left out. */
  floor: number
  /** Rows that each part may bring at most. */
  asked: number
  /** Ids that must not be returned. */
  hidden: ReadonlySet<number>
}

/**
 * The best k rows as the model is now, from parts that other threads looked at while it changed.
 *
 * Only the owner's thread writes rows, and every row it writes is noted among the changes. So what a thread says of a row
 * that is not among them is so; a row that is among them it may have read before, after or in the middle of the change, and
 * what it says of it is thrown away: the row is scored anew. That is exact as long as each part still has k rows, or had all
 * there were, and as k rows reach the floor that the threads were given.
 * @returns null where it is not: everybody has to be looked at again
 */
export function reconcile(model: Model, prepared: Prepared, k: number, begun: Begun, parts: Part[]): Top | null {
  const recent = changedSince(model.changes, begun.version)
  if (recent === null) return null
  const changed = new Set(recent)
  const top = emptyTop(Math.min(k, model.rows))
  for (const { rows, scores } of parts) {
    let kept = 0
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!
      if (changed.has(row)) continue
      kept++
      offerRow(top, scores[at]!, row, model.store.id[row]!)
    }
    if (rows.length === begun.asked && kept < k) return null
  }
  offerFresh(model, prepared, begun.hidden, top, changed)
  return begun.floor === LOWEST || floorOf(top) >= begun.floor ? top : null
}

/** The best k rows, by this thread, without a pause. */
export function allAtOnce(model: Model, prepared: Prepared, k: number, hidden: ReadonlySet<number>): Top {
  const { store, rows } = model
  const top = emptyTop(Math.min(k, rows))
  const hits = emptyHits()
  for (let from = 0; from < rows; from += BLOCK) {
    prepared.scan(store, null, from, Math.min(rows, from + BLOCK), LOWEST, hits)
    for (let at = 0; at < hits.size; at++) {
      const row = hits.rows[at]!
      if (!hidden.has(store.id[row]!)) offerRow(top, hits.scores[at]!, row, store.id[row]!)
    }
  }
  return top
}

function offerFresh(
  model: Model,
  prepared: Prepared,
  hidden: ReadonlySet<number>,
  top: Top,
  rows: Iterable<number>,
): void {
  const hits = emptyHits()
  for (const row of rows) {
    const id = model.store.id[row]!
    if (hidden.has(id)) continue
    // Of a row that came later no highest points are known to the query, so nothing is left out early.
    prepared.scan(model.store, null, row, row + 1, LOWEST, hits)
    if (hits.size === 1) offerRow(top, hits.scores[0]!, row, id)
  }
}
