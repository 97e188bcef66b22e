import { japaneseDateTime } from '../../lib/time.ts'
import { UNDO_MINUTES } from '../../lib/undo.ts'
import type { Project } from '../../projects/schema.ts'
import { TalentCard } from '../../talents/pages/talent-card.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { handfulAt, markOf, TOGETHER, waitInWords } from '../rules/choosing.ts'
import { applicationNumber, companyPath, isUnanswered, undoOpenTo } from '../rules/state.ts'
import type { Applied } from './applicants.tsx'
import { Answers } from './apply.tsx'

type Props = {
  project: Project
  /** Everybody who applied, best first. */
  applicants: readonly Applied[]
  /** Where the handful begins, as the address has it. */
  at: string | undefined
  /** Whom something was just decided about. */
  done: string | undefined
  now: Date
  mayAct: boolean
}

/** Those of whom nothing was thought yet, a handful at a time, each with three ways to go on. */
export function ThreeAtATime(props: Props) {
  const { project, applicants, done, mayAct } = props
  const list = `/companies/${project.companyId}/projects/${project.id}/applications`
  const open = applicants.filter(
    ({ application, card, selection }) => card && isUnanswered(application) && markOf(application, selection) === null,
  )
  const at = handfulAt(props.at, open.length)
  const together = open.slice(at, at + TOGETHER)
  const decided = applicants.find(({ application }) => application.id === done)
  return (
    <Layout
      title="3人ずつ読む"
      lead={together.length > 0 ? '「見送る」を押しても、ご本人にはまだ知らせません。' : undefined}
      width="wide"
      back={{ href: list, label: '届いた応募' }}
    >
      {decided && <Decided {...props} line={decided} />}
      {together.length === 0 ? (
        <EmptyState
          title="ひととおり読み終わりました"
          action={
            mayAct && applicants.some(isPassed) ? (
              <ButtonLink href={`/companies/${project.companyId}/projects/${project.id}/declines`}>
                見送る方に返事をする
              </ButtonLink>
            ) : (
              <ButtonLink href={list}>応募の一覧へ</ButtonLink>
            )
          }
        >
          {summary(applicants)}
        </EmptyState>
      ) : (
        <>
          <p>{`まだ決めていない方が${open.length}人います。合う順に、${at + 1}人目から${at + together.length}人目です。`}</p>
          <CardList columns={3}>
            {together.map((line) => (
              <Candidate key={line.application.id} {...props} line={line} at={at} />
            ))}
          </CardList>
          <p class="actions">
            {at > 0 && (
              <ButtonLink kind="quiet" href={`${list}?view=three&at=${at - TOGETHER}`}>
                前の3人
              </ButtonLink>
            )}
            {at + TOGETHER < open.length && (
              <ButtonLink kind="quiet" href={`${list}?view=three&at=${at + TOGETHER}`}>
                次の3人
              </ButtonLink>
            )}
          </p>
        </>
      )}
    </Layout>
  )
}

function Candidate({ line, project, at, now, mayAct }: Omit<Props, 'at'> & { line: Applied; at: number }) {
  const { application, card, reasons } = line
  const number = applicationNumber(application)
  const home = companyPath(application)
  const way = (noun: string, words: string, kind: 'quiet' | 'plain' | 'main') => (
    <PostButton
      action={`${home}/${noun}`}
      version={application.version}
      kind={kind}
      fields={{ from: 'three', at }}
      label={`${number}の方：${words}`}
    >
      {words}
    </PostButton>
  )
  return (
    <TalentCard
      talent={card!}
      href={home}
      eyebrow={number}
      foot={
        mayAct && (
          <>
            {way('shortlisting', '話してみたい', 'main')}
            {way('deferral', 'あとで考える', 'quiet')}
            {way('passing', '今回は見送る', 'quiet')}
          </>
        )
      }
    >
      {reasons}
      <Answers project={project} answers={[application.answer1, application.answer2]} />
      <p>
        <strong>{waitInWords(application, now)}</strong>
        {application.answerBy && `　${japaneseDateTime(application.answerBy)}までに返事をする約束です`}
      </p>
    </TalentCard>
  )
}

/** What was just decided, and the way back. */
function Decided({ line, at, now, mayAct }: Props & { line: Applied }) {
  const { application, selection } = line
  const mark = markOf(application, selection)
  const undo = undoOpenTo('company', application, now)
  const noun = mark ? 'reconsideration' : undo ? 'cancellation' : null
  const words = mark ? MARKED[mark] : application.shortlistedAt ? '「話してみたい」にしました' : null
  if (!words) return null
  return (
    <Notice
      live
      kind="success"
      title={`${applicationNumber(application)}の方を、${words}`}
      action={
        mayAct &&
        noun && (
          <PostButton
            action={`${companyPath(application)}/${noun}`}
            version={application.version}
            fields={{ from: 'three', at: at ?? '0' }}
          >
            取り消す
          </PostButton>
        )
      }
    >
      {!mark && undo && `${UNDO_MINUTES}分たつと、ご本人に伝わります。`}
    </Notice>
  )
}

const MARKED = { later: '「あとで考える」にしました', pass: '「今回は見送る」にしました' } as const

function isPassed({ application, selection }: Applied): boolean {
  return markOf(application, selection) === 'pass'
}

function summary(applicants: readonly Applied[]): string {
  const marked = (mark: 'later' | 'pass') =>
    applicants.filter(({ application, selection }) => markOf(application, selection) === mark).length
  const liked = applicants.filter(({ application }) => application.shortlistedAt && !application.declinedAt).length
  return `話してみたい方${liked}人、あとで考える方${marked('later')}人、見送る方${marked('pass')}人です。`
}
