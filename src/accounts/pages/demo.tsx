import { japaneseDateTime } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'

export type CastMember = { id: string; name: string }
export type DemoMail = { id: string; recipient: string; subject: string; text: string; at: Date }

export function Cast({ members }: { members: readonly CastMember[] }) {
  return (
    <Layout
      title="見本の人になって試す"
      lead="名前の下のボタンを押すと、その人として中を見られます。"
      width="page"
      back={{ href: '/', label: 'はじめの画面' }}
    >
      <CardList>
        {members.map((member) => (
          <Card key={member.id} title={member.name}>
            <PostButton action="/demo/sign-in" fields={{ account: member.id }} label={`${member.name}になって入る`}>
              この人になって入る
            </PostButton>
          </Card>
        ))}
      </CardList>
      <p>
        <a href="/demo/mailbox">届いたメールを見る</a>
      </p>
    </Layout>
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

const LINK = /https?:\/\/\S+/

export function MailPage({ mail }: { mail: DemoMail }) {
  return (
    <Layout title={mail.subject} eyebrow={mail.recipient} back={{ href: '/demo/mailbox', label: 'メール箱' }}>
      {mail.text.split('\n').map((line, at) => (
        <p key={at}>{LINK.test(line) ? <a href={new URL(line).pathname}>{line}</a> : line}</p>
      ))}
    </Layout>
  )
}
