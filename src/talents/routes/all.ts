import type { Route } from '../../lib/web/route.ts'
import { codeRoutes } from './codes.tsx'
import { homeRoutes } from './home.tsx'
import { profileRoutes } from './profile.tsx'
import { questionRoutes } from './questions.tsx'

export const routes: Route[] = [...homeRoutes, ...profileRoutes, ...codeRoutes, ...questionRoutes]
