import { proofByCode } from '../../ladder/queries/proof.ts'
import { readResumeCode } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { anyone } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { hashOfPaperCode } from '../actions/papers.ts'
import { TypeCode } from '../pages/codes.tsx'
import { paperByHash } from '../queries/papers.ts'
import { approvalToken } from '../rules/approval.ts'
import { choiceToken, paperToken } from '../rules/paper.ts'
import type { Paper } from '../schema.ts'

const WRONG = '紙に書かれた8つの文字を入れてください。'

/** One short address for the codes on all sheets: where no camera helps, or the address of the QR code is too long to type. */
export const codeRoutes: Route[] = [
  get('/p', anyone, (call) => call.page(<TypeCode />)),

  post(
    '/p',
    anyone,
    async (call) => {
      const typed = String(call.body.code ?? '').slice(0, 40)
      const code = readResumeCode(typed)
      if (code === null) {
        return call.page(<TypeCode values={{ code: typed }} errors={{ code: WRONG }} />, { status: 422 })
      }
      const hash = hashOfPaperCode(call.deps.secrets, code)
      const paper = await call.readAsSystem((tx) => paperByHash(tx, hash, call.now))
      if (paper) return call.go(wayOf(call, paper))
      // What is neither a sheet of a project nor a proof may be a sheet of a worry: that page knows, and says so if not.
      const proof = await call.readAsSystem((tx) => proofByCode(tx, call.deps.secrets, code))
      return call.go(proof ? `/proofs/${code}` : `/resume/${code}`)
    },
    { rate: { count: 15, seconds: 600 } },
  ),
]

function wayOf(call: Call, { id, kind, projectId, expiresAt }: Paper): string {
  const { secrets } = call.deps
  if (kind === 'proposals') return `/choices/${choiceToken(secrets, id)}`
  const token = kind === 'draft' ? paperToken(secrets, projectId, expiresAt) : approvalToken(secrets, { id, expiresAt })
  return `/answers/${token}`
}
