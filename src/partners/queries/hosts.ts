import { eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { partnerHosts } from '../schema.ts'

/** Whose host name this is. */
export async function partnerAt(tx: Tx, host: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ partnerId: partnerHosts.partnerId })
    .from(partnerHosts)
    .where(eq(partnerHosts.host, host))
  return row?.partnerId
}
