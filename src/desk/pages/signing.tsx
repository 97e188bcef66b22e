import { contractReference } from '../../contracts/rules/state.ts'
import type { SigningCall } from '../../contracts/schema.ts'
import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Telephone } from './telephone.tsx'

export type WaitingSigningCall = { id: string; name: string | null; company: string; number: number; askedAt: Date }

export function SigningCallCard({ call }: { call: WaitingSigningCall }) {
  return (
    <Card
      level={2}
      title={`${nameOf(call.name)}に、同意の番号を伝える`}
      href={`/desk/signing-calls/${call.id}`}
      eyebrow={`${contractReference(call.number)}　${japaneseDateTime(call.askedAt)}から`}
    >
      <p>{call.company}との契約です。</p>
    </Card>
  )
}

type Props = {
  call: SigningCall
  state: 'asked' | 'opened' | 'over'
  name: string | null
  company: string
  /** What to ring, and since when it is registered so. */
  registered: { phone: string; updatedAt: Date } | null
  /** Only for whoever opened them. */
  digits: string | null
  now: Date
}

/** Days in which a changed number deserves a second look. */
const FRESH_DAYS = 14

export function SigningCallPage({ call, state, name, company, registered, digits, now }: Props) {
  return (
    <Layout title={`${nameOf(name)}への電話`} lead={LEADS[state]} back={{ href: '/desk', label: '事務局' }}>
      {state === 'asked' && registered && (
        <PostButton action={`/desk/signing-calls/${call.id}/opening`} kind="main">
          つながったので、番号を出す
        </PostButton>
      )}
      {digits && <p class="sheet-code">{digits}</p>}
      {state === 'opened' && !digits && <p>番号は、電話をした人の画面にだけ出ます。</p>}
      {state !== 'asked' && (
        <p>
          <ButtonLink href="/desk">事務局にもどる</ButtonLink>
        </p>
      )}
      {registered && now.getTime() - registered.updatedAt.getTime() < FRESH_DAYS * 86_400_000 && (
        <Notice kind="warning" title="最近、登録が変わっています">
          {`${japaneseDate(today(registered.updatedAt))}に変わりました。心当たりがあるか、電話で聞いてください。`}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: '登録の電話番号', value: registered ? <Telephone number={registered.phone} /> : 'ありません' },
          { term: '契約する会社', value: company },
          { term: 'だれの同意か', value: call.side === 'company' ? '会社の代表' : '仕事をする方' },
        ]}
      />
    </Layout>
  )
}

function nameOf(name: string | null): string {
  return name ? `${name}さん` : '契約する方'
}

const LEADS = {
  asked: '登録の番号に電話し、お名前と契約の相手を確かめてください。',
  opened: 'この番号を読み上げてください。契約の画面に入れてもらいます。',
  over: 'この電話は終わりました。',
} as const
