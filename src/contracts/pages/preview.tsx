import type { Terms, TermsFinding } from '../../law/terms.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { Section } from '../../ui/section.tsx'
import { NoticeItems } from './parts.tsx'

type Props = {
  base: string
  terms: Terms
  findings: readonly TermsFinding[]
  overlapping: readonly string[]
  n: number
  version: number
  /** Subsidies that the company planned for this work and that no office has decided yet. */
  undecided: readonly { href: string; name: string; waits: boolean }[]
}

/** The terms as the other side will read them, with what the law finds, before they are sent. */
export function TermsPreview({ base, terms, findings, overlapping, n, version, undecided }: Props) {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  const mend = (
    <ButtonLink kind={errors.length > 0 ? 'main' : 'quiet'} href={`${base}/terms`}>
      前にもどって直す
    </ButtonLink>
  )
  return (
    <Layout
      title="この条件で送りますか"
      lead={errors.length > 0 ? '送る前に、直すところがあります。' : '送ると、この文面のまま固定されます。'}
      back={{ href: `${base}/terms`, label: '条件を直す' }}
    >
      {errors.length === 0 && (
        <PostButton action={`${base}/terms/version`} version={version} kind="main" wide>
          この条件を相手に送る
        </PostButton>
      )}
      {errors.map(({ sentence }) => (
        <Notice key={sentence} kind="error">
          {sentence}
        </Notice>
      ))}
      {warnings.map(({ sentence }) => (
        <Notice key={sentence} kind="warning">
          {sentence}
        </Notice>
      ))}
      {undecided.map(({ href, name, waits }) => (
        <Notice key={href} kind="warning" title={waits ? '補助の返事が、まだです' : '補助に、まだ申し込んでいません'}>
          <p>
            <a href={href}>{name}</a>は、契約してからではもらえないことがあります。
          </p>
        </Notice>
      ))}
      {overlapping.length > 0 && (
        <Notice kind="warning">
          <p>
            <Phrase>{`同じ相手との契約 ${overlapping.join('、')} と、期間が重なっています。`}</Phrase>
          </p>
        </Notice>
      )}
      <Section title={`条件（第${n}版）`}>
        <NoticeItems terms={terms} />
      </Section>
      {mend}
    </Layout>
  )
}
