import { getTableColumns, getTableName, sql, type Table } from 'drizzle-orm'
import type { Tx } from '../../src/lib/db.ts'

/** Rows a statement: few statements, and none that keeps the one session of the embedded database for long. */
const AT_ONCE = 2000
/** From here on it is quicker to make indexes and checks of references once, over all rows. */
const MANY = 3000

/**
 * Writes rows of one table in bulk: each statement carries its rows as one JSON text, which the database takes apart
 * several times faster than as many parameters. For many rows indexes and references are taken off and put back, as a
 * restored backup does it; all in the caller's transaction, so that nobody sees the table without them.
 */
export async function insertAll(tx: Tx, table: Table, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const restore = rows.length >= MANY ? await takeOff(tx, getTableName(table)) : []
  const columns = Object.keys(getTableColumns(table)).filter((name) => rows.some((row) => row[name] !== undefined))
  const keys = columns.map((name) => [name, columnName(name)] as const)
  const names = sql.raw(keys.map(([, column]) => `"${column}"`).join(', '))
  const target = sql.raw(`"${getTableName(table)}"`)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE).map((row) => {
      const written: Record<string, unknown> = {}
      for (const [name, column] of keys) if (row[name] !== null) written[column] = row[name]
      return written
    })
    await tx.execute(
      sql`insert into ${target} (${names}) select ${names} from json_populate_recordset(null::${target}, ${JSON.stringify(part)}::json)`,
    )
  }
  for (const statement of restore) await tx.execute(sql.raw(statement))
}

/** Takes references and plain indexes off a table; the statements that put them back. */
async function takeOff(tx: Tx, table: string): Promise<string[]> {
  const { rows: references } = await tx.execute<{ name: string; definition: string }>(sql`
    select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${`public.${table}`}::regclass and contype = 'f'`)
  const { rows: indexes } = await tx.execute<{ name: string; definition: string }>(sql`
    select c.relname as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where i.indrelid = ${`public.${table}`}::regclass
      and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)`)
  for (const { name } of references) await tx.execute(sql.raw(`alter table "${table}" drop constraint "${name}"`))
  for (const { name } of indexes) await tx.execute(sql.raw(`drop index "${name}"`))
  return [
    ...indexes.map(({ definition }) => definition),
    ...references.map(({ name, definition }) => `alter table "${table}" add constraint "${name}" ${definition}`),
  ]
}

/** As drizzle's `casing: 'snake_case'` names it. */
function columnName(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
}
