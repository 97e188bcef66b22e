import { Notice } from '../../ui/notice.tsx'
import type { Finding } from '../rules/lint.ts'

type Props = { findings: readonly Finding[]; hrefOf: (finding: Finding) => string }

/** What has to be mended, each line a link to its place; then advice; then what the desk fills in. */
export function Findings({ findings, hrefOf }: Props) {
  const stops = findings.filter(({ severity, unsure }) => severity === 'error' && !unsure)
  const left = findings.filter(({ severity, unsure }) => severity === 'error' && unsure)
  const advice = findings.filter(({ severity }) => severity === 'warning')
  return (
    <>
      {stops.length > 0 && (
        <Notice kind="error" title={`あと${stops.length}つ、書いてください`}>
          <Lines findings={stops} hrefOf={hrefOf} />
        </Notice>
      )}
      {left.length > 0 && (
        <Notice kind="info" title="事務局が一緒に考えます">
          <Lines findings={left} hrefOf={hrefOf} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice kind="warning" title="こうすると、もっと伝わります">
          <Lines findings={advice} hrefOf={hrefOf} />
        </Notice>
      )}
    </>
  )
}

function Lines({ findings, hrefOf }: Props) {
  return (
    <ul class="link-list">
      {findings.map((finding) => (
        <li key={`${finding.field}${finding.sentence}`}>
          <a href={hrefOf(finding)}>{finding.sentence}</a>
        </li>
      ))}
    </ul>
  )
}

/** The place of a finding among the screens of a draft. */
export function placeIn(base: string): (finding: Finding) => string {
  return ({ step, field }) => `${base}/draft/${step}#${field === 'codes' ? 'codes' : `form-${field}`}`
}
