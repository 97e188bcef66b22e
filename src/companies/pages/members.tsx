import { type Host, MEMBERS_A_PAGE, roleName, SIDES } from '../../accounts/rules/invitations.ts'
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

const WORDS = {
  company: {
    ...{ lead: '会社の方を招いて、一緒に進められます。', back: '会社のページ' },
    leave: 'この会社から抜ける',
  },
  partner: {
    ...{ lead: '同じ職場の方を招いて、一緒に進められます。', back: 'わたしたちの企業' },
    leave: 'この提携先から抜ける',
  },
} as const

/** Who works with Meguri for this company or partner. */
export function Members(props: Props) {
  const { home, host, isOwner, changed, done } = props
  const { lead, back } = WORDS[host.kind]
  return (
    <Layout
      title={changed ? `${called(changed)}さんの役目` : '一緒に使う人'}
      lead={changed ? changed.email : lead}
      back={changed ? { href: `${home}/members`, label: '一緒に使う人' } : { href: home, label: back }}
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
          {isOwner && host.kind === 'company' && <Departments {...props} />}
          <Former {...props} />
        </>
      )}
    </Layout>
  )
}

function List(props: Props) {
  const { members, home, words, page } = props
  const pages = Math.max(1, Math.ceil(members.count / MEMBERS_A_PAGE))
  const to = (page: number) => `${home}/members?${new URLSearchParams({ ...(words && { words }), page: String(page) })}`
  return (
    <Section title="いまの人">
      {(members.count > MEMBERS_A_PAGE || words !== '') && (
        <form class="search" method="get" action={`${home}/members`}>
          <TextField name="words" label="名前かメールアドレス" type="search" value={words} />
          <Button kind="quiet">さがす</Button>
        </form>
      )}
      {words !== '' && members.count === 0 && (
        <p>
          「{words}」の方はいません。<a href={`${home}/members`}>みなさんを見る</a>
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

function MemberCard({ member, home, host, own, isOwner, departments }: Props & { member: Member }) {
  const { accountId, email, since } = member
  const address = `${home}/members`
  return (
    <Card
      level={3}
      title={accountId === own ? `${called(member)}（あなた）` : called(member)}
      eyebrow={placed(member, host, departments.list)}
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
              {WORDS[host.kind].leave}
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

function Waiting({ invitations, home, host, isOwner, departments }: Props) {
  if (invitations.length === 0) return null
  return (
    <Section title="返事を待っている招待">
      <CardList>
        {invitations.map((invitation) => (
          <Card
            key={invitation.id}
            level={3}
            title={invitation.email}
            eyebrow={placed(invitation, host, departments.list)}
            foot={
              isOwner && (
                <PostButton
                  action={`${home}/invitations/${invitation.id}/withdrawal`}
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

function Former({ former, host, departments }: Props) {
  if (former.length === 0) return null
  return (
    <More title="これまでの役目">
      <ul>
        {former.map((member) => (
          <li key={`${member.accountId}-${member.until?.getTime()}`}>
            {called(member)}：{placed(member, host, departments.list)}（{japaneseDate(today(member.since))}から
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

/** 「営業部・担当」「担当・融資の側」. */
function placed(
  seat: Pick<Member, 'role' | 'tasks' | 'departmentId' | 'side'>,
  host: Host,
  list: readonly Department[],
): string {
  const department = list.find(({ id }) => id === seat.departmentId)
  const side = host.isTwoSided ? SIDES.find((one) => one.side === (seat.side ?? 'support')) : undefined
  return [department?.name, roleName(seat, host.kind), side?.name].filter(Boolean).join('・')
}
