import { partnerId } from '../cast.ts'
import { nameBasedId } from '../ids.ts'
import type { Stage } from './rows.ts'
import type { DemoCompany } from './shapes.ts'

const FUKUOKA = 40

/** The firms around koga's town let her office see them since they came: what its reports by fiscal year count. */
export function showToTown({ rows }: Stage, companies: readonly DemoCompany[], joined: (at: number) => Date): void {
  for (const [at, { prefecture, key }] of companies.entries()) {
    if (prefecture !== FUKUOKA) continue
    rows.partnerCompanies.push({
      ...{ partnerId: partnerId('town'), companyId: nameBasedId(key), consentedAt: joined(at) },
      ...{ until: null, fields: [] },
    })
  }
}
