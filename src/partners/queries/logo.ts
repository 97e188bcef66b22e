import { eq } from 'drizzle-orm'
import type { Tx } from '../../lib/db.ts'
import { type LogoMark, markOf } from '../rules/logo.ts'
import { partnerLogos } from '../schema.ts'

/** How a partner's logo is drawn on pages; null where it has none. */
export async function logoMarkOf(tx: Tx, partnerId: string): Promise<LogoMark | null> {
  const { width, height, savedAt } = partnerLogos
  const [row] = await tx
    .select({ partnerId: partnerLogos.partnerId, width, height, savedAt })
    .from(partnerLogos)
    .where(eq(partnerLogos.partnerId, partnerId))
  return row ? markOf(row) : null
}

/** The picture itself, a PNG that we drew. */
export async function logoOf(tx: Tx, partnerId: string): Promise<Uint8Array | null> {
  const [row] = await tx
    .select({ content: partnerLogos.content })
    .from(partnerLogos)
    .where(eq(partnerLogos.partnerId, partnerId))
  return row?.content ?? null
}
