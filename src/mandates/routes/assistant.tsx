import { companyOf } from '../../companies/queries.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, NotThere } from '../../lib/web/errors.ts'
import { type Guard, member, operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { partnerOf } from '../../partners/queries.ts'
import { type Assistant, beginByCode, beginByMandate, sendCodeForCall } from '../actions/assisting.ts'
import { recordSigned } from '../actions/mandating.ts'
import { BeginAssisting, MandatePaper } from '../pages/assistant.tsx'
import { companiesNamed, companiesShownTo, mandatesWith } from '../queries.ts'
import { callForm, DESK_NAME, endAfter, signedForm, typedForm } from '../rules.ts'

const WRONG = '番号が違うか、10分が過ぎています。会社の方に、もう一度聞いてください。'
const SYSTEM = { power: 'system', organisation: null } as const

/** Where whoever helps begins: with a code that the owner says, or by a mandate. */
export const assistant: Route[] = [
  ...atDoor('/partners/:partnerId', member('partnerId'), (call) => call.id('partnerId')),
  ...atDoor('/desk', operator, () => null),

  /** While the desk speaks with an owner: the digits go to the owner, who reads them back. */
  post('/desk/assist-codes', operator, async (call) => {
    const form = call.form(callForm)
    if (!form.ok || !isId(form.data.company)) throw new NotThere()
    const { company, scope } = form.data
    await call.read(async (tx) => found(await companyOf(tx, company)))
    return call.act(
      async (act) => {
        await sendCodeForCall(act, company, scope, call.deps.secrets)
        return '/desk/assistance?sent=1'
      },
      { power: 'system', organisation: company },
    )
  }),

  /** What an owner signed on paper. */
  post('/partners/:partnerId/mandates', member('partnerId'), async (call) => {
    const partnerId = call.id('partnerId')
    const form = call.form(signedForm)
    if (!form.ok) return show(call, partnerId, { sheet: { values: form.values, errors: form.errors } })
    const { company, scope, days } = form.data
    if (!isId(company)) throw new NotThere()
    return call.act(async (act) => {
      await recordSigned(act, { companyId: company, partnerId, scope, endsAt: endAfter(Number(days), act.now) })
      return `/partners/${partnerId}/assistance`
    }, SYSTEM)
  }),
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
        if (!form.ok) return show(call, partnerIn(call), { code: form.errors.code! })
        const { code } = form.data
        const company = await call.write((act) => beginByCode(act, code, assistantIn(call), call.deps.secrets), SYSTEM)
        return company ? call.go(workOf(company)) : show(call, partnerIn(call), { code: WRONG })
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

type Back = { code?: string; sheet?: Parameters<typeof BeginAssisting>[0]['sheet'] }

async function show(call: Call, partnerId: string | null, back?: Back): Promise<Response> {
  const words = (call.query('q') ?? '').trim().slice(0, 80)
  const { named, ...seen } = await call.read(async (tx) => ({
    name: partnerId === null ? DESK_NAME : found(await partnerOf(tx, partnerId)).name,
    mandates: await mandatesWith(tx, partnerId, call.now),
    companies: partnerId === null ? [] : await companiesShownTo(tx, partnerId, call.now),
    named: partnerId === null && words ? await companiesNamed(tx, words) : [],
  }))
  const base = partnerId === null ? '/desk' : `/partners/${partnerId}`
  if (partnerId && call.query('paper')) return call.page(<MandatePaper base={base} name={seen.name} />)
  const onCall = partnerId === null ? { words, sent: call.query('sent') === '1', found: named } : undefined
  const { code, sheet } = back ?? {}
  const wrong = code === undefined ? {} : { values: { code: String(call.body.code ?? '') }, errors: { code } }
  const page = {
    ...{ ...seen, base, now: call.now },
    ...wrong,
    ...(sheet && { sheet }),
    ...(onCall && { onCall }),
  }
  return call.page(<BeginAssisting {...page} />, { status: back ? 422 : 200 })
}
