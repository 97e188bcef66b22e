import { PostButton } from '../../ui/form.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { type Finding, scoreOf } from '../rules/lint.ts'

type Props = {
  findings: readonly Finding[]
  hrefOf: (finding: Finding) => string
  /** Where a tap goes that mends a finding, and the version it mends; none: nothing can be mended from here. */
  fixes?: { address: string; version: number }
}

/** What has to be mended, each line a link to its place; then advice; then what the desk fills in. */
export function Findings(props: Props) {
  const { findings } = props
  const stops = findings.filter(({ severity, unsure }) => severity === 'error' && !unsure)
  const left = findings.filter(({ severity, unsure }) => severity === 'error' && unsure)
  const advice = findings.filter(({ severity }) => severity === 'warning')
  return (
    <>
      {stops.length > 0 && (
        <Notice kind="error" title={`あと${stops.length}つ、直してください`}>
          <Lines {...props} findings={stops} />
        </Notice>
      )}
      {left.length > 0 && (
        <Notice kind="info" title="事務局が一緒に考えます">
          <Lines {...props} findings={left} />
        </Notice>
      )}
      {advice.length > 0 && (
        <Notice kind="warning" title={`いまの伝わりやすさは${scoreOf(findings)}点。こうすると、もっと伝わります`}>
          <Lines {...props} findings={advice} />
        </Notice>
      )}
    </>
  )
}

function Lines({ findings, hrefOf, fixes }: Props) {
  return (
    <ul class="findings">
      {findings.map((finding) => (
        <li key={`${finding.rule}${finding.sentence}`}>
          <a href={hrefOf(finding)}>{finding.sentence}</a>
          <More title="なぜ？　書き方の例">
            <p>{finding.reason}</p>
            <p>例：{finding.example}</p>
          </More>
          {fixes && finding.fixable && (
            <PostButton
              action={`${fixes.address}/${finding.rule}`}
              version={fixes.version}
              label={`一押しで直す：${finding.sentence}`}
            >
              一押しで直す
            </PostButton>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The place of a finding among the screens of a draft. */
export function placeIn(base: string): (finding: Finding) => string {
  return ({ step, field }) => `${base}/draft/${step}#${field === 'codes' ? 'codes' : `form-${field}`}`
}
