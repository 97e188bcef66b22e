import type { Route } from '../lib/web/route.ts'
import { ownRoutes } from './routes/own.tsx'
import { partnerRoutes } from './routes/partner.tsx'
import { proofRoutes } from './routes/proofs.tsx'
import { signpostRoutes } from './routes/signposts.tsx'

export const routes: Route[] = [...ownRoutes, ...signpostRoutes, ...proofRoutes, ...partnerRoutes]
