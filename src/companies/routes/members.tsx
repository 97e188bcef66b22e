import {
  departmentsOf,
  formerMembersOf,
  memberOf,
  memberPageOf,
  openInvitationsOf,
} from '../../accounts/queries/members.ts'
import { invitationForm, membershipForm } from '../../accounts/rules/invitations.ts'
import type { Tx } from '../../lib/db.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { changeMembership, endMembership, invite, withdrawInvitation } from '../actions/invitations.ts'
import type { MembersProps } from '../pages/member-shapes.ts'
import { Members } from '../pages/members.tsx'

const ADDRESS = '/companies/:companyId/members'
const owner = member('companyId', ['owner'])

export const members: Route[] = [
  get(ADDRESS, reader('companyId'), async (call) => call.page(await membersPage(call))),

  post(
    ADDRESS,
    owner,
    async (call) => {
      const form = call.form(invitationForm)
      if (!form.ok) return call.page(await membersPage(call, { inviting: form }), { status: 422 })
      const id = call.id('companyId')
      const { email, role } = form.data
      if (await call.read((tx) => memberOf(tx, id, { email }))) {
        const inviting = { values: call.body, errors: { email: 'この方は、もう一緒に使っています。' } }
        return call.page(await membersPage(call, { inviting }), { status: 422 })
      }
      return call.act(async (act) => {
        const departmentId = await departmentIn(act.tx, id, form.data.department)
        await invite(act, { organisationId: id, email, role, departmentId })
        return `/companies/${id}/members?done=invited`
      })
    },
    { rate: { count: 300, seconds: 3600 } },
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

  post(`${ADDRESS}/:accountId/membership`, owner, async (call) => {
    const form = call.form(membershipForm)
    if (!form.ok) return call.page(await membersPage(call, { changing: form }), { status: 422 })
    const id = call.id('companyId')
    const accountId = call.id('accountId')
    return call.act(async (act) => {
      const departmentId = await departmentIn(act.tx, id, form.data.department)
      await changeMembership(act, id, accountId, { role: form.data.role, departmentId })
      return `/companies/${id}/members?done=changed`
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

type Back = Pick<MembersProps, 'inviting' | 'changing' | 'naming'>

export async function membersPage(call: Call, back: Back = {}) {
  const id = call.id('companyId')
  const isOwner = call.who.role === 'owner'
  const words = (call.query('words') ?? '').trim().slice(0, 60)
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(call.query('page'))) || 1))
  const changed = back.changing ? call.param('accountId') : call.query('change')
  const things = await call.read(async (tx) => ({
    members: await memberPageOf(tx, id, { words, page }),
    invitations: await openInvitationsOf(tx, id, call.now),
    departments: await departmentsOf(tx, id),
    former: isOwner ? await formerMembersOf(tx, id) : [],
    changed: isOwner && isId(changed) ? await memberOf(tx, id, { accountId: changed }) : undefined,
  }))
  const done = DONE[call.query('done') as keyof typeof DONE]
  const seen = {
    companyId: id,
    own: call.accountId,
    isOwner,
    words,
    page,
    isOpen: call.query('departments') === 'open',
  }
  return <Members {...things} {...seen} {...back} done={done} />
}

const DONE = {
  invited: { title: '招待のメールを送ります', words: '7日のうちに受けてもらうと、ここに名前が出ます。' },
  changed: { title: '役目を変えました', words: 'ご本人にメールでお知らせします。' },
} as const

/** A department of this company, or none. */
async function departmentIn(tx: Tx, companyId: string, id: string | null): Promise<string | null> {
  if (!id) return null
  const { list } = await departmentsOf(tx, companyId)
  return found(list.find((department) => department.id === id)).id
}
