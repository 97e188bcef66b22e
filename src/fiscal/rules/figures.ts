/** What is counted, and how: the sentence stands beside the figure wherever it is shown. A changed sentence is a new figure. */
export const FIGURES = [
  {
    id: 'companies',
    name: '同意した企業',
    unit: '社',
    definition: 'この窓口に見せることに、その月に同意した企業。',
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
    definition: '働いた月の報告に書かれた、現地に行った日。一人が一日行くと一日です。',
  },
  {
    id: 'fees',
    name: 'お礼の合計',
    unit: '円',
    definition:
      '会社が確かめた月の、契約で決めたお礼。月ごとの契約は月額、時間ごとは時間をかけ、全部でいくらの契約ははじめの月に入れます。',
  },
] as const
export type FigureId = (typeof FIGURES)[number]['id']

/** Told for the whole year only. */
export const SINGLES = [
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
  { id: 'events', name: '開いた催し', unit: '回', definition: '終わった催し。取りやめたものは入れません。' },
  {
    id: 'attendees',
    name: '催しに来た人',
    unit: '人',
    definition: '当日に受付をした人。二つの催しに来た人は二人と数えます。五人に満たないときは伏せます。',
  },
] as const
export type SingleId = (typeof SINGLES)[number]['id']

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
