import { partnerId } from '../../seed/cast.ts'
import type { Town } from '../fixtures/full.ts'
import type { Looks } from './contract-addresses.ts'

/** The pages of a partner itself. */
export function partnerPages({ worry }: Town): Record<string, Looks> {
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
  }
}
