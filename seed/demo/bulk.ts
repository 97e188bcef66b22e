import { getTableColumns, getTableName, sql, type Table } from 'drizzle-orm'
import type { Tx } from '../../src/lib/db.ts'

/** Rows a statement: few statements, and none that keeps the one session of the embedded database for long. */
const AT_ONCE = 2000

/**
 * Writes rows of one table in bulk: each statement carries its rows as one JSON text, which the database takes apart
 * several times faster than as many parameters.
 */
export async function insertAll(tx: Tx, table: Table, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(getTableColumns(table)).filter((name) => rows.some((row) => row[name] !== undefined))
  const types = await typesOf(tx, getTableName(table))
  const called = columns.map((name) => ({ name, column: columnName(name) }))
  const names = sql.raw(called.map(({ column }) => `"${column}"`).join(', '))
  // As they are called in our rows, so that no row has to be written anew.
  const given = sql.raw(called.map(({ name, column }) => `"${name}" ${types.get(column)}`).join(', '))
  // Asked of every value: only where there are bytes.
  const hasBytes = [...types.values()].includes('bytea')
  const target = sql.raw(`"${getTableName(table)}"`)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = JSON.stringify(rows.slice(from, from + AT_ONCE), hasBytes ? inHex : undefined)
    await tx.execute(
      sql`insert into ${target} (${names}) select * from json_to_recordset(${part}::json) as given(${given})`,
    )
  }
}

/** Bytes as the database reads them in a text. */
function inHex(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value
}

async function typesOf(tx: Tx, table: string): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ name: string; type: string }>(sql`
    select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped`)
  return new Map(rows.map(({ name, type }) => [name, type]))
}

/**
 * Takes references and plain indexes off tables that are about to be filled, as a restored backup does it: making them once
 * over all rows is quicker. Returns the statements that put them back; all in the caller's transaction, so that nobody sees
 * a table without them.
 */
export async function takeOff(tx: Tx, tables: readonly Table[]): Promise<string[]> {
  const names = sql.join(
    tables.map((table) => sql`${`public.${getTableName(table)}`}::regclass`),
    sql`, `,
  )
  const { rows: references } = await tx.execute<{ table: string; name: string; definition: string }>(sql`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid in (${names}) and contype = 'f'`)
  const { rows: indexes } = await tx.execute<{ name: string; definition: string }>(sql`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid in (${names}) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`)
  const drops = [
    ...references.map(({ table, name }) => `alter table ${table} drop constraint "${name}"`),
    ...indexes.map(({ name }) => `drop index "${name}"`),
  ]
  for (const statement of drops) await tx.execute(sql.raw(statement))
  return [
    ...indexes.map(({ definition }) => definition),
    ...references.map(({ table, name, definition }) => `alter table ${table} add constraint "${name}" ${definition}`),
  ]
}

/** As drizzle's `casing: 'snake_case'` names it. */
function columnName(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
}
