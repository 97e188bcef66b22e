import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** The pages of a referral: the partner's, the owner's slip, the desk's. */
export function referralPages({ referrals }: Town): Record<string, Looks> {
  const { dialogue, dialogues, handovers, handover, deskHandover, list, draft, signed, code, refused } = referrals
  return {
    '/partners/:partnerId/referrals': { abe: [list] },
    '/partners/:partnerId/referrals/new': { abe: [`${list}/new`] },
    '/partners/:partnerId/referrals/:referralId': { abe: [draft, signed] },
    '/partners/:partnerId/handovers': { abe: [handovers] },
    '/partners/:partnerId/handovers/:handoverId': { ito: [handover] },
    '/partners/:partnerId/dialogues': { abe: [dialogues] },
    '/companies/:companyId/dialogues/:dialogueId': { sato: [dialogue] },
    '/slips/:code': { visitor: [code], nakamura: [code], tanaka: [code, refused] },
    '/desk/handovers': { mori: ['/desk/handovers'] },
    '/desk/handovers/:handoverId': { hayashi: [deskHandover] },
    '/desk/referrals': { mori: ['/desk/referrals'] },
    '/desk/runners-up': { mori: ['/desk/runners-up'] },
  }
}
