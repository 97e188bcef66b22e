import { japaneseDate, lastDayUntil, today } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PostButton } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { aimInWords, type KeptAim } from '../rules/aims.ts'
import { prefecturesInWords } from '../rules/clusters.ts'
import { differingIn, halfCount, LEAST_CLUSTERS, MEASURED } from '../rules/trials.ts'
import { EXPERT, type NamedWeights } from '../rules/weights.ts'
import type { ClusterCount, MarketTrial, MarketWeights, TrialCluster } from '../schema.ts'
import { count } from './figures.ts'

/** Of applications and people, fewer are not told as a number. */
const FEWEST = 5

function halvesOf(trial: MarketTrial) {
  const what = differingIn(trial)
  return [
    { name: `これまでの${what}`, second: false },
    { name: `試す${what}`, second: true },
  ]
}

/** What stands in the way of trying something in half of the regions first, if anything does. */
export type SideBySide = {
  readonly own: MarketTrial | undefined
  readonly running: MarketTrial | undefined
  /** Clusters with open projects. */
  readonly clusters: number
}

export function WhileComparing({ running }: { running: MarketTrial }) {
  return (
    <Notice
      title="地域で分けて比べている間は、変えられません"
      action={<ButtonLink href={`/desk/market/trials/${running.id}`}>続いている比較を見る</ButtonLink>}
    >
      終えると、変えられるようになります。
    </Notice>
  )
}

/** Another way to find out, before everybody's lists change. `why` it is worth it; `action` begins it. */
export function HalfFirst({ side: { own, clusters }, what, why, action }: HalfFirstProps) {
  if (own)
    return (
      <p>
        <a href={`/desk/market/trials/${own.id}`}>{`この${what}を、地域で分けて比べたもの`}</a>
      </p>
    )
  if (clusters < LEAST_CLUSTERS)
    return (
      <p>{`変える前に、半分の地域だけで試すこともできます。それには、募集中の案件が、${LEAST_CLUSTERS}以上の地域のまとまりに要ります（いま${clusters}）。`}</p>
    )
  return (
    <>
      <p>{`${why}半分の地域だけで先に試すと、実際の応募で比べられます。`}</p>
      <PostButton action={action}>地域で分けて比べる</PostButton>
    </>
  )
}

type HalfFirstProps = { side: SideBySide; what: ReturnType<typeof differingIn>; why: string; action: string }

/** 「2026年11月30日から2027年1月24日まで」; null before it began. */
export function periodInWords({ begunAt, endsAt, endedAt }: MarketTrial): string | null {
  const until = endedAt ?? endsAt
  if (!begunAt || !until) return null
  return `${japaneseDate(today(begunAt))}から${japaneseDate(lastDayUntil(until))}まで`
}

/** What differs, and by what it is measured. */
export function WhatDiffers({ trial, weights }: { trial: MarketTrial; weights: TriedWeights | null }) {
  const words = (aim: KeptAim) => {
    const { alpha, places, floor } = aimInWords(aim)
    return `力の入れ方「${alpha}」・一覧の長さ「${places}」・守る下限「${floor}」`
  }
  const measure = { term: '何で比べるか', value: trial.measure && `案件1件あたりの${MEASURED[trial.measure]}` }
  return (
    <Section title="比べるもの">
      {weights ? (
        <>
          <DefinitionList
            items={[
              {
                term: 'これまでの重み',
                value: weights.learned.besides === EXPERT.name ? 'はじめの重み' : '前に学んだ重み',
              },
              { term: '試す重み', value: `${japaneseDate(today(weights.learned.madeAt))}に学んだ重み` },
              { term: '配り方（どちらも同じ）', value: words(trial) },
              measure,
            ]}
          />
          <p>
            候補になる相手は、どちらの地域でも、これまでの重みで選びます。その中の並び、見込み、お見せする理由が、試す地域の案件では、試す重みのものになります。自分でさがすときの並びは変わりません。
          </p>
        </>
      ) : (
        <DefinitionList
          items={[
            { term: 'これまでの配り方', value: words(trial.first) },
            { term: '試す配り方', value: words(trial) },
            measure,
          ]}
        />
      )}
    </Section>
  )
}

/** What a trial of weights tries, and what is in use now. */
export type TriedWeights = { readonly learned: MarketWeights; readonly inUse: NamedWeights }

/** Which regions are shown by which setting. */
export function WhoseHalf({ trial }: { trial: MarketTrial }) {
  return (
    <Section title="地域の分け方" lead="くじで決めました。案件のある地域で分けています。">
      {halvesOf(trial).map(({ name, second }) => {
        const own = trial.clusters.filter((one) => one.second === second)
        const open = own.reduce((sum, { projects }) => sum + projects, 0)
        return (
          <Table
            key={name}
            caption={`${name}の地域（分けたときの募集中の案件 ${count(open)}件）`}
            stack
            rows={own}
            rowKey={(one) => one.name}
            columns={[
              { head: '地域', cell: placeInWords },
              { head: '募集中の案件', figure: true, cell: ({ projects }: TrialCluster) => `${count(projects)}件` },
            ]}
          />
        )
      })}
    </Section>
  )
}

/** A phone shows one line of it more than its name. */
function placeInWords(cluster: TrialCluster): string {
  const places = prefecturesInWords(cluster)
  return places === cluster.name ? places : `${cluster.name}（${places}）`
}

type Counts = { trial: MarketTrial; counts: readonly ClusterCount[]; exact?: boolean }

/** The plain counts of both halves; `exact` where a difference is told, from which small ones could be reckoned anyway. */
export function HalfCounts({ trial, counts, exact }: Counts) {
  const seconds = trial.clusters.map(({ second }) => second)
  const rows = halvesOf(trial).map(({ name, second }) => ({ name, ...halfCount(counts, seconds, second) }))
  type Row = (typeof rows)[number]
  const say = (value: number) => (exact || value >= FEWEST ? `${count(value)}件` : `${FEWEST}件より少ない`)
  return (
    <Table
      caption="比べている間の数"
      stack
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { head: differingIn(trial), cell: ({ name }: Row) => name },
        { head: '一覧に出た案件', figure: true, cell: ({ projects }: Row) => `${count(projects)}件` },
        { head: '応募', figure: true, cell: ({ applications }: Row) => say(applications) },
        { head: '決まった応募', figure: true, cell: ({ acceptances }: Row) => say(acceptances) },
      ]}
    />
  )
}
