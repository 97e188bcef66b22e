import { japaneseDate, lastDayUntil, today } from '../../lib/time.ts'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { aimInWords, type KeptAim } from '../rules/aims.ts'
import { prefecturesInWords } from '../rules/clusters.ts'
import { halfCount, MEASURED } from '../rules/trials.ts'
import type { ClusterCount, MarketTrial, TrialCluster } from '../schema.ts'
import { count } from './figures.ts'

/** Of applications and people, fewer are not told as a number. */
const FEWEST = 5

export const HALVES = [
  { name: 'これまでの配り方', second: false },
  { name: '試す配り方', second: true },
] as const

/** 「2026年11月30日から2027年1月24日まで」; null before it began. */
export function periodInWords({ begunAt, endsAt, endedAt }: MarketTrial): string | null {
  const until = endedAt ?? endsAt
  if (!begunAt || !until) return null
  return `${japaneseDate(today(begunAt))}から${japaneseDate(lastDayUntil(until))}まで`
}

/** What differs, and by what it is measured. */
export function WhatDiffers({ trial }: { trial: MarketTrial }) {
  const words = (aim: KeptAim) => {
    const { alpha, places, floor } = aimInWords(aim)
    return `力の入れ方「${alpha}」・一覧の長さ「${places}」・守る下限「${floor}」`
  }
  return (
    <Section title="比べるもの">
      <DefinitionList
        items={[
          { term: 'これまでの配り方', value: words(trial.first) },
          { term: '試す配り方', value: words(trial) },
          { term: '何で比べるか', value: trial.measure && `案件1件あたりの${MEASURED[trial.measure]}` },
        ]}
      />
    </Section>
  )
}

/** Which regions are shown by which setting. */
export function WhoseHalf({ clusters }: { clusters: readonly TrialCluster[] }) {
  return (
    <Section title="地域の分け方" lead="くじで決めました。案件のある地域で分けています。">
      {HALVES.map(({ name, second }) => {
        const own = clusters.filter((one) => one.second === second)
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
  const rows = HALVES.map(({ name, second }) => ({ name, ...halfCount(counts, seconds, second) }))
  type Row = (typeof rows)[number]
  const say = (value: number) => (exact || value >= FEWEST ? `${count(value)}件` : `${FEWEST}件より少ない`)
  return (
    <Table
      caption="比べている間の数"
      stack
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { head: '配り方', cell: ({ name }: Row) => name },
        { head: '一覧に出た案件', figure: true, cell: ({ projects }: Row) => `${count(projects)}件` },
        { head: '応募', figure: true, cell: ({ applications }: Row) => say(applications) },
        { head: '決まった応募', figure: true, cell: ({ acceptances }: Row) => say(acceptances) },
      ]}
    />
  )
}
