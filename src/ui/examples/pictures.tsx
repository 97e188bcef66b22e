import { Brand, Mark } from '../brand.tsx'
import { RouteMap } from '../charts/route-map.tsx'
import { Icon, type IconName } from '../icon.tsx'
import { Loop } from '../pictures/loop.tsx'
import { Spot, type SpotName } from '../pictures/spot.tsx'
import type { Example } from './example.ts'

const ICONS: readonly IconName[] = ['info', 'success', 'warning', 'error', 'back', 'next', 'done']

const SPOTS: readonly [SpotName, string][] = [
  ['empty', 'まだ何もない'],
  ['done', '終わった'],
  ['thinking', '考えている'],
  ['region', '地域'],
  ['talk', '話す'],
]

export const pictureExamples: readonly Example[] = [
  { part: 'Mark', state: 'しるし', node: <Mark /> },
  { part: 'Brand', state: '名前', node: <Brand /> },
  ...ICONS.map((name) => ({ part: 'Icon', state: name, node: <Icon name={name} /> })),
  ...SPOTS.map(([name, state]) => ({ part: 'Spot', state, node: <Spot name={name} /> })),
  {
    part: 'RouteMap',
    state: '三つの県',
    node: (
      <RouteMap
        id="route"
        title="めぐりの道すじ"
        description="長野県から、山形県と福岡県へ。"
        stops={['20', '06', '40']}
      />
    ),
  },
  {
    part: 'Loop',
    state: '八つの駅',
    node: (
      <Loop
        id="loop"
        title="一周"
        description="八つの駅を一周します。"
        stations={['悩み', '課題整理', '案件', '提案', '契約', '稼働', 'ふりかえり', 'めぐり']}
      />
    ),
  },
]
