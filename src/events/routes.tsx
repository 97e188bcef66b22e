import type { Route } from '../lib/web/route.ts'
import { aboutRoutes } from './routes/about.ts'
import { afterwardsRoutes } from './routes/afterwards.tsx'
import { doorRoutes } from './routes/door.tsx'
import { hostRoutes } from './routes/host.tsx'
import { publicRoutes } from './routes/public.tsx'
import { registrationRoutes } from './routes/registration.tsx'

export const routes: Route[] = [
  ...publicRoutes,
  ...registrationRoutes,
  ...hostRoutes,
  ...doorRoutes,
  ...afterwardsRoutes,
  ...aboutRoutes,
]
