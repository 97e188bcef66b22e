import type { Side } from '../../contracts/rules/side.ts'
import { japaneseDate, type LegalDate, monthName } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CardList } from '../../ui/card-list.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Prose } from '../../ui/prose.tsx'
import { Tag } from '../../ui/tag.tsx'

export type ShownMonth = {
  id: string
  month: string
  hours: number
  done: string
  confirmedAt: Date | null
  version: number
  visits: readonly { visitedOn: string; place: string }[]
}

type Props = {
  base: string
  side: Side
  months: readonly ShownMonth[]
  /** Where the next report is written; null when there is nothing to report. */
  write: string | null
  canConfirm: boolean
  /** Where the company writes to the other side. */
  messages: string
}

/** The monthly reports of a contract; the company confirms them here. */
export function Months({ base, side, months, write, canConfirm, messages }: Props) {
  const waiting = months.filter(({ confirmedAt }) => confirmedAt === null).length
  const lead = side === 'company' && waiting > 0 ? '読んで、「確かめました」を押してください。' : undefined
  return (
    <Layout title="毎月の記録" lead={lead} back={{ href: base, label: '契約のページ' }}>
      {write && (
        <p>
          <ButtonLink href={write}>記録を書く</ButtonLink>
        </p>
      )}
      <p>
        <a href={`${base}/visits`}>訪問の予定を見る</a>
      </p>
      {months.length === 0 ? (
        <EmptyState title="まだ記録はありません">
          {side === 'company' ? '届いたら、メールでお知らせします。' : '仕事がはじまると、月に1度書けます。'}
        </EmptyState>
      ) : (
        <CardList>
          {months.map((month) => (
            <MonthCard key={month.id} {...{ base, side, month, canConfirm, messages }} />
          ))}
        </CardList>
      )}
    </Layout>
  )
}

type MonthProps = Pick<Props, 'base' | 'side' | 'canConfirm' | 'messages'> & { month: ShownMonth }

function MonthCard(props: MonthProps) {
  const { base, side, month } = props
  const open = month.confirmedAt === null
  const confirm = side === 'company' && open && props.canConfirm && (
    <>
      <PostButton
        action={`${base}/months/${month.id}/confirmation`}
        version={month.version}
        kind="main"
        label={`${monthName(month.month)}の記録を確かめました`}
      >
        確かめました
      </PostButton>
      <a href={props.messages}>時間や内容がちがうときは、相手に伝える</a>
    </>
  )
  const mend = side === 'talent' && open && <a href={`${base}/months/new?month=${month.month}`}>この月の記録を直す</a>
  return (
    <Card
      title={monthName(month.month)}
      eyebrow={<Tag tone={open ? 'sun' : 'main'}>{open ? '確かめるのを待っています' : '確かめました'}</Tag>}
      foot={confirm || mend}
    >
      <DefinitionList
        items={[
          { term: '時間', value: `${month.hours}時間` },
          { term: 'したこと', value: month.done && <Prose text={month.done} /> },
          {
            term: '訪問',
            value:
              month.visits.length > 0 &&
              month.visits.map(({ visitedOn, place }) => (
                <span key={visitedOn + place}>
                  {japaneseDate(visitedOn as LegalDate)}　{place}
                  <br />
                </span>
              )),
          },
        ].filter(({ value }) => value)}
      />
    </Card>
  )
}
