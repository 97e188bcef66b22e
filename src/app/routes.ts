import { routes as accounts } from '../accounts/routes.tsx'
import { routes as applications } from '../applications/routes.tsx'
import { routes as cases } from '../cases/routes.tsx'
import { routes as challenges } from '../challenges/routes.tsx'
import { routes as companies } from '../companies/routes.tsx'
import { routes as contracts } from '../contracts/routes.tsx'
import { routes as desk } from '../desk/routes.tsx'
import { routes as events } from '../events/routes.tsx'
import { routes as fiscal } from '../fiscal/routes.tsx'
import { routes as insights } from '../insights/routes.tsx'
import { routes as jobcodes } from '../jobcodes/routes.tsx'
import { routes as ladder } from '../ladder/routes.tsx'
import type { Route } from '../lib/web/route.ts'
import { routes as mandates } from '../mandates/routes.tsx'
import { routes as matching } from '../matching/routes.tsx'
import { routes as messages } from '../messages/routes.tsx'
import { routes as notices } from '../notices/routes.tsx'
import { routes as partners } from '../partners/routes.tsx'
import { routes as projects } from '../projects/routes.tsx'
import { routes as referrals } from '../referrals/routes.ts'
import { routes as scouts } from '../scouts/routes.tsx'
import { routes as subsidies } from '../subsidies/routes.tsx'
import { routes as talents } from '../talents/routes.tsx'
import { routes as watches } from '../watches/routes.tsx'
import { routes as works } from '../works/routes.tsx'
import { routes as health } from './health.ts'
import { routes as sitemap } from './sitemap.ts'

/** The whole product: every address with who may call it. */
export const routes: readonly Route[] = [
  ...health,
  ...sitemap,
  ...accounts,
  ...notices,
  ...companies,
  ...challenges,
  ...jobcodes,
  ...insights,
  ...fiscal,
  ...partners,
  ...mandates,
  ...talents,
  ...projects,
  ...desk,
  ...applications,
  ...messages,
  ...contracts,
  ...works,
  ...subsidies,
  ...ladder,
  ...events,
  ...cases,
  ...matching,
  ...referrals,
  ...scouts,
  ...watches,
]
