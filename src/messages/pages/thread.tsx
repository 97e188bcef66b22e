import type { Side } from '../../applications/rules/state.ts'
import type { Application } from '../../applications/schema.ts'
import { FilesField } from '../../ui/fields/files-field.tsx'
import { HiddenField } from '../../ui/fields/hidden-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { ACCEPTED, FILES, FILES_AGAIN, WHICH_FILES } from '../rules/attachments.ts'
import type { Caution } from '../rules/cautions.ts'
import { CLOSED, type Closed } from '../rules/closing.ts'
import { canWrite, MESSAGE_MAX, type ThreadLine } from '../rules/thread.ts'
import type { Report } from '../schema.ts'
import { Lines } from './lines.tsx'
import { Trouble } from './trouble.tsx'
import { Watched } from './watched.tsx'

/** What the writer is asked before it goes: whether it should. */
export type Asked = { cautions: readonly Caution[]; files: boolean }

type ThreadProps = {
  application: Application
  side: Side
  lines: readonly ThreadLine[]
  /** Why nothing more goes through, as both may know it. */
  closed: Closed | null
  /** Since when whoever looks agrees that messages are looked through. */
  agreedAt: Date | null
  /** Address of the application's own page, under which the messages have theirs. */
  home: string
  /** Viewers read only. */
  mayAct: boolean
  values?: FormValues
  errors?: FormErrors
  asked?: Asked
  /** On a page of its own sending is the one thing to do. */
  alone?: boolean
}

/** What the two sides wrote to each other, and the box for the next words. */
export function Thread(props: ThreadProps) {
  const { application, side, lines, closed, agreedAt, home, mayAct, asked } = props
  const writable = mayAct && canWrite(application) && !closed
  return (
    <Section title="やりとり" id="messages">
      <Lines {...{ side, lines, home, mayAct }} live={canWrite(application) && !closed} />
      {closed && canWrite(application) && <Notice kind="info">{CLOSED[closed]}</Notice>}
      {lines.length === 0 && !writable && <p>やりとりはありません。</p>}
      {writable && (
        <Form
          id="message"
          action={`${home}/messages`}
          submit={asked ? 'このまま送る' : 'メッセージを送る'}
          values={props.values}
          errors={props.errors}
          sticky={props.alone}
          upload
        >
          {asked && <BeforeSending {...asked} />}
          {asked && <HiddenField name="sure" value={String(props.values?.sure ?? '')} />}
          <TextArea name="body" label="伝えたいこと" max={MESSAGE_MAX} rows={4} />
          <More title="写真やファイルを付ける" open={Boolean(props.errors?.[FILES])}>
            <FilesField name={FILES} label="写真やファイル" hint={WHICH_FILES} accept={ACCEPTED} />
            <p>{side === 'talent' ? OWN_FILES : COVERED_FILES}</p>
          </More>
          <Watched agreedAt={agreedAt} />
        </Form>
      )}
    </Section>
  )
}

/** Said before it goes, so that nobody is surprised by what the other side will read beside it. */
function BeforeSending({ cautions, files }: Asked) {
  return (
    <Notice kind="warning" live title="送る前に、確かめてください">
      {cautions.map(({ id, asking }) => (
        <p key={id}>{asking}</p>
      ))}
      <p>{`このまま送ると、相手には気をつけるための言葉がいっしょに出ます。${files ? FILES_AGAIN : ''}`}</p>
    </Notice>
  )
}

const COVERED_FILES = 'ファイルの中に書いた連絡先は、隠れません。'
const OWN_FILES = `${COVERED_FILES}勤め先の名前も、中に書いたものは残ります。`

type PageProps = ThreadProps & {
  /** This side closed it. */
  blocked: boolean
  /** What this side told the desk. */
  reports: readonly Report[]
  /** What was to be told came back. */
  report?: { values: FormValues; errors: FormErrors }
}

/** The thread on a page of its own: where letters lead, and where a message that could not be sent comes back. */
export function ThreadPage({ blocked, reports, report, ...props }: PageProps) {
  const failed = Boolean(props.errors ?? props.asked ?? report)
  return (
    <Layout title="応募のやりとり" back={{ href: props.home, label: '応募にもどる' }} failed={failed}>
      <Thread {...props} alone />
      {props.mayAct && <Trouble {...props} {...{ blocked, reports, values: {}, errors: undefined }} {...report} />}
    </Layout>
  )
}
