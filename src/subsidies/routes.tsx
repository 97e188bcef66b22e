import type { Route } from '../lib/web/route.ts'
import { finderRoutes } from './routes/finder.tsx'

export const routes: Route[] = [...finderRoutes]
