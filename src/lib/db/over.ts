import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, QueryConfig, QueryResult } from 'pg'
import { type Actor, inTransaction, opening } from './actor.ts'
import type { Db } from './database.ts'

/**
 * A drizzle database for libraries that bring their own queries: each statement is a transaction of its own in the
 * name of `actor`. It cannot hold a transaction open, and says so instead of pretending.
 */
export function drizzleOver<S extends Record<string, unknown>>(db: Db, actor: Actor, schema?: S): NodePgDatabase<S> {
  const begin = opening(actor, null, 'begin')
  const client = {
    async query(config: QueryConfig, params?: unknown[]): Promise<QueryResult> {
      if (/^\s*(begin|commit|rollback|savepoint|release)\b/i.test(config.text)) {
        throw new Error('drizzleOver has no transactions: use asActor')
      }
      return inTransaction(db, begin, (real) => real.query(config, params))
    },
  }
  return drizzle(client as unknown as Pool, { casing: 'snake_case', ...(schema && { schema }) })
}
