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
import type { Asked } from './retrieval/asked.ts'
import { type Changes, noChanges } from './retrieval/changes.ts'
import { builtKernel, type Kernel, startKernel } from './retrieval/kernel/kernel.ts'
import { layoutOf, sharedMemory } from './retrieval/kernel/memory.ts'
import { copyPostings, type Postings } from './retrieval/postings.ts'
import type { Scratch } from './retrieval/scratch.ts'
import { emptyRow, type RowOf } from './row.ts'
import { type RowIndex, rowIndex } from './rowindex.ts'
import { copyRows, emptyStore, putRow, type Store, storeIn } from './store.ts'

type FullOf<S extends Side> = S extends 'talents' ? FullTalents : FullProjects

/** The read model of one side. Made by createModel, changed only by applyDelta. */
export interface Model<S extends Side = Side> {
  side: S
  world: World
  tables: Tables
  /** Highest points of each factor over all pairs. */
  highest: Int16Array
  store: Store
  /** Rows in use, removed ones among them: row numbers are below this. */
  rows: number
  /** No row's price is below this: what crowding can give back at most. */
  lowestPrice: number
  /** Row of an id. */
  rowOf: RowIndex
  /** Rows that were removed and will be used again. */
  free: number[]
  changes: Changes
  /** Scores the rows of `store` when there is one. */
  kernel: Kernel | null
  /** As given to createModel. */
  wished: WebAssembly.Module | null | undefined
  /** Made when first needed. */
  postings: Postings | null
  /** The same for projects. */
  asked: Asked | null
  /** Another thread writes new postings into the place that is spare. */
  building: boolean
  /** Made when first needed. */
  scratch: Scratch | null
}

/**
 * Builds the read model of all talents or all projects; the input is copied.
 * @returns a model whose row numbers are the positions in the columns given
 * @throws RangeError naming column and row when a value is out of range, an id comes twice or a length is wrong
 */
export function createModel<S extends Side>(columns: ModelColumns<S>): Model<S> {
  checkWorld(columns)
  const full = checkSide(columns.side, columns.rows, columns)
  const model = emptyModel(columns, Math.max(full.id.length, columns.room ?? 0))
  model.rows = full.id.length
  writeRows(model, full, (at) => {
    model.store.id[at] = full.id[at]!
    model.rowOf.set(full.id[at]!, at)
    return at
  })
  return model
}

/** A model without rows and with room for some. @throws RangeError when job codes, industries or weights are no such */
export function emptyModel<S extends Side>(columns: Omit<ModelColumns<S>, 'rows'>, room: number): Model<S> {
  checkWorld(columns)
  const { side, tree, industries, dimension, weights = PRIOR } = columns
  const tables = fixedTables(weights)
  const world: World = {
    tree: { middleOf: Uint16Array.from(tree.middleOf), majorOf: Uint16Array.from(tree.majorOf) },
    industries: { count: industries.count, near: Uint8Array.from(industries.near) },
    dimension,
    weights,
  }
  const model: Model<S> = {
    ...{ side, world, tables, highest: highestPoints(tables), rows: 0, wished: columns.kernel },
    ...roomFor(side, Math.ceil(room * SPARE), world, columns.kernel),
    // The store is another one once it has grown.
    ...{ lowestPrice: 0, rowOf: rowIndex(room, (row) => model.store.id[row]!), free: [], changes: noChanges() },
    ...{ postings: null, asked: null, building: false, scratch: null },
  }
  return model
}

/** Writes all rows of `full` where `rowFor` says; `wrote` hears of those that are another than before. */
export function writeRows<S extends Side>(
  model: Model<S>,
  full: FullOf<S>,
  rowFor: (at: number) => number,
  wrote: (row: number) => void = () => {},
): void {
  const one = emptyRow(model.side, model.world.dimension)
  const keys = partsOf(model.side)
  for (let at = 0; at < full.id.length; at++) {
    fillRow(model.side, one, full, at, keys)
    const row = rowFor(at)
    if (putRow(model.store, row, one)) wrote(row)
    model.lowestPrice = Math.min(model.lowestPrice, one.price[0]!)
  }
}

/** @throws RangeError naming column and row. */
export function checkSide<S extends Side>(side: S, rows: RowColumns<S>, world: World): FullOf<S> {
  const full =
    side === 'talents'
      ? checkRows(TALENT_FIELDS, rows as TalentColumns, world)
      : checkRows(PROJECT_FIELDS, rows as ProjectColumns, world)
  return full as FullOf<S>
}

/** The names of the parts that `fillRow` can write. */
export function partsOf(side: Side): string[] {
  return [...Object.keys(side === 'talents' ? TALENT_PARTS : PROJECT_PARTS), ...Object.keys(COMMON_PARTS)]
}

/** Writes the parts of one row that `keys` names. */
export function fillRow<S extends Side>(
  side: S,
  row: RowOf<S>,
  from: FullOf<S>,
  at: number,
  keys: readonly string[],
): void {
  const parts = (side === 'talents' ? TALENT_PARTS : PROJECT_PARTS) as typeof COMMON_PARTS
  for (const key of keys) (parts[key] ?? COMMON_PARTS[key])?.(row, from, at)
}

/** Makes room for `more` rows without moving the row numbers. */
/** The text of the row with this id as it stands there, a copy; undefined where there is no such row. */
export function textOf(model: Model, id: number): Int8Array | undefined {
  const { store, rowOf } = model
  const row = rowOf.get(id)
  return row === undefined ? undefined : store.text.slice(row * store.dimension, (row + 1) * store.dimension)
}

export function growStore(model: Model, more: number): void {
  const needed = model.rows + more
  if (needed <= model.store.capacity) return
  const { store, postings } = model
  Object.assign(model, roomFor(model.side, Math.ceil(needed * SPARE), model.world, model.wished))
  copyRows(store, model.rows, model.store)
  if (model.kernel !== null && postings !== null) {
    model.postings = copyPostings(postings, model.kernel.memory.buffer, model.kernel.layout.areas[0])
  }
}

/** Room for so many times the rows, because moving a million takes a tenth of a second; unused it takes no memory. */
const SPARE = 1.25
/** Below this many rows a kernel of its own is not worth the memory. */
const KERNEL_FROM = 4096
/** The lane of the thread that owns the model; the others are those of its workers. */
const OWN_LANE = 0

function roomFor(
  side: Side,
  capacity: number,
  { dimension, tree }: World,
  wished: WebAssembly.Module | null | undefined,
): Pick<Model, 'store' | 'kernel'> {
  const module = wished === undefined && capacity >= KERNEL_FROM ? builtKernel() : (wished ?? null)
  const layout = layoutOf(side, capacity, dimension, tree.middleOf.length)
  const memory = module === null || side !== 'talents' ? null : sharedMemory(layout)
  if (module === null || memory === null) return { store: emptyStore(side, capacity, dimension), kernel: null }
  const store = storeIn(memory.buffer, layout.store, side, capacity, dimension)
  return { store, kernel: startKernel(module, memory, layout, store, OWN_LANE) }
}
