import { ButtonLink } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasskeyForm } from '../../ui/passkey-form.tsx'
import { CODE_MINUTES } from '../rules.ts'

type Props = { next: string; values?: FormValues; errors?: FormErrors }

export function SignIn({ next, values, errors }: Props) {
  return (
    <Layout
      title="めぐりに入る"
      lead="メールアドレスに番号を送ります。パスワードはいりません。"
      failed={Boolean(errors)}
    >
      <Form action={`/sign-in?next=${encodeURIComponent(next)}`} submit="番号を送る" values={values} errors={errors}>
        <TextField
          name="email"
          label="メールアドレス"
          type="email"
          inputMode="email"
          autoComplete="email"
          required
          hint="はじめての方も、ここからどうぞ。"
        />
      </Form>
      <PasskeyForm
        action={`/sign-in/passkey?next=${encodeURIComponent(next)}`}
        options="/sign-in/passkey/options"
        ceremony="get"
        kind="quiet"
      >
        パスキーで入る
      </PasskeyForm>
      <ButtonLink kind="plain" href={`/sign-in/spoken?next=${encodeURIComponent(next)}`}>
        メールのない方（電話で聞いた番号で入る）
      </ButtonLink>
    </Layout>
  )
}

export function EnterCode({ next, address, values, errors }: Props & { address: string }) {
  return (
    <Layout
      title="届いた番号を入れる"
      lead={`${address} に6桁の番号を送りました。`}
      back={{ href: `/sign-in?next=${encodeURIComponent(next)}`, label: 'アドレスを直す' }}
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
      <Notice kind="info" title="届かないとき">
        迷惑メールの箱も見てください。1分待っても届かなければ、もう一度送るか、お電話ください。
      </Notice>
    </Layout>
  )
}
