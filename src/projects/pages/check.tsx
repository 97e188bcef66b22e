import { ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { AskedCode } from '../rules/codes.ts'
import { type Finding, stopsSending } from '../rules/lint.ts'
import { stateOf } from '../rules/state.ts'
import { STEPS } from '../rules/steps.ts'
import { untouchedSteps } from '../rules/template.ts'
import type { Project } from '../schema.ts'
import { Findings, placeIn } from './findings.tsx'
import { Posting, whereAndWhat } from './posting.tsx'
import type { Among } from './roles.tsx'
import { StillTemplate } from './template.tsx'

type Props = {
  base: string
  project: Project
  codes: readonly AskedCode[]
  verified: boolean
  findings: readonly Finding[]
  /** Somebody pressed the button although something is missing. */
  refused?: boolean
  /** Where an answer is given that was promised for a day that is over; true to whoever may not see where. */
  owed?: string | true
}

/** Before it goes to the desk: what is missing, or one button. */
export function CheckDraft({ base, project, codes, findings, refused = false, owed }: Props) {
  const stops = stopsSending(findings)
  const sent = stateOf(project) === 'submitted'
  return (
    <Layout
      title={stops.length > 0 ? 'あと少しです' : sent ? '書きなおしました' : '事務局に送りますか'}
      lead={
        stops.length > 0
          ? '下の文を押すと、書くところへ進みます。'
          : sent
            ? 'もう一度送らなくても、事務局に届いています。'
            : '事務局が確かめてから、公開します。'
      }
      back={{ href: `${base}/draft/${STEPS.at(-1)!.step}`, label: '前にもどる' }}
      failed={refused}
    >
      {stops.length === 0 && !sent && owed && (
        <Notice
          kind="warning"
          title="先に、応募された方へ返事をお願いします"
          {...(owed !== true && { action: <ButtonLink href={owed}>返事をする</ButtonLink> })}
        >
          約束の日が過ぎた応募があります。返事がすむと、この案件を送れます。書いたものは、このまま残ります。
        </Notice>
      )}
      {stops.length === 0 && !sent && !owed && (
        <Form
          action={`${base}/submission`}
          submit="事務局に送る"
          version={project.version}
          back={{ href: `${base}/preview`, label: 'どう見えるか確かめる' }}
        >
          {null}
        </Form>
      )}
      {stops.length === 0 && sent && (
        <p>
          <ButtonLink href={base}>案件のいまを見る</ButtonLink>
        </p>
      )}
      {!sent && <StillTemplate base={base} steps={untouchedSteps(project, codes)} />}
      <Findings
        findings={findings}
        hrefOf={placeIn(base)}
        fixes={{ address: `${base}/fixes`, version: project.version }}
      />
      <ul class="link-list">
        <li>
          <a href={`${base}/draft`}>全部を一枚で見る</a>
        </li>
      </ul>
    </Layout>
  )
}

type PreviewProps = Props & {
  among: Among | null
  /** What whoever looks may do with it. */
  may: { readonly write: boolean; readonly send: boolean }
}

/** The posting as a professional will see it. */
export function Preview({ base, project, codes, verified, findings, among, may }: PreviewProps) {
  const draft = stateOf(project) === 'draft' || stateOf(project) === 'returned'
  return (
    <Layout
      title={project.title ?? '（題がまだありません）'}
      eyebrow={whereAndWhat(project)}
      back={{ href: base, label: '案件にもどる' }}
      headMore={
        <Notice kind="info" title="応募する人には、このように見えます">
          まだ、ほかの人には見えていません。
        </Notice>
      }
    >
      {draft && may.send && (
        <p>
          <ButtonLink href={`${base}/submission`}>
            {stopsSending(findings).length > 0 ? '足りないところを見る' : '送る前に確かめる'}
          </ButtonLink>
        </p>
      )}
      <Posting project={project} codes={codes} verified={verified} among={among} />
      {may.write && (
        <p>
          <ButtonLink kind="quiet" href={`${base}/draft`}>
            書きなおす
          </ButtonLink>
        </p>
      )}
    </Layout>
  )
}
