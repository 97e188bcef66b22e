import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { CODE_NONE, TALENT_CODES, TALENT_INDUSTRIES, TALENT_TIES } from '../../../src/engine/fields.ts'
import { LEVEL_BINS, TIE_BINS } from '../../../src/engine/lookups.ts'
import { prepare } from '../../../src/engine/prepare.ts'
import { TALENT_AT } from '../../../src/engine/row.ts'
import { STRIDE } from '../../../src/engine/store.ts'
import type { Wanted } from '../../../src/engine/talentscan.ts'
import { startPostgres } from '../../../test/postgres.ts'
import { BEST, COLUMNS, COPY, TABLE, UPSERT } from './postgres-sql.ts'
import type { Rival, Shared } from './rival.ts'

const AT_ONCE = 20_000
/** Agreement with a wanted code is three bits: same leaf all, same middle the lower two, same major the lowest. */
const NEAREST = { middle: 0b010010010010, major: 0b001001001001 }

/**
 * PostgreSQL with GIN over the job codes and the same factors in SQL, to the last point. `within`: people are looked for among
 * those who know a code of the same middle, or of the same major, as one that is wanted; who knows none is not found.
 */
export async function openPostgres({ model, queries }: Shared) {
  // Room for the whole table of a million.
  const server = await startPostgres({ shared_buffers: '2GB' })
  const open = async () => {
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    return client
  }
  const [client, writer] = [await open(), await open()]
  await client.query(TABLE)
  const folder = mkdtempSync('/tmp/bench-copy-')
  // The server reads what lies in it as another user.
  chmodSync(folder, 0o711)
  try {
    await fill({ model, queries }, client, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
  await client.query('create index on people using gin (codes)')
  await client.query('vacuum analyze people')
  await client.query("set work_mem = '256MB'; set jit = off")

  const rivalFor = (within: keyof typeof NEAREST, workers: number): Rival => ({
    name: `PostgreSQL 15, GIN, same ${within}, ${workers + 1} process(es)`,
    async search(at, k) {
      if (current !== workers) await client.query(`set max_parallel_workers_per_gather = ${workers}`)
      current = workers
      const { walk, blocked } = prepare(model, queries[at]!)
      if (!walk || blocked) return []
      const { rows } = await client.query<{ id: number }>({
        name: 'best',
        text: BEST,
        values: parameters(walk.wanted, NEAREST[within], k),
      })
      return rows.map(({ id }) => id)
    },
    async change(id) {
      await writer.query({ name: 'put', text: UPSERT, values: valuesOf(model.store, model.rowOf.get(id)!) })
    },
    stop: async () => {},
  })
  let current = -1
  return {
    rivalFor,
    async stop() {
      await client.end()
      await writer.end()
      await server.stop()
    },
  }
}

async function fill({ model }: Shared, client: pg.Client, folder: string): Promise<void> {
  const file = join(folder, 'people')
  for (let from = 0; from < model.rows; from += AT_ONCE) {
    const lines: string[] = []
    for (let row = from; row < Math.min(model.rows, from + AT_ONCE); row++) {
      lines.push(
        valuesOf(model.store, row)
          .map((value) => (value === null ? '\\N' : String(value)))
          .join('\t'),
      )
    }
    writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o644 })
    await client.query(COPY(file))
  }
}

/** In the order of COLUMNS. Job codes are numbered from 1; 0 is none. */
function valuesOf({ bytes, halves, signed, id, text, dimension }: Shared['model']['store'], row: number) {
  const start = row * STRIDE.talents
  const byte = (at: number, slot = 0) => bytes[start + at + slot]!
  const half = (at: number, slot = 0) => halves[(start + at) / 2 + slot]!
  const slots = (count: number, value: (slot: number) => number) => Array.from({ length: count }, (_, at) => value(at))
  const codes = slots(TALENT_CODES, (slot) => half(TALENT_AT.codes, slot)).map((code) =>
    code === CODE_NONE ? 0 : code + 1,
  )
  const own = codes.filter((code) => code > 0)
  const texts = byte(TALENT_AT.hasText) === 0 ? null : list(text.subarray(row * dimension, (row + 1) * dimension))
  const values = [
    ...[id[row]!, byte(TALENT_AT.live), list(own), ...codes],
    ...slots(TALENT_CODES, (slot) => byte(TALENT_AT.skills, slot)),
    ...slots(TALENT_INDUSTRIES, (slot) => byte(TALENT_AT.industries, slot)),
    ...slots(TALENT_TIES, (slot) => half(TALENT_AT.tiePlaces, slot)),
    ...slots(TALENT_TIES, (slot) => byte(TALENT_AT.ties, slot)),
    ...[byte(TALENT_AT.hours), half(TALENT_AT.fee), byte(TALENT_AT.times), half(TALENT_AT.motives)],
    ...[byte(TALENT_AT.prefecture), byte(TALENT_AT.visits), byte(TALENT_AT.record), byte(TALENT_AT.answer)],
    ...[signed[(start + TALENT_AT.price) / 2]!, texts],
  ]
  if (values.length !== COLUMNS.length) throw new Error(`${values.length} values for ${COLUMNS.length} columns`)
  return values
}

/** What a project makes of each column, as the engine's own look-up tables. */
function parameters({ look }: Wanted, nearest: number, k: number) {
  const leaves = look.leaves.filter((leaf) => (look.rungs[leaf]! & nearest) !== 0)
  const text = Array.from(look.text)
  return [
    list(leaves.map((leaf) => leaf + 1)),
    ...[list([0, ...look.rungs]), list([0, ...look.aims]), list(LEVEL_BINS), list(look.code), list(look.level)],
    ...[list(look.industryBin), list(look.industry), look.place, list(look.nearness), list(TIE_BINS), list(look.tie)],
    ...[list(look.hours), look.offered, list(look.fee), list(look.work), look.barsRemoteOnly, look.times],
    ...[look.motives, look.motive.notSaid, list(look.motive.common), list(look.record), list(look.answer), look.own],
    ...[look.vector && list(look.vector), list(text), Math.min(...text), Math.max(...text), k],
  ]
}

function list(values: ArrayLike<number>): string {
  return `{${Array.from(values).join()}}`
}
