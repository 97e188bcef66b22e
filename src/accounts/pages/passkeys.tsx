import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasskeyForm } from '../../ui/passkey-form.tsx'

export const WHAT = '指紋や顔、画面ロックの番号で本人だと示す鍵です。パスワードとちがって、盗まれても使えません。'

/** Before the desk or a partner's pages open: somebody shows a passkey, or makes the first one. */
export function ShowPasskey({ next, known, failed }: { next: string; known: boolean; failed: boolean }) {
  const to = encodeURIComponent(next)
  return (
    <Layout
      title={known ? 'パスキーで確かめる' : 'パスキーを作る'}
      lead={WHAT}
      back={{ href: next, label: 'もとの画面' }}
      failed={failed}
    >
      {failed && (
        <Notice kind="error" live>
          確かめられませんでした。もう一度お試しください。
        </Notice>
      )}
      {known ? (
        <PasskeyForm action={`/sign-in/passkey?next=${to}`} options="/sign-in/passkey/options" ceremony="get">
          パスキーで入る
        </PasskeyForm>
      ) : (
        <PasskeyForm action={`/me/passkeys?next=${to}`} options="/me/passkeys/options" ceremony="create">
          この端末で作る
        </PasskeyForm>
      )}
      <p>ボタンが出ないときは、パスキーの使える端末で開くか、お電話ください。</p>
    </Layout>
  )
}
