import { memberOf } from '../../accounts/queries/members.ts'
import { invite } from '../../companies/actions/invitations.ts'
import { organisationCalled } from '../../companies/queries.ts'
import type { Call } from '../../lib/web/call.ts'
import { found, TooLate } from '../../lib/web/errors.ts'
import { operator } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { foundPartner } from '../../partners/actions/founding.ts'
import { HostTaken, setHost } from '../../partners/actions/hosts.ts'
import { partnerOf } from '../../partners/queries.ts'
import { firstMemberForm, foundingForm } from '../../partners/rules/forms.ts'
import { HOST_TAKEN, hostForm } from '../../partners/rules/host.ts'
import { DeskPartners, type DeskPartnersProps, DONE } from '../pages/partners.tsx'
import { partnersForDesk } from '../queries/partners.ts'

const ADDRESS = '/desk/partners'
const DONES = Object.keys(DONE) as (keyof typeof DONE)[]

/** Partners: founded by the desk, which invites the first of their people. */
export const partnerRoutes: Route[] = [
  get(ADDRESS, operator, async (call) => call.page(await listPage(call))),

  post(ADDRESS, operator, async (call) => {
    const form = call.form(foundingForm)
    if (!form.ok) return call.page(await listPage(call, { founding: form }), { status: 422 })
    const { email, ...founding } = form.data
    const id = call.deps.newId()
    return call.act(async (act) => {
      await foundPartner(act, id, founding)
      await invite(act, { organisationId: id, email, ...first(founding.kind === 'bank') })
      return `${ADDRESS}?done=founded`
    })
  }),

  /** Once more, or somebody else, where nobody came. */
  post(`${ADDRESS}/:partnerId/invitations`, operator, async (call) => {
    const id = call.id('partnerId')
    const form = call.form(firstMemberForm)
    if (!form.ok) return call.page(await listPage(call, { inviting: { id, ...form } }), { status: 422 })
    const { email } = form.data
    const partner = await call.read(async (tx) => {
      const called = found(await organisationCalled(tx, id))
      if (called.kind !== 'partner') return undefined
      return { ...called, isThere: Boolean(await memberOf(tx, id, { email })) }
    })
    if (found(partner).isThere) throw new TooLate('この方は、もう一緒に使っています。')
    return call.act(async (act) => {
      await invite(act, { organisationId: id, email, ...first(found(partner).isTwoSided) })
      return `${ADDRESS}?done=invited`
    })
  }),

  post(`${ADDRESS}/:partnerId/host`, operator, async (call) => {
    const id = call.id('partnerId')
    const form = call.form(hostForm(new URL(call.deps.config.publicUrl).hostname))
    const again = async (back: Pick<NonNullable<DeskPartnersProps['naming']>, 'values' | 'errors'>) =>
      call.page(await listPage(call, { naming: { id, ...back } }), { status: 422 })
    if (!form.ok) return again(form)
    found(await call.read((tx) => partnerOf(tx, id)))
    const saved = call.act(async (act) => {
      await setHost(act, id, form.data.host)
      return `${ADDRESS}?done=named`
    })
    return saved.catch((error: unknown) => {
      if (!(error instanceof HostTaken)) throw error
      return again({ values: call.body, errors: { host: HOST_TAKEN } })
    })
  }),
]

/** The first of a partner's people can invite the others. */
function first(isTwoSided: boolean) {
  const side = isTwoSided ? ('support' as const) : null
  return { role: 'owner' as const, tasks: [], departmentId: null, side }
}

async function listPage(call: Call, back: Pick<DeskPartnersProps, 'founding' | 'inviting' | 'naming'> = {}) {
  const partners = await call.read((tx) => partnersForDesk(tx, call.now))
  const done = call.query('done')
  return <DeskPartners partners={partners} done={DONES.find((one) => one === done) ?? null} {...back} />
}
