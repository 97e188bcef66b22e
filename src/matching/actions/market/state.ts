import {
  createModel,
  type Model,
  makeReady,
  type Pool,
  projectColumns,
  type Side,
  startPool,
  talentColumns,
  textOf,
  warmUp,
} from '../../../engine/engine.ts'
import type { NamedSpace } from '../../queries/spaces.ts'
import type { ProjectFacts, TalentFacts } from '../../rules/facts.ts'
import { type Hidden, noneHidden } from '../../rules/hidden.ts'
import { textsOfProject, textsOfTalent } from '../../rules/meaning.ts'
import { createNumbers, type Numbers } from '../../rules/numbers.ts'
import { createPrints, type Prints, printOf } from '../../rules/prints.ts'
import type { NamedWeights } from '../../rules/weights.ts'
import { matchingWorld } from '../../rules/world.ts'

/** What scores depend on beside the facts. Another market is made when it changes. */
export type Scoring = {
  readonly weights: NamedWeights
  /** The endpoint by which texts are read, if any. */
  readonly reader: string | null
  /** The space in which texts are read, if one was learned: vectors of two are never compared. */
  readonly space: NamedSpace | null
}

/** Everybody and every open project in the engine's own form, kept in this process beside the database. */
export type Market = Scoring & {
  readonly talents: Model<'talents'>
  readonly projects: Model<'projects'>
  /** The engine's numbers and the database's ids, both ways. */
  readonly numbers: Numbers
  /** Of which texts the rows were made. */
  readonly prints: Prints
  /** Open projects, and whose they are. */
  readonly open: Map<string, string>
  readonly hidden: Hidden
  /** How wanted the open projects were when lists were last made for everybody, in points. */
  priced: ReadonlyMap<string, number>
  /** By how many applications more or fewer prices have moved since; see `applicationsSince`. */
  moved: Map<string, number>
  /** Up to where history is read; see `lowestOpen`. */
  seen: string
  /**
   * Texts are read in another space now, or scores are made otherwise altogether or more texts were read; null: neither. Lists of the old
   * space are as good until the next market is made, and nobody waits for that.
   */
  old: null | 'space' | 'scores'
  /** Everybody was read; not yet while it is made for the first time, and in what was kept on the way there. */
  whole: boolean
  /** Threads that look through the people, once there are many. */
  pool: Pool | null
}

/** How a process keeps its market. */
export type Keeping = {
  /** Where it lies on the disk for the next start; null: nowhere. */
  readonly folder: string | null
  /** From so many people on there are threads, and something lies on the disk. */
  readonly manyFrom: number
  readonly threads: number
  /** The kernel that scores people; undefined: the one that the build made. */
  readonly kernel?: WebAssembly.Module | undefined
}

/** @param room people and projects to be ready for */
export function emptyMarket(
  keeping: Keeping,
  scoring: Scoring,
  seen: string,
  room: { people: number; projects: number },
): Market {
  const world = matchingWorld(scoring.reader !== null)
  const { dimension } = world
  const { weights } = scoring.weights
  const people = { rows: talentColumns([], dimension), room: room.people, kernel: keeping.kernel, weights }
  const projects = { rows: projectColumns([], dimension), room: room.projects, weights }
  return {
    ...scoring,
    talents: createModel({ ...world, side: 'talents', ...people }),
    projects: createModel({ ...world, side: 'projects', ...projects }),
    numbers: createNumbers(room.people + room.projects),
    prints: createPrints(room.people + room.projects),
    ...{ open: new Map(), hidden: noneHidden(), priced: new Map(), moved: new Map(), seen, old: null },
    ...{ whole: false, pool: null },
  }
}

/** Threads, once there are so many people that this one would be kept too long; and what a person's list would have to wait for. */
export async function staff(market: Market, { manyFrom, threads }: Keeping): Promise<void> {
  if (market.pool === null && market.talents.rows >= manyFrom) market.pool = startPool(market.talents, threads)
  await makeReady(market.projects)
  // Who comes before the code is there is answered all the same.
  warmUp(market.projects).catch(() => {})
}

type Read = Pick<TalentFacts, 'id' | 'meaning' | 'space'>

/** As the market has texts: also where nobody asked what an endpoint made of this one. */
export function asRead<T extends Read>({ reader, space }: Scoring, facts: T): T {
  const meaning = reader === null ? undefined : (facts.meaning ?? null)
  return { ...facts, meaning, space: space?.space ?? null }
}

/** The same, and with what was made of the texts where they are those of the row that is there: reading them takes milliseconds. */
export function talentAsRead(market: Market, facts: TalentFacts): TalentFacts {
  return withVector(market, 'talents', asRead(market, facts), textsOfTalent(facts))
}

/** The same for a project. */
export function projectAsRead(market: Market, facts: ProjectFacts): ProjectFacts {
  return withVector(market, 'projects', asRead(market, facts), textsOfProject(facts))
}

function withVector<T extends Read>(market: Market, side: Side, facts: T, texts: readonly (string | null)[]): T {
  const number = market.numbers.get(facts.id)
  if (number === undefined || market.prints.of(number) !== printOf(texts, facts.meaning)) return facts
  return { ...facts, vector: textOf(market[side], number) }
}
