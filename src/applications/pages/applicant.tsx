import type { ComponentChildren } from 'preact'
import { japaneseDateTime } from '../../lib/time.ts'
import type { Project } from '../../projects/schema.ts'
import { ApplicantSheet } from '../../talents/pages/applicant-sheet.tsx'
import type { ApplicantProfile } from '../../talents/rules/card.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { readReason } from '../rules/decline.ts'
import { actsOpenTo, canUnmark, companyPath, LAPSE_DAYS, type State, stateOf, undoOpenTo } from '../rules/state.ts'
import { WORDS } from '../rules/words.ts'
import type { Application, Interview } from '../schema.ts'
import { Answers } from './apply.tsx'
import { BeforeInterview, InterviewTimes } from './interview.tsx'

type Props = {
  application: Application
  project: Project
  /** Null when the person took the application back or hides from this company by now. */
  profile: ApplicantProfile | null
  interview?: Interview
  contractId?: string
  /** The name is there to be opened. */
  canName: boolean
  now: Date
  /** Viewers read only. */
  mayAct: boolean
  thread: ComponentChildren
  inside: ComponentChildren
}

/** One applicant, by the name once it was opened, and what the company can do. */
export function ApplicantPage(props: Props) {
  const { application, project, profile, mayAct, canName, thread, inside } = props
  return (
    <Layout
      title={profile ? (profile.name ? `${profile.name}さん` : profile.card.headline) : '応募した方'}
      lead={WORDS.company[stateOf(application)]}
      back={{
        href: `/companies/${application.companyId}/projects/${project.id}/applications`,
        label: '届いた応募',
      }}
    >
      <WhatNext {...props} />
      {mayAct && <Decisions {...props} />}
      {stateOf(application) !== 'withdrawn' && (
        <Section title="質問への答え">
          <Answers project={project} answers={[application.answer1, application.answer2]} />
        </Section>
      )}
      {profile ? (
        <Section title="この方のこと">
          <ApplicantSheet applicant={profile} level={3} foot={mayAct && canName && <OpenName {...props} />} />
        </Section>
      ) : (
        <Notice kind="info">プロフィールは見られなくなりました。</Notice>
      )}
      {inside}
      {thread}
    </Layout>
  )
}

/** The first look goes by what somebody can do. */
function OpenName({ application }: Props) {
  return (
    <>
      <PostButton action={`${companyPath(application)}/name`} version={application.version}>
        名前を見る
      </PostButton>
      <p>いつ、どなたが見たかが、御社の記録に残ります。</p>
    </>
  )
}

const ENDED: Partial<Record<State, string>> = {
  withdrawn: 'ご本人が応募を取り下げました。ほかの応募をご覧ください。',
  lapsed: `${LAPSE_DAYS}日のあいだ返事がなかったため、終わりになりました。`,
}

/** What was done, what happens next, who does it, by when; and the way back. */
function WhatNext({ application, interview, contractId, now, mayAct }: Props) {
  const state = stateOf(application)
  const undo = mayAct && undoOpenTo('company', application, now)
  const action = undo && (
    <PostButton action={`${companyPath(application)}/cancellation`} version={application.version}>
      取り消す
    </PostButton>
  )
  switch (state) {
    case 'sent':
    case 'read':
      return application.answerBy ? (
        <Notice kind="info">{`${japaneseDateTime(application.answerBy)}までに返事をする約束です。`}</Notice>
      ) : null
    case 'shortlisted':
      return (
        <Notice kind="success" title="候補に残しました" action={action}>
          {undo ? '30分たつと、ご本人に知らせます。次は面談の日時を出しましょう。' : '次は面談の日時を出しましょう。'}
        </Notice>
      )
    case 'interview':
      return <Interviewing application={application} interview={interview} />
    case 'offered':
      return (
        <Notice kind="success" title="お願いしたいと伝えました" action={action}>
          {`次は、ご本人が${LAPSE_DAYS}日のうちに返事をします。届いたらメールでお知らせします。`}
        </Notice>
      )
    case 'declined':
      return (
        <Notice kind="info" title="見送りました" action={action}>
          <p>{readReason(application.declineReason)?.sentence}</p>
          {undo && <p>30分たつと、ご本人に知らせます。それまでは取り消せます。</p>}
          <SecondPlace {...{ application, now, mayAct }} />
        </Notice>
      )
    case 'accepted':
      return (
        <Notice
          kind="success"
          title="引き受けてもらえました"
          action={
            contractId && (
              <ButtonLink href={`/companies/${application.companyId}/contracts/${contractId}`}>条件を決める</ButtonLink>
            )
          }
        >
          次は、条件を一緒に決めます。時間、報酬、期間を書きます。
        </Notice>
      )
    default:
      return ENDED[state] ? <Notice kind="info">{ENDED[state]}</Notice> : null
  }
}

/** Good, and not chosen this time: others nearby might be glad. */
function SecondPlace({ application, now, mayAct }: Pick<Props, 'application' | 'now' | 'mayAct'>) {
  const action = `${companyPath(application)}/runner-up`
  const { version, runnerUpAt } = application
  if (runnerUpAt) {
    return (
      <>
        <p>次点の方です。近くの会社に紹介してよいかを、ご本人にお聞きします。答えは、こちらには届きません。</p>
        {mayAct && canUnmark(application, now) && (
          <PostButton kind="plain" action={`${action}/cancellation`} version={version}>
            次点を取り消す
          </PostButton>
        )}
      </>
    )
  }
  return mayAct ? (
    <>
      <p>よい方でしたら、次点にすると、近くの会社にも紹介してよいか、ご本人にお聞きします。</p>
      <PostButton kind="plain" action={action} version={version}>
        次点にする
      </PostButton>
    </>
  ) : null
}

function Interviewing({ application, interview }: Pick<Props, 'application' | 'interview'>) {
  if (interview?.moveAskedAt) {
    return (
      <Notice kind="warning" title="ほかの日時をお願いされています">
        出した日時では、ご都合が合いませんでした。もう一度、2つ出してください。
      </Notice>
    )
  }
  const sheet = <BeforeInterview home={companyPath(application)} />
  return interview?.chosen ? (
    <Notice kind="success" title="面談の日時が決まりました" action={sheet}>
      <InterviewTimes interview={interview} />
    </Notice>
  ) : (
    <Notice kind="info" title="面談の日時を伝えました">
      <p>次は、ご本人がどちらかを選びます。選ばれたらメールでお知らせします。</p>
      {interview && <InterviewTimes interview={interview} />}
    </Notice>
  )
}

/** The acts the table allows, the most likely one as the main button. */
function Decisions({ application, interview }: Props) {
  const home = companyPath(application)
  const acts = actsOpenTo('company', application)
  const may = (act: (typeof acts)[number]) => acts.includes(act)
  const link = (href: string, words: string, kind: 'main' | 'quiet' = 'quiet') => (
    <ButtonLink key={href} kind={kind} href={`${home}/${href}`}>
      {words}
    </ButtonLink>
  )
  const decline = may('application.declined') && link('decline', '見送る')
  if (may('application.shortlisted')) {
    return (
      <Form
        id="decide"
        action={`${home}/shortlisting`}
        submit="候補に残す"
        version={application.version}
        sticky
        more={
          <>
            {link('interview', '面談する')}
            {decline}
          </>
        }
      >
        {may('application.read') && (
          <p>
            <Button kind="plain" formAction={`${home}/reading`}>
              読んだことだけ知らせる
            </Button>
          </p>
        )}
      </Form>
    )
  }
  if (!may('application.offered')) return null
  const main = stateOf(application) === 'interview' && interview?.chosen ? 'offer' : 'interview'
  const words = {
    offer: 'お願いする',
    interview: interview ? (interview.moveAskedAt ? '日時を出しなおす' : '日時を変える') : '面談する',
  }
  return (
    <div class="form-actions" data-sticky="">
      {link(main, words[main], 'main')}
      {main === 'offer' ? link('interview', words.interview) : link('offer', words.offer)}
      {decline}
    </div>
  )
}
