import { createModel, type Model, type Project, rank, startPool, type TalentColumns } from '../../src/engine/engine.ts'
import { emptyHits } from '../../src/engine/hits.ts'
import { prepare } from '../../src/engine/prepare.ts'
import { emptyTop, LOWEST, offerRow, takeRows } from '../../src/engine/top.ts'
import { synthetic } from '../synthetic.ts'
import { changing } from './changing.ts'
import { scanPlainly } from './lists.ts'
import { openMiniSearch } from './others/minisearch.ts'
import { openPostgres } from './others/postgres.ts'
import type { Rival, Shared } from './others/rival.ts'
import { openUSearch } from './others/usearch.ts'
import { round, sweep, type Times, timeLater, timesOf } from './times.ts'

/** Of those who do not know all factors so many are taken and scored by the engine. */
const MANY = 1000

export interface Compared extends Times {
  /** Per cent of the exact list that is in theirs. */
  recall: number
  cold50: number
  cold99: number
  /** With 100 changes a second. */
  busy50: number
  busy99: number
  /** One change put in. */
  change50: number
}

export interface Asked {
  people: number
  seed: number
  leaves: number
  queries: number
  k: number
  kernel: WebAssembly.Module
}

interface Field extends Shared {
  k: number
  count: number
  people: number
  /** New people, to put in place of others. */
  talents(rows: number): TalentColumns
}

/** Who can be asked for alone; the engine always stands beside it. */
export const RIVALS = ['engine', 'postgresql', 'minisearch', 'usearch'] as const
type RivalName = (typeof RIVALS)[number]

/** What is told as it comes, so that whoever stops a long comparison keeps what was measured. */
export interface Told {
  measured(one: Compared): void
  /** How long it took to take everybody in, and what the process holds more than before. */
  built(name: string, seconds: number, megabytes: number): void
  missing(name: string): void
}

/** The engine beside what others do with the same rows: recall against the exact list, and times. */
export async function compare(asked: Asked, only: RivalName | null, told: Told): Promise<void> {
  const { world, talents, someProject } = synthetic(asked.seed, asked.leaves)
  const { people, k, kernel, queries: count } = asked
  const model: Model<'talents'> = createModel({ ...world, side: 'talents', rows: talents(people), kernel })
  const field: Field = { ...{ model, k, count, people, talents }, queries: Array.from({ length: count }, someProject) }
  const changes = changing(model, field.talents, field.people)
  const add = async (rival: Rival) => {
    told.measured(await measure(rival, field, changes))
    await rival.stop()
  }
  const opened = async <T>(name: string, open: () => T | Promise<T>): Promise<T> => {
    const [start, before] = [performance.now(), process.memoryUsage().rss]
    const value = await open()
    const more = (process.memoryUsage().rss - before) / 2 ** 20
    if (value !== null) told.built(name, (performance.now() - start) / 1000, more)
    return value
  }
  const among = (name: RivalName) => only === null || only === name
  await add(ours(field))
  if (among('engine')) for (const threads of [1, 2]) await add(pooled(field, threads))
  if (among('postgresql')) {
    const postgres = await opened('PostgreSQL (in a process of its own)', () => openPostgres(field))
    for (const within of ['middle', 'major'] as const) {
      for (const workers of [0, 1]) await add(postgres.rivalFor(within, workers))
    }
    await postgres.stop()
  }
  for (const [name, title, open] of [
    ['minisearch', 'MiniSearch', () => openMiniSearch(field)],
    ['usearch', 'USearch', () => openUSearch(field, 2)],
  ] as const) {
    if (!among(name)) continue
    const rival = await opened(title, open)
    if (!rival) told.missing(title)
    else for (const one of [rival, scoredAnew(rival, field)]) await add(one)
  }
}

function ours({ model, queries }: Field): Rival {
  return {
    name: 'Meguri, postings',
    search: async (at, k) => rank(model, queries[at]!, k).map(({ id }) => id),
    change: async () => {},
    stop: async () => {},
  }
}

function pooled({ model, queries }: Field, threads: number): Rival {
  const pool = startPool(model, threads)
  return {
    name: `Meguri, pool of ${threads}`,
    search: async (at, k) => (await pool.rank(queries[at]!, k)).map(({ id }) => id),
    change: async () => {},
    stop: () => pool.stop(),
  }
}

/** Their best many, put in order by all factors. */
function scoredAnew(rival: Rival, { model, queries }: Field): Rival {
  const hits = emptyHits()
  return {
    ...rival,
    name: `${rival.name}, ${MANY} scored anew`,
    async search(at, k) {
      const found = await rival.search(at, MANY)
      const rows = Int32Array.from(found.flatMap((id) => model.rowOf.get(id) ?? []))
      const top = emptyTop(Math.min(k, model.rows))
      prepare(model, queries[at]!).scan(model.store, rows, 0, rows.length, LOWEST, hits)
      for (let at = 0; at < hits.size; at++) {
        offerRow(top, hits.scores[at]!, hits.rows[at]!, model.store.id[hits.rows[at]!]!)
      }
      return Array.from(takeRows(top), (row) => model.store.id[row]!)
    },
  }
}

type Changing = ReturnType<typeof changing>

async function measure(rival: Rival, { model, queries, k, count }: Field, changes: Changing): Promise<Compared> {
  const search = (at: number) => rival.search(at, k)
  await search(0)
  const lists = new Map<number, readonly number[]>()
  const warm = await timeLater(rival.name, count, async (at) => lists.set(at, await search(at)))
  const recall = [...lists].map(([at, list]) => shareFound(list, exactly(model, queries[at]!, k)))
  const cold = await timeLater('', Math.ceil(count / 4), search, sweep)
  const putIn: number[] = []
  const busy: number[] = []
  changes.begin()
  for (let at = 0; at < count; at++) {
    for (const id of changes.keepUp()) {
      const start = performance.now()
      await rival.change(id)
      putIn.push(performance.now() - start)
    }
    const start = performance.now()
    await search(at)
    busy.push(performance.now() - start)
  }
  const [with100, change] = [timesOf('', busy), timesOf('', putIn.length === 0 ? [0] : putIn)]
  return {
    ...warm,
    recall: round(recall.reduce((sum, one) => sum + one, 0) / Math.max(1, recall.length)),
    ...{ cold50: cold.p50, cold99: cold.p99, busy50: with100.p50, busy99: with100.p99, change50: change.p50 },
  }
}

const exactly = (model: Model<'talents'>, query: Project, k: number) => new Set(scanPlainly(model, query, k))

function shareFound(list: readonly number[], exact: ReadonlySet<number>): number {
  if (exact.size === 0) return 100
  return (list.filter((id) => exact.has(id)).length / exact.size) * 100
}
