import { readResumeCode } from '../../lib/ids.ts'
import { found } from '../../lib/web/errors.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, type Route } from '../../lib/web/route.ts'
import { ProofCheck } from '../pages/proof.tsx'
import { proofByCode } from '../queries/proof.ts'

export const proofRoutes: Route[] = [
  /** Whether a proof that somebody holds still holds. */
  get(
    '/proofs/:code',
    anyone,
    async (call) => {
      const code = found(readResumeCode(call.param('code')))
      const proof = found(await call.readAsSystem((tx) => proofByCode(tx, call.deps.secrets, code)))
      call.c.header('x-robots-tag', 'noindex')
      return call.page(<ProofCheck {...proof} />)
    },
    { rate: { count: 30, seconds: 600 } },
  ),
]
