import { japaneseDateTime } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { CAST_GROUPS, type CastGroup, type CastSeat, castGroup, castWords } from '../rules.ts'

export type CastMember = CastSeat & { id: string; name: string }
export type DemoMail = { id: string; recipient: string; subject: string; text: string; at: Date }

const GROUPS: Record<CastGroup, readonly [title: string, lead: string]> = {
  company: ['企業', '困りごとを話し、案件を出し、人を選びます。'],
  talent: ['人材', '案件をさがし、応募し、働きます。'],
  partner: ['提携先', '地元の企業のとなりで、進みぐあいを見ます。'],
  desk: ['事務局・管理者', '案件を確かめて公開し、電話を受けます。'],
}

/** One tap for everybody of the cast, by what they come for. */
export function Cast({ members }: { members: readonly CastMember[] }) {
  return (
    <Layout
      title="見本の人になって試す"
      lead="ボタンを押すと、その人として中を見られます。どの人も会社も、実在しません。"
      width="page"
      back={{ href: '/', label: 'はじめの画面' }}
      headMore={
        <ButtonLink kind="quiet" href="/demo/mailbox">
          届いたメールを見る
        </ButtonLink>
      }
    >
      {CAST_GROUPS.map((group) => (
        <CastPart key={group} group={group} members={members.filter((member) => castGroup(member) === group)} />
      ))}
    </Layout>
  )
}

function CastPart({ group, members }: { group: CastGroup; members: readonly CastMember[] }) {
  if (members.length === 0) return null
  const [title, lead] = GROUPS[group]
  return (
    <Section title={title} lead={lead}>
      <CardList columns={2}>
        {members.map((member) => {
          const { name, role } = castWords(member.name)
          return (
            <Card
              key={member.id}
              level={3}
              title={name}
              picture={<Face group={group} letter={[...name][0] ?? ''} />}
              foot={
                <PostButton
                  action="/demo/sign-in"
                  fields={{ account: member.id }}
                  label={`${name}さん：この人になって入る`}
                >
                  この人になって入る
                </PostButton>
              }
            >
              {role && <p>{role}</p>}
            </Card>
          )
        })}
      </CardList>
    </Section>
  )
}

/** The first letter of somebody's name in the colour of the group. */
function Face({ group, letter }: { group: CastGroup; letter: string }) {
  return (
    <span class="face" data-group={group} aria-hidden="true">
      {letter}
    </span>
  )
}

export function Mailbox({ mails }: { mails: readonly DemoMail[] }) {
  return (
    <Layout
      title="見本のメール箱"
      lead="本物のメールは送られません。送られるはずだったメールがここに並びます。"
      back={{ href: '/demo', label: '見本の人' }}
    >
      {mails.length === 0 ? (
        <EmptyState title="まだメールはありません">番号を送ったり応募したりすると、ここに届きます。</EmptyState>
      ) : (
        <CardList>
          {mails.map((mail) => (
            <Card key={mail.id} title={mail.subject} href={`/demo/mailbox/${encodeURIComponent(mail.id)}`}>
              <p>{mail.recipient}</p>
              <p>{japaneseDateTime(mail.at)}</p>
            </Card>
          ))}
        </CardList>
      )}
    </Layout>
  )
}

/** A line of its own that is an address: the mail's link. Addresses inside a sentence were written by people. */
function ownPathOf(line: string): string | null {
  if (!/^https?:\/\/\S+$/.test(line) || !URL.canParse(line)) return null
  const { pathname, search } = new URL(line)
  return pathname + search
}

export function MailPage({ mail }: { mail: DemoMail }) {
  return (
    <Layout title={mail.subject} eyebrow={mail.recipient} back={{ href: '/demo/mailbox', label: 'メール箱' }}>
      {mail.text.split('\n').map((line, at) => (
        <p key={at}>{ownPathOf(line) ? <a href={ownPathOf(line)!}>{line}</a> : line}</p>
      ))}
    </Layout>
  )
}
