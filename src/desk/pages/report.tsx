import { applicationNumber } from '../../applications/rules/state.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { fileInWords } from '../../messages/rules/attachments.ts'
import { DECISIONS, reasonInWords, TOLD_MAX } from '../../messages/rules/reports.ts'
import type { ThreadLine } from '../../messages/rules/thread.ts'
import type { Report } from '../../messages/schema.ts'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'

export type SeenReport = { report: Report; number: number; company: string }

export function ReportCard({ seen: { report, number, company } }: { seen: SeenReport }) {
  return (
    <Card
      level={2}
      title={`やりとりの知らせ：${reasonInWords(report.reason)}`}
      href={`/desk/reports/${report.id}`}
      eyebrow={`${applicationNumber({ number })}　${japaneseDateTime(report.createdAt)}から`}
    >
      <p>{`${company}とのやりとりです。${TELLERS[report.side]}が知らせました。`}</p>
    </Card>
  )
}

const TELLERS = { talent: '応募した方', company: '企業の方' } as const

type Props = SeenReport & {
  /** What was told of; null for whoever did not open it. */
  lines: readonly ThreadLine[] | null
  values?: FormValues
  errors?: FormErrors
}

/** One report: what was told, what it is about once somebody has opened it, and what is to be done. */
export function ReportPage(props: Props) {
  const { report, company, lines } = props
  return (
    <Layout
      title="やりとりの知らせ"
      lead={lines ? undefined : '読むと、だれがいつ読んだかが履歴に残ります。'}
      back={{ href: '/desk', label: '事務局' }}
      failed={Boolean(props.errors)}
    >
      {!lines && (
        <PostButton action={`/desk/reports/${report.id}/opening`} kind={report.decidedAt ? 'quiet' : 'main'}>
          知らせのあったメッセージを読む
        </PostButton>
      )}
      <DefinitionList
        items={[
          { term: '何があったか', value: reasonInWords(report.reason) },
          { term: 'だれが知らせたか', value: TELLERS[report.side] },
          { term: '企業', value: company },
          { term: '知らせた日時', value: japaneseDateTime(report.createdAt) },
          { term: 'そえられた言葉', value: report.words || 'ありません' },
        ]}
      />
      {report.decision && <Decided report={report} />}
      {lines && <Reported {...{ report, lines }} />}
      {lines && !report.decision && <Decide {...props} />}
    </Layout>
  )
}

function Reported({ report, lines }: { report: Report; lines: readonly ThreadLine[] }) {
  return (
    <Section title={report.messageId ? '知らせのあったメッセージ' : '知らせのあったやりとり'}>
      <CardList>
        {lines.map((line) => (
          <Card
            key={line.id}
            level={3}
            title={line.side === 'talent' ? '応募した方から' : '企業から'}
            eyebrow={japaneseDateTime(line.sentAt)}
          >
            {line.text.split('\n').map((words, at) => (
              <p key={at}>{words}</p>
            ))}
            {line.files.map((file) => (
              <p key={file.id}>
                <a href={`/desk/reports/${report.id}/files/${file.id}`} download={file.name}>
                  {file.name}
                </a>
                {`（${fileInWords(file)}）`}
              </p>
            ))}
          </Card>
        ))}
      </CardList>
    </Section>
  )
}

function Decide({ report, values, errors }: Props) {
  return (
    <Section title="どうするか">
      <Form id="decide" action={`/desk/reports/${report.id}/decision`} submit="決める" values={values} errors={errors}>
        <ChoiceCards name="decision" label="どうするか" labelHidden choices={DECISIONS} />
        <TextArea
          name="answer"
          label="伝える言葉"
          hint="わけと、これからどうすればよいか。知らせた方と、注意するか止めるときは相手にも届きます。"
          max={TOLD_MAX}
          rows={4}
        />
      </Form>
    </Section>
  )
}

function Decided({ report }: { report: Report }) {
  const made = DECISIONS.find(({ value }) => value === report.decision)
  const frozen = report.decision === 'frozen' && !report.thawedAt
  return (
    <Notice
      kind="info"
      title={`決めたこと：${made?.label}${report.thawedAt ? '（あとで、また送れるようにしました）' : ''}`}
      action={frozen && <PostButton action={`/desk/reports/${report.id}/thaw`}>また送れるようにする</PostButton>}
    >
      {report.answer}
    </Notice>
  )
}
