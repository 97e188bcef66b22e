import type { Route } from '../lib/web/route.ts'
import { finderRoutes } from './routes/finder.tsx'
import { grantRoutes } from './routes/grant.tsx'
import { officeRoutes } from './routes/office.tsx'
import { packRoutes } from './routes/pack.ts'

export const routes: Route[] = [...finderRoutes, ...grantRoutes, ...packRoutes, ...officeRoutes]
