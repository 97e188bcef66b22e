import type { Side } from '../../applications/rules/state.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { truncate } from '../../text/truncate.ts'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { OUTCOMES, REASONS, TOLD_MAX, WHOLE } from '../rules/reports.ts'
import type { ThreadLine } from '../rules/thread.ts'
import type { Report } from '../schema.ts'

type Props = {
  side: Side
  lines: readonly ThreadLine[]
  home: string
  blocked: boolean
  reports: readonly Report[]
  /** What was to be told to the desk, when it came back. */
  values?: FormValues
  errors?: FormErrors
}

/** When something is wrong between the two: the desk, and the door. */
export function Trouble(props: Props) {
  const [latest] = props.reports
  return (
    <Section title="困ったとき" id="trouble">
      {latest && <Told report={latest} />}
      {props.lines.some(({ own }) => !own) && <TellDesk {...props} />}
      {props.blocked ? <Opening {...props} /> : <Closing {...props} />}
    </Section>
  )
}

function Told({ report }: { report: Report }) {
  if (report.decision === null) {
    return (
      <Notice kind="info" title="事務局に知らせました">
        {`${japaneseDateTime(report.createdAt)}に受け付けました。確かめて、メールでお返事します。相手には伝えません。`}
      </Notice>
    )
  }
  return (
    <Notice kind="info" title={OUTCOMES[report.decision]}>
      {report.answer}
    </Notice>
  )
}

const LETTERS = 20

function TellDesk({ side, lines, home, values, errors }: Props) {
  const theirs = lines.filter(({ own }) => !own).toReversed()
  const about = [
    { value: WHOLE, label: 'やりとりの全体' },
    ...theirs.map(({ id, sentAt, text, files }) => ({
      value: id,
      label: `${japaneseDateTime(sentAt)}「${truncate(text || (files[0]?.name ?? ''), LETTERS)}」`,
    })),
  ]
  return (
    <More title="事務局に知らせる" open={Boolean(errors)}>
      <p>
        {`知らせると、選んだメッセージだけを、事務局のひとりが読みます。${side === 'talent' ? '企業' : '相手の方'}には、知らせたことは伝わりません。`}
      </p>
      <Form
        id="report"
        action={`${home}/messages/reports`}
        submit="知らせる"
        submitKind="quiet"
        values={{ about: WHOLE, ...values }}
        errors={errors}
      >
        <SelectField name="about" label="どのメッセージですか" options={about} />
        <ChoiceCards name="reason" label="何がありましたか" choices={REASONS} />
        <TextArea name="words" label="伝えたいこと" required={false} max={TOLD_MAX} rows={3} />
      </Form>
    </More>
  )
}

function Opening({ home }: Props) {
  return (
    <Notice
      kind="info"
      title="こちらから、やりとりを閉じています"
      action={<PostButton action={`${home}/messages/block/removal`}>もう一度開く</PostButton>}
    >
      相手には、閉じたことも、わけも伝わりません。
    </Notice>
  )
}

const ENDS = {
  talent: 'この企業への応募は取り下げになり、',
  company: 'この方の応募は見送りになり（お願いした応募と契約はそのまま残ります）、',
} as const
const APART = {
  talent: 'この企業からは、あなたの一覧も提案も見えなくなります。新しい応募も、できなくなります。',
  company: 'この方からの応募は届かなくなり、提案にも出なくなります。',
} as const

function Closing({ side, home }: Props) {
  return (
    <More title="この相手とのやりとりを閉じる">
      <p>{`閉じると、メッセージはどちらからも送れなくなります。${ENDS[side]}${APART[side]}`}</p>
      <p>相手には、閉じたことも、わけも伝わりません。あとで、もう一度開けます。</p>
      <PostButton action={`${home}/messages/block`} kind="danger">
        やりとりを閉じる
      </PostButton>
    </More>
  )
}
