import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'

/** From a letter: one button, without signing in. A mere look stops nothing, because mail programs look too. */
export function StopWatch({ token, words }: { token: string; words: string }) {
  return (
    <Layout title="お知らせを止める" lead={`条件：${words}`}>
      <PostButton action={`/watches/${token}/stop`} kind="main">
        止める
      </PostButton>
    </Layout>
  )
}

export function Stopped({ forgotten }: { forgotten: boolean }) {
  return (
    <Layout
      title="お知らせを止めました"
      lead={
        forgotten
          ? 'もう送りません。お預かりしていたアドレスも消しました。'
          : 'もう送りません。いつでも、また受け取れます。'
      }
    >
      <ButtonLink kind="quiet" href={forgotten ? '/projects' : '/me/watches'}>
        {forgotten ? '案件をさがす' : '知らせてもらう条件を見る'}
      </ButtonLink>
    </Layout>
  )
}
