import { getTableColumns, getTableName, type Table } from 'drizzle-orm'
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** A moment. Always with its time zone; shown in Asia/Tokyo. */
export const moment = () => timestamp({ withTimezone: true, mode: 'date' })

export const id = () => uuid().primaryKey()

/** A transaction's number, so that followers never pass a row that commits late. */
export const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' })

export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (bytes) => Buffer.from(bytes),
})

/**
 * Who may ever read a column: anybody; the organisation it belongs to; the person it is about and those
 * the person chose; nobody but the program itself.
 */
export type ColumnClass = 'public' | 'org' | 'personal' | 'secret'

type Classes = { [K in ColumnClass]?: string }

const classified = new Map<string, Map<string, ColumnClass>>()

/** Declares the class of every column of a table: `classify(table, { public: 'id name', personal: 'phone' })`. */
export function classify(table: Table, classes: Classes): void {
  const columns = new Map<string, ColumnClass>()
  for (const [columnClass, names] of Object.entries(classes) as [ColumnClass, string][]) {
    for (const name of names.split(' ')) columns.set(name, columnClass)
  }
  classified.set(getTableName(table), columns)
}

/** The columns of a table that nobody classified, and the classified names that are no columns. */
export function misclassified(table: Table): string[] {
  const declared = classified.get(getTableName(table)) ?? new Map<string, ColumnClass>()
  const names = Object.keys(getTableColumns(table))
  return [
    ...names.filter((name) => !declared.has(name)),
    ...[...declared.keys()].filter((name) => !names.includes(name)),
  ]
}
