import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Place, placeName } from '../rules/places.ts'

type Props = { id: string; place: Place; own: boolean; said: boolean; signedIn: boolean }

/** Somebody was sent here by an acquaintance: the place, and one tap that says so. */
export function SignpostPage({ id, place, own, said, signedIn }: Props) {
  const name = placeName(place)
  return (
    <Layout
      title={`${name}を、のぞいてみませんか`}
      eyebrow="知り合いの方からのお誘い"
      lead={`${name}の会社を、月に数時間から手伝えます。`}
    >
      <p>
        <ButtonLink href={`/regions/${place}`} wide>
          {`${name}の案件を見る`}
        </ButtonLink>
      </p>
      {own && <p>ご自分で作ったリンクです。</p>}
      {said && (
        <Notice kind="success" title="教えてもらって来たことを伝えました">
          あなたがどなたかは、教えてくれた方にも伝わりません。
        </Notice>
      )}
      {!own && !said && (
        <>
          <p>教えてくれた方に、だれかが来たことだけを伝えられます。</p>
          {signedIn ? (
            <PostButton action={`/signposts/${id}/use`}>教えてもらって来たことを伝える</PostButton>
          ) : (
            <p>
              <a href={`/sign-in?next=/signposts/${id}`}>入って、教えてもらって来たことを伝える</a>
            </p>
          )}
        </>
      )}
    </Layout>
  )
}
