import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Phrase } from '../../ui/phrase.tsx'
import { PrintSheet, TickBoxes } from '../../ui/print-sheet.tsx'
import { Prose } from '../../ui/prose.tsx'
import { APPROVAL_WORDS, APPROVALS } from '../rules/approval.ts'
import type { WholeDraft } from '../rules/entered.ts'
import { projectNumber } from '../rules/state.ts'
import type { Paper, Project } from '../schema.ts'
import { PaperByPhoto, PaperPhotos } from './paper-photos.tsx'

type PaperProps = {
  base: string
  project: Project
  company: string
  draft: WholeDraft
  paper: Paper
  /** The draft still says what stood on the paper. */
  isCurrent: boolean
  /** Where it is answered from the phone; none on an assistant's, which is for the pen. */
  way: { readonly url: string; readonly code: string; readonly address: string } | null
  photos: Parameters<typeof PaperPhotos>[0]['photos']
  away?: string | undefined
  values?: FormValues
  errors?: FormErrors
}

const LINES = 3

/** The whole draft in plain words, to be agreed to by hand; under it what came back. */
export function ApprovalPaper(props: PaperProps) {
  const { base, project, company, isCurrent, photos, away, way, values, errors } = props
  return (
    <Layout
      title="下書きを確かめる紙"
      eyebrow={company}
      lead={isCurrent ? '印刷して、会社の方に読んでもらい、返事を書いてもらってください。' : undefined}
      back={{ href: base, label: '案件にもどる' }}
      reference={projectNumber(project)}
      failed={Boolean(errors)}
    >
      <ApprovalNote {...props} approval={{ paper: props.paper, isCurrent }} send={false} />
      {isCurrent ? (
        <Printed {...props} />
      ) : (
        <Notice
          kind="warning"
          title="紙を出したあとに、下書きが変わりました"
          action={<PostButton action={`${base}/approval/paper`}>新しい紙を出す</PostButton>}
        />
      )}
      <PaperPhotos {...{ base, photos, away }} sheet="approval" mayTakeAway={way !== null} />
      <More title="紙の返事を書き写す" open={Boolean(errors) || photos.some(({ typedAt }) => typedAt === null)}>
        <Form
          id="approval"
          action={`${base}/approval`}
          submit="返事を残す"
          {...(values && { values })}
          {...(errors && { errors })}
        >
          <HiddenField name="paper" value={props.paper.id} />
          <ApprovalFields />
        </Form>
      </More>
    </Layout>
  )
}

function Printed({ company, draft, paper, way }: PaperProps) {
  return (
    <PrintSheet
      title={`${company}の案件の下書き`}
      names={[company]}
      {...way}
      way="スマートフォンのカメラをかざすと、返事ができます。手で書いたときは、写真か紙を、手伝う人か事務局に渡してください。"
      until={`${japaneseDate(today(paper.expiresAt))}まで使えます。`}
    >
      <section>
        <p>{japaneseDate(today(paper.printedAt))}</p>
        <DefinitionList
          items={draft.lines.map(({ label, words }) => ({ term: label, value: <Prose text={words} /> }))}
        />
        {draft.open.length > 0 && <p>{`まだ決まっていないこと：${draft.open.join('、')}`}</p>}
      </section>
      <section>
        <h3>
          <Phrase>お返事（どちらかに印を）</Phrase>
        </h3>
        <TickBoxes words={APPROVALS.map((one) => APPROVAL_WORDS[one])} />
        <p>直したいところ</p>
        {Array.from({ length: LINES }, (_, line) => (
          <div key={line} class="sheet-line" />
        ))}
        <p>　　　　年　　　月　　　日　　お名前</p>
        <div class="sheet-line" />
      </section>
    </PrintSheet>
  )
}

/** The two answers, on a screen: to whoever holds the paper, or types what is on it. */
export function ApprovalFields() {
  return (
    <>
      <ChoiceCards
        name="answer"
        label="お返事"
        choices={APPROVALS.map((value) => ({ value, label: APPROVAL_WORDS[value] }))}
      />
      <TextArea name="words" label="直したいところ（あるとき）" rows={4} max={1000} />
    </>
  )
}

type AnswerProps = { token: string; company: string; project: string; values?: FormValues; errors?: FormErrors }

/** From the QR code or the number, without signing in: the paper has the draft, the screen only the answers. */
export function ApproveFromPaper({ token, company, project, values, errors }: AnswerProps) {
  return (
    <Layout
      title="下書きに返事をする"
      eyebrow={company}
      lead={`${project}の紙を読んで、選んでください。`}
      failed={Boolean(errors)}
    >
      <Form action={`/answers/${token}`} submit="返事を送る" {...(values && { values })} {...(errors && { errors })}>
        <ApprovalFields />
      </Form>
      <PaperByPhoto action={`/answers/${token}/photos`} />
    </Layout>
  )
}

export type Approval = { readonly paper: Paper; readonly isCurrent: boolean }
type NoteProps = { base: string; approval: Approval | null; send: boolean }

/** What was said on paper, to the company and to whoever types for it. */
export function ApprovalNote({ base, approval, send }: NoteProps) {
  const { answer, answeredAt, words } = approval?.paper ?? {}
  if (!approval || !answer || !answeredAt) return null
  const said = `${japaneseDate(today(answeredAt))}の紙の返事：${APPROVAL_WORDS[answer]}`
  if (answer === 'change') {
    return (
      <Notice kind="warning" title={said}>
        <Prose text={words ?? ''} />
      </Notice>
    )
  }
  const action = send && approval.isCurrent && <ButtonLink href={`${base}/submission`}>送る前に確かめる</ButtonLink>
  return (
    <Notice kind="success" title={said} {...(action && { action })}>
      {!approval.isCurrent && 'そのあとに、下書きが変わりました。'}
    </Notice>
  )
}

/** A draft that has a title is ready to be agreed to. */
export function PrintApproval({ base, project }: { base: string; project: Project }) {
  if (!project.title) return null
  return <PostButton action={`${base}/approval/paper`}>下書きを紙で確かめてもらう</PostButton>
}
