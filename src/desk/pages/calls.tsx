import type { VNode } from 'preact'
import { japaneseDateTime } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Section } from '../../ui/section.tsx'
import { WISHES, wishInWords } from '../rules.ts'
import type { Consultation } from '../schema.ts'
import { SigningCallCard, type WaitingSigningCall } from './signing.tsx'
import { Telephone } from './telephone.tsx'

type AskProps = { from: string; values?: FormValues; errors?: FormErrors }

/** 人に相談する. */
export function AskForCall({ from, values, errors }: AskProps) {
  return (
    <Layout
      title="人に相談する"
      lead="事務局から電話します。お金はかかりません。"
      back={{ href: from || '/', label: 'もとの画面' }}
      failed={Boolean(errors)}
    >
      <Form action="/calls" submit="電話をたのむ" {...(values && { values })} {...(errors && { errors })} sticky>
        <TextField name="name" label="お名前" autoComplete="name" required />
        <TextField name="phone" label="電話番号" type="tel" inputMode="tel" autoComplete="tel" required />
        <ChoiceCards name="wish" label="いつがよいですか" choices={WISHES} columns={2} required />
        <More title="話したいことを書いておく（任意）" open={Boolean(errors?.note)}>
          <TextArea name="note" label="話したいこと" rows={4} max={500} />
        </More>
        <HiddenField name="from" value={from} />
      </Form>
    </Layout>
  )
}

export function CallAsked({ wish, from, hours }: { wish: Consultation['wish']; from: string; hours: string }) {
  return (
    <Layout title="お電話します" lead={`事務局から電話します。希望の時間：${wishInWords(wish)}`}>
      <p>次の営業日までに、事務局の者がお電話します。{hours && `受付は${hours}です。`}</p>
      <p>お急ぎのときや、取り消したいときは、下の番号にお電話ください。</p>
      <p>
        <ButtonLink href={from || '/'}>もとの画面にもどる</ButtonLink>
      </p>
    </Layout>
  )
}

export type ListedCall = Consultation & { reference: string | null }

type ListProps = {
  waiting: readonly ListedCall[]
  signing: readonly WaitingSigningCall[]
  done: readonly Consultation[]
}

/** For the desk: whom to call, those who asked and those who want to agree to a contract; the oldest first. */
export function CallList({ waiting, signing, done }: ListProps) {
  const calls: { since: Date; card: VNode }[] = [
    ...waiting.map((call) => ({ since: call.createdAt, card: <CallCard key={call.id} call={call} level={2} /> })),
    ...signing.map((call) => ({ since: call.askedAt, card: <SigningCallCard key={call.id} call={call} /> })),
  ].sort((a, b) => a.since.getTime() - b.since.getTime())
  return (
    <Layout
      title="電話の一覧"
      lead={calls.length > 0 ? `待っている方が${calls.length}人います。` : undefined}
      back={{ href: '/desk', label: '事務局' }}
      width="page"
    >
      {calls.length === 0 ? (
        <EmptyState title="待っている方はいません" />
      ) : (
        <CardList>{calls.map(({ card }) => card)}</CardList>
      )}
      {done.length > 0 && (
        <Section title="電話した方">
          <ul>
            {done.map((call) => (
              <li key={call.id}>
                {call.name}さん　{call.calledBackAt && japaneseDateTime(call.calledBackAt)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  )
}

export function CallCard({ call, level }: { call: ListedCall; level: 2 | 3 }) {
  return (
    <Card
      level={level}
      title={`${call.name}さん`}
      eyebrow={`${japaneseDateTime(call.createdAt)}から　${call.reference ?? ''}`}
      foot={
        <PostButton action={`/desk/calls/${call.id}/call-back`} label={`${call.name}さんに電話しました`}>
          電話しました
        </PostButton>
      }
    >
      <p>
        <Telephone number={call.phone} />　{wishInWords(call.wish)}
      </p>
      {call.note && <p>{call.note}</p>}
      {call.page && (
        <p>
          <ButtonLink kind="plain" href={call.page}>
            相談のときに見ていた画面
          </ButtonLink>
        </p>
      )}
    </Card>
  )
}
