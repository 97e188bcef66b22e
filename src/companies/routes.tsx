import type { Route } from '../lib/web/route.ts'
import { home } from './routes/company.tsx'
import { departments } from './routes/departments.tsx'
import { details } from './routes/details.tsx'
import { founding } from './routes/founding.tsx'
import { places } from './routes/home.tsx'
import { invitations } from './routes/invitations.tsx'
import { members } from './routes/members.tsx'

/** A company, its people, and where everybody is at home. */
export const routes: Route[] = [...founding, ...places, ...home, ...details, ...members, ...departments, ...invitations]
