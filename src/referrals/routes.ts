import type { Route } from '../lib/web/route.ts'
import { answerRoutes } from './routes/answers.tsx'
import { deskRoutes } from './routes/desk.tsx'
import { handoverRoutes } from './routes/handovers.tsx'
import { partnerRoutes } from './routes/partner.tsx'

export const routes: Route[] = [...partnerRoutes, ...answerRoutes, ...deskRoutes, ...handoverRoutes]
