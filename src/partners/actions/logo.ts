import { eq } from 'drizzle-orm'
import { record } from '../../history/actions.ts'
import type { Act } from '../../lib/act.ts'
import { partnerLogos } from '../schema.ts'

type Drawn = { readonly width: number; readonly height: number; readonly content: Uint8Array }

/** The logo of a partner, in the place of the one it had. */
export async function saveLogo(act: Act, partnerId: string, logo: Drawn): Promise<void> {
  const { width, height, content } = logo
  const set = { width, height, content, savedAt: act.now }
  await act.tx
    .insert(partnerLogos)
    .values({ partnerId, ...set })
    .onConflictDoUpdate({ target: partnerLogos.partnerId, set })
  await record(act, 'partner.logo-saved', { kind: 'partner', id: partnerId })
}

export async function removeLogo(act: Act, partnerId: string): Promise<void> {
  const removed = await act.tx
    .delete(partnerLogos)
    .where(eq(partnerLogos.partnerId, partnerId))
    .returning({ partnerId: partnerLogos.partnerId })
  if (removed.length > 0) await record(act, 'partner.logo-removed', { kind: 'partner', id: partnerId })
}
