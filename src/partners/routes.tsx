import { companies } from '../companies/schema.ts'
import { eq } from 'drizzle-orm'
import { today } from '../lib/time.ts'
import { found } from '../lib/web/errors.ts'
import { member, reader } from '../lib/web/guard.ts'
import { get, post, type Route } from '../lib/web/route.ts'
import { restoreConsent, revokeConsent } from './actions.ts'
import { PartnerCompanies } from './pages/companies.tsx'
import { ConsentPage } from './pages/consents.tsx'
import { companiesOfPartner, consentsOfCompany, partnerOf } from './queries.ts'

export const routes: Route[] = [
  get('/partners/:partnerId', reader('partnerId'), async (call) => {
    const partnerId = call.id('partnerId')
    const { partner, companies } = await call.read(async (tx) => ({
      partner: await partnerOf(tx, partnerId),
      companies: await companiesOfPartner(tx, partnerId, call.now),
    }))
    return call.page(<PartnerCompanies partner={found(partner)} companies={companies} day={today(call.now)} />)
  }),
]
