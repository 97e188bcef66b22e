import { japaneseDateTime } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasskeyForm } from '../../ui/passkey-form.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { hasMail } from '../rules/spoken.ts'
import { isLastWay } from '../rules/ways-in.ts'
import { maskedAddress } from '../rules.ts'
import { WHAT } from './passkeys.tsx'
import { Received } from './sign-in.tsx'

/** A name that does not fit, for which passkey. */
export type Naming = { id: string; values: FormValues; errors: FormErrors }
type Passkey = { id: string; name: string | null; createdAt: Date | null }

export type Props = {
  email: string
  passkeys: readonly Passkey[]
  identities: readonly { id: string; label: string; createdAt: Date }[]
  /** Other services of this instance, each with the address that adds it. */
  services: readonly { label: string; href: string }[]
  failed: boolean
  naming?: Naming | undefined
  /** The service that could not be added just now. */
  without?: string | undefined
}

/** How somebody comes in: each way can be added and taken away, but for the last one. */
export function WaysIn({ email, passkeys, identities, services, failed, naming, without }: Props) {
  const last = isLastWay({ hasMail: hasMail(email), others: passkeys.length + identities.length })
  const words = hasMail(email)
    ? `${maskedAddress(email)} に届く番号で、いつでも入れます。`
    : '事務局からお伝えする番号で入れます。'
  return (
    <Layout
      title="入り方"
      lead={words}
      back={{ href: '/home', label: '自分のページ' }}
      failed={failed || Boolean(naming)}
    >
      {failed && (
        <Notice kind="error" live>
          作れませんでした。もう一度お試しください。
        </Notice>
      )}
      {without && (
        <Notice kind="error" live>
          足せませんでした。もう一度お試しください。
        </Notice>
      )}
      {last && <p>いちばん最後の入り方は外せません。</p>}
      <Section title="パスキー">
        <p>
          <Phrase>{WHAT}</Phrase>
        </p>
        <CardList>
          {passkeys.map((passkey, at) => (
            <PasskeyCard
              key={passkey.id}
              passkey={passkey}
              title={passkey.name ?? `${at + 1}つ目のパスキー`}
              last={last}
              naming={naming?.id === passkey.id ? naming : undefined}
            />
          ))}
        </CardList>
        <PasskeyForm action="/me/passkeys" options="/me/passkeys/options" ceremony="create">
          この端末のパスキーを作る
        </PasskeyForm>
      </Section>
      {(services.length > 0 || identities.length > 0) && (
        <Section title="ほかのサービスで入る">
          <CardList>
            {identities.map(({ id, label, createdAt }) => (
              <Card key={id} title={label}>
                <p>{japaneseDateTime(createdAt)}に足しました。</p>
                {!last && (
                  <PostButton action={`/me/identities/${id}/removal`} kind="danger" label={`${label}を外す`}>
                    外す
                  </PostButton>
                )}
              </Card>
            ))}
          </CardList>
          <div class="form-actions">
            {services
              .filter(({ label }) => !identities.some((one) => one.label === label))
              .map(({ label, href }) => (
                <ButtonLink key={href} kind="quiet" href={href}>
                  {`${label}を足す`}
                </ButtonLink>
              ))}
          </div>
          <Received services={services} />
        </Section>
      )}
    </Layout>
  )
}

type CardProps = { passkey: Passkey; title: string; last: boolean; naming: Naming | undefined }

function PasskeyCard({ passkey: { id, createdAt }, title, last, naming }: CardProps) {
  return (
    <Card title={title}>
      {createdAt && <p>{japaneseDateTime(createdAt)}に作りました。</p>}
      <More title="名前を変える" open={Boolean(naming)}>
        <Form
          id={`name-${id}`}
          action={`/me/passkeys/${id}/name`}
          submit="この名前にする"
          submitKind="quiet"
          values={naming?.values ?? { name: title }}
          errors={naming?.errors}
        >
          <TextField name="name" label="名前" hint="例：会社のパソコン" required />
        </Form>
      </More>
      {!last && (
        <PostButton action={`/me/passkeys/${id}/removal`} kind="danger" label={`${title}を消す`}>
          消す
        </PostButton>
      )}
    </Card>
  )
}
