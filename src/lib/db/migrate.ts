import { readMigrationFiles } from 'drizzle-orm/migrator'
import { NodePgSession } from 'drizzle-orm/node-postgres/session'
import { ALONE, dialect, inTransaction, OWNER, txOver } from './actor.ts'
import type { Db } from './database.ts'

/**
 * Brings the tables to the state of the migration files in `folder`, all in one transaction: a start that is killed
 * half-way changes nothing, and of two processes that start together the second finds the work done.
 */
export async function migrate(db: Db, folder: string): Promise<void> {
  const migrations = readMigrationFiles({ migrationsFolder: folder })
  await inTransaction(db, OWNER, async (client) => {
    await client.query(`set local lock_timeout = '60s'; ${ALONE}`)
    const tx = txOver(client)
    const session = new NodePgSession<Record<string, never>, Record<string, never>>(client, dialect, undefined)
    session.transaction = (fn) => fn(tx as unknown as Parameters<typeof fn>[0])
    await dialect.migrate(migrations, session, { migrationsFolder: folder })
  })
}
