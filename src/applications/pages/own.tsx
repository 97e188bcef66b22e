import type { ComponentChildren } from 'preact'
import { prefectureName } from '../../lib/regions.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import type { Project } from '../../projects/schema.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import type { FormErrors } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { readReason } from '../rules/decline.ts'
import { actsOpenTo, applicationNumber, stateOf, undoOpenTo } from '../rules/state.ts'
import { WORDS } from '../rules/words.ts'
import type { Application, Interview } from '../schema.ts'
import { Answers, Lines } from './apply.tsx'
import { InterviewTurn } from './interview.tsx'
import { RunnerUp } from './runner-up.tsx'
import { StatusTimeline } from './status.tsx'

type OwnLine = {
  application: Application
  title: string
  companyName: string
  /** Messages that wait to be read. */
  unread: number
}

/** All that somebody began or sent. */
export function OwnApplications({ lines }: { lines: readonly OwnLine[] }) {
  return (
    <Layout title="応募した案件" width="page" back={{ href: '/me', label: '自分のページ' }}>
      {lines.length === 0 ? (
        <EmptyState title="まだ応募はありません" action={<ButtonLink href="/projects">案件をさがす</ButtonLink>}>
          応募すると、いまどこまで進んだかがここで分かります。
        </EmptyState>
      ) : (
        <CardList>
          {lines.map(({ application, title, companyName, unread }) => (
            <Card
              key={application.id}
              title={title}
              eyebrow={`${companyName}　${applicationNumber(application)}`}
              href={
                stateOf(application) === 'draft'
                  ? `/me/projects/${application.projectId}/application`
                  : `/me/applications/${application.id}`
              }
            >
              <p>{WORDS.talent[stateOf(application)]}</p>
              {waits(application) && <p>{`返事の約束：${japaneseDateTime(application.answerBy!)}まで`}</p>}
              {unread > 0 && <p>{`企業から新しいメッセージが${unread}通あります`}</p>}
            </Card>
          ))}
        </CardList>
      )}
    </Layout>
  )
}

function waits(application: Application): boolean {
  return application.answerBy !== null && ['sent', 'read', 'shortlisted'].includes(stateOf(application))
}

type NextLine = { id: string; title: string | null; companyName: string; prefecture: number | null }

type Props = {
  application: Application
  project: Project
  companyName: string
  interview?: Interview
  contractId?: string
  next: readonly NextLine[]
  sharedUntil: Date | undefined
  now: Date
  thread: ComponentChildren
  errors?: FormErrors
}

/** One application, as the person who sent it follows it. */
export function OwnApplication(props: Props) {
  const { application, project, companyName, interview, thread } = props
  const state = stateOf(application)
  return (
    <Layout
      title={project.title ?? ''}
      eyebrow={companyName}
      lead={WORDS.talent[state]}
      back={{ href: '/me/applications', label: '応募した案件' }}
      failed={Boolean(props.errors)}
    >
      <YourTurn {...props} />
      {state === 'declined' && <Declined {...props} />}
      {state === 'declined' && application.runnerUpAt && <RunnerUp {...props} />}
      <Section title="いままでとこれから">
        <StatusTimeline application={application} interview={interview} />
      </Section>
      {thread}
      <Section title="あなたの答え">
        <Answers project={project} answers={[application.answer1, application.answer2]} />
        <Ways {...props} />
      </Section>
    </Layout>
  )
}

/** What only this person can do now, first. */
function YourTurn({ application, interview, contractId, now, errors }: Props) {
  const home = `/me/applications/${application.id}`
  const { version } = application
  const state = stateOf(application)
  if (undoOpenTo('talent', application, now)) {
    return (
      <Notice
        kind="success"
        live
        title="応募を取り下げました"
        action={
          <PostButton action={`${home}/withdrawal/cancellation`} version={version}>
            取り消す
          </PostButton>
        }
      >
        名前は、企業から見えなくなりました。30分のあいだは元にもどせます。
      </Notice>
    )
  }
  if (state === 'offered') {
    return (
      <Notice
        kind="success"
        title="企業が、お願いしたいと言っています"
        action={
          <>
            <ButtonLink href={`${home}/acceptance`}>引き受ける</ButtonLink>{' '}
            <ButtonLink kind="quiet" href={`${home}/refusal`}>
              辞退する
            </ButtonLink>
          </>
        }
      >
        引き受けても、契約はまだです。条件を一緒に決めて、両方が同意したときに契約になります。
      </Notice>
    )
  }
  if (contractId) {
    return (
      <Notice
        kind="success"
        title="引き受けることを伝えました"
        action={<ButtonLink href={`/me/contracts/${contractId}`}>条件のページへ</ButtonLink>}
      >
        条件の案も、そのあとの契約も、条件のページで進みます。
      </Notice>
    )
  }
  if (state !== 'interview' || !interview) return null
  return <InterviewTurn {...{ application, interview, home, errors }} />
}

function Declined({ application, next }: Props) {
  const reason = readReason(application.declineReason)
  return (
    <>
      <Notice kind="info" title="今回は見送りになりました">
        <p>{`企業からの理由：${reason?.sentence ?? ''}`}</p>
        {reason?.words && <Lines text={reason.words} />}
        <p>この案件とは合わなかったということです。あなたの経験を求めている会社は、ほかにもあります。</p>
      </Notice>
      {next.length > 0 && (
        <Section title="同じ仕事を頼みたい、ほかの案件">
          <CardList>
            {next.map(({ id, title, companyName, prefecture }) => (
              <Card key={id} title={title ?? ''} href={`/projects/${id}`} level={3}>
                <p>{[companyName, prefecture === null ? '' : prefectureName(prefecture)].filter(Boolean).join('　')}</p>
              </Card>
            ))}
          </CardList>
        </Section>
      )}
    </>
  )
}

/** Rarely wanted, so at the foot. */
function Ways({ application }: Props) {
  const home = `/me/applications/${application.id}`
  const acts = actsOpenTo('talent', application)
  return (
    <div class="form-actions">
      {acts.includes('application.corrected') && (
        <ButtonLink kind="quiet" href={`${home}/answers`}>
          答えを直す
        </ButtonLink>
      )}
      {acts.includes('application.withdrawn') && (
        <ButtonLink kind="quiet" href={`${home}/withdrawal`}>
          応募を取り下げる
        </ButtonLink>
      )}
    </div>
  )
}
