import type { Outcome } from '../../engine/market/plan.ts'
import { japaneseDateTime } from '../../lib/time.ts'
import { LineChart } from '../../ui/charts/line-chart.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChoiceCards } from '../../ui/fields/choice-cards.tsx'
import { Form, PostButton } from '../../ui/form.tsx'
import type { FormErrors, FormValues } from '../../ui/form-state.ts'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { ALPHAS, aimInWords, alphaInWords, FLOORS, type KeptAim, PLACES, sameAim } from '../rules/aims.ts'
import { differingIn } from '../rules/trials.ts'
import type { MarketRun, MarketTrial } from '../schema.ts'
import { count, percent } from './figures.ts'

type Props = {
  aim: KeptAim
  run: MarketRun | undefined
  /** The trial that goes on. */
  running: MarketTrial | undefined
  /** Somebody has just asked for new lists. */
  asked: boolean
  values?: FormValues
  errors?: FormErrors
}

/** How everybody's lists are made, what that brings, and the way to try another. */
export function DeskMarket({ aim, run, running, asked, values, errors }: Props) {
  const { alpha, places, floor } = aim
  const kept = { alpha: String(alpha), places: String(places), floor: String(floor) }
  return (
    <Layout
      title="一覧の配り方"
      lead="だれにどの案件を見せるかを、毎晩、みなさん全体で決めています。"
      back={{ href: '/desk', label: '事務局' }}
      width="page"
      failed={Boolean(errors)}
    >
      {asked && (
        <Notice kind="success" title="一覧を作りなおしています" live>
          数十秒かかります。終わると「前回の結果」の時刻が変わります。
        </Notice>
      )}
      <Section title="いまの決め方">
        <AimList aim={aim} />
        {running && (
          <Notice
            title={`いま、地域を半分に分けて、別の${differingIn(running)}と比べています`}
            action={<a href={`/desk/market/trials/${running.id}`}>この比較を見る</a>}
          >
            {`半分の地域の案件は、試す${differingIn(running)}で見せています。「前回の結果」は、すべての地域がいまの決め方だったときの見込みです。`}
          </Notice>
        )}
      </Section>
      {run ? <LastRun {...{ run, aim }} /> : <NoRun />}
      <Section title="変えてみる" lead="先に、1か月の見込みを出します。まだ何も変わりません。">
        <Form
          action="/desk/market/predictions"
          submit="見込みを出す"
          values={values ?? kept}
          {...(errors && { errors })}
        >
          <ChoiceCards name="alpha" label="力の入れ方" choices={ALPHAS} required />
          <ChoiceCards name="places" label="一覧の長さ" choices={PLACES} required />
          <ChoiceCards name="floor" label="見えない案件や人を守る下限" choices={FLOORS} required />
        </Form>
      </Section>
      <ul class="link-list">
        <li>
          <a href="/desk/market/findings">一覧を見て分かったこと</a>
        </li>
        <li>
          <a href="/desk/market/trials">地域で分けて比べる</a>
        </li>
      </ul>
    </Layout>
  )
}

export function AimList({ aim }: { aim: KeptAim }) {
  const words = aimInWords(aim)
  return (
    <DefinitionList
      items={[
        { term: '力の入れ方', value: words.alpha },
        { term: '一覧の長さ', value: words.places },
        { term: '見えない案件や人を守る下限', value: words.floor },
      ]}
    />
  )
}

function NoRun() {
  return (
    <EmptyState title="まだ一度も作っていません" action={<Again />}>
      毎晩3時10分に作ります。いま作ることもできます。
    </EmptyState>
  )
}

function Again() {
  return <PostButton action="/desk/market/runs">いま作りなおす</PostButton>
}

function LastRun({ run, aim }: { run: MarketRun; aim: KeptAim }) {
  const { outcome, byFit, people, projects } = run
  if (people === 0 || projects === 0) return <Nobody run={run} />
  const columns = [
    { head: '見ること', cell: ({ name }: Line) => name },
    { head: 'この配り方', figure: true, cell: ({ value }: Line) => value(outcome) },
    { head: '合う順だけ', figure: true, cell: ({ value }: Line) => value(byFit) },
  ]
  return (
    <>
      <Section
        title="前回の結果"
        lead={`${japaneseDateTime(run.doneAt)}に、人材${count(people)}人と募集中の案件${count(projects)}件で作りました。`}
      >
        <Table
          caption="配り方でどう変わるか"
          captionHidden
          stack
          rows={LINES}
          rowKey={({ name }) => name}
          {...{ columns }}
        />
        {!sameAim(run, aim) && (
          <Notice title="この結果は、前の決め方のものです">
            {`${Object.values(aimInWords(run)).join('・')}で作りました。いまの決め方は、つぎに作るときから使います。`}
          </Notice>
        )}
        <p>一覧を一度見たときの見込みです。点数から出したもので、実際の数とは違います。</p>
        <Again />
      </Section>
      <Section title="力の入れ方を変えたら" lead="左ほど行きわたり、右ほど成約に力を入れます。">
        <LineChart
          id="matches"
          title="決まる見込み（一覧を一度見たとき）"
          description="力の入れ方を、行きわたりから成約へ五段階で変えたときの、決まる見込みの件数。"
          unit="件"
          of="力の入れ方"
          marked={run.curve.findIndex(({ alpha }) => alpha === run.alpha)}
          points={run.curve.map(({ alpha, outcome: one }) => ({
            label: alphaInWords(alpha),
            value: tenth(one.matches),
          }))}
        />
        <LineChart
          id="bottom"
          title="いちばん見られない1割の見え方"
          description="同じ五段階での、いちばん見られない1割の案件が見られる量の、平均に対する割合。"
          unit="％"
          of="力の入れ方"
          marked={run.curve.findIndex(({ alpha }) => alpha === run.alpha)}
          points={run.curve.map(({ alpha, outcome: one }) => ({
            label: alphaInWords(alpha),
            value: percent(one.bottom),
          }))}
        />
        <Curve run={run} />
      </Section>
    </>
  )
}

/** Everything that is traded off, in one table. */
function Curve({ run }: { run: MarketRun }) {
  type Step = MarketRun['curve'][number]
  return (
    <Table
      caption="力の入れ方ごとの見込み"
      stack
      rows={run.curve}
      rowKey={({ alpha }) => String(alpha)}
      columns={[
        {
          head: '力の入れ方',
          cell: ({ alpha }: Step) => `${alphaInWords(alpha)}${alpha === run.alpha ? '（この結果）' : ''}`,
        },
        ...LINES.map(({ name, value }) => ({ head: name, figure: true, cell: ({ outcome }: Step) => value(outcome) })),
      ]}
    />
  )
}

function Nobody({ run: { people, projects } }: { run: MarketRun }) {
  const missing = projects === 0 ? '募集中の案件がありません' : '公開している人材がいません'
  return (
    <EmptyState title={missing} action={<Again />}>
      {`前回は、人材${count(people)}人、募集中の案件${count(projects)}件でした。`}
    </EmptyState>
  )
}

type Line = { name: string; value: (outcome: Outcome) => string }

const LINES: readonly Line[] = [
  { name: '決まる見込み（一覧を一度見たとき）', value: ({ matches }) => `${tenth(matches).toLocaleString('ja-JP')}件` },
  { name: '一人でも決まる案件', value: ({ filled }) => `${percent(filled)}％` },
  { name: 'だれかの一覧に出た案件', value: ({ coverage }) => `${percent(coverage)}％` },
  { name: '見え方のかたより（0なら平ら）', value: ({ gini }) => gini.toFixed(2) },
  { name: 'いちばん見られない1割（平均を100として）', value: ({ bottom }) => String(percent(bottom)) },
]

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
