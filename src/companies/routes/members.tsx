import {
  departmentsOf,
  formerMembersOf,
  memberOf,
  memberPageOf,
  openInvitationsOf,
  ownInvitedSince,
} from '../../accounts/queries/members.ts'
import { type Host, INVITED_A_DAY, invitationForm, membershipForm } from '../../accounts/rules/invitations.ts'
import type { Tx } from '../../lib/db.ts'
import { isId } from '../../lib/ids.ts'
import type { Call } from '../../lib/web/call.ts'
import { found } from '../../lib/web/errors.ts'
import { member, reader, readerOfCounts } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { changeMembership, endMembership, invite, withdrawInvitation } from '../actions/invitations.ts'
import type { MembersProps } from '../pages/member-shapes.ts'
import { Members } from '../pages/members.tsx'
import { organisationCalled } from '../queries.ts'

const PARAMS = { companies: 'companyId', partners: 'partnerId' } as const
type Root = keyof typeof PARAMS
const DAY = 86_400_000
const INVITED_OFTEN = `この方には、今日${INVITED_A_DAY}通お送りしました。届いていなければ、明日もう一度招いてください。`

export const members: Route[] = [...membersAt('companies'), ...membersAt('partners')]

/** The people of a company or a partner: the same acts. */
function membersAt(root: Root): Route[] {
  const param = PARAMS[root]
  const place = `/${root}/:${param}`
  const ADDRESS = `${place}/members`
  const owner = member(param, ['owner'])
  const homeOf = (call: Call) => `/${root}/${call.id(param)}`
  return [
    get(ADDRESS, reader(param), async (call) => call.page(await membersPage(call, root))),

    post(
      ADDRESS,
      owner,
      async (call) => {
        const form = call.form(invitationForm(await hostOf(call, param)))
        if (!form.ok) return call.page(await membersPage(call, root, { inviting: form }), { status: 422 })
        const id = call.id(param)
        const { email, role, tasks, side } = form.data
        if (await call.read((tx) => memberOf(tx, id, { email }))) {
          const inviting = { values: call.body, errors: { email: 'この方は、もう一緒に使っています。' } }
          return call.page(await membersPage(call, root, { inviting }), { status: 422 })
        }
        const dayAgo = new Date(call.now.getTime() - DAY)
        if ((await call.read((tx) => ownInvitedSince(tx, id, email, dayAgo))) >= INVITED_A_DAY) {
          const inviting = { values: call.body, errors: { email: INVITED_OFTEN } }
          return call.page(await membersPage(call, root, { inviting }), { status: 422 })
        }
        return call.act(async (act) => {
          const departmentId = await departmentIn(act.tx, id, form.data.department)
          await invite(act, { organisationId: id, email, role, tasks, departmentId, side })
          return `${homeOf(call)}/members?done=invited`
        })
      },
      { rate: { count: 300, seconds: 3600 } },
    ),

    post(`${place}/invitations/:invitationId/withdrawal`, owner, (call) => {
      const id = call.id(param)
      const invitationId = call.id('invitationId')
      return call.act(async (act) => {
        await withdrawInvitation(act, id, invitationId)
        return `${homeOf(call)}/members`
      })
    }),

    post(`${ADDRESS}/departure`, readerOfCounts(param), (call) => {
      const id = call.id(param)
      return call.act(async (act) => {
        await endMembership(act, id, call.accountId)
        return '/home'
      })
    }),

    post(`${ADDRESS}/:accountId/membership`, owner, async (call) => {
      const form = call.form(membershipForm(await hostOf(call, param)))
      if (!form.ok) return call.page(await membersPage(call, root, { changing: form }), { status: 422 })
      const id = call.id(param)
      const accountId = call.id('accountId')
      return call.act(async (act) => {
        const departmentId = await departmentIn(act.tx, id, form.data.department)
        const { role, tasks, side } = form.data
        await changeMembership(act, id, accountId, { role, tasks, departmentId, side })
        return `${homeOf(call)}/members?done=changed`
      })
    }),

    post(`${ADDRESS}/:accountId/removal`, owner, (call) => {
      const id = call.id(param)
      const accountId = call.id('accountId')
      return call.act(async (act) => {
        await endMembership(act, id, accountId)
        return `${homeOf(call)}/members`
      })
    }),
  ]
}

/** Whose people they are. */
async function hostOf(call: Call, param: string): Promise<Host> {
  return found(await call.read((tx) => organisationCalled(tx, call.id(param))))
}

type Back = Pick<MembersProps, 'inviting' | 'changing' | 'naming'>

export async function membersPage(call: Call, root: Root, back: Back = {}) {
  const id = call.id(PARAMS[root])
  const isOwner = call.who.role === 'owner'
  const words = (call.query('words') ?? '').trim().slice(0, 60)
  const page = Math.max(1, Math.min(1000, Math.trunc(Number(call.query('page'))) || 1))
  const changed = back.changing ? call.param('accountId') : call.query('change')
  const things = await call.read(async (tx) => ({
    host: found(await organisationCalled(tx, id)),
    members: await memberPageOf(tx, id, { words, page }),
    invitations: await openInvitationsOf(tx, id, call.now),
    departments: await departmentsOf(tx, id),
    former: isOwner ? await formerMembersOf(tx, id) : [],
    changed: isOwner && isId(changed) ? await memberOf(tx, id, { accountId: changed }) : undefined,
  }))
  const done = DONE[call.query('done') as keyof typeof DONE]
  const seen = {
    home: `/${root}/${id}`,
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
