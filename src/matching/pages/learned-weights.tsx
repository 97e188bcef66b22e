import type { Side } from '../../engine/learning/outcomes.ts'
import type { Proof } from '../../engine/learning/proof.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { PostButton } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { stillNeeded } from '../rules/needed.ts'
import { ENOUGH, EXPERT, isProven, type NamedWeights } from '../rules/weights.ts'
import type { MarketWeights, Outcomes } from '../schema.ts'
import { count, percent } from './figures.ts'
import { HalfFirst, type SideBySide, WhileComparing } from './trial-parts.tsx'

type Props = {
  inUse: NamedWeights
  learned: MarketWeights | undefined
  takenAt: Date | null
  outcomes: Outcomes | undefined
  side: SideBySide
}

/** The weights in use, and those that were learned beside them: nothing of them is used until it is chosen here. */
export function LearnedWeights({ inUse, learned, takenAt, outcomes, side }: Props) {
  const isExpert = inUse.name === EXPERT.name
  return (
    <Section
      title="重みを学ぶ"
      lead="何にどれだけ点をつけるか（重み）は、はじめは専門家が決めたものです。応募と返事がたまると、そこから学べます。"
    >
      <p>
        {isExpert
          ? 'いま使っているのは、はじめの重みです。'
          : `いま使っているのは、学んだ重みです${takenAt ? `（${japaneseDateTime(takenAt)}から）` : ''}。`}
      </p>
      {learned && learned.id !== inUse.name ? (
        <Proposed {...{ learned, inUse, side }} />
      ) : (
        outcomes && isExpert && <NotYet outcomes={outcomes} />
      )}
      {side.running && (learned || !isExpert) && <WhileComparing running={side.running} />}
      {!isExpert && !side.running && <PostButton action="/desk/market/first-weights">はじめの重みに戻す</PostButton>}
    </Section>
  )
}

function NotYet({ outcomes: { apply, offer } }: { outcomes: Outcomes }) {
  const needed = stillNeeded([
    [ENOUGH.apply - apply.came, '件の応募'],
    [ENOUGH.apply - apply.not, '件の「見たが応募しなかった」'],
    [ENOUGH.offer - offer.came, '件のオファー'],
    [ENOUGH.offer - offer.not, '件の「応募したが選ばれなかった」'],
  ])
  if (needed === '') return <p>つぎに調べるときに、学びます。</p>
  return (
    <Notice title="まだ足りません">
      {`学ぶには、一覧から出たものが、あと${needed}が要ります。いまは、応募${apply.came}件、オファー${offer.came}件です。これより少ないと、たまたまに引きずられます。`}
    </Notice>
  )
}

function Proposed({ learned, inUse, side }: Pick<Props, 'inUse' | 'side'> & { learned: MarketWeights }) {
  return (
    <>
      <ProofOfWeights learned={learned} />
      {learned.besides !== inUse.name ? (
        <Notice title="調べたあとで、重みが変わりました">もう一度、調べてください。</Notice>
      ) : !isProven(learned.proof) ? (
        <Notice title="よくなるとは、まだ言えません">
          差の幅が0をまたいでいます。記録がたまると、はっきりします。
        </Notice>
      ) : (
        !side.running && (
          <>
            <PostButton action={`/desk/market/weights/${learned.id}/choice`} kind="main">
              この重みを使う
            </PostButton>
            <HalfFirst
              {...{ side, what: '重み', action: `/desk/market/weights/${learned.id}/trial` }}
              why="これまでの記録で確かめたものです。"
            />
          </>
        )
      )}
    </>
  )
}

/** What was found on persons held back, and what would change. */
export function ProofOfWeights({ learned: { proof, effect, madeAt } }: { learned: MarketWeights }) {
  const rows = (Object.entries(NAMES) as [Side, string][]).map(([side, name]) => ({ name, ...proof[side] }))
  return (
    <>
      <Table
        caption={`学んだ重み（${japaneseDateTime(madeAt)}）を、学ぶのに使わなかった人で試した結果`}
        stack
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          { head: '当てるもの', cell: ({ name }: Row) => name },
          { head: '数', figure: true, cell: ({ came, count: all }: Row) => `${came}／${all}件` },
          { head: 'いまの見込みのずれ', figure: true, cell: ({ ece }: Row) => points(ece.present) },
          { head: '学んだ見込みのずれ', figure: true, cell: ({ ece }: Row) => points(ece.learned) },
          { head: '当たりやすさの差（95％の幅）', figure: true, cell: ({ better }: Row) => spread(better) },
        ]}
      />
      <p>
        見込みのずれは、「10人に1人」と見込んだものが実際に何人に1人だったかの差です。当たりやすさの差が0より大きければ、学んだ重みのほうがよく当たります。
      </p>
      <p>
        {`使うと、${count(effect.people)}人のうち${percent(1 - effect.first)}％で1番目の案件が変わり、並ぶ案件の${percent(1 - effect.places)}％が入れかわります。`}
      </p>
    </>
  )
}

type Row = Proof & { name: string }

const NAMES: Readonly<Record<Side, string>> = { apply: '見た人が応募するか', offer: '応募した人が選ばれるか' }

function points(error: number): string {
  return `${(error * 100).toFixed(1)}ポイント`
}

/** Nats an outcome, in thousandths. */
function spread({ normal: [low, high] }: Proof['better']): string {
  const say = (value: number) => `${value > 0 ? '+' : ''}${(value * 1000).toFixed(1)}`.replace('-', '−')
  return `${say(low)}から${say(high)}`
}
