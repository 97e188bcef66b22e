import { BarChart } from '../charts/bar-chart.tsx'
import { ColumnChart } from '../charts/column-chart.tsx'
import { Flow } from '../charts/flow.tsx'
import { LineChart } from '../charts/line-chart.tsx'
import { MapOfJapan } from '../charts/map-of-japan.tsx'
import { PairChart } from '../charts/pair-chart.tsx'
import type { Example } from './example.ts'

const PLACES = { '06': 41, '40': 38, '13': null, '01': 22, '16': 17, '33': 9, '46': 12, '20': 30, '04': 15, '28': 6 }
const MONTHS = [3, 5, 4, 8, 11, 9, 13, 12, 17, 16, 21, 24]

export const chartExamples: readonly Example[] = [
  {
    part: 'BarChart',
    state: '出せない数字があるとき',
    node: (
      <BarChart
        id="bars"
        title="頼まれた仕事"
        description="販路づくりがもっとも多く、原価管理がつづきます。"
        of="仕事"
        unit="件"
        bars={[
          { label: '販路づくり', value: 184 },
          { label: '原価管理', value: 96 },
          { label: '採用のしくみ', value: 41 },
          { label: '証明書の取得', value: null },
        ]}
      />
    ),
  },
  {
    part: 'LineChart',
    state: '一年',
    node: (
      <LineChart
        id="line"
        title="月ごとに決まった数"
        description="一年で3件から24件に増えました。"
        of="月"
        unit="件"
        points={MONTHS.map((value, index) => ({ label: `${index + 1}月`, value }))}
      />
    ),
  },
  {
    part: 'ColumnChart',
    state: '伏せた月と、まだの月があるとき',
    node: (
      <ColumnChart
        id="columns"
        title="月ごとの契約"
        description="もっとも多いのは7月の13件です。伏せた月が2つあります。"
        of="月"
        unit="件"
        mark="X"
        columns={[6, null, 9, 13, 0, 8, null, 7, 5, undefined, undefined, undefined].map((value, at) => ({
          ...{ label: `${((at + 3) % 12) + 1}月`, short: `${((at + 3) % 12) + 1}`, value },
        }))}
      />
    ),
  },
  {
    part: 'MapOfJapan',
    state: '地形',
    node: (
      <MapOfJapan
        id="map"
        title="都道府県ごとの会社"
        description="山形県と福岡県が多く、東京都は少数のため出していません。"
        values={PLACES}
        unit="社"
      />
    ),
  },
  {
    part: 'MapOfJapan',
    state: '同じ大きさ',
    node: (
      <MapOfJapan
        id="tiles"
        form="tiles"
        title="都道府県ごとの会社（同じ大きさ）"
        description="山形県と福岡県が多く、東京都は少数のため出していません。"
        values={PLACES}
        unit="社"
      />
    ),
  },
  {
    part: 'PairChart',
    state: '出せない数字があるとき',
    node: (
      <PairChart
        id="pairs"
        title="求める会社と、手伝える人"
        description="販路づくりは求める会社が多く、原価管理は手伝える人が多い。"
        pairs={[
          { label: '販路づくり', first: 41, second: 120 },
          { label: '原価管理', first: 12, second: 260 },
          { label: '証明書の取得', first: null, second: 15 },
        ]}
        firstHead="求める会社"
        secondHead="手伝える人"
        units={['社', '人']}
        of="仕事"
      />
    ),
  },
  {
    part: 'Flow',
    state: '地方から地方へ',
    node: (
      <Flow
        id="flow"
        title="どこからどこへ"
        description="関東から東北へがもっとも多く、九州の中でもめぐっています。"
        fromHead="手伝う人の住むところ"
        toHead="会社のあるところ"
        unit="件"
        links={[
          { from: '関東', to: '東北', value: 42 },
          { from: '関東', to: '九州・沖縄', value: 31 },
          { from: '関東', to: '中部', value: 18 },
          { from: '近畿', to: '中国', value: 16 },
          { from: '近畿', to: '九州・沖縄', value: 9 },
          { from: '九州・沖縄', to: '九州・沖縄', value: 12 },
          { from: '中部', to: '四国', value: null },
        ]}
      />
    ),
  },
  {
    part: 'Flow',
    state: '出せる数字がないとき',
    node: (
      <Flow
        id="flow-none"
        title="どこからどこへ（はじめ）"
        description="まだ出せる数字がありません。"
        fromHead="手伝う人の住むところ"
        toHead="会社のあるところ"
        unit="件"
        links={[{ from: '関東', to: '東北', value: null }]}
      />
    ),
  },
]
