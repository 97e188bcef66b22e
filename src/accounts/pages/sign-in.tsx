import { ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasskeyForm } from '../../ui/passkey-form.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { CODE_MINUTES } from '../rules.ts'

/** Whom another service vouched for, before they prove a mailbox. */
export type Met = { id: string; label: string; email: string | null }
type Props = { next: string; met?: Met | undefined; values?: FormValues; errors?: FormErrors }
type Services = readonly { name: string; label: string }[]

export function SignIn(props: Props & { services: Services; without: string | undefined; left: boolean }) {
  const { next, met, services, without, left, errors } = props
  const to = encodeURIComponent(next)
  return (
    <Layout
      title={met ? `${met.label}で入れるようにする` : 'めぐりに入る'}
      lead={
        met
          ? `一度だけ、メールに番号を送ります。次からは${met.label}だけで入れます。`
          : 'メールアドレスに番号を送ります。パスワードはいりません。'
      }
      failed={Boolean(errors)}
    >
      {left && (
        <Notice kind="success" live>
          消しました。これまでのお知らせも、もう届きません。ありがとうございました。
        </Notice>
      )}
      {without && (
        <Notice kind="error" live>
          {`${without}では入れませんでした。もう一度押すか、メールの番号で入ってください。`}
        </Notice>
      )}
      <Form
        action={`/sign-in?${met ? `met=${met.id}&` : ''}next=${to}`}
        submit="番号を送る"
        values={props.values ?? { email: met?.email ?? '' }}
        errors={errors}
      >
        <TextField
          name="email"
          label="メールアドレス"
          type="email"
          inputMode="email"
          autoComplete={met ? 'email' : 'email webauthn'}
          required
          hint={met ? 'めぐりをお使いの方は、いつものアドレスをどうぞ。' : 'はじめての方も、ここからどうぞ。'}
        />
      </Form>
      {met ? (
        <ButtonLink kind="plain" href={`/sign-in?next=${to}`}>
          {`${met.label}を使わずに入る`}
        </ButtonLink>
      ) : (
        <OtherWays to={to} services={services} />
      )}
    </Layout>
  )
}

function OtherWays({ to, services }: { to: string; services: Services }) {
  return (
    <div class="stack">
      {services.length > 0 && (
        <div class="form-actions">
          {services.map(({ name, label }) => (
            <ButtonLink key={name} kind="quiet" href={`/sign-in/with/${name}?next=${to}`}>
              {`${label}で入る`}
            </ButtonLink>
          ))}
        </div>
      )}
      <Received services={services} />
      <PasskeyForm
        action={`/sign-in/passkey?next=${to}`}
        options="/sign-in/passkey/options"
        ceremony="get"
        kind="quiet"
        autofill
      >
        パスキーで入る
      </PasskeyForm>
      <ButtonLink kind="plain" href={`/sign-in/spoken?next=${to}`}>
        メールのない方（電話で聞いた番号で入る）
      </ButtonLink>
    </div>
  )
}

/** What other services tell us: said beside the buttons. */
export function Received({ services }: { services: readonly { label: string }[] }) {
  if (services.length === 0) return null
  const labels = services.map(({ label }) => label)
  const address = labels.includes('Google') ? '（Googleからは、メールアドレスも）' : ''
  return (
    <p class="field-hint">
      <Phrase>{`${labels.join('と')}から受け取るのは、あなたを見分ける番号だけです${address}。名前や写真、友だちは受け取りません。`}</Phrase>
    </p>
  )
}

type Entering = Props & {
  readonly address: string
  /** Asked for more often than codes are sent. */
  readonly often: boolean
}

export function EnterCode({ next, address, met, often, values, errors }: Entering) {
  const before = `/sign-in?${met ? `met=${met.id}&` : ''}next=${encodeURIComponent(next)}`
  return (
    <Layout
      title="届いた番号を入れる"
      lead={`${address} に6桁の番号を送りました。${met ? `次からは${met.label}で入れます。` : ''}`}
      back={{ href: before, label: 'アドレスを直す' }}
      failed={Boolean(errors)}
    >
      <Form action={`/sign-in/code?next=${encodeURIComponent(next)}`} submit="入る" values={values} errors={errors}>
        <TextField
          name="code"
          label="番号"
          inputMode="numeric"
          autoComplete="one-time-code"
          size="short"
          required
          hint={`${CODE_MINUTES}分のあいだ使えます。`}
        />
      </Form>
      <PostButton action={`/sign-in/another-code?next=${encodeURIComponent(next)}`} kind="plain">
        番号をもう一度送る
      </PostButton>
      {often ? (
        <Notice kind="warning" title="1時間に送れる数をこえました">
          最後に届いた番号は使えます。見つからなければ、1時間ほど待つか、お電話ください。
        </Notice>
      ) : (
        <Notice kind="info" title="届かないとき">
          迷惑メールの箱も見てください。1分待っても届かなければ、もう一度送るか、お電話ください。
        </Notice>
      )}
    </Layout>
  )
}
