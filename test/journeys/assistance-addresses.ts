import { partnerId } from '../../seed/cast.ts'
import { craft } from '../drafting.ts'
import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** Where somebody types for an owner. What an assistant sees while they work is a journey of its own. */
export function assistancePages({
  assisted: { readBack: assisted, paper },
}: Pick<Town, 'assisted'>): Record<string, Looks> {
  return {
    '/companies/:companyId/assistance': { nakamura: [`${craft}/assistance`], chiyo: [`${craft}/assistance`] },
    '/companies/:companyId/assistance/:sessionId': { nakamura: [assisted], chiyo: [assisted] },
    '/partners/:partnerId/assistance': { koga: [`/partners/${partnerId('town')}/assistance`] },
    '/companies/:companyId/projects/:projectId/sheet': { nakamura: [paper.sheet] },
    '/answers/:token': { visitor: [paper.answers, `${paper.answers}?done=1`] },
    '/desk/assistance': { mori: ['/desk/assistance'] },
  }
}
