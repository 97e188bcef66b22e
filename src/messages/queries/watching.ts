import { and, asc, eq, isNull } from 'drizzle-orm'
import { consents } from '../../accounts/schema.ts'
import type { Tx } from '../../lib/db.ts'

/** Since when somebody agrees that their messages are looked through by rules. For themselves. */
export async function watchingAgreed(tx: Tx, accountId: string): Promise<Date | null> {
  const [consent] = await tx
    .select({ givenAt: consents.givenAt })
    .from(consents)
    .where(and(eq(consents.accountId, accountId), eq(consents.purpose, 'watching'), isNull(consents.revokedAt)))
    .orderBy(asc(consents.givenAt))
    .limit(1)
  return consent?.givenAt ?? null
}
