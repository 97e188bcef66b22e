import type { Call } from '../../lib/web/call.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { forgetCheck, keepCheck } from '../actions/main-job.ts'
import { MainJobQuestions, MainJobResult } from '../pages/main-job.tsx'
import { ownCheck } from '../queries/own.ts'
import { type Check, checkForm, readCheck, writeCheck } from '../rules/main-job.ts'

export const mainJobRoutes: Route[] = [
  get('/me/main-job', signedIn, async (call) =>
    call.page(<MainJobQuestions values={(await checkOf(call)) ?? {}} forgotten={call.query('done') === 'removal'} />),
  ),

  post('/me/main-job', signedIn, (call) => {
    const form = call.form(checkForm)
    if (!form.ok) return call.page(<MainJobQuestions values={form.values} errors={form.errors} />, { status: 422 })
    const sealed = call.deps.secrets.seal(writeCheck(form.data), placeOf(call.accountId))
    return call.act(async (act) => {
      await keepCheck(act, call.accountId, sealed)
      return '/me/main-job/result'
    })
  }),

  get('/me/main-job/result', signedIn, async (call) => {
    const check = await checkOf(call)
    return check ? call.page(<MainJobResult check={check} />) : call.go('/me/main-job')
  }),

  post('/me/main-job/removal', signedIn, (call) =>
    call.act(async (act) => {
      await forgetCheck(act, call.accountId)
      return '/me/main-job?done=removal'
    }),
  ),
]

async function checkOf(call: Call): Promise<Check | null> {
  const row = await call.read((tx) => ownCheck(tx, call.accountId))
  return row ? readCheck(call.deps.secrets.open(row.sealed, placeOf(call.accountId))) : null
}

/** Where a sealed check belongs: it opens at no other row. */
function placeOf(accountId: string): string {
  return `main_job_checks:sealed:${accountId}`
}
