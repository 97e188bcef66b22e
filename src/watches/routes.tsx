import { byMailRoutes } from './routes/by-mail.tsx'
import { ownRoutes } from './routes/own.tsx'
import { stopRoutes } from './routes/stop.tsx'

export const routes = [...ownRoutes, ...byMailRoutes, ...stopRoutes]
