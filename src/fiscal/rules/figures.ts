import { STEPS, type Step } from '../../ladder/rules/steps.ts'

/** What is counted, and how: the sentence stands beside the figure wherever it is shown. A changed sentence is a new figure. */
export const FIGURES = [
  {
    id: 'companies',
    name: 'はじめて同意した企業',
    unit: '社',
    definition:
      'この窓口に見せることに、その月にはじめて同意した企業。同意がいちど終わり、また同意した企業は、もう数えません。',
  },
  {
    id: 'worries',
    name: '聞いた困りごと',
    unit: '件',
    definition: '企業が書いた、または相談の席で書き取った困りごと。書かれた日の月で数えます。',
  },
  {
    id: 'projects',
    name: '公開した案件',
    unit: '件',
    definition: 'だれでも読めるようになった案件。公開した日の月で数えます。',
  },
  { id: 'applications', name: '届いた応募', unit: '件', definition: '案件に届いた応募。送られた日の月で数えます。' },
  {
    id: 'contracts',
    name: '結んだ契約',
    unit: '件',
    definition: '会社と手伝う人の両方が同意し、封をした契約。封をした日の月で数えます。',
  },
  {
    id: 'visits',
    name: '訪問の日数',
    unit: '日',
    definition: '年度の次の4月までに届いた、働いた月の報告に書かれた、現地に行った日。一人が一日行くと一日です。',
  },
  {
    id: 'fees',
    name: 'お礼の合計',
    unit: '円',
    definition:
      '会社が年度の次の4月までに確かめた月の、契約で決めたお礼。月ごとの契約は月額、時間ごとは時間をかけ、全部でいくらの契約ははじめの月に入れます。次の5月1日から出します。',
  },
] as const
export type FigureId = (typeof FIGURES)[number]['id']

/** Told for the whole year only. `fives`: told in whole fives. */
export const SINGLES = [
  {
    id: 'standing',
    name: '同意が続いている企業',
    unit: '社',
    fives: true,
    definition:
      '数えた期間の終わりに、同意が続いていた企業。5社ごとに数え、5社より少ないときは伏せます。「わたしたちの企業」に出るのは、見た日の、そのままの数です。',
  },
  { id: 'again', name: '二度目からの契約', unit: '件', definition: '同じ企業が、前にも契約を結んでいた契約。' },
  {
    id: 'days',
    name: '公開から契約まで',
    unit: '日',
    definition: '案件を公開した日から、契約に封をした日までの日数の、まん中の値。',
  },
  {
    id: 'continued',
    name: '事業のあとも続いた企業',
    unit: '社',
    definition: '事業の期間に契約を結び、その事業が終わってから、この年度に、また契約を結んだか、働いてもらった企業。',
  },
  {
    id: 'unaided',
    name: '補助なしで続けた企業',
    unit: '社',
    definition:
      '事業の期間の契約か、補助の決まった案件の契約のあとに、この年度に、補助の決まっていない案件で、また契約を結んだか、働いてもらった企業。お礼は、すべて会社が払っています。',
  },
  { id: 'events', name: '開いた催し', unit: '回', definition: '終わった催し。取りやめたものは入れません。' },
  {
    id: 'attendees',
    name: '催しに来た人',
    unit: '人',
    definition:
      '当日に受付をした人。二つの催しに来た人は二人と数えます。五人以上が来た催しが一つもないときは伏せます。',
  },
] as const

/** The subsidies that the office runs itself, all together; not there where it runs none. */
export const GRANT_FIGURES = [
  {
    id: 'planned',
    name: '申し込む予定にした補助',
    unit: '件',
    definition:
      'この年度の予算の補助で、会社が申し込む予定にしたもの。そのあと申し込んだものも、取りやめたものも入れます。額は、会社の見込みです。',
  },
  { id: 'plannedYen', name: '予定の額', unit: '円', definition: '申し込む予定にした補助の、見込みの合計。' },
  {
    id: 'applied',
    name: '申し込まれた補助',
    unit: '件',
    definition: '会社が申し込み、めぐりの中で窓口に知らせたもの。紙だけの申し込みは入れません。',
  },
  { id: 'appliedYen', name: '申し込みの額', unit: '円', definition: '申し込まれた補助の、見込みの合計。' },
  {
    id: 'granted',
    name: '交付を決めた補助',
    unit: '件',
    definition: '窓口が、めぐりの中で交付を決めたもの。そのあと会社が取りやめたものも入れます。',
  },
  { id: 'grantedYen', name: '交付を決めた額', unit: '円', definition: '交付を決めた補助の、決めた額の合計。' },
  {
    id: 'paid',
    name: '支払われた補助',
    unit: '件',
    definition: '交付を決めたもののうち、会社が受け取ったと書いたもの。',
  },
  { id: 'paidYen', name: '支払われた額', unit: '円', definition: '支払われた補助の、受け取った額の合計。' },
  {
    id: 'leftYen',
    name: '残りの予算',
    unit: '円',
    definition:
      '予算から、決めた額（取りやめて戻った分を除く）と、めぐりの外で決めた額を引いたもの。決めた額が伏せられるときは、これも伏せます。',
  },
] as const
export type GrantFigureId = (typeof GRANT_FIGURES)[number]['id']

/** 関係人口: those who let the partner count them, in whole fives as on its page of them. */
export const STEP_FIGURES = STEPS.map(({ id, name, how }) => ({
  id: `step-${id}` as StepFigureId,
  name: `関係人口：${name}`,
  unit: '人' as const,
  fives: true as const,
  definition: `${how}方。`,
}))
export type StepFigureId = `step-${Step}`

/** Everything that is told for the whole year only. */
export const OF_YEAR = [...SINGLES, ...GRANT_FIGURES, ...STEP_FIGURES]
export type SingleId = (typeof OF_YEAR)[number]['id']

/** Ways to divide a figure, each into parts that make the whole. */
export const CUTS = [
  { id: 'month', name: '月', title: '月ごと' },
  { id: 'industry', name: '業種', title: '業種ごと' },
  { id: 'major', name: '仕事', title: '仕事の大分類ごと' },
  { id: 'municipality', name: '市区町村', title: '会社のある市区町村ごと' },
] as const
export type Cut = (typeof CUTS)[number]['id']

/** What is of a company but of no project has no kind of work. */
const WITHOUT_WORK: readonly FigureId[] = ['companies', 'worries']

export function isDivided(figure: FigureId, cut: Cut): boolean {
  return cut !== 'major' || !WITHOUT_WORK.includes(figure)
}

/** Also told of all companies of the area, with the partner or without. */
export const OF_AREA: readonly FigureId[] = ['projects', 'applications', 'contracts']
