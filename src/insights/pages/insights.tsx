import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES, prefectureName } from '../../lib/regions.ts'
import { monthName } from '../../lib/time.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { BarChart } from '../../ui/charts/bar-chart.tsx'
import { said } from '../../ui/charts/chart.tsx'
import { LineChart } from '../../ui/charts/line-chart.tsx'
import { MapOfJapan } from '../../ui/charts/map-of-japan.tsx'
import { PairChart } from '../../ui/charts/pair-chart.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { monthsBefore } from '../rules/cells.ts'
import { figureIn, knownWork, type Released, SHARES, type ShareName, shareOf } from '../rules/figures.ts'
import type { Figures } from '../rules/released.ts'
import { AREAS, regionName } from '../rules/tables.ts'
import { LEAST_COMPANIES } from '../rules/withhold.ts'
import { Note, Older, UNIT } from './figure-note.tsx'
import { Flows, Trades } from './flows.tsx'

export interface InsightsProps {
  /** Nothing before the first month is over. */
  release: Released | undefined
  map: 'shapes' | 'tiles'
  /** Of which the market is shown: `all` or a region. */
  area: string
}

/** What went round, as the newest release has it: nothing of it leads to one company. */
export function Insights({ release, map, area }: InsightsProps) {
  return (
    <Layout
      title="めぐりのようす"
      lead="人の力が、どこからどこへめぐったか。結ばれた契約から、月に一度数えています。"
      description="めぐりで結ばれた契約の数を、月ごと、都道府県ごと、地域から地域への流れで見られます。"
      width="page"
    >
      {release && figureIn(release.figures, 'all')?.value !== 0 ? (
        <Figured release={release} map={map} area={area} />
      ) : (
        <EmptyState title="まだ数えられる契約がありません" picture="region">
          月が終わるごとに、その月までの契約を数えてここに出します。
        </EmptyState>
      )}
      <Section title="数字をつかう">
        <p>すべての数字を、これまでの公表といっしょに配っています。だれでも、何にでも使えます。</p>
        <p>
          <ButtonLink href="/insights/data">数字と、使い方を見る</ButtonLink>
        </p>
      </Section>
      <Notice title="出していない数があります">
        {`${LEAST_COMPANIES}社に満たない会社の数は、どの会社のことか分かってしまうため、出していません。引き算でその数が分かってしまう、となりの数も伏せています。数は月に一度だけ変わり、前の月との差から会社が分かってしまう数は、前のままにします。`}
      </Notice>
    </Layout>
  )
}

function Figured({ release, map, area }: InsightsProps & { release: Released }) {
  const { figures } = release
  const value = (key: string) => figureIn(figures, key)?.value ?? null
  return (
    <>
      <Section title="月ごとの契約">
        <ByMonth release={release} />
        <Note table="matches" release={release} />
      </Section>
      <Section title="めぐりの割合">
        <Shares figures={figures} />
        <Note table="indices" release={release} />
      </Section>
      <Section title="都道府県ごとの契約" id="map">
        <Tabs
          label="地図の形"
          tabs={[
            { href: '/insights#map', label: 'いつもの形', current: map === 'shapes' },
            { href: '/insights?map=tiles#map', label: '同じ大きさ', current: map === 'tiles' },
          ]}
        />
        <MapOfJapan
          id="by-prefecture"
          title="会社のある都道府県"
          description="都道府県ごとの契約の数を、色の濃さで表しています。濃いほど多く、点線の県は数を出していません。"
          values={Object.fromEntries(
            PREFECTURES.map(({ id }) => [String(id).padStart(2, '0'), value(`prefecture ${id}`)]),
          )}
          unit={UNIT}
          form={map}
        />
        <Older
          release={release}
          keys={PREFECTURES.map(({ id }) => ({ key: `prefecture ${id}`, name: prefectureName(id) }))}
        />
        <Note table="prefectures" release={release} />
      </Section>
      <Section title="地域から地域へ">
        <Flows release={release} />
        <Note table="flows" release={release} />
      </Section>
      <Section title="業種から業種へ">
        <Trades release={release} />
        <Note table="trades" release={release} also={['industries']} />
      </Section>
      <Section title="何の仕事で">
        <Works figures={figures} />
        <Note table="works" release={release} also={['needs']} />
      </Section>
      <Section title="だれが何を求め、だれが何を出せるか" id="market">
        <Market figures={figures} area={area} />
        <Note table="market" release={release} />
      </Section>
    </>
  )
}

function ByMonth({ release: { until, figures } }: { release: Released }) {
  const points = monthsBefore(until).map((day) => {
    const month = day.slice(0, 7)
    return { label: monthName(month), value: figureIn(figures, `month ${month}`)?.value ?? null }
  })
  return (
    <LineChart
      id="by-month"
      title="月ごとに結ばれた契約"
      description={`${points[0]?.label}から${points.at(-1)?.label}まで、月ごとの契約の数を線で表しています。`}
      points={points}
      unit={UNIT}
      of="月"
    />
  )
}

const SHARE_WORDS: Readonly<Record<ShareName, string>> = {
  second: '二社目からの契約',
  across: '都道府県をまたいだ契約',
  left: '会社に何かが残った契約',
  introduced: '近くの会社の引き合わせから',
  returned: '手伝ってもらった会社の人から',
}

function Shares({ figures }: { figures: Figures }) {
  return (
    <BarChart
      id="shares"
      title="契約百件のうち"
      description="契約全体のうち、それぞれにあてはまる契約の割合を、棒の長さで表しています。"
      bars={Object.entries(SHARES).map(([name, [part, whole]]) => ({
        label: SHARE_WORDS[name as ShareName],
        value: shareOf(figures, part, whole),
      }))}
      unit={UNIT}
      of="見るところ"
      whole={100}
    />
  )
}

const MOST_WORKS = 12

function Works({ figures }: { figures: Figures }) {
  const majors = knownWork(figures, 'major').slice(0, MOST_WORKS)
  const leaves = knownWork(figures, 'leaf').slice(0, MOST_WORKS)
  return (
    <>
      <BarChart
        id="works"
        title="契約の多い仕事"
        description="仕事の大分類ごとの契約の数を、棒の長さで表しています。"
        bars={majors.map(({ name, value }) => ({ label: name, value }))}
        unit={UNIT}
        of="仕事"
      />
      {leaves.length > 0 && (
        <Table
          caption="もっと細かく見ると"
          columns={[
            { head: '仕事', cell: ({ name }: (typeof leaves)[number]) => name },
            { head: '契約', cell: ({ value }) => said(value, UNIT), figure: true },
          ]}
          rows={leaves}
          rowKey={({ key }) => key}
        />
      )}
    </>
  )
}

function Market({ figures, area }: { figures: Figures; area: string }) {
  const name = (one: string) => (one === 'all' ? '全国' : regionName(one))
  const value = (kind: string, major: string) => figureIn(figures, `${kind} ${area} ${major}`)?.value ?? null
  const pairs = jobCodes()
    .majors.map(({ id, name: label }) => ({ label, first: value('asked', id), second: value('offered', id) }))
    .filter(({ first, second }) => first !== null || second !== null)
    .sort((a, b) => (b.first ?? 0) - (a.first ?? 0))
  return (
    <>
      <Tabs
        label="地域"
        tabs={AREAS.map((one) => ({
          href: one === 'all' ? '/insights#market' : `/insights?area=${one}#market`,
          label: name(one),
          current: one === area,
        }))}
      />
      <PairChart
        id="market"
        title={`${name(area)}の会社が求める仕事と、${name(area)}の人が出せる仕事`}
        description="仕事の大分類ごとに、求める会社の数と、出せる人の数を、二本の棒で表しています。棒の長さは、それぞれの中でくらべます。"
        pairs={pairs}
        firstHead="求める会社"
        secondHead="出せる人"
        units={['社', '人']}
        of="仕事"
      />
    </>
  )
}
