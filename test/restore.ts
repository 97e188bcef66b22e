import type { PoolClient } from 'pg'
import type { Db } from '../src/lib/db.ts'

/** A database as it was when it was new: how it is made, what stood in it, and the numbers its sequences would give. */
export type Beginning = {
  readonly shape: string
  readonly tables: readonly string[]
  readonly rows: readonly { readonly table: string; readonly columns: string; readonly json: string }[]
  readonly sequences: string
}

const OURS = `nspname not in ('pg_catalog', 'pg_toast', 'information_schema')`

/** Tables, columns, indexes, policies, rights, functions and triggers: what no test may leave otherwise than it was. */
const SHAPE = `
with ours as (select pg_class.oid, nspname || '.' || relname as name, relkind::text as kind
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace where ${OURS})
select string_agg(thing, ' ' order by thing) as shape from (
  select concat(kind, name, relrowsecurity, relforcerowsecurity, relacl) as thing
    from ours join pg_class on pg_class.oid = ours.oid
  union all select concat(name, attname, atttypid, attnotnull) from ours join pg_attribute on attrelid = ours.oid
    where attnum > 0 and kind in ('r', 'p')
  union all select concat(name, polname, md5(concat(polroles, polqual, polwithcheck))) from ours join pg_policy on polrelid = ours.oid
  union all select concat(name, tgname, tgenabled) from ours join pg_trigger on tgrelid = ours.oid where not tgisinternal
  union all select name || conname from ours join pg_constraint on conrelid = ours.oid
  union all select nspname || '.' || proname || md5(prosrc) from pg_proc
    join pg_namespace on pg_namespace.oid = pronamespace where ${OURS}) as things`

const TABLES = `select quote_ident(nspname) || '.' || quote_ident(relname) as name,
  (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
from pg_class join pg_namespace on pg_namespace.oid = relnamespace where ${OURS} and relkind = 'r' order by 1`

const SEQUENCES = `select string_agg(format('select setval(%L, %s, %L)', quote_ident(schemaname) || '.' ||
  quote_ident(sequencename), coalesce(last_value, start_value), last_value is not null), '; ') as calls from pg_sequences`

export async function beginningOf(db: Db): Promise<Beginning> {
  return alone(db, async (client) => {
    const { rows: tables } = await client.query<{ name: string; columns: string }>(TABLES)
    const filled = await filledOf(
      client,
      tables.map(({ name }) => name),
    )
    const rows: { table: string; columns: string; json: string }[] = []
    for (const { name, columns } of tables.filter(({ name }) => filled.includes(name))) {
      const { rows: found } = await client.query(`select json_agg(one)::text as json from ${name} one`)
      rows.push({ table: name, columns, json: found[0].json })
    }
    const { rows: sequences } = await client.query(SEQUENCES)
    return {
      shape: await shapeOf(client),
      tables: tables.map(({ name }) => name),
      rows,
      sequences: sequences[0].calls ?? 'select 1',
    }
  })
}

/** Puts a database back to its beginning. False where its tables are no longer those of the beginning: then nobody may use it. */
export async function restore(db: Db, { shape, tables, rows, sequences }: Beginning): Promise<boolean> {
  return alone(db, async (client) => {
    if ((await shapeOf(client)) !== shape) return false
    const touched = await filledOf(client, tables)
    await client.query(`set local session_replication_role = replica`)
    if (touched.length > 0) await client.query(`truncate ${touched.join(', ')} cascade`)
    for (const { table, columns, json } of rows) {
      await client.query(
        `insert into ${table} (${columns}) overriding system value
          select ${columns} from json_populate_recordset(null::${table}, $1)`,
        [json],
      )
    }
    await client.query(sequences)
    return true
  })
}

async function alone<T>(db: Db, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    client.release()
  }
}

async function shapeOf(client: PoolClient): Promise<string> {
  const { rows } = await client.query<{ shape: string }>(SHAPE)
  return rows[0]!.shape
}

/** The tables in which anything stands. */
async function filledOf(client: PoolClient, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    tables.map((table) => `(select '${table}' as name from ${table} limit 1)`).join(' union all '),
  )
  return rows.map(({ name }) => name)
}
