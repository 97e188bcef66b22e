import { membersOf, openInvitationsOf } from '../../accounts/queries/members.ts'
import { invitationForm } from '../../accounts/rules/invitations.ts'
import type { Call } from '../../lib/web/call.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { endMembership, invite, withdrawInvitation } from '../actions/invitations.ts'
import { Members } from '../pages/members.tsx'

const ADDRESS = '/companies/:companyId/members'
const owner = member('companyId', ['owner'])

export const members: Route[] = [
  get(ADDRESS, reader('companyId'), async (call) => call.page(await page(call))),

  post(
    ADDRESS,
    owner,
    async (call) => {
      const form = call.form(invitationForm)
      if (!form.ok) return call.page(await page(call, form), { status: 422 })
      const id = call.id('companyId')
      const { members } = await peopleOf(call)
      if (members.some(({ email }) => email === form.data.email)) {
        const errors = { email: 'この方は、もう一緒に使っています。' }
        return call.page(await page(call, { values: form.data, errors }), { status: 422 })
      }
      return call.act(async (act) => {
        await invite(act, { organisationId: id, ...form.data })
        return `/companies/${id}/members?done=invited`
      })
    },
    { rate: { count: 30, seconds: 3600 } },
  ),

  post('/companies/:companyId/invitations/:invitationId/withdrawal', owner, (call) => {
    const id = call.id('companyId')
    const invitationId = call.id('invitationId')
    return call.act(async (act) => {
      await withdrawInvitation(act, id, invitationId)
      return `/companies/${id}/members`
    })
  }),

  post(`${ADDRESS}/departure`, reader('companyId'), (call) => {
    const id = call.id('companyId')
    return call.act(async (act) => {
      await endMembership(act, id, call.accountId)
      return '/home'
    })
  }),

  post(`${ADDRESS}/:accountId/removal`, owner, (call) => {
    const id = call.id('companyId')
    const accountId = call.id('accountId')
    return call.act(async (act) => {
      await endMembership(act, id, accountId)
      return `/companies/${id}/members`
    })
  }),
]

async function page(call: Call, back: { values?: FormValues; errors?: FormErrors } = {}) {
  const { members, invitations } = await peopleOf(call)
  return (
    <Members
      companyId={call.id('companyId')}
      members={members}
      invitations={invitations}
      own={call.accountId}
      isOwner={call.who.role === 'owner'}
      invited={call.query('done') === 'invited'}
      {...back}
    />
  )
}

function peopleOf(call: Call) {
  const id = call.id('companyId')
  return call.read(async (tx) => ({
    members: await membersOf(tx, id),
    invitations: await openInvitationsOf(tx, id, call.now),
  }))
}
