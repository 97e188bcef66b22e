import { roleName } from '../../accounts/rules/invitations.ts'
import { maskedAddress } from '../../accounts/rules.ts'
import type { Invitation, Organisation } from '../../accounts/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'

type Props = { invitation: Invitation; organisation: { name: string; kind: Organisation['kind'] }; token: string }

export function TakeInvitation({ invitation, organisation, token }: Props) {
  return (
    <Layout title={`${organisation.name}に加わる`} lead={`役目は「${roleName(invitation, organisation.kind)}」です。`}>
      <PostButton action={`/invitations/${token}`} kind="main">
        招待を受ける
      </PostButton>
    </Layout>
  )
}

/** Somebody else is signed in here than the one who was invited. */
export function NotForYou({ invitation, email }: { invitation: Invitation; email: string }) {
  return (
    <Layout
      title="別の方への招待です"
      lead={`${maskedAddress(invitation.email)} の方への招待です。いまは ${maskedAddress(email)} で入っています。`}
    >
      <p>招待を受けた方のアドレスで入りなおして、メールの案内をもう一度開いてください。</p>
      <PostButton action="/sign-out" kind="main">
        いったん出る
      </PostButton>
    </Layout>
  )
}

export function InvitationGone() {
  return (
    <Layout title="この招待は、もう使えません" lead="7日が過ぎたか、取り消されたか、もう受けた招待です。">
      <p>招いた方に、もう一度お願いしてください。</p>
      <ButtonLink href="/home">自分のページへ</ButtonLink>
    </Layout>
  )
}
