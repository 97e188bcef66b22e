import { getTableColumns, getTableName, sql, type Table } from 'drizzle-orm'
import type { Tx } from '../../src/lib/db.ts'

/** Rows a statement: few statements, and none that keeps the one session of the embedded database for long. */
const AT_ONCE = 1000

/**
 * Writes rows of one table in bulk: each statement carries its rows as one JSON text, which the database takes apart
 * several times faster than as many parameters.
 */
export async function insertAll(tx: Tx, table: Table, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(getTableColumns(table)).filter((name) => rows.some((row) => row[name] !== undefined))
  const names = sql.raw(columns.map((name) => `"${columnName(name)}"`).join(', '))
  const target = sql.raw(`"${getTableName(table)}"`)
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows
      .slice(from, from + AT_ONCE)
      .map((row) => columns.map((name) => [columnName(name), row[name] ?? null]))
    const json = JSON.stringify(part.map((entries) => Object.fromEntries(entries)))
    await tx.execute(
      sql`insert into ${target} (${names}) select ${names} from json_populate_recordset(null::${target}, ${json}::json)`,
    )
  }
}

/** As drizzle's `casing: 'snake_case'` names it. */
function columnName(name: string): string {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase()
}
