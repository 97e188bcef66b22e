import { WITHHELD_MARK } from '../../insights/rules/tables.ts'
import { fiscalYearInWords } from '../../law/fiscal-year.ts'
import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { ColumnChart } from '../../ui/charts/column-chart.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { type Division, divisionsOf, periodOf, type SummaryLine, summaryOf, toldOf as told } from '../rules/lines.ts'
import { monthCharts } from '../rules/months.ts'
import type { Report } from '../rules/report.ts'

export type ReportProps = {
  partner: { readonly id: string; readonly name: string }
  report: Report
  previous: Report | null
  /** The newest first; the report is one of them, or what is counted today. */
  closings: readonly { readonly n: number; readonly closedAt: Date; readonly reason: string | null }[]
  /** Which of them is shown. */
  shown: number | null
  years: readonly number[]
  layouts: readonly { readonly id: string; readonly name: string }[]
  isOver: boolean
  mayClose: boolean
  now: Date
  values?: FormValues
  errors?: FormErrors
}

/** A year of a partner, for the council and everybody: no figure leads to one company. */
export function FiscalReport(props: ReportProps) {
  const { partner, report, previous, years } = props
  const address = addressOf(props)
  return (
    <Layout
      title={`${fiscalYearInWords(report.year)}の報告書`}
      eyebrow={partner.name}
      lead={periodOf(report)}
      width="wide"
      back={{ href: `/partners/${partner.id}`, label: 'わたしたちの企業' }}
      failed={Boolean(props.errors)}
    >
      <Tabs
        label="年度"
        tabs={years.map((year) => ({
          href: `/partners/${partner.id}/fiscal-years/${year}`,
          label: `${year}年度`,
          current: year === report.year,
        }))}
      />
      <p>{toldOf(props)}</p>
      <SheetLinks href={address} of={`${report.year}年度の報告書`}>
        <ButtonLink kind="quiet" href={`${address}${address.includes('?') ? '&' : '?'}format=pdf`} download>
          PDF（A4）
        </ButtonLink>
      </SheetLinks>
      {summaryOf(report, previous).map(({ title, lines, words }) => (
        <Section key={title} title={title}>
          <Summary title={title} lines={lines} year={report.year} />
          {words.map((said) => (
            <p key={said}>{said}</p>
          ))}
        </Section>
      ))}
      {divisionsOf(report).map((division) => (
        <Section key={division.cut} title={division.title}>
          {division.cut === 'month' && <Months report={report} />}
          <Divided {...division} />
        </Section>
      ))}
      <Own {...props} />
      <Closing {...props} />
    </Layout>
  )
}

function addressOf({ partner, report, shown, closings }: ReportProps): string {
  const address = `/partners/${partner.id}/fiscal-years/${report.year}`
  return shown === null || shown === closings[0]?.n ? address : `${address}?version=${shown}`
}

/** When these figures were counted, and whether they may change yet. */
export function toldOf({ closings, shown, now }: Pick<ReportProps, 'closings' | 'shown' | 'now'>): string {
  const closing = closings.find(({ n }) => n === shown)
  if (!closing) return `${japaneseDate(today(now))}に数えたものです。年度が終わり、確定するまで変わります。`
  const { n, reason } = closing
  return `${japaneseDate(today(closing.closedAt))}に確定した第${n}版です。${reason ? `直したわけ：${reason}` : ''}`
}

function Summary({ title, lines, year }: { title: string; lines: readonly SummaryLine[]; year: number }) {
  const has = (name: 'goal' | 'area') => lines.some((line) => line[name] !== undefined)
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { head: '項目', cell: ({ name }: SummaryLine) => name },
        {
          head: `${year}年度`,
          cell: ({ value, unit, fives }) => <strong class="figure">{told(value, unit, fives)}</strong>,
          figure: true,
        },
        ...(has('goal')
          ? [{ head: '目標', cell: ({ goal, unit }: SummaryLine) => told(goal, unit), figure: true }]
          : []),
        {
          head: '前の年度',
          cell: ({ previous, unit, fives }) => <span class="figure">{told(previous, unit, fives)}</span>,
          figure: true,
        },
        ...(has('area')
          ? [{ head: '地域全体', cell: ({ area, unit }: SummaryLine) => told(area, unit), figure: true }]
          : []),
        { head: '数え方', cell: ({ definition }) => definition },
      ]}
      rows={lines}
      rowKey={({ id }) => id}
      stack
    />
  )
}

function Months({ report }: { report: Report }) {
  return (
    <>
      {monthCharts(report).map(({ id, title, unit, description, months }) => (
        <ColumnChart
          key={id}
          {...{ id: `months-${id}`, title: `${title}（${unit}）`, description, unit, of: '月', mark: WITHHELD_MARK }}
          columns={months.map(({ name, number, value }) => ({ label: name, short: String(number), value }))}
        />
      ))}
    </>
  )
}

function Divided({ title, name, figures, rows }: Division) {
  if (rows.length === 0) return <p>まだ、数えられるものがありません。</p>
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { head: name, cell: (row: (typeof rows)[number]) => row.name },
        ...figures.map((figure) => ({
          head: figure.name,
          cell: ({ values }: (typeof rows)[number]) => told(values[figure.id], ''),
          figure: true,
        })),
      ]}
      rows={rows}
      rowKey={({ key }) => key}
    />
  )
}

/** The same figures in the columns of the office's own table. */
function Own({ partner, report, layouts }: ReportProps) {
  return (
    <Section title="自分の様式で受けとる">
      {layouts.map(({ id, name }) => (
        <div key={id}>
          <h3>{name}</h3>
          <SheetLinks
            href={`/partners/${partner.id}/fiscal-years/${report.year}?layout=${id}`}
            of={name}
            print={false}
          />
        </div>
      ))}
      <p>
        <a href={`/partners/${partner.id}/fiscal-layouts`}>
          {layouts.length > 0 ? '様式を作る・直す' : '列の順番や見出しを、自分の様式にする'}
        </a>
      </p>
    </Section>
  )
}

/** The last word on a year, and how to correct it. */
function Closing({ partner, report, closings, isOver, mayClose, values, errors }: ReportProps) {
  if (!isOver) return null
  const action = `/partners/${partner.id}/fiscal-years/${report.year}/closing`
  const [last] = closings
  if (!last) {
    return mayClose ? (
      <Notice
        title="この年度は終わりました"
        action={
          <PostButton action={action} version={0}>
            この数で確定する
          </PostButton>
        }
      >
        確定すると、この報告書の数は変わらなくなります。直すときは、わけをそえて次の版を作ります。
      </Notice>
    ) : null
  }
  return (
    <Section title="確定した版">
      <ul class="link-list">
        {closings.map(({ n, closedAt, reason }) => (
          <li key={n}>
            <a href={`/partners/${partner.id}/fiscal-years/${report.year}?version=${n}`}>
              {`第${n}版（${japaneseDate(today(closedAt))}）`}
            </a>{' '}
            {reason}
          </li>
        ))}
      </ul>
      {mayClose && (
        <More title="数えなおして、次の版を作る" open={Boolean(errors)}>
          <Form
            action={action}
            submit="次の版を作る"
            submitKind="quiet"
            version={last.n}
            {...(values && { values })}
            {...(errors && { errors })}
          >
            <TextField name="reason" label="直すわけ" hint="報告書にのります。" required />
          </Form>
        </More>
      )}
    </Section>
  )
}
