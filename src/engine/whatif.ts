import { hasBit } from './bits.ts'
import type { Side } from './columns.ts'
import { BLOCK, emptyHits } from './hits.ts'
import { checkSide, fillRow, type Model } from './model.ts'
import { type Prepared, prepare, type QueryOf } from './prepare.ts'
import { checkRow } from './rank.ts'
import { type Project, projectColumns, type Talent, talentColumns } from './records.ts'
import { emptyRow } from './row.ts'
import { emptyStore, putRow, type Store, takeRow } from './store.ts'
import { LOWEST } from './top.ts'

/** What one row would say otherwise: any part of a record but its id, for instance `{ hours: 20 }`. */
export type ChangeOf<S extends Side> = Partial<Omit<S extends 'talents' ? Talent : Project, 'id'>>

/** Score of a row that a filter takes out. */
const OUT = -2147483648

/**
 * The rank of one row for a query, now and if the row said something else, all other rows as they are.
 * @returns ranks from 1; null where a filter takes the row out
 * @throws RangeError when the row is not in the model, or a value of the query or the change is out of range
 */
export function whatIf<S extends Side>(
  model: Model<S>,
  query: QueryOf<S>,
  row: number,
  change: ChangeOf<S>,
): { before: number | null; after: number | null } {
  checkRow(model, row)
  const prepared = prepare(model, query)
  const { dimension } = model.world
  const one = emptyRow(model.side, dimension)
  takeRow(model.store, row, one)
  const columns = model.side === 'talents' ? talentColumns([change], dimension) : projectColumns([change], dimension)
  const full = checkSide(model.side, columns as Parameters<typeof checkSide<S>>[1], model.world)
  fillRow(model.side, one, full, 0, Object.keys(change))
  const changed = emptyStore(model.side, 1, dimension)
  putRow(changed, 0, one)
  const hits = emptyHits()
  const blocked = prepared.blocked !== null && hasBit(prepared.blocked, row)
  const scoreIn = (store: Store, at: number) => {
    prepared.scan(store, null, at, at + 1, LOWEST, hits)
    return blocked || hits.size === 0 ? OUT : hits.scores[0]!
  }
  const [before, after] = [scoreIn(model.store, row), scoreIn(changed, 0)]
  const [aheadBefore, aheadAfter] = countAhead(model, prepared, row, before, after)
  return { before: before === OUT ? null : aheadBefore + 1, after: after === OUT ? null : aheadAfter + 1 }
}

/** How many other rows stand before a row of each of two scores. */
function countAhead<S extends Side>(
  model: Model<S>,
  prepared: Prepared,
  row: number,
  before: number,
  after: number,
): [number, number] {
  const { id } = model.store
  const hits = emptyHits()
  const floor = Math.max(LOWEST, Math.min(before, after))
  let [aheadBefore, aheadAfter] = [0, 0]
  for (let from = 0; from < model.rows; from += BLOCK) {
    prepared.scan(model.store, null, from, Math.min(model.rows, from + BLOCK), floor, hits)
    for (let at = 0; at < hits.size; at++) {
      const other = hits.rows[at]!
      if (other === row || (prepared.blocked !== null && hasBit(prepared.blocked, other))) continue
      const score = hits.scores[at]!
      const lower = id[other]! < id[row]!
      if (score > before || (score === before && lower)) aheadBefore++
      if (score > after || (score === after && lower)) aheadAfter++
    }
  }
  return [aheadBefore, aheadAfter]
}
