import type { Act } from '../../lib/act.ts'
import type { Secrets } from '../../lib/secrets.ts'
import { type Known, companyKeys as keysOf } from '../rules/keys.ts'
import { companyKeys } from '../schema.ts'

/** Adds what a company is known by. Nothing is taken away: who hid from its former name stays hidden. */
export async function writeKeys(act: Act, companyId: string, known: Known, secrets: Secrets): Promise<void> {
  const keys = [...new Set(keysOf(known))]
  if (keys.length === 0) return
  await act.tx
    .insert(companyKeys)
    .values(keys.map((key) => ({ companyId, keyHash: secrets.hash(key, 'company') })))
    .onConflictDoNothing()
}
