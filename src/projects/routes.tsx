import type { Route } from '../lib/web/route.ts'
import { draftRoutes } from './routes/draft.tsx'
import { ownRoutes } from './routes/own.tsx'
import { publicRoutes } from './routes/public.tsx'

export const routes: Route[] = [...publicRoutes, ...ownRoutes, ...draftRoutes]
