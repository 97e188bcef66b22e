import { japaneseDate, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { CLUSTERS } from '../rules/clusters.ts'
import { stateOf, type TrialState } from '../rules/trials.ts'
import type { MarketTrial } from '../schema.ts'
import { periodInWords } from './trial-parts.tsx'

type Props = { trials: readonly MarketTrial[]; now: Date }

/** Every comparison of two ways to make lists, and how one comes about. */
export function DeskTrials({ trials, now }: Props) {
  return (
    <Layout
      title="地域で分けて比べる"
      lead="地域を半分に分けて、二つの配り方か、二つの重み（点のつけ方）を同じ時期に使い、実際の応募で比べます。"
      back={{ href: '/desk/market', label: '一覧の配り方' }}
      width="page"
    >
      {trials.length === 0 ? (
        <EmptyState
          title="まだ一度も比べていません"
          action={<ButtonLink href="/desk/market">配り方を変えてみる</ButtonLink>}
        >
          「一覧の配り方」で見込みを出すか、「一覧を見て分かったこと」で重みを学ぶと、その画面から比べはじめられます。
        </EmptyState>
      ) : (
        <Section
          title="これまでの比較"
          lead="一度に比べられるのは一つです。新しく比べるときは、先に見込みを出すか、重みを学びます。"
        >
          <Table
            caption="これまでの比較"
            captionHidden
            stack
            rows={trials}
            rowKey={({ id }) => id}
            columns={[
              {
                head: '名前',
                cell: ({ id, name }: MarketTrial) => <a href={`/desk/market/trials/${id}`}>{name}</a>,
              },
              { head: 'いま', cell: (trial: MarketTrial) => STATES[stateOf(trial, now)] },
              {
                head: '期間',
                cell: (trial: MarketTrial) =>
                  periodInWords(trial) ?? `${japaneseDate(today(trial.drawnAt))}に分けました`,
              },
            ]}
          />
          <ButtonLink href="/desk/market" kind="quiet">
            見込みを出す
          </ButtonLink>
        </Section>
      )}
      <HowItWorks />
    </Layout>
  )
}

const STATES: Readonly<Record<TrialState, string>> = {
  drawn: '始めていません',
  running: '比べています',
  ended: '結果を待っています',
  measured: '結果が出ました',
}

function HowItWorks() {
  return (
    <Section title="比べ方">
      <ul>
        <li>
          {`隣りあう県を${CLUSTERS.length}のまとまりにし、半分のまとまりの案件を、試す配り方か、試す重みで見せます。どちらになるかは、くじで決めます。募集中の案件の数が、なるべく同じになる分け方の中から引きます。`}
        </li>
        <li>
          分けるのは、案件のある地域です。人材の方は、住んでいる所にかかわらず、両方の案件を見ます。一覧のどの席がどちらの案件になるかは、いまの重みの点数だけで決まるので、片方がもう片方の席をとることはありません。
        </li>
        <li>
          分け方は、一つの見込み、一つの学んだ重みに、一度だけ引きます。気に入る分け方が出るまで引きなおすと、正しく比べられません。
        </li>
        <li>結果は、終わってから一度だけ確かめます。終わると、すべての地域が、はじめる前に戻ります。</li>
        <li>同じ人が、片方の地域の仕事に決まって、もう片方に応募しなくなることは、差に入ってしまいます。</li>
      </ul>
    </Section>
  )
}
