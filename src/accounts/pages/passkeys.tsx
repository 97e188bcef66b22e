import { japaneseDateTime } from '../../lib/time.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasskeyForm } from '../../ui/passkey-form.tsx'

export type Passkey = { id: string; createdAt: Date | null }

const WHAT = '指紋や顔、画面ロックの番号で本人だと示す鍵です。パスワードとちがって、盗まれても使えません。'

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

export function Passkeys({ passkeys, failed }: { passkeys: readonly Passkey[]; failed: boolean }) {
  return (
    <Layout title="パスキー" lead={WHAT} back={{ href: '/home', label: '自分のページ' }} failed={failed}>
      {failed && (
        <Notice kind="error" live>
          作れませんでした。もう一度お試しください。
        </Notice>
      )}
      <CardList>
        {passkeys.map(({ id, createdAt }, at) => (
          <Card key={id} title={`${at + 1}つ目のパスキー`}>
            {createdAt && <p>{japaneseDateTime(createdAt)}に作りました。</p>}
            <PostButton action={`/me/passkeys/${id}/removal`} kind="danger" label={`${at + 1}つ目のパスキーを消す`}>
              消す
            </PostButton>
          </Card>
        ))}
      </CardList>
      <PasskeyForm action="/me/passkeys" options="/me/passkeys/options" ceremony="create">
        この端末のパスキーを作る
      </PasskeyForm>
    </Layout>
  )
}
