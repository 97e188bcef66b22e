import type { Route } from '../lib/web/route.ts'
import { draftRoutes } from './routes/draft.tsx'
import { groupRoutes } from './routes/group.tsx'
import { ownRoutes } from './routes/own.tsx'
import { publicRoutes } from './routes/public.tsx'
import { templateRoutes } from './routes/template.tsx'

export const routes: Route[] = [...publicRoutes, ...ownRoutes, ...draftRoutes, ...groupRoutes, ...templateRoutes]
