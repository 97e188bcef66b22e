import type { PoolClient } from 'pg'
import { StartError } from '../start-error.ts'
import { ALONE, inTransaction, OWNER, sqlState } from './actor.ts'
import type { Db } from './database.ts'

/** Roles are shared between databases: somebody at another one may have done the same at the same moment. */
const ALREADY_THERE = ['42710', '23505', 'XX000']
const NOT_ALLOWED = '42501'

/**
 * Sees to the role under which everything but migrations runs. It owns nothing and cannot sign in. Roles belong to the
 * whole PostgreSQL cluster, so another database may have made it already; and since PostgreSQL 16 whoever creates a
 * role still has to be granted the right to act as it.
 */
export async function ensureRole(db: Db): Promise<void> {
  if (!(await mayActAsIt(db))) {
    await attempt(db, 'create role meguri_app nologin', ALREADY_THERE)
    await attempt(db, 'grant meguri_app to current_user', ALREADY_THERE)
    if (!(await mayActAsIt(db))) throw new StartError(REFUSED)
  }
  await inTransaction(db, OWNER, (client) => client.query(PRIVILEGES))
}

const REFUSED =
  'データベースの役割 meguri_app を使えません。管理者の方に、次の2行の実行を頼んでください: create role meguri_app nologin; grant meguri_app to （DATABASE_URLの利用者名）;'

const PRIVILEGES = `
${ALONE};
grant usage on schema public to meguri_app;
alter default privileges in schema public grant select, insert, update, delete on tables to meguri_app;
alter default privileges in schema public grant usage on sequences to meguri_app`

async function mayActAsIt(db: Db): Promise<boolean> {
  const roles = await inTransaction(db, OWNER, async (client) => {
    const found = await client.query(`select from pg_roles where rolname = 'meguri_app'`)
    return found.rowCount
  })
  if (roles === 0) return false
  return attempt(db, 'set local role meguri_app', [])
}

/** False when the database does not allow it; `fine` are the errors that mean somebody else was quicker. */
async function attempt(db: Db, statement: string, fine: readonly string[]): Promise<boolean> {
  try {
    await inTransaction(db, OWNER, (client: PoolClient) => client.query(statement))
    return true
  } catch (error) {
    const state = sqlState(error) ?? ''
    if (fine.includes(state)) return true
    if (state === NOT_ALLOWED) return false
    throw error
  }
}
