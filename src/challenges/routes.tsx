import type { Route } from '../lib/web/route.ts'
import { answers } from './routes/answers.tsx'
import { company } from './routes/company.tsx'
import { elsewhere } from './routes/elsewhere.tsx'
import { writing } from './routes/writing.tsx'

/** From one sentence to a tree that a project is drafted from. */
export const routes: Route[] = [...writing, ...answers, ...elsewhere, ...company]
