import type { Route } from '../lib/web/route.ts'
import { companyRoutes } from './routes/company.tsx'
import { ownRoutes } from './routes/own.tsx'

export const routes: Route[] = [...companyRoutes, ...ownRoutes]
