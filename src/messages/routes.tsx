import type { Route } from '../lib/web/route.ts'
import { both } from './routes/here.ts'
import { threadAt } from './routes/thread.tsx'

/** The same addresses on either side. */
export const routes: Route[] = both.flatMap((door) => threadAt(door))
