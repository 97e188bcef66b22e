import type { Route } from '../lib/web/route.ts'
import { codeRoutes } from './routes/codes.tsx'
import { homeRoutes } from './routes/home.tsx'
import { profileRoutes } from './routes/profile.tsx'
import { questionRoutes } from './routes/questions.tsx'

export const routes: Route[] = [...homeRoutes, ...profileRoutes, ...codeRoutes, ...questionRoutes]
