import { MEMBERS_A_PAGE, roleName } from '../../accounts/rules/invitations.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Section } from '../../ui/section.tsx'
import { Departments } from './departments.tsx'
import type { Department, Member, MembersProps as Props } from './member-shapes.ts'
import { ChangeForm, InvitationForm } from './membership-forms.tsx'

/** Who works with Meguri for this company. */
export function Members(props: Props) {
  const { companyId, isOwner, changed, done } = props
  return (
    <Layout
      title={changed ? `${called(changed)}さんの役目` : '一緒に使う人'}
      lead={changed ? changed.email : '会社の方を招いて、一緒に進められます。'}
      back={
        changed
          ? { href: `/companies/${companyId}/members`, label: '一緒に使う人' }
          : { href: `/companies/${companyId}`, label: '会社のページ' }
      }
      failed={Boolean(props.inviting ?? props.changing ?? props.naming)}
    >
      {done && (
        <Notice kind="success" live title={done.title}>
          {done.words}
        </Notice>
      )}
      {changed ? (
        <ChangeForm {...props} member={changed} />
      ) : (
        <>
          {isOwner && <InvitationForm {...props} />}
          <List {...props} />
          <Waiting {...props} />
          {isOwner && <Departments {...props} />}
          <Former {...props} />
        </>
      )}
    </Layout>
  )
}

function List(props: Props) {
  const { members, companyId, words, page } = props
  const pages = Math.max(1, Math.ceil(members.count / MEMBERS_A_PAGE))
  const to = (page: number) =>
    `/companies/${companyId}/members?${new URLSearchParams({ ...(words && { words }), page: String(page) })}`
  return (
    <Section title="いまの人">
      {(members.count > MEMBERS_A_PAGE || words !== '') && (
        <form class="search" method="get" action={`/companies/${companyId}/members`}>
          <TextField name="words" label="名前かメールアドレス" type="search" value={words} />
          <Button kind="quiet">さがす</Button>
        </form>
      )}
      {words !== '' && members.count === 0 && (
        <p>
          「{words}」の方はいません。<a href={`/companies/${companyId}/members`}>みなさんを見る</a>
        </p>
      )}
      <CardList>
        {members.list.map((member) => (
          <MemberCard key={member.accountId} member={member} {...props} />
        ))}
      </CardList>
      <Pagination page={page} pages={pages} href={to} />
    </Section>
  )
}

function MemberCard({ member, companyId, own, isOwner, departments }: Props & { member: Member }) {
  const { accountId, email, since } = member
  const address = `/companies/${companyId}/members`
  return (
    <Card
      level={3}
      title={accountId === own ? `${called(member)}（あなた）` : called(member)}
      eyebrow={placed(member, departments.list)}
      foot={
        <>
          {isOwner && (
            <ButtonLink
              kind="plain"
              href={`${address}?change=${accountId}`}
              label={`${called(member)}さんの役目を変える`}
            >
              役目を変える
            </ButtonLink>
          )}
          {accountId === own ? (
            <PostButton action={`${address}/departure`} kind="plain">
              この会社から抜ける
            </PostButton>
          ) : (
            isOwner && (
              <PostButton action={`${address}/${accountId}/removal`} kind="plain" label={`${called(member)}さんを外す`}>
                外す
              </PostButton>
            )
          )}
        </>
      }
    >
      <p>{email}</p>
      <p>{japaneseDate(today(since))}から</p>
    </Card>
  )
}

function Waiting({ invitations, companyId, isOwner, departments }: Props) {
  if (invitations.length === 0) return null
  return (
    <Section title="返事を待っている招待">
      <CardList>
        {invitations.map((invitation) => (
          <Card
            key={invitation.id}
            level={3}
            title={invitation.email}
            eyebrow={placed(invitation, departments.list)}
            foot={
              isOwner && (
                <PostButton
                  action={`/companies/${companyId}/invitations/${invitation.id}/withdrawal`}
                  kind="plain"
                  label={`${invitation.email}への招待を取り消す`}
                >
                  取り消す
                </PostButton>
              )
            }
          >
            <p>{japaneseDate(today(invitation.expiresAt))}まで受けられます。</p>
          </Card>
        ))}
      </CardList>
    </Section>
  )
}

function Former({ former, departments }: Props) {
  if (former.length === 0) return null
  return (
    <More title="これまでの役目">
      <ul>
        {former.map((member) => (
          <li key={`${member.accountId}-${member.until?.getTime()}`}>
            {called(member)}：{placed(member, departments.list)}（{japaneseDate(today(member.since))}から
            {member.until && japaneseDate(today(member.until))}まで）
          </li>
        ))}
      </ul>
    </More>
  )
}

function called({ name, email }: Member): string {
  return name ?? email
}

/** 「営業部・担当」. */
function placed({ role, departmentId }: Pick<Member, 'role' | 'departmentId'>, list: readonly Department[]): string {
  const department = list.find(({ id }) => id === departmentId)
  return department ? `${department.name}・${roleName(role)}` : roleName(role)
}
