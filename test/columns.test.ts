import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { misclassified } from '../src/lib/db/columns.ts'
import { root } from './source.ts'

const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => join(root, 'src', entry.name, 'schema.ts'))

async function tables(): Promise<PgTable[]> {
  const found: PgTable[] = []
  for (const file of rooms) {
    const schema: Record<string, unknown> = await import(file).catch((error: NodeJS.ErrnoException) => {
      if (/Cannot find|Failed to load/.test(String(error))) return {}
      throw error
    })
    found.push(...Object.values(schema).filter((value): value is PgTable => is(value, PgTable)))
  }
  return found
}

test('every column says who may ever read it', async () => {
  const all = await tables()
  expect(all.length).toBeGreaterThan(30)
  const missing = all.flatMap((table) => misclassified(table).map((column) => `${getTableName(table)}.${column}`))
  expect(missing).toEqual([])
})
