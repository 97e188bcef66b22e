import { prefectureName } from '../../lib/regions.ts'
import { japaneseDate, type LegalDate, lastDayUntil, monthName, today } from '../../lib/time.ts'
import type { Partner } from '../../partners/schema.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea } from '../../ui/fields/text-area.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Form } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { More } from '../../ui/more.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import type { Commended } from '../rules/commending.ts'
import { type Alumnus, LETTERS_A_MONTH } from '../rules/sharing.ts'
import { STEPS, type Step } from '../rules/steps.ts'
import type { AlumniLetter } from '../schema.ts'
import { peopleInWords, sinceInWords, USE_OF_NAMES } from './alumni-sheet.ts'
import { Commending } from './commending.tsx'

export type PartnerLadderProps = {
  partner: Partner
  counted: ReadonlyMap<Step, number>
  /** How many let it know of them after another partner asked. */
  commended: number
  /** The first day of the month, since when the numbers stand. */
  since: LegalDate
  alumni: readonly Alumnus[]
  letters: readonly AlumniLetter[]
  mayWrite: boolean
  /** Whether another letter may go out this month. */
  lettersLeft: boolean
  /** To whom people may be commended, and whom it asked about. */
  others: readonly Partner[]
  asked: readonly Commended[]
  done: string | undefined
  back?: { form: 'letter' | 'commendation'; values: FormValues; errors: FormErrors }
}

const DONE: Readonly<Record<string, string>> = {
  letter: '便りを送りました',
  commendation: 'ご本人に聞きました。返事があるまで、何も伝わりません',
}

/** 関係人口: how far people have come towards a partner's area, and who let it know their name. */
export function PartnerLadder(props: PartnerLadderProps) {
  const { partner, counted, commended, since, alumni, done } = props
  return (
    <Layout
      title="関係人口"
      eyebrow={partner.name}
      lead="伝えてよいと決めた方だけが、ここに出ます。"
      back={{ href: `/partners/${partner.id}`, label: 'わたしたちの企業' }}
      width="page"
    >
      {done && DONE[done] && <Notice kind="success" title={DONE[done]} live />}
      <Section title="段階ごとの人数" lead={sinceInWords(since)}>
        <Table
          caption="段階ごとの人数"
          captionHidden
          columns={[
            { head: '段階', cell: ({ name }) => name },
            { head: '決まり', cell: ({ how }) => how },
            { head: '人数', figure: true, cell: ({ id }) => peopleInWords(counted.get(id) ?? 0) },
          ]}
          rows={STEPS}
          rowKey={({ id }) => id}
          stack
        />
        <p>{`ほかの地域から紹介された方：${peopleInWords(commended)}`}</p>
        <SheetLinks href={`/partners/${partner.id}/ladder?table=steps`} of="段階ごとの人数" print={false} />
      </Section>
      <Section title="地域の仲間" lead="名前を伝えてよいと決めた方です。やめると、すぐにここから消えます。">
        {alumni.length === 0 ? (
          <EmptyState title="まだ、いません" picture="talk">
            手伝ってくれた方に、「地域とのかかわり」で名前を伝えられることをお知らせください。
          </EmptyState>
        ) : (
          <Alumni {...props} />
        )}
      </Section>
      <Commending {...props} />
      <p>{USE_OF_NAMES}</p>
    </Layout>
  )
}

function Alumni(props: PartnerLadderProps) {
  return (
    <>
      <Table
        caption="地域の仲間"
        captionHidden
        columns={[
          { head: '名前', cell: ({ familyName, givenName }: Alumnus) => `${familyName} ${givenName}` },
          { head: 'お住まい', cell: ({ prefecture }) => (prefecture === null ? '' : prefectureName(prefecture)) },
          { head: '段階', cell: ({ taken, from }) => <StepList {...{ taken, from }} /> },
          {
            head: '名前を使える日',
            cell: ({ until }) => until && <span class="figure">{`${japaneseDate(lastDayUntil(until))}まで`}</span>,
          },
        ]}
        rows={props.alumni}
        rowKey={({ accountId }) => accountId}
        stack
      />
      <SheetLinks href={`/partners/${props.partner.id}/ladder`} of="地域の仲間" />
      {props.mayWrite && <Writing {...props} />}
      {props.letters.length > 0 && (
        <More title={`送った便り（${props.letters.length}）`}>
          {props.letters.map(({ id, subject, words, sentAt }) => (
            <section key={id}>
              <h3>{subject}</h3>
              <p>{japaneseDate(today(sentAt))}</p>
              <p>{words}</p>
            </section>
          ))}
        </More>
      )}
    </>
  )
}

/** To the month: the day is nobody's business. */
function StepList({ taken, from }: Pick<Alumnus, 'taken' | 'from'>) {
  return (
    <ul>
      {from !== null && <li>{`${from}の紹介（段階は、その地域のもの）`}</li>}
      {STEPS.filter(({ id }) => taken.has(id)).map(({ id, name }) => {
        const since = taken.get(id)
        return <li key={id}>{since ? `${name} ${monthName(today(since))}` : name}</li>
      })}
    </ul>
  )
}

function Writing({ partner, alumni, lettersLeft, back }: PartnerLadderProps) {
  if (!lettersLeft) return <p>{`今月の便りは、${LETTERS_A_MONTH}回とも送りました。来月、また送れます。`}</p>
  return (
    <More title={`${alumni.length}人に便りを送る`} open={back?.form === 'letter'}>
      <Form
        action={`/partners/${partner.id}/ladder/letters`}
        submit={`${alumni.length}人に送る`}
        {...(back?.form === 'letter' && { values: back.values, errors: back.errors })}
      >
        <TextField name="subject" label="題" hint="例：秋の収穫祭のご案内" required size="long" />
        <TextArea name="words" label="便りの言葉" required max={1000} rows={6} />
      </Form>
    </More>
  )
}
