import type { RowColumns, Side, World } from './columns.ts'
import { type Facts, pairFacts } from './facts.ts'
import type { Scan } from './hits.ts'
import { checkSide, fillRow, type Model, partsOf } from './model.ts'
import { type PairBins, type PairPoints, pairPoints, tableBins } from './points.ts'
import { askedWalk, scanProjects, talentLookups } from './projectscan.ts'
import { type Project, projectColumns, type Talent, talentColumns } from './records.ts'
import type { AskedWalk } from './retrieval/asked.ts'
import { type Reach, reachOf } from './retrieval/certificate.ts'
import { type Sift, siftPostings } from './retrieval/sift.ts'
import { emptyRow, type RowOf } from './row.ts'
import { type Store, takeRow } from './store.ts'
import { projectLookups, scanTalents, type Wanted } from './talentscan.ts'
import { projectYardstick, talentYardstick, type Yardstick } from './yardstick.ts'

/** Against a model of talents the query is one project, against a model of projects one talent. */
export type QueryOf<S extends Side> = (S extends 'talents' ? Project : Talent) & {
  /** Bit r set: row r must not be returned (see bitsOf). */
  blocked?: Uint32Array | undefined
}

/** What the postings are asked for a project. */
export interface Walk {
  wanted: Wanted
  reach: Reach
  sift: Sift
}

/** One query made ready: its look-up tables and how to score, read and explain a row with them. */
export interface Prepared {
  blocked: Uint32Array | null
  scan: Scan
  facts(store: Store, row: number): Facts
  points(store: Store, row: number): PairPoints
  bins(store: Store, row: number): PairBins
  yardstick: Yardstick
  /** What postings are walked for and how; null where the query can meet nobody, and for the side without postings. */
  walk: Walk | null
  /** The same for a talent; null for the other side, and where the query can meet nobody. */
  asks: AskedWalk | null
}

/** @throws RangeError when a value of the query is out of range or its bitset is too short. */
export function prepare<S extends Side>(model: Model<S>, query: QueryOf<S>): Prepared {
  return {
    blocked: checkBlocked(model, query.blocked),
    ...(model.side === 'talents' ? ofProject(model as Model, query) : ofTalent(model as Model, query)),
  }
}

/** @throws RangeError when the bitset is too short. */
export function checkBlocked({ rows }: Model, blocked: Uint32Array | null = null): Uint32Array | null {
  if (blocked && blocked.length * 32 < rows) {
    throw new RangeError(`blocked: ${blocked.length} words, must be at least ${(rows + 31) >> 5} for ${rows} rows`)
  }
  return blocked
}

function ofProject(model: Model, query: Project): Omit<Prepared, 'blocked'> {
  const { world, tables, lowestPrice } = model
  const project = rowOf('projects', projectColumns([query], world.dimension), world)
  const look = projectLookups(world, tables, project, lowestPrice)
  const wanted = { project, look }
  const reach = reachOf(wanted)
  const open = project.live[0] === 1
  const talent = emptyRow('talents', world.dimension)
  const facts = (store: Store, row: number) => {
    takeRow(store, row, talent)
    return pairFacts(world, talent, project)
  }
  const sift: Sift = (postings, ...rest) =>
    model.kernel !== null && postings.rows.buffer === model.kernel.memory.buffer
      ? model.kernel.sift(wanted, reach, postings, ...rest)
      : siftPostings(wanted, reach, postings, ...rest)
  return {
    scan: (store, list, from, to, floor, hits) => {
      hits.size = 0
      if (!open) return
      if (model.kernel !== null && store === model.store) model.kernel.scan(wanted, reach, list, from, to, floor, hits)
      else scanTalents(store, look, list, from, to, floor, hits)
    },
    facts,
    points: (store, row) => pairPoints(tables, facts(store, row), talent, project, talent.price[0]!),
    bins: (store, row) => tableBins(facts(store, row), talent, project),
    yardstick: projectYardstick(tables, project),
    walk: open ? { wanted, reach, sift } : null,
    asks: null,
  }
}

function ofTalent({ world, tables, lowestPrice }: Model, query: Talent): Omit<Prepared, 'blocked'> {
  const talent = rowOf('talents', talentColumns([query], world.dimension), world)
  const look = talentLookups(world, tables, talent, lowestPrice)
  const project = emptyRow('projects', world.dimension)
  const facts = (store: Store, row: number) => {
    takeRow(store, row, project)
    return pairFacts(world, talent, project)
  }
  return {
    scan: (store, list, from, to, floor, hits) => scanProjects(store, look, list, from, to, floor, hits),
    facts,
    points: (store, row) => pairPoints(tables, facts(store, row), talent, project, project.price[0]!),
    bins: (store, row) => tableBins(facts(store, row), talent, project),
    yardstick: talentYardstick(tables, talent),
    walk: null,
    asks: look.free ? askedWalk(world, look) : null,
  }
}

/** One row from the columns of one record. @throws RangeError naming the column when a value is out of range */
export function rowOf<S extends Side>(side: S, columns: RowColumns<S>, world: World): RowOf<S> {
  const row = emptyRow(side, world.dimension)
  fillRow(side, row, checkSide(side, columns, world), 0, partsOf(side))
  return row
}
