import type { Route } from '../lib/web/route.ts'
import { finishRoutes } from './routes/finish.tsx'
import { handoverRoutes } from './routes/handover.tsx'
import { monthRoutes } from './routes/months.tsx'
import { visitRoutes } from './routes/visits.tsx'

export const routes: Route[] = [...monthRoutes, ...finishRoutes, ...handoverRoutes, ...visitRoutes]
