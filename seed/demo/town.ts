import { PARTNERS, partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { Stage } from './rows.ts'
import type { DemoCompany } from './shapes.ts'

/** The firms of koga's town let her office see them since they came: what its reports by fiscal year count. */
export function showToTown(
  { rows }: Stage,
  companies: readonly DemoCompany[],
  joined: ReadonlyMap<string, Date>,
): void {
  for (const { municipality, key } of companies) {
    if (!PARTNERS.town.area.includes(municipality)) continue
    rows.partnerCompanies.push({
      ...{ partnerId: partnerId('town'), companyId: nameBasedId(key), consentedAt: joined.get(key)! },
      ...{ until: null, fields: [] },
    })
  }
}
