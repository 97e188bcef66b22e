import { writeCast } from '../../seed/write-cast.ts'
import { asOwner, type Db } from '../lib/db.ts'
import type { Secrets } from '../lib/secrets.ts'

/** A new demo: the cast. */
export async function fillDemo(db: Db, secrets: Secrets, now: Date): Promise<void> {
  await asOwner(db, (tx) => writeCast(tx, secrets, now))
}
