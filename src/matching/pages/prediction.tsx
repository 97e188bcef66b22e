import type { Estimate } from '../../engine/estimate.ts'
import type { Figures } from '../../engine/simulator/figures.ts'
import type { Predicted } from '../../engine/simulator/predict.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { type KeptAim, sameAim } from '../rules/aims.ts'
import type { MarketPrediction } from '../schema.ts'
import { AimList } from './market.tsx'
import { HalfFirst, type SideBySide, WhileComparing } from './trial-parts.tsx'

type Props = { asked: MarketPrediction; now: KeptAim; takenAt: Date | null; today: Date; side: SideBySide }

/** A prediction that takes longer has stopped on its way. */
const MOST_MINUTES = 30

/** What another way to make lists would bring within a month, and the button that takes it. */
export function MarketPredicted({ asked, now, takenAt, today, side }: Props) {
  const { predicted, before } = asked
  const done = predicted !== null && before !== null
  return (
    <Layout
      title="配り方を変えたときの見込み"
      lead={done ? '同じ人と案件を、同じくじで動かして比べました。' : '見込みを計算しています。'}
      back={{ href: '/desk/market', label: '一覧の配り方' }}
      width="page"
    >
      {done ? <Done {...{ asked, now, takenAt, predicted, before, side }} /> : <Waiting {...{ asked, today }} />}
      <Section title={takenAt ? '変えた配り方' : '試している配り方'}>
        <AimList aim={asked} />
      </Section>
    </Layout>
  )
}

function Waiting({ asked, today }: Pick<Props, 'asked' | 'today'>) {
  if (today.getTime() - asked.askedAt.getTime() > MOST_MINUTES * 60_000)
    return (
      <EmptyState title="計算が終わりませんでした" action={<ButtonLink href="/desk/market">もう一度試す</ButtonLink>}>
        配り方は、何も変わっていません。
      </EmptyState>
    )
  return (
    <EmptyState
      title="いま、計算しています"
      picture="thinking"
      action={<ButtonLink href={`/desk/market/predictions/${asked.id}`}>もう一度見る</ButtonLink>}
    >
      数分かかります。この画面を離れても、計算は続きます。
    </EmptyState>
  )
}

type DoneProps = Omit<Props, 'today'> & { predicted: readonly Predicted[]; before: KeptAim }

function Done({ asked, now, takenAt, predicted, before, side }: DoneProps) {
  const [old, other] = predicted
  if (!old || !other) return null
  // What was predicted long ago tells less.
  const lines = LINES.filter(({ of }) => old.figures[of])
  const columns = [
    { head: '1か月の見込み', cell: ({ name }: Line) => name },
    {
      head: 'いまのまま',
      figure: true,
      cell: ({ of, say }: Line) => <Estimated {...{ say }} value={old.figures[of]} />,
    },
    {
      head: '変えたら',
      figure: true,
      cell: ({ of, say }: Line) => <Estimated {...{ say }} value={other.figures[of]} />,
    },
  ]
  return (
    <Section title={moreInWords(other.more)}>
      <Table caption="1か月の見込み" captionHidden stack rows={lines} rowKey={({ of }) => of} {...{ columns }} />
      <p>
        いまいる方と案件で、ひと月を4回動かした平均です（多いときは、その一部を選びます）。「±」は、くじによるぶれです。
        {old.figures.approached && '会社から声をかける数は、この30日の数に合わせています。'}
      </p>
      <Choice {...{ asked, now, takenAt, before, side }} />
    </Section>
  )
}

function Choice({ asked, now, takenAt, before, side }: Omit<DoneProps, 'predicted'>) {
  if (takenAt)
    return (
      <Notice kind="success" title="この配り方に変えました" live>
        {`${japaneseDateTime(takenAt)}。次に一覧を作るときから、こうなります。`}
      </Notice>
    )
  if (sameAim(asked, before)) return <Notice title="いまと同じ配り方です">変えるところはありません。</Notice>
  if (!sameAim(now, before))
    return (
      <Notice
        kind="warning"
        title="見込みを出したあとで、配り方が変わりました"
        action={<ButtonLink href="/desk/market">もう一度試す</ButtonLink>}
      />
    )
  if (side.running) return <WhileComparing running={side.running} />
  return (
    <>
      <PostButton action={`/desk/market/predictions/${asked.id}/aim`} kind="main">
        この配り方に変える
      </PostButton>
      <HalfFirst
        {...{ side, what: '配り方', action: `/desk/market/predictions/${asked.id}/trial` }}
        why="見込みは、点数から出したものです。"
      />
    </>
  )
}

type Line = { of: keyof Figures; name: string; say: (value: number) => string }

const share = (value: number) => `${(value * 100).toFixed(1)}％`
const LINES: readonly Line[] = [
  { of: 'matches', name: '決まる数', say: (value) => `${value.toFixed(1)}件` },
  { of: 'approached', name: 'そのうち、声かけから', say: (value) => `${value.toFixed(1)}件` },
  { of: 'fill', name: '埋まる枠', say: share },
  { of: 'placed', name: '仕事が決まる人', say: share },
  { of: 'days', name: '決まるまでの日数', say: (value) => `${value.toFixed(1)}日` },
  { of: 'coverage', name: 'だれかが見た案件', say: share },
  { of: 'gini', name: '見え方のかたより（0なら平ら）', say: (value) => value.toFixed(2) },
  { of: 'bottom', name: 'いちばん見られない1割（平均に対して）', say: share },
]

function Estimated({ value: { mean, error }, say }: { value: Estimate; say: Line['say'] }) {
  return (
    <>
      {say(mean)}
      {error !== null && error > 0 && <> ±{say(error)}</>}
    </>
  )
}

/** Of Student's distribution, 95 % with the three degrees of freedom of four runs. */
const SURE = 3.18

/** Only what is hardly chance is told as a difference. */
export function moreInWords({ mean, error }: Estimate): string {
  if (Math.abs(mean) <= SURE * (error ?? 0) || mean === 0) return '決まる数は、ほとんど変わらない見込みです'
  const size = Math.abs(mean).toFixed(1)
  return mean > 0 ? `決まる数が、${size}件ふえる見込みです` : `決まる数が、${size}件へる見込みです`
}
