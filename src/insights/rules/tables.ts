import { INDUSTRIES, industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { PREFECTURES, REGIONS } from '../../lib/regions.ts'
import type { LegalDate } from '../../lib/time.ts'
import { GROUPS, monthsBefore, ORIGINS, UNKNOWN } from './cells.ts'
import { figureIn, releaseName, worksOf } from './figures.ts'
import type { Figures } from './released.ts'
import { APPLIED_WITHIN_DAYS, type Group, KINDS, type Kind, type Level, usualIn } from './usual.ts'

/** How a withheld figure stands in a file: the mark that official statistics use. */
export const WITHHELD_MARK = 'X'

export type TableName = keyof typeof TABLES
type Rows = (string | number)[][]
type Given = { readonly figures: Figures; readonly until: LegalDate }
type Defined = {
  readonly title: string
  /** How it is counted, in a sentence that stands under the chart, too. */
  readonly definition: string
  readonly rows: (given: Given) => Rows
}

/** 東北 for tohoku. */
export function regionName(region: string): string {
  return region === UNKNOWN ? '地域を書いていない人' : REGIONS.find(({ id }) => id === region)!.name
}

/** 農林水産 for growers. */
function groupLabel(group: string): string {
  return group === UNKNOWN ? '業種が分からない' : industryName(group)
}

/** All of Japan, then its regions. */
export const AREAS: readonly string[] = ['all', ...REGIONS.map(({ id }) => id)]

const INDEX_ROWS = [
  ['何社目か', '一社目', 'order first'],
  ['何社目か', '二社目から', 'order later'],
  ['人と会社の都道府県', '同じ', 'distance same'],
  ['人と会社の都道府県', 'ちがう', 'distance other'],
  ['人と会社の都道府県', '人が書いていない', `distance ${UNKNOWN}`],
  ['会社に残ったもの', 'ある', 'stay left'],
  ['会社に残ったもの', '終わったが、まだない', 'stay nothing'],
  ['会社に残ったもの', '続いている', 'stay going'],
  ['近くの会社の引き合わせ', 'あった', 'introduced yes'],
  ['近くの会社の引き合わせ', 'なかった', 'introduced no'],
  ['手伝ってもらった会社の人', 'である', 'returned yes'],
  ['手伝ってもらった会社の人', 'ではない', 'returned no'],
] as const

export const USUAL_HEADS = ['件数', '下から四分の一', 'まん中', '上から四分の一'] as const
const USUAL_WORDS: Readonly<Record<Kind, string>> = {
  fee: 'ひと月のお礼（円）',
  days: '決まるまでの日数',
  hourly: '1時間あたりのお礼（円）',
  applicants: '応募の数',
}
export const USUAL_DEFINITIONS: Readonly<Record<Kind, string>> = {
  fee: 'お礼は、案件に書いてあるひと月の額です（お礼のない案件は入れていません）。',
  hourly: '1時間あたりは、ひと月のお礼を月の時間で割った額です（交通費がお礼に入っている案件は入れていません）。',
  days: '日数は、公開の日から、頼む人がはじめて決まった日までです。',
  applicants: `応募は、公開から${APPLIED_WITHIN_DAYS}日のうちに届いた数です。`,
}

const LEVELS = { major: '大分類', middle: '中分類', leaf: '仕事' } as const

/** Every table of a release. */
export const TABLES = {
  matches: {
    title: '月ごとの契約',
    definition: 'その月に、会社と手伝う人の両方が署名し、封をした契約の数です。',
    rows: ({ figures, until }) => [
      ['月', '契約数', '時点'],
      ...monthsBefore(until).map((day) => [day.slice(0, 7), ...said(figures, `month ${day.slice(0, 7)}`)]),
      ['合計', ...said(figures, 'all')],
      ['会社の数（5社ごと）', ...said(figures, 'companies')],
    ],
  },
  prefectures: {
    title: '都道府県ごとの契約',
    definition: '契約した会社のある都道府県で数えています。',
    rows: ({ figures }) => [
      ['都道府県番号', '都道府県', '契約数', '時点'],
      ...PREFECTURES.map(({ id, name }) => [id, name, ...said(figures, `prefecture ${id}`)]),
      ['', '合計', ...said(figures, 'all')],
    ],
  },
  flows: {
    title: '地域から地域へ',
    definition:
      '手伝う人の住む地域から、会社のある地域へ。契約一件を一つと数えます。住む地域は、契約した日のものです。',
    rows: ({ figures }) => [
      ['人の地域', '会社の地域', '契約数', '時点'],
      ...ORIGINS.flatMap((from) =>
        REGIONS.map(({ id }) => [regionName(from), regionName(id), ...said(figures, `flow ${from} ${id}`)]),
      ),
      ...ORIGINS.map((from) => [regionName(from), '合計', ...said(figures, `origin ${from}`)]),
      ...REGIONS.map(({ id, name }) => ['合計', name, ...said(figures, `destination ${id}`)]),
      ['合計', '合計', ...said(figures, 'all')],
    ],
  },
  works: {
    title: '仕事ごとの契約',
    definition:
      '契約一件を、案件のいちばん初めのジョブコードで一つと数えます。少ない仕事は、ひとつ上の分類の数にだけ入っています。',
    rows: ({ figures }) => [
      ['段', '番号', '名前', '契約数', '時点'],
      ...(['major', 'middle', 'leaf'] as const).flatMap((level) =>
        worksOf(level).map(({ key, name }) => [LEVELS[level], key.split(' ')[1]!, name, ...said(figures, key)]),
      ),
    ],
  },
  needs: {
    title: '地域と仕事ごとの契約',
    definition: '会社のある地域と、仕事の大分類で数えています。',
    rows: ({ figures }) => [
      ['会社の地域', '番号', '大分類', '契約数', '時点'],
      ...REGIONS.flatMap(({ id, name }) =>
        worksOf('major').map((work) => {
          const major = work.key.split(' ')[1]!
          return [name, major, work.name, ...said(figures, `need ${id} ${major}`)]
        }),
      ),
    ],
  },
  usual: {
    title: '仕事・地域・業種ごとの、お礼と応募',
    definition: `この24か月に公開した案件で数えています。${Object.values(USUAL_DEFINITIONS).join('')}10件・5社からで、一社のものが四分の一までのときだけのせ、件数は5件ごと、ひと月のお礼は千円ごと、1時間あたりは百円ごとです。`,
    rows: ({ figures }) => [
      ['段', '番号', '名前', '見るもの', ...USUAL_HEADS, '時点'],
      ...usualGroups().flatMap(({ level, id, name }) =>
        KINDS.flatMap((kind) => {
          const usual = usualIn(figures, kind, [`${level} ${id}`])
          if (!usual) return []
          const { n, low, half, high, until } = usual
          return [
            [USUAL_LEVELS[level], id, name, USUAL_WORDS[kind], n, low, half, high, until ? releaseName(until) : ''],
          ]
        }),
      ),
    ],
  },
  market: {
    title: '求める会社と、出せる人',
    definition:
      '求める会社は、この24か月にその仕事の案件を出した会社。出せる人は、いま会社に見えるプロフィールにその仕事がある人で、いくつもの仕事に数えます。どちらも5ごとに切り捨て、5に満たないときは出しません。',
    rows: ({ figures }) => [
      ['地域', '番号', '大分類', '求める会社', '出せる人'],
      ...AREAS.flatMap((area) =>
        jobCodes().majors.map(({ id, name }) => [
          area === 'all' ? '全国' : regionName(area),
          ...[id, name],
          ...['asked', 'offered'].map((kind) => said(figures, `${kind} ${area} ${id}`)[0]!),
        ]),
      ),
    ],
  },
  indices: {
    title: 'めぐりの割合',
    definition:
      '二社目からは、その人にとって二社目より後の契約。会社に残ったものは、引き継ぎ書きか、会社が残ったと書いたふりかえり。引き合わせは、別の会社が次点として近くの会社に引き合わせているあいだに応募した人の契約です。手伝ってもらった会社の人は、めぐりで手伝ってもらったことのある会社に入っている人です。',
    rows: ({ figures }) => [
      ['見るところ', '区分', '契約数', '時点'],
      ...INDEX_ROWS.map(([of, part, key]) => [of, part, ...said(figures, key)]),
    ],
  },
  trades: {
    title: '業種から業種へ',
    definition:
      '手伝う人が初めに書いた、よく知る業種のまとまりから、会社の業種のまとまりへ。契約一件を一つと数えます。',
    rows: ({ figures }) => [
      ['人の業種', '会社の業種', '契約数', '時点'],
      ...GROUPS.flatMap((from) =>
        GROUPS.map((to) => [groupLabel(from), groupLabel(to), ...said(figures, `group-flow ${from} ${to}`)]),
      ),
      ...GROUPS.map((from) => [groupLabel(from), '合計', ...said(figures, `group-origin ${from}`)]),
      ...GROUPS.map((to) => ['合計', groupLabel(to), ...said(figures, `group ${to}`)]),
      ['合計', '合計', ...said(figures, 'all')],
    ],
  },
  industries: {
    title: '業種ごとの契約',
    definition: '契約した会社の業種で数えています。',
    rows: ({ figures }) => [
      ['業種', '契約数', '時点'],
      ...INDUSTRIES.map(({ id }) => [industryName(id), ...said(figures, `industry ${id}`)]),
      ['業種の分からない会社', ...said(figures, `industry ${UNKNOWN}`)],
    ],
  },
} as const satisfies Record<string, Defined>

const USUAL_LEVELS: Readonly<Record<Level, string>> = { ...LEVELS, region: '地域', industry: '業種' }

type Named = { level: Level; id: string; name: string }

function usualGroups(): Named[] {
  return [
    ...(['major', 'middle', 'leaf'] as const).flatMap((level) =>
      worksOf(level).map(({ key, name }) => ({ level, id: key.split(' ')[1]!, name })),
    ),
    ...REGIONS.map(({ id, name }) => ({ level: 'region' as const, id, name })),
    ...INDUSTRIES.map(({ id }) => ({ level: 'industry' as const, id, name: industryName(id) })),
  ]
}

/** 「原価計算」, 「東北」: how a group is called on a page. */
export function groupName(group: Group): string {
  return usualGroups().find(({ level, id }) => group === `${level} ${id}`)?.name ?? ''
}

/** A figure and the month until which it counts, when that is an earlier one. */
function said(figures: Figures, key: string): [string | number, string] {
  const figure = figureIn(figures, key)
  return figure ? [figure.value, figure.until ? releaseName(figure.until) : ''] : [WITHHELD_MARK, '']
}
