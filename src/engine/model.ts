import { checkRows, checkWorld } from './check.ts'
import type {
  FullProjects,
  FullTalents,
  ModelColumns,
  ProjectColumns,
  RowColumns,
  Side,
  TalentColumns,
  World,
} from './columns.ts'
import { PROJECT_FIELDS, TALENT_FIELDS } from './fields.ts'
import { fixedTables, highestPoints, type Tables } from './fixed.ts'
import { COMMON_PARTS, PROJECT_PARTS, TALENT_PARTS } from './packing.ts'
import { PRIOR } from './prior.ts'
import { copyRows, type ProjectStore, projectStore, type TalentStore, talentStore } from './store.ts'

export type StoreOf<S extends Side> = S extends 'talents' ? TalentStore : ProjectStore
type FullOf<S extends Side> = S extends 'talents' ? FullTalents : FullProjects

/** The read model of one side. Made by createModel, changed only by applyDelta. */
export interface Model<S extends Side = Side> {
  side: S
  world: World
  tables: Tables
  /** Highest points of each factor over all pairs. */
  highest: Int16Array
  store: StoreOf<S>
  /** Rows in use, removed ones among them: row numbers are below this. */
  rows: number
  /** Row of an id. */
  rowOf: Map<number, number>
  /** Rows that were removed and will be used again. */
  free: number[]
}

/**
 * Builds the read model of all talents or all projects; the input is copied.
 * @returns a model whose row numbers are the positions in the columns given
 * @throws RangeError naming column and row when a value is out of range, an id comes twice or a length is wrong
 */
export function createModel<S extends Side>(columns: ModelColumns<S>): Model<S> {
  checkWorld(columns)
  const { side, tree, industries, dimension, weights = PRIOR } = columns
  const full = checkSide(side, columns.rows, columns)
  const rows = full.id.length
  const tables = fixedTables(weights)
  const store = emptyStore(side, rows, dimension)
  const rowOf = new Map<number, number>()
  for (let row = 0; row < rows; row++) {
    writeRow(side, store, row, full, row)
    rowOf.set(full.id[row]!, row)
  }
  const world: World = {
    tree: { middleOf: Uint16Array.from(tree.middleOf), majorOf: Uint16Array.from(tree.majorOf) },
    industries: { count: industries.count, near: Uint8Array.from(industries.near) },
    dimension,
    weights,
  }
  return { side, world, tables, highest: highestPoints(tables), store, rows, rowOf, free: [] }
}

/** @throws RangeError naming column and row. */
export function checkSide<S extends Side>(side: S, rows: RowColumns<S>, world: World): FullOf<S> {
  const full =
    side === 'talents'
      ? checkRows(TALENT_FIELDS, rows as TalentColumns, world)
      : checkRows(PROJECT_FIELDS, rows as ProjectColumns, world)
  return full as FullOf<S>
}

export function emptyStore<S extends Side>(side: S, capacity: number, dimension: number): StoreOf<S> {
  const store = side === 'talents' ? talentStore(capacity, dimension) : projectStore(capacity, dimension)
  return store as StoreOf<S>
}

/** Writes the parts of one row that `keys` names; all of them when left out. */
export function writeRow<S extends Side>(
  side: S,
  store: StoreOf<S>,
  row: number,
  from: FullOf<S>,
  at: number,
  keys?: readonly string[],
): void {
  const parts = (side === 'talents' ? TALENT_PARTS : PROJECT_PARTS) as typeof COMMON_PARTS
  for (const key of keys ?? Object.keys(parts)) parts[key]?.(store, row, from, at)
  for (const key of keys ?? Object.keys(COMMON_PARTS)) COMMON_PARTS[key]?.(store, row, from, at)
}

/** Makes room for `more` rows without moving the row numbers. */
export function growStore<S extends Side>(model: Model<S>, more: number): void {
  const needed = model.rows + more
  if (needed <= model.store.id.length) return
  const grown = emptyStore(model.side, Math.ceil(needed * 1.25), model.world.dimension)
  if (model.rows > 0) copyRows(model.store, 0, model.rows, grown, 0)
  model.store = grown
}
