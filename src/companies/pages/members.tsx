import { ROLES, roleName } from '../../accounts/rules/invitations.ts'
import type { Invitation, Membership } from '../../accounts/schema.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

type Member = Pick<Membership, 'accountId' | 'role' | 'since'> & { name: string | null; email: string }

type Props = {
  companyId: string
  members: readonly Member[]
  invitations: readonly Invitation[]
  /** Who looks, and whether as an owner. */
  own: string
  isOwner: boolean
  invited?: boolean
  values?: FormValues
  errors?: FormErrors
}

/** Who works with Meguri for this company. */
export function Members(props: Props) {
  const { companyId, isOwner, invited, errors } = props
  return (
    <Layout
      title="一緒に使う人"
      lead="会社の方を招いて、一緒に進められます。"
      back={{ href: `/companies/${companyId}`, label: '会社のページ' }}
      failed={Boolean(errors)}
    >
      {invited && (
        <Notice kind="success" live title="招待のメールを送ります">
          7日のうちに受けてもらうと、ここに名前が出ます。
        </Notice>
      )}
      {isOwner && <InvitationForm {...props} />}
      <Section title="いまの人">
        <CardList>
          {props.members.map((member) => (
            <MemberCard key={member.accountId} member={member} {...props} />
          ))}
        </CardList>
      </Section>
      <Waiting {...props} />
    </Layout>
  )
}

function InvitationForm({ companyId, values, errors }: Props) {
  return (
    <Form
      action={`/companies/${companyId}/members`}
      submit="招待を送る"
      values={{ role: 'member', ...values }}
      errors={errors}
      sticky
    >
      <TextField name="email" label="招く方のメールアドレス" type="email" inputMode="email" />
      <ChoiceCards
        name="role"
        label="役目"
        choices={ROLES.map(({ role, name, may }) => ({ value: role, label: name, note: may }))}
      />
    </Form>
  )
}

function MemberCard({ member, companyId, own, isOwner }: Props & { member: Member }) {
  const { accountId, name, email, role, since } = member
  const called = name ?? email
  const address = `/companies/${companyId}/members`
  return (
    <Card
      level={3}
      title={accountId === own ? `${called}（あなた）` : called}
      eyebrow={roleName(role)}
      foot={
        accountId === own ? (
          <PostButton action={`${address}/departure`} kind="plain">
            この会社から抜ける
          </PostButton>
        ) : (
          isOwner && (
            <PostButton action={`${address}/${accountId}/removal`} kind="plain" label={`${called}さんを外す`}>
              外す
            </PostButton>
          )
        )
      }
    >
      <p>{email}</p>
      <p>{japaneseDate(today(since))}から</p>
    </Card>
  )
}

function Waiting({ invitations, companyId, isOwner }: Props) {
  if (invitations.length === 0) return null
  return (
    <Section title="返事を待っている招待">
      <CardList>
        {invitations.map(({ id, email, role, expiresAt }) => (
          <Card
            key={id}
            level={3}
            title={email}
            eyebrow={roleName(role)}
            foot={
              isOwner && (
                <PostButton
                  action={`/companies/${companyId}/invitations/${id}/withdrawal`}
                  kind="plain"
                  label={`${email}への招待を取り消す`}
                >
                  取り消す
                </PostButton>
              )
            }
          >
            <p>{japaneseDate(today(expiresAt))}まで受けられます。</p>
          </Card>
        ))}
      </CardList>
    </Section>
  )
}
