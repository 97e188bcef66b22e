import type { CastName } from '../../seed/cast.ts'
import type { Town } from '../fixtures/full.ts'

export type Visitor = CastName | 'visitor'
/** What one person looks at under a declared address: the same address in several states, where pages differ. */
export type Looks = Partial<Record<Visitor, readonly string[]>>

/** The pages of contracts, of both sides. */
export function contractPages({ contracts }: Town): Record<string, Looks> {
  const { draft, written, proposed, halfAgreed, worked, ended, unreviewed, handing, taking } = contracts
  const all = Object.values(contracts)
  type Written = readonly (typeof draft)[]
  const both = (rest: string, company: Written, talent = company, viewer: Written = []): Record<string, Looks> => ({
    [`/companies/:companyId/contracts/:contractId${rest}`]: {
      nakamura: company.map((one) => one.company + rest),
      chiyo: viewer.map((one) => one.company + rest),
    },
    [`/me/contracts/:contractId${rest}`]: { tanaka: talent.map((one) => one.talent + rest) },
  })
  return {
    ...both('', all, all, all),
    ...both('/agreement', [halfAgreed], [proposed]),
    ...both('/agreement/call', [halfAgreed], [proposed]),
    ...both('/agreement/code', [halfAgreed], [proposed]),
    ...both('/withdrawal', [draft]),
    ...both('/ending', [worked]),
    ...both('/months', [worked], [worked], [worked]),
    ...both('/visits', [worked], [worked, ended]),
    ...both('/finish', [worked]),
    ...both('/review', [ended, unreviewed], [ended, unreviewed], [ended, unreviewed]),
    ...both('/handover', [handing], [handing], [handing]),
    '/me/contracts/:contractId/handover/words': { tanaka: [`${handing.talent}/handover/words`] },
    '/me/contracts/:contractId/handovers/:fromId': { tanaka: [`${taking.talent}/handovers/${handing.contractId}`] },
    ...both('/case/withdrawal', [ended]),
    ...both('/case', [ended, unreviewed], [ended, unreviewed], [ended]),
    '/companies/:companyId/contracts/:contractId/terms': { nakamura: [`${draft.company}/terms`] },
    '/companies/:companyId/contracts/:contractId/preview': { nakamura: [`${written.company}/preview`] },
    '/me/contracts/:contractId/change': { tanaka: [`${proposed.talent}/change`] },
    '/me/contracts/:contractId/months/new': { tanaka: [`${worked.talent}/months/new`] },
  }
}
