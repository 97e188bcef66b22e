import type { Route } from '../lib/web/route.ts'
import { agreementRoutes } from './routes/agreement.tsx'
import { contractRoutes } from './routes/contract.tsx'
import { endingRoutes } from './routes/ending.tsx'
import { termsRoutes } from './routes/terms.tsx'

export const routes: Route[] = [...contractRoutes, ...termsRoutes, ...agreementRoutes, ...endingRoutes]
