import { routes as accounts } from '../accounts/routes.tsx'
import type { Route } from '../lib/web/route.ts'
import { routes as health } from './health.ts'

/** The whole product: every address with who may call it. */
export const routes: readonly Route[] = [...health, ...accounts]
