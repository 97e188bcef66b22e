import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { type Guard, member, operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { partnerOf } from '../../partners/queries.ts'
import { type Assistant, beginByCode, beginByMandate } from '../actions/assisting.ts'
import { BeginAssisting } from '../pages/assistant.tsx'
import { mandatesWith } from '../queries.ts'
import { DESK_NAME, typedForm } from '../rules.ts'

const WRONG = '番号が違うか、10分が過ぎています。会社の方に、もう一度聞いてください。'
const SYSTEM = { power: 'system', organisation: null } as const

/** Where whoever helps begins: with a code that the owner says, or by a mandate. */
export const assistant: Route[] = [
  ...atDoor('/partners/:partnerId', member('partnerId'), (call) => call.id('partnerId')),
  ...atDoor('/desk', operator, () => null),
]

function atDoor(path: string, guard: Guard, partnerIn: (call: Call) => string | null): Route[] {
  const assistantIn = (call: Call): Assistant => ({
    ...{ id: call.accountId, signInId: call.sessionId, partnerId: partnerIn(call) },
  })
  return [
    get(`${path}/assistance`, guard, (call) => show(call, partnerIn(call))),

    post(
      `${path}/assistance`,
      guard,
      async (call) => {
        const form = call.form(typedForm)
        if (!form.ok) return show(call, partnerIn(call), form.errors.code)
        const { code } = form.data
        const company = await call.write((act) => beginByCode(act, code, assistantIn(call), call.deps.secrets), SYSTEM)
        return company ? call.go(workOf(company)) : show(call, partnerIn(call), WRONG)
      },
      { rate: { count: 20, seconds: 600 } },
    ),

    post(`${path}/assistance/:mandateId`, guard, (call) =>
      call.act(async (act) => workOf(await beginByMandate(act, call.id('mandateId'), assistantIn(call))), SYSTEM),
    ),
  ]
}

function workOf(companyId: string): string {
  return `/companies/${companyId}/assistance`
}

async function show(call: Call, partnerId: string | null, code?: string): Promise<Response> {
  const { name, mandates } = await call.read(async (tx) => ({
    name: partnerId === null ? DESK_NAME : found(await partnerOf(tx, partnerId)).name,
    mandates: await mandatesWith(tx, partnerId, call.now),
  }))
  const base = partnerId === null ? '/desk' : `/partners/${partnerId}`
  const back = code === undefined ? {} : { values: call.body as Record<string, string>, errors: { code } }
  return call.page(<BeginAssisting {...{ base, name, mandates }} now={call.now} {...back} />, {
    status: code === undefined ? 200 : 422,
  })
}
