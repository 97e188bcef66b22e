import { ButtonLink } from '../../ui/button.tsx'
import { Layout } from '../../ui/layout.tsx'

type Props = { title: string; sentence: string; requestNumber: string; next?: { href: string; label: string } }

/** What somebody sees when it did not work: what happened, what to do, what to say on the telephone. */
export function Problem({ title, sentence, requestNumber, next }: Props) {
  return (
    <Layout title={title} lead={sentence}>
      <p>
        <ButtonLink href={next?.href ?? '/'}>{next?.label ?? 'はじめの画面へ'}</ButtonLink>
      </p>
      <p data-problem="">お電話のときは、受付番号「{requestNumber}」をお伝えください。</p>
    </Layout>
  )
}
