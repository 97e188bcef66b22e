import type { Estimator } from '../../engine/evaluation/contributions.ts'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { ANSWERED_DAYS, APPLY_DAYS, isCovered, LEAST, MAIN, mainOf } from '../rules/findings.ts'
import { stillNeeded } from '../rules/needed.ts'
import type { Compared, Counted, Figure } from '../schema.ts'
import { count } from './figures.ts'

type Props = { what: 'applications' | 'acceptances'; counted: Counted & { compared: Compared | null } }

const WORDS = {
  applications: { title: '応募で比べる', event: '応募', days: APPLY_DAYS },
  acceptances: { title: '決まった数で比べる', event: '決まった応募', days: ANSWERED_DAYS },
} as const

/** The present lists beside lists by agreement alone, by what came of them. */
export function Comparison({ what, counted }: Props) {
  const { title, event, days } = WORDS[what]
  const { lists, people, events, compared } = counted
  const from = `見てから${days}日が過ぎた一覧${count(lists)}件（${count(people)}人）から出た${event}は、${count(events)}件です。`
  if (!compared)
    return (
      <Section title={title} lead={from}>
        <Notice title="まだ足りません">
          {`比べるには、あと${stillNeeded([
            [LEAST.people - people, '人分の一覧'],
            [LEAST.events - events, `件の${event}`],
          ])}が要ります。これより少ないと、たまたまの差と見分けられません。`}
        </Notice>
      </Section>
    )
  if (!isCovered(compared))
    return (
      <Section title={title} lead={from}>
        <Notice title="この記録からは言えません">
          点数の順なら出たはずの案件のうち、いまの配り方では一度も出る見込みのないものが多くあります。
        </Notice>
      </Section>
    )
  return (
    <Section title={title} lead={from}>
      <Sentence {...{ compared, event }} />
      <Table
        caption={`一覧100件あたりの${event}`}
        stack
        rows={rowsOf(compared)}
        rowKey={({ name }) => name}
        columns={[
          { head: '並べ方', cell: ({ name }: Row) => name },
          { head: '見積もり', figure: true, cell: ({ value }: Row) => hundred(value.value) },
          { head: '95％の幅', figure: true, cell: ({ value }: Row) => within(value) },
          { head: 'いまとの差の幅', figure: true, cell: ({ more }: Row) => (more ? within(more, true) : 'なし') },
        ]}
      />
      <p>{`重みのかたよりを除くと、一覧${count(compared.weights.effective)}件分の確かさです。`}</p>
    </Section>
  )
}

function Sentence({ compared, event }: { compared: Compared; event: string }) {
  const main = mainOf(compared)
  if (!main) return null
  const { low, high, value } = main.more
  const size = `点数の順だけにすると、一覧100件あたり${hundred(value, true)}件の見込みです（95％の幅 ${within(main.more, true)}）。`
  if (low > 0)
    return (
      <Notice kind="warning" title={`点数の順だけのほうが、${event}が多かった見込みです`}>
        {size}
      </Notice>
    )
  if (high < 0)
    return (
      <Notice kind="success" title={`いまの配り方のほうが、${event}が多い見込みです`}>
        {size}
      </Notice>
    )
  return <Notice title={`${event}の差は、あるともないとも言えません`}>{size}</Notice>
}

type Row = { name: string; value: Figure; more: Figure | null }

const NAMES: Partial<Record<Estimator, string>> = {
  dr: '点数の順だけ（記録と予想から。DR）',
  snips: '点数の順だけ（記録だけから、重みで割る。SNIPS）',
  ips: '点数の順だけ（記録だけから。IPS）',
  dips: '点数の順だけ（応募の記録と、返事の予想から。DiPS）',
  dpr: '点数の順だけ（同じく、予想で補う。DPR）',
}
/** The main one first. */
const ORDER: readonly Estimator[] = [MAIN, 'snips', 'ips', 'dips', 'dpr']

function rowsOf({ present, estimates }: Compared): Row[] {
  return [
    { name: 'いまの配り方', value: present, more: null },
    ...ORDER.flatMap((one) =>
      estimates.filter(({ estimator }) => estimator === one).map((row) => ({ ...row, name: NAMES[one]! })),
    ),
  ]
}

function within({ low, high }: Figure, signed = false): string {
  return `${hundred(low, signed)}から${hundred(high, signed)}`
}

/** For a hundred lists; a minus only where something is left after rounding. */
function hundred(value: number, signed = false): string {
  const rounded = (Math.round(value * 1000) / 10).toFixed(1)
  const plain = rounded === '-0.0' ? '0.0' : rounded
  return `${signed && Number(plain) > 0 ? '+' : ''}${plain.replace('-', '−')}`
}
