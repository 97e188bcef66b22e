import { japaneseDateTime } from '../../lib/time.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { APPLY_DAYS } from '../rules/findings.ts'
import type { NamedWeights } from '../rules/weights.ts'
import type { Alike, Found, MarketFinding, MarketWeights } from '../schema.ts'
import { Comparison } from './comparison.tsx'
import { count, percent } from './figures.ts'
import { LearnedWeights } from './learned-weights.tsx'
import type { SideBySide } from './trial-parts.tsx'

export type FindingsProps = {
  finding: MarketFinding | undefined
  inUse: NamedWeights
  learned: MarketWeights | undefined
  /** When the weights in use were chosen; null for the expert's. */
  takenAt: Date | null
  /** Of the weights learned last. */
  side: SideBySide
  /** What somebody of the desk has just done. */
  done: 'asked' | 'taken' | undefined
}

/** What the lists that were shown have told: with figures only where there is enough for them. */
export function DeskFindings({ finding, inUse, learned, takenAt, side, done }: FindingsProps) {
  return (
    <Layout
      title="一覧を見て分かったこと"
      lead="見られた一覧と、そのあとの応募から、いまの配り方を確かめます。一覧は、これだけでは変わりません。"
      back={{ href: '/desk/market', label: '一覧の配り方' }}
      width="page"
    >
      {done === 'asked' && (
        <Notice kind="success" title="いま、調べています" live>
          しばらくしてから、この画面を開きなおしてください。
        </Notice>
      )}
      {done === 'taken' && (
        <Notice kind="success" title="重みを変えました" live>
          みなさんの一覧を、新しい重みで作りなおしています。
        </Notice>
      )}
      {finding ? <Findings {...{ finding }} /> : <NothingYet />}
      <LearnedWeights {...{ inUse, learned, takenAt, side, outcomes: finding?.found.outcomes }} />
      <HowItIsMeasured />
    </Layout>
  )
}

function NothingYet() {
  return (
    <EmptyState title="まだ調べていません" action={<Again />}>
      一覧を作ったあと、週に一度、自動で調べます。いま調べることもできます。
    </EmptyState>
  )
}

function Again() {
  return <PostButton action="/desk/market/findings">いま調べる</PostButton>
}

function Findings({ finding: { found, madeAt } }: { finding: MarketFinding }) {
  const { shown, alike } = found
  return (
    <>
      <Section title="調べたもの" lead={`${japaneseDateTime(madeAt)}に調べました。`}>
        <p>{`この1年に本人が見た一覧は${count(shown)}件です。${sinceShown(found)}`}</p>
        {alike && <p>{alikeInWords(alike)}</p>}
        <Again />
      </Section>
      <Comparison what="applications" counted={found.applications} />
      <Comparison what="acceptances" counted={found.acceptances} />
    </>
  )
}

function sinceShown({ shown, applications: { lists } }: Found): string {
  if (shown === 0) return '見られた一覧がたまるまで、比べることはできません。'
  return `そのうち、応募を待つ${APPLY_DAYS}日間が過ぎたものは${count(lists)}件です。`
}

/** True of every market, whether anybody has looked or not. */
function alikeInWords({ people, first, places }: Alike): string {
  return `いまの一覧${count(people)}人分は、点数の順だけで並べたときと、1番目が${percent(first)}％同じで、並ぶ案件は${percent(places)}％同じです。`
}

function HowItIsMeasured() {
  return (
    <Section title="調べ方">
      <ul>
        <li>
          一覧の順番は、くじで決めています。くじの当たりやすさを残しているので、別の並べ方をしたときの数も見積もれます。
        </li>
        <li>{`応募は、その前の${APPLY_DAYS}日に見た、その案件がのった最後の一覧の成果として数えます。`}</li>
        <li>幅は、同じように調べたら100回に95回は、ほんとうの値が入る範囲です。人ごとにまとめて計算しています。</li>
        <li>だれかが先に決まって、ほかの人の席が減ることは、この見積もりに入っていません。</li>
        <li>一覧のどこまで見たかは記録していません。下の席ほど見られない、と置いて計算しています。</li>
      </ul>
    </Section>
  )
}
