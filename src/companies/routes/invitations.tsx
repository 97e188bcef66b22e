import { invitationByToken } from '../../accounts/queries/members.ts'
import type { Call } from '../../lib/web/call.ts'
import { signedIn } from '../../lib/web/guard.ts'
import { get, post, type Route } from '../../lib/web/route.ts'
import { acceptInvitation } from '../actions/invitations.ts'
import { InvitationGone, NotForYou, TakeInvitation } from '../pages/invitation.tsx'
import { organisationCalled } from '../queries.ts'

const ADDRESS = '/invitations/:token'
/** Guesses at a token of 192 bits. */
const FEW = { rate: { count: 30, seconds: 600 } }

export const invitations: Route[] = [
  get(
    ADDRESS,
    signedIn,
    async (call) => {
      const asked = await invitationThere(call)
      if (!asked) return call.page(<InvitationGone />, { status: 404 })
      const { email } = call.who.account!
      const { invitation, organisation } = asked
      if (email !== invitation.email) return call.page(<NotForYou invitation={invitation} email={email} />)
      const token = call.param('token')
      return call.page(<TakeInvitation invitation={invitation} organisation={organisation} token={token} />)
    },
    FEW,
  ),

  post(
    ADDRESS,
    signedIn,
    async (call) => {
      const asked = await invitationThere(call)
      if (!asked) return call.page(<InvitationGone />, { status: 409 })
      const { id, email } = call.who.account!
      const { invitation, organisation } = asked
      if (email !== invitation.email) {
        return call.page(<NotForYou invitation={invitation} email={email} />, { status: 403 })
      }
      return call.act(
        async (act) => {
          await acceptInvitation(act, invitation, { id, email }, call.deps.secrets)
          return organisation.path
        },
        // The token and the address that it was sent to open the organisation for this one act.
        { organisation: invitation.organisationId },
      )
    },
    FEW,
  ),
]

/** Whoever opens the link belongs to no organisation yet, so the program looks for them. */
async function invitationThere(call: Call) {
  const hash = call.deps.secrets.hash(call.param('token').slice(0, 100), 'invitation')
  return call.readAsSystem(async (tx) => {
    const invitation = await invitationByToken(tx, hash, call.now)
    const organisation = invitation && (await organisationCalled(tx, invitation.organisationId))
    return organisation && { invitation, organisation }
  })
}
