import { partnerId } from '../../seed/cast.ts'
import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** Of partners, what is no page. */
export const PARTNER_FILES: Readonly<Record<string, string>> = {
  '/programmes/:slug/picture.png': 'a picture',
  '/partners/:partnerId/picture.png': 'a picture',
  '/partners/:partnerId/logo': 'a picture',
  '/partners/:partnerId/programmes/:programmeId/calendar.ics': 'a file',
}

/** The pages of a partner itself. */
export function partnerPages({ worry, programmes }: Town): Record<string, Looks> {
  const [town, bank] = [`/partners/${partnerId('town')}`, `/partners/${partnerId('bank')}`]
  return {
    '/partners/:partnerId/worries': { koga: [`${town}/worries`], abe: [`${bank}/worries`] },
    '/partners/:partnerId/worries/:worryId': { koga: [`${town}/worries/${worry.id}`] },
    '/partners/:partnerId/worries/:worryId/nodes/:nodeId': {
      koga: [`${town}/worries/${worry.id}/nodes/${worry.cause}`],
    },
    '/partners/:partnerId/worries/:worryId/lines/new': { koga: [`${town}/worries/${worry.id}/lines/new?kind=work`] },
    '/partners/:partnerId': { abe: [bank], koga: [town] },
    '/partners/:partnerId/members': { abe: [`${bank}/members`] },
    '/partners/:partnerId/ladder': { koga: [`${town}/ladder`] },
    '/partners/:partnerId/details': { koga: [`${town}/details`] },
    '/desk/partners': { mori: ['/desk/partners'] },
    '/partners/:partnerId/about': { visitor: [`${town}/about`] },
    '/partners/:partnerId/programmes': { koga: [`${town}/programmes`], abe: [`${bank}/programmes`] },
    '/partners/:partnerId/programmes/:programmeId': {
      koga: [programmes.running, programmes.over, programmes.draft].map((id) => `${town}/programmes/${id}`),
    },
    '/partners/:partnerId/programmes/:programmeId/details': {
      koga: [`${town}/programmes/${programmes.draft}/details`],
    },
    '/programmes/:slug': { visitor: ['/programmes/hotaru-2026', '/programmes/hotaru-2025'] },
  }
}
