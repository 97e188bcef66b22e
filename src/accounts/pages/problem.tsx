import { ButtonLink } from '../../ui/button.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'

type Props = {
  title: string
  sentence: string
  requestNumber: string
  /** What was in the form that could not be taken. */
  written: readonly string[]
  next?: { href: string; label: string }
}

/** What somebody sees when it did not work: what happened, what to do, what to say on the telephone. */
export function Problem({ title, sentence, requestNumber, written, next }: Props) {
  return (
    <Layout title={title} lead={sentence}>
      <p>
        <ButtonLink href={next?.href ?? '/'}>{next?.label ?? 'はじめの画面へ'}</ButtonLink>
      </p>
      {written.length > 0 && (
        <Section title="書いていた言葉">
          <p>なくならないように、ここに置きました。写して使えます。</p>
          {written.map((text, at) => (
            <textarea class="input" key={text} rows={6} readOnly aria-label={`書いていた言葉 ${at + 1}`}>
              {text}
            </textarea>
          ))}
        </Section>
      )}
      <p data-problem="">お電話のときは、受付番号「{requestNumber}」をお伝えください。</p>
    </Layout>
  )
}
