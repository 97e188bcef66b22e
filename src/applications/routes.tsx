import type { Route } from '../lib/web/route.ts'
import { applicants } from './routes/applicants.tsx'
import { applying } from './routes/applying.tsx'
import { company } from './routes/company.tsx'
import { declines } from './routes/declines.tsx'
import { inside } from './routes/inside.tsx'
import { interest } from './routes/interest.tsx'
import { interview } from './routes/interview.tsx'
import { own } from './routes/own.tsx'
import { runnerUp } from './routes/runner-up.tsx'
import { scores } from './routes/scores.tsx'
import { talks } from './routes/talks.tsx'

export const routes: Route[] = [
  ...[...applying, ...interest, ...talks, ...own],
  ...[...applicants, ...declines, ...company, ...inside, ...interview, ...scores, ...runnerUp],
]
