import type { Route } from '../lib/web/route.ts'
import { layoutRoutes } from './routes/layouts.tsx'
import { reportRoutes } from './routes/report.tsx'

export const routes: Route[] = [...reportRoutes, ...layoutRoutes]
