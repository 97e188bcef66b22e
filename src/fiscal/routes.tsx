import type { Route } from '../lib/web/route.ts'
import { reportRoutes } from './routes/report.tsx'

export const routes: Route[] = [...reportRoutes]
