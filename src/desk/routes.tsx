import type { Route } from '../lib/web/route.ts'
import { callRoutes } from './routes/calls.tsx'
import { companyRoutes } from './routes/companies.tsx'
import { jobCodeRoutes } from './routes/job-codes.tsx'
import { paperTypingRoutes } from './routes/papers.tsx'
import { partnerRoutes } from './routes/partners.tsx'
import { peopleRoutes } from './routes/people.tsx'
import { projectRoutes } from './routes/projects.tsx'
import { reportRoutes } from './routes/reports.tsx'
import { runnerUpRoutes } from './routes/runners-up.tsx'
import { signingRoutes } from './routes/signing.tsx'
import { typingRoutes } from './routes/typing.tsx'
import { waitingRoutes } from './routes/waiting.tsx'

export const routes: Route[] = [
  ...waitingRoutes,
  ...projectRoutes,
  ...companyRoutes,
  ...callRoutes,
  ...peopleRoutes,
  ...partnerRoutes,
  ...signingRoutes,
  ...reportRoutes,
  ...jobCodeRoutes,
  ...typingRoutes,
  ...paperTypingRoutes,
  ...runnerUpRoutes,
]
