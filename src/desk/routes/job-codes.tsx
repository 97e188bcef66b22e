import { z } from 'zod'
import { type Plan, readPlan } from '../../jobcodes/rules/plan.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { longText } from '../../lib/input.ts'
import type { Call } from '../../lib/web/call.ts'
import { administrator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { DeskJobCodes, MOST_PLANNED } from '../pages/job-codes.tsx'
import { codesInUse, UNUSED } from '../queries/job-codes.ts'

const planForm = z.object({ changes: longText({ label: '次の版の内容', max: MOST_PLANNED }) })

type Sent = { plan?: Plan; values?: FormValues; errors?: FormErrors }

/** The versions of the job codes; who looks at what a next one would change changes nothing. */
export const jobCodeRoutes: Route[] = [
  get('/desk/job-codes', administrator, (call) => jobCodesPage(call)),

  post('/desk/job-codes', administrator, (call) => {
    const form = call.form(planForm)
    if (!form.ok) return jobCodesPage(call, { values: form.values, errors: form.errors })
    const plan = readPlan(form.data.changes, jobCodes())
    const values = { changes: form.data.changes }
    if (plan.findings.length === 0) return jobCodesPage(call, { plan, values })
    return jobCodesPage(call, { plan, values, errors: { changes: 'この内容には、直すところがあります。' } })
  }),
]

async function jobCodesPage(call: Call, sent: Sent = {}): Promise<Response> {
  const tree = jobCodes()
  // Counts over everybody's rows; what may be said of people is for the page to say.
  const use = await call.readAsSystem((tx) => codesInUse(tx, call.now))
  const strays = [...use.keys()].filter((code) => !tree.node(code)).sort()
  const page = <DeskJobCodes tree={tree} useOf={(code) => use.get(code) ?? UNUSED} strays={strays} {...sent} />
  return call.page(page, { status: sent.errors ? 422 : 200 })
}
