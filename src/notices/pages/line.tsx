import { ButtonLink } from '../../ui/button.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

const BACK = { href: '/me/notices/settings', label: 'お知らせの届き方' }

/** By the link that somebody got in LINE: agrees here first, and then there. `ready`: where LINE asks. */
export function JoinLine({ linkToken, ready }: { linkToken: string; ready: string | null }) {
  return (
    <Layout
      title="LINEでも受け取る"
      lead="お知らせが来たことだけを、LINEで伝えます。中身は書きません。いつでもやめられます。"
      back={BACK}
    >
      {ready ? (
        <ButtonLink href={ready}>LINEを開いて、つなぐ</ButtonLink>
      ) : (
        <Form action="/me/line" submit="つなぐ">
          <HiddenField name="linkToken" value={linkToken} />
        </Form>
      )}
    </Layout>
  )
}

/** Among the settings, where somebody runs an official account. */
export function LineSection({ id, joined }: { id: string; joined: boolean }) {
  return (
    <Section title="LINE">
      {joined ? (
        <>
          <p>お知らせが来たことを、LINEでも伝えています。</p>
          <PostButton action="/me/line/removal">LINEをやめる</PostButton>
        </>
      ) : (
        <>
          <p>公式アカウントを友だちに追加すると、つなぐためのリンクがLINEに届きます。</p>
          <ButtonLink kind="quiet" href={`https://line.me/R/ti/p/${encodeURIComponent(id)}`}>
            LINEで友だちに追加する
          </ButtonLink>
        </>
      )}
    </Section>
  )
}
