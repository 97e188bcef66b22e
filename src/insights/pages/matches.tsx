import { japaneseDate, type LegalDate } from '../../lib/time.ts'
import { said } from '../../ui/charts/chart.tsx'
import { Flow } from '../../ui/charts/flow.tsx'
import { LineChart } from '../../ui/charts/line-chart.tsx'
import { MapOfJapan } from '../../ui/charts/map-of-japan.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Layout } from '../../ui/layout.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Section } from '../../ui/section.tsx'
import { SheetLinks } from '../../ui/sheet-links.tsx'
import { Table } from '../../ui/table.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import type { Matches } from '../rules/matches.ts'
import { LABELS, monthName, type RegionSum, regionName, regionSums, type TableName } from '../rules/tables.ts'
import { LEAST_COMPANIES } from '../rules/withhold.ts'

export interface MatchPageProps {
  matches: Matches
  /** The day the figures were counted. */
  day: LegalDate
  map: 'shapes' | 'tiles'
}

const UNIT = '件'

/** What went round: contracts by month, by prefecture, from region to region. Nothing of it leads to one company. */
export function MatchPage({ matches, day, map }: MatchPageProps) {
  const { total } = matches
  return (
    <Layout
      title="めぐりのようす"
      lead="人の力が、どこからどこへめぐったか。結ばれた契約から数えました。"
      description="めぐりで結ばれた契約の数を、月ごと、都道府県ごと、地域から地域への流れで見られます。"
      width="page"
    >
      {total === 0 ? (
        <EmptyState title="まだ数えられる契約がありません" picture="region">
          月が終わるごとに、その月までの契約を数えてここに出します。
        </EmptyState>
      ) : (
        <>
          <Section title="月ごとの契約">
            <ByMonth {...matches} />
            <Note table="matches" matches={matches} day={day}>
              その月に、会社と手伝う人の両方が署名し、封をした契約の数です。
            </Note>
          </Section>
          <Section title="都道府県ごとの契約" id="map">
            <Tabs
              label="地図の形"
              tabs={[
                { href: '/insights#map', label: 'いつもの形', current: map === 'shapes' },
                { href: '/insights?map=tiles#map', label: '同じ大きさ', current: map === 'tiles' },
              ]}
            />
            <ByPrefecture matches={matches} form={map} />
            <Note table="prefectures" matches={matches} day={day}>
              契約した会社のある都道府県で数えています。
            </Note>
          </Section>
          <Section title="地域から地域へ">
            <Flows {...matches} />
            <Table
              caption="地域ごとの合計"
              columns={[
                { head: '地域', cell: ({ region }: RegionSum) => regionName(region) },
                { head: '出た力', cell: ({ out }) => said(out, UNIT), figure: true },
                { head: '来た力', cell: ({ into }) => said(into, UNIT), figure: true },
              ]}
              rows={regionSums(matches)}
              rowKey={({ region }) => region}
            />
            <Note table="flows" matches={matches} day={day}>
              手伝う人の住む地域から、会社のある地域へ。契約一件を一つと数えます。住む地域は、計算した日のプロフィールによります。
            </Note>
          </Section>
        </>
      )}
      <Notice title="出していない数があります">
        {`${LEAST_COMPANIES}社に満たない会社の数は、どの会社のことか分かってしまうため、出していません。引き算でその数が分かってしまう、となりの数も伏せています。`}
      </Notice>
    </Layout>
  )
}

function ByMonth({ months }: Matches) {
  const points = months.map(({ month, value }) => ({ label: monthName(month), value }))
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

function ByPrefecture({ matches, form }: { matches: Matches; form: MatchPageProps['map'] }) {
  const values = matches.prefectures.map(({ prefecture, value }) => [String(prefecture).padStart(2, '0'), value])
  return (
    <MapOfJapan
      id="by-prefecture"
      title="会社のある都道府県"
      description="都道府県ごとの契約の数を、色の濃さで表しています。濃いほど多く、点線の県は数を出していません。"
      values={Object.fromEntries(values)}
      unit={UNIT}
      form={form}
    />
  )
}

function Flows({ flows }: Matches) {
  return (
    <Flow
      id="flows"
      title="人の地域から、会社の地域へ"
      description="左は手伝う人の住む地域、右は会社のある地域です。帯が太いほど、結ばれた契約が多いことを表します。"
      links={flows
        .filter(({ value }) => value !== 0)
        .map(({ from, to, value }) => ({ from: regionName(from), to: regionName(to), value }))}
      unit={UNIT}
      fromHead="人の地域"
      toHead="会社の地域"
    />
  )
}

/** How it was counted, of how many, when; and the same figures as a file. */
function Note({ table, matches, day, children }: Omit<MatchPageProps, 'map'> & { table: TableName; children: string }) {
  const { months, total, companies } = matches
  const whole =
    total === null || companies === null ? said(null, UNIT) : `${said(total, UNIT)}（${said(companies, '社')}）`
  return (
    <div class="figure-note">
      <p>{`数え方：${children}`}</p>
      <p>{`対象：${monthName(months[0]!.month)}から${monthName(months.at(-1)!.month)}まで　${whole}`}</p>
      <p>{`計算した日：${japaneseDate(day)}`}</p>
      <SheetLinks href={`/insights/${table}.csv`} of={`${LABELS[table]}の数字`} print={false} />
    </div>
  )
}
