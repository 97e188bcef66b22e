import type { Side } from './columns.ts'
import { type Facts, pairFacts } from './facts.ts'
import { checkSide, emptyStore, type Model, type StoreOf, writeRow } from './model.ts'
import { type PairPoints, pairPoints } from './points.ts'
import { scanProjects, talentLookups } from './projectscan.ts'
import { type Project, projectColumns, type Talent, talentColumns } from './records.ts'
import type { ProjectStore, TalentStore } from './store.ts'
import { projectLookups, scanTalents } from './talentscan.ts'
import { projectYardstick, talentYardstick, type Yardstick } from './yardstick.ts'

/** Against a model of talents the query is one project, against a model of projects one talent. */
export type QueryOf<S extends Side> = (S extends 'talents' ? Project : Talent) & {
  /** Bit r set: row r must not be returned (see bitsOf). */
  blocked?: Uint32Array | undefined
}

/** One query made ready: its look-up tables and how to score, read and explain a row with them. */
export interface Prepared<S extends Side> {
  blocked: Uint32Array | null
  /** Scores rows from … to - 1 of a store into scores[0 …]. */
  scan(
    store: StoreOf<S>,
    blocked: Uint32Array | null,
    from: number,
    to: number,
    floor: number,
    scores: Int32Array,
  ): void
  facts(store: StoreOf<S>, row: number): Facts
  points(store: StoreOf<S>, row: number): PairPoints
  yardstick: Yardstick
}

/** @throws RangeError when a value of the query is out of range or its bitset is too short. */
export function prepare<S extends Side>(model: Model<S>, query: QueryOf<S>): Prepared<S> {
  const blocked = query.blocked ?? null
  if (blocked && blocked.length * 32 < model.rows) {
    throw new RangeError(
      `blocked: ${blocked.length} words, must be at least ${(model.rows + 31) >> 5} for ${model.rows} rows`,
    )
  }
  const ready = model.side === 'talents' ? ofProject(model as Model, query) : ofTalent(model as Model, query)
  return { blocked, ...ready } as Prepared<S>
}

function ofProject({ world, tables }: Model, query: Project): Omit<Prepared<'talents'>, 'blocked'> {
  const project = packOne(
    'projects',
    checkSide('projects', projectColumns([query], world.dimension), world),
    world.dimension,
  )
  const look = projectLookups(world, tables, project)
  const open = project.live[0] === 1
  const facts = (talents: TalentStore, row: number) => pairFacts(world, talents, row, project, 0)
  return {
    scan: (store, blocked, from, to, floor, scores) => {
      if (open) scanTalents(store, look, blocked, from, to, floor, scores)
      else scores.fill(-2147483648)
    },
    facts,
    points: (talents, row) => pairPoints(tables, facts(talents, row), talents, row, project, 0, talents.price[row]!),
    yardstick: projectYardstick(tables, project),
  }
}

function ofTalent({ world, tables }: Model, query: Talent): Omit<Prepared<'projects'>, 'blocked'> {
  const talent = packOne(
    'talents',
    checkSide('talents', talentColumns([query], world.dimension), world),
    world.dimension,
  )
  const look = talentLookups(world, tables, talent)
  const facts = (projects: ProjectStore, row: number) => pairFacts(world, talent, 0, projects, row)
  return {
    scan: (store, blocked, from, to, floor, scores) => scanProjects(store, look, blocked, from, to, floor, scores),
    facts,
    points: (projects, row) => pairPoints(tables, facts(projects, row), talent, 0, projects, row, projects.price[row]!),
    yardstick: talentYardstick(tables, talent),
  }
}

function packOne<S extends Side>(side: S, full: Parameters<typeof writeRow<S>>[3], dimension: number): StoreOf<S> {
  const store = emptyStore(side, 1, dimension)
  writeRow(side, store, 0, full, 0)
  return store
}
