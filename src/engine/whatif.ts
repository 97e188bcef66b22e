import { hasBit } from './bits.ts'
import type { Side } from './columns.ts'
import { checkSide, emptyStore, type Model, writeRow } from './model.ts'
import { type Prepared, prepare, type QueryOf } from './prepare.ts'
import { checkRow } from './rank.ts'
import { type Project, projectColumns, type Talent, talentColumns } from './records.ts'
import { copyRows } from './store.ts'
import { OUT } from './talentscan.ts'

/** What one row would say otherwise: any part of a record but its id, for instance `{ hours: 20 }`. */
export type ChangeOf<S extends Side> = Partial<Omit<S extends 'talents' ? Talent : Project, 'id'>>

const BLOCK = 2048

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
  const changed = emptyStore(model.side, 1, dimension)
  copyRows(model.store, row, 1, changed, 0)
  const columns = model.side === 'talents' ? talentColumns([change], dimension) : projectColumns([change], dimension)
  const full = checkSide(model.side, columns as Parameters<typeof checkSide<S>>[1], model.world)
  writeRow(model.side, changed, 0, full, 0, Object.keys(change))
  const score = new Int32Array(1)
  const blocked = prepared.blocked !== null && hasBit(prepared.blocked, row)
  const scoreIn = (store: typeof changed, at: number) => {
    prepared.scan(store, null, at, at + 1, OUT, score)
    return blocked ? OUT : score[0]!
  }
  const [before, after] = [scoreIn(model.store, row), scoreIn(changed, 0)]
  const [aheadBefore, aheadAfter] = countAhead(model, prepared, row, before, after)
  return { before: before === OUT ? null : aheadBefore + 1, after: after === OUT ? null : aheadAfter + 1 }
}

/** How many other rows stand before a row of each of two scores. */
function countAhead<S extends Side>(
  model: Model<S>,
  prepared: Prepared<S>,
  row: number,
  before: number,
  after: number,
): [number, number] {
  const { id } = model.store
  const scores = new Int32Array(BLOCK)
  const floor = Math.min(before, after)
  let [aheadBefore, aheadAfter] = [0, 0]
  for (let from = 0; from < model.rows; from += BLOCK) {
    const to = Math.min(model.rows, from + BLOCK)
    prepared.scan(model.store, prepared.blocked, from, to, floor, scores)
    for (let other = from; other < to; other++) {
      const score = scores[other - from]!
      if (other === row || score === OUT) continue
      const lower = id[other]! < id[row]!
      if (score > before || (score === before && lower)) aheadBefore++
      if (score > after || (score === after && lower)) aheadAfter++
    }
  }
  return [aheadBefore, aheadAfter]
}
