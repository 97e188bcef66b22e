import { z } from 'zod'
import { compareHalves } from '../../engine/evaluation/trial.ts'
import { choice, text } from '../../lib/input.ts'
import type { ClusterCount, MarketTrial, TrialCluster, TrialResult } from '../schema.ts'
import type { KeptAim } from './aims.ts'
import { clusterOf } from './clusters.ts'
import { ANSWERED_DAYS, APPLY_DAYS, LEAST } from './findings.ts'

export type Measure = NonNullable<MarketTrial['measure']>

const DAY = 86_400_000
/** With open projects in fewer, no difference however large could be told from chance: half of eight can be drawn in 18 ways. */
export const LEAST_CLUSTERS = 10

export const WEEKS = [
  { value: '4', label: '4週間', note: '応募の多いとき。' },
  { value: '8', label: '8週間', note: 'ふつうの長さです。' },
  { value: '12', label: '12週間', note: '応募の少ないとき。長いほど、小さな差も見分けられます。' },
] as const
export const MEASURES = [
  { value: 'applications', label: '応募の数', note: '終わったら、すぐに分かります。' },
  {
    value: 'acceptances',
    label: '決まった応募の数',
    note: `いちばん知りたい数ですが、返事を待つので、終わってから${ANSWERED_DAYS - APPLY_DAYS}日後に分かります。数も要ります。`,
  },
] as const satisfies readonly { value: Measure; label: string; note: string }[]

export const MEASURED: Readonly<Record<Measure, string>> = { applications: '応募', acceptances: '決まった応募' }

export const trialForm = z.object({
  name: text({ label: '名前', max: 60 }),
  weeks: choice({ label: '比べる長さ', options: WEEKS.map(({ value }) => value) }),
  measure: choice({ label: '何で比べるか', options: MEASURES.map(({ value }) => value) }),
})
export type TrialAnswers = z.output<typeof trialForm>

export type TrialState = 'drawn' | 'running' | 'ended' | 'measured'
type Dated = Pick<MarketTrial, 'begunAt' | 'endsAt' | 'endedAt' | 'measuredAt'>

/** A trial whose planned end has come runs no more, whether anybody has written that down yet or not. */
export function stateOf({ begunAt, endsAt, endedAt, measuredAt }: Dated, now: Date): TrialState {
  if (measuredAt) return 'measured'
  if (endedAt) return 'ended'
  if (!begunAt || !endsAt) return 'drawn'
  return endsAt > now ? 'running' : 'ended'
}

/** When its end and all answers to what was sent before have come. */
export function measurableAt({ measure, endedAt, endsAt }: Pick<MarketTrial, 'measure' | 'endedAt' | 'endsAt'>): Date {
  const days = measure === 'acceptances' ? ANSWERED_DAYS - APPLY_DAYS : 0
  return new Date((endedAt ?? endsAt!).getTime() + days * DAY)
}

/** 「一覧の長さを変える」: a name as long as nobody gives another. */
export function nameOf(first: KeptAim, second: KeptAim): string {
  const differing = (Object.keys(NAMES) as (keyof KeptAim)[]).filter((name) => first[name] !== second[name])
  return `${differing.map((name) => NAMES[name]).join('・')}を変える`
}

const NAMES: Readonly<Record<keyof KeptAim, string>> = { alpha: '力の入れ方', places: '一覧の長さ', floor: '守る下限' }

/** 「配り方」「重み」: in what the two halves differ. */
export function differingIn({ weightsId }: Pick<MarketTrial, 'weightsId'>): '配り方' | '重み' {
  return weightsId ? '重み' : '配り方'
}

/**
 * By project: the place of its cluster, and whether it is of the second half. A project stays in the cluster in which it was
 * first (`kept`); one without a place is in none (−1), and of the first half.
 */
export function armsOf(
  clusters: readonly TrialCluster[],
  projects: readonly { readonly id: string; readonly prefecture: number | null }[],
  kept: ReadonlyMap<string, number>,
): { clusters: number[]; second: boolean[] } {
  const own = projects.map(({ id, prefecture }) => kept.get(id) ?? clusterOf(clusters, prefecture))
  return { clusters: own, second: own.map((cluster) => clusters[cluster]?.second ?? false) }
}

/** What one half brought. */
export function halfCount(counts: readonly ClusterCount[], second: readonly boolean[], which: boolean): ClusterCount {
  const own = counts.filter((_, at) => second[at] === which)
  const sum = (of: keyof ClusterCount) => own.reduce((all, count) => all + count[of], 0)
  return { projects: sum('projects'), applications: sum('applications'), acceptances: sum('acceptances') }
}

/** Events and clusters that are missing before a difference is told. */
export function missingFor(counts: readonly ClusterCount[], measure: Measure): { events: number; clusters: number } {
  const events = counts.reduce((sum, count) => sum + count[measure], 0)
  const clusters = counts.filter(({ projects }) => projects > 0).length
  return { events: Math.max(0, LEAST.events - events), clusters: Math.max(0, LEAST_CLUSTERS - clusters) }
}

/** The one test of a trial, after its end; null where there is too little. Counts through every half: nothing for a page to wait for. */
export function comparedOf(
  { clusters, measure }: { clusters: MarketTrial['clusters']; measure: Measure },
  counts: readonly ClusterCount[],
): TrialResult['compared'] {
  const { events, clusters: missing } = missingFor(counts, measure)
  const second = clusters.map((cluster) => cluster.second)
  const halves = [true, false].map((which) => halfCount(counts, second, which))
  if (events > 0 || missing > 0 || halves.some(({ projects }) => projects === 0)) return null
  const { interval, ...compared } = compareHalves(
    counts.map((count) => ({ lists: count.projects, events: count[measure] })),
    second,
    clusters.map(({ projects }) => projects),
  )
  const [low, high] = interval
  const kept = (end: number) => (Number.isFinite(end) ? end : null)
  return { ...compared, interval: [kept(low), kept(high)] }
}
