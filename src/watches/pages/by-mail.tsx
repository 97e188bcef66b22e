import { ButtonLink } from '../../ui/button.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { CADENCES, type Cadence, CONFIRM_DAYS, cadenceWords } from '../rules/cadence.ts'
import { AddressForm } from './button.tsx'

type AskProps = { address: string; words: string; values: FormValues; errors: FormErrors }

/** The address could not be read. */
export function AskByMail({ address, words, ...form }: AskProps) {
  return (
    <Layout
      title="新しい案件を知らせてもらう"
      lead={`条件：${words}`}
      back={{ href: address, label: '一覧にもどる' }}
      failed
    >
      <AddressForm address={address} {...form} />
    </Layout>
  )
}

/** The same whatever is known of the address. */
export function Asked() {
  return (
    <Layout
      title="メールを確かめてください"
      lead={`届いたメールのリンクを開いて「始める」を押すと、お知らせが始まります。リンクは${CONFIRM_DAYS}日のあいだ使えます。`}
    >
      <p>届かないときは、迷惑メールの箱も見てください。</p>
      <ButtonLink kind="quiet" href="/projects">
        案件をさがす
      </ButtonLink>
    </Layout>
  )
}

/** From the letter. A mere look begins nothing, because mail programs look too. */
export function ConfirmWatch({ token, words, cadence }: { token: string; words: string; cadence: Cadence }) {
  return (
    <Layout title="お知らせを始める" lead={`条件：${words}`}>
      <Form action={`/watches/${token}/confirmation`} submit="始める" values={{ cadence }}>
        <ChoiceCards
          name="cadence"
          label="いつ知らせるか"
          columns={3}
          choices={CADENCES.map(({ id, label }) => ({ value: id, label }))}
        />
      </Form>
    </Layout>
  )
}

type ConfirmedProps = { address: string; words: string; cadence: Cadence; stop: string }

export function Confirmed({ address, words, cadence, stop }: ConfirmedProps) {
  return (
    <Layout
      title="お知らせを始めました"
      lead={`条件：${words}。新しい案件を、${cadenceWords(cadence)}メールでお知らせします。`}
    >
      <div class="actions">
        <ButtonLink kind="quiet" href={address}>
          いまの一覧を見る
        </ButtonLink>
        <ButtonLink kind="plain" href={stop}>
          止める
        </ButtonLink>
      </div>
    </Layout>
  )
}
