import { Board } from '../board.tsx'
import { Button } from '../button.tsx'
import { Card } from '../card.tsx'
import { CardList } from '../card-list.tsx'
import { DefinitionList } from '../definition-list.tsx'
import { LiveLines } from '../live-lines.tsx'
import { Pagination } from '../pagination.tsx'
import { SheetLinks } from '../sheet-links.tsx'
import { Stages } from '../stages.tsx'
import { Table } from '../table.tsx'
import { Tabs } from '../tabs.tsx'
import { Tag, TagList } from '../tag.tsx'
import { Timeline } from '../timeline.tsx'
import { Tree } from '../tree.tsx'
import type { Example } from './example.ts'

const MONTHS = [
  { month: '2026年9月', hours: '9時間', fee: '45,000円' },
  { month: '2026年10月', hours: '11時間', fee: '55,000円' },
]
const COLUMNS = [
  { head: '月', cell: (row: (typeof MONTHS)[number]) => row.month },
  { head: '時間', cell: (row: (typeof MONTHS)[number]) => row.hours, figure: true },
  { head: '報酬', cell: (row: (typeof MONTHS)[number]) => row.fee, figure: true },
]

export const listExamples: readonly Example[] = [
  {
    part: 'Board',
    state: '段階ごと',
    node: (
      <Board
        columns={[
          { id: 'new', title: '新しい', count: 1, children: <Card level={3} title="織物の原価を三十五年" /> },
          { id: 'interview', title: '面談', count: 0, children: null },
        ]}
      />
    ),
  },
  {
    part: 'Card',
    state: 'ならべたとき',
    node: (
      <CardList columns={2}>
        <Card level={4} title="品物ひとつの原価を出したい" href="#main" eyebrow="福岡県　伝統工芸">
          <DefinitionList
            compact
            items={[
              { term: '報酬', value: '月50,000円' },
              { term: '時間', value: '月10時間' },
            ]}
          />
          <TagList>
            <Tag tone="main">原価管理</Tag>
            <Tag tone="line">月に一度の訪問</Tag>
          </TagList>
        </Card>
        <Card
          level={4}
          title="いちばん合いそうな人"
          tone="main"
          foot={
            <Button type="button" kind="quiet">
              話してみる
            </Button>
          }
        >
          <p>織物の工場で、手作業の工程ごとに原価を出してきました。</p>
        </Card>
      </CardList>
    ),
  },
  { part: 'Card', state: '目立たせるとき', node: <Card level={4} title="返事の約束は明日です" tone="accent" /> },
  {
    part: 'DefinitionList',
    state: 'ふつう',
    node: (
      <DefinitionList
        items={[
          { term: '報酬', value: '月50,000円', note: '旅費は別に支払います' },
          { term: '期間', value: '3か月' },
          { term: '空の行', value: '' },
        ]}
      />
    ),
  },
  {
    part: 'Table',
    state: '狭い画面では一行ずつ',
    node: <Table stack caption="月ごとの記録" columns={COLUMNS} rows={MONTHS} rowKey={(row) => row.month} />,
  },
  {
    part: 'Table',
    state: '横に動かせる',
    node: <Table caption="月ごとの報酬" columns={COLUMNS} rows={MONTHS} rowKey={(row) => row.month} />,
  },
  {
    part: 'Timeline',
    state: 'このあとのこと',
    node: (
      <Timeline
        items={[
          { title: '受けつけました', at: '2026年11月23日（月）' },
          {
            title: '事務局が読みます',
            at: '11月25日（水）まで',
            detail: '気になる点があれば電話します。',
            when: 'now',
          },
          { title: '公開されます', detail: '合いそうな人に知らせます。', when: 'next' },
        ]}
      />
    ),
  },
  {
    part: 'Tree',
    state: '三つの深さ',
    node: (
      <Tree
        label="整理の見本"
        nodes={[
          {
            id: 'cost',
            kind: '困っていること',
            title: '品物ひとつの原価が分からない',
            source: 'いくらで作れているのか、正直わからない',
            tone: 'sun',
            children: [
              {
                id: 'time',
                kind: '考えられるわけ',
                title: '手作業の時間を測っていない',
                source: 'ほとんど手作業で',
                children: [
                  {
                    id: 'study',
                    kind: '効きそうな仕事',
                    title: '工程ごとの時間と材料を測る',
                    tone: 'main',
                    controls: <Tag tone="main">原価管理</Tag>,
                  },
                ],
              },
              { id: 'price', kind: '考えられるわけ', title: '値段を昔のまま決めている' },
            ],
          },
        ]}
      />
    ),
  },
  {
    part: 'SheetLinks',
    state: '一覧を受けとる',
    node: <SheetLinks href="/styleguide" of="月ごとの契約" />,
  },
  {
    part: 'Stages',
    state: '途中',
    node: (
      <Stages
        label="選考の段階"
        current={1}
        stages={[
          { label: '応募', count: 12, href: '#main' },
          { label: '候補', count: 3 },
          { label: '面談', count: 0 },
          { label: 'お願い' },
        ]}
      />
    ),
  },
  { part: 'Pagination', state: '途中', node: <Pagination page={2} pages={9} href={(page) => `?page=${page}`} /> },
  {
    part: 'Pagination',
    state: '最初',
    node: <Pagination label="最初のページから移る" page={1} pages={2} href={(page) => `?page=${page}`} />,
  },
  {
    part: 'Tabs',
    state: '二つめを見ている',
    node: (
      <Tabs
        label="案件の見かた"
        tabs={[
          { href: '?view=all', label: 'すべて', count: 128 },
          { href: '?view=near', label: 'ゆかりの地', count: 6, current: true },
          { href: '?view=liked', label: '気になる' },
        ]}
      />
    ),
  },
  {
    part: 'LiveLines',
    state: '書いている間',
    node: (
      <LiveLines name="words" words={['伝わりやすさ 85点', '三か月後の姿を、目に見えることで書くと伝わります。']} />
    ),
  },
  {
    part: 'LiveLines',
    state: 'もう直すところがないとき',
    node: <LiveLines name="words" words={['伝わりやすさ 100点']} />,
  },
]
