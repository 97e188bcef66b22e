import type { Route } from '../lib/web/route.ts'
import { codeRoutes } from './routes/codes.tsx'
import { cvRoutes } from './routes/cv.tsx'
import { homeRoutes } from './routes/home.tsx'
import { mainJobRoutes } from './routes/main-job.tsx'
import { profileRoutes } from './routes/profile.tsx'
import { questionRoutes } from './routes/questions.tsx'

export const routes: Route[] = [
  ...homeRoutes,
  ...profileRoutes,
  ...codeRoutes,
  ...cvRoutes,
  ...questionRoutes,
  ...mainJobRoutes,
]
