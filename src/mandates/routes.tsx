import type { Route } from '../lib/web/route.ts'
import { assistant } from './routes/assistant.tsx'
import { company } from './routes/company.tsx'

export const routes: Route[] = [...company, ...assistant]
