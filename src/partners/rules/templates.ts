import { fiscalYear, fiscalYearOfEra } from '../../law/fiscal-year.ts'
import type { Programme } from '../schema.ts'
import { OF_BANKS, OF_TOWN_HALLS, usualMilestones } from './milestones.ts'

type Figures = Pick<Programme, 'goalCompanies' | 'goalProjects' | 'goalContracts' | 'goalVisits' | 'goalAttendees'>
export type Template = {
  readonly id: 'people' | 'visits' | 'clients'
  readonly name: string
  readonly note: string
  readonly about: string
  readonly goals: Figures
  readonly colour: Programme['colour']
  /** What its office usually does in a year. */
  readonly usual: typeof OF_TOWN_HALLS
}

/** What offices usually write when a programme begins. Everything can be changed. */
export const TEMPLATES: readonly Template[] = [
  {
    id: 'people',
    name: '副業人材の活用',
    note: '企業の困りごとを整理し、都市で働く方に月数時間から手伝ってもらう事業',
    about: [
      '人手や経験が足りずに止まっている仕事を、都市で働く方に、月に数時間から手伝ってもらう取り組みです。',
      'こんな会社におすすめです\n・売り先を広げたいが、やり方が分からない\n・経理や在庫を、紙から変えたい\n・新しい商品を考えたいが、相手がいない',
      'お話を聞くところから、契約のあとまで、担当者がいっしょに進めます。',
    ].join('\n\n'),
    goals: { goalCompanies: 20, goalProjects: 20, goalContracts: 10, goalVisits: 20, goalAttendees: 60 },
    colour: 'green',
    usual: OF_TOWN_HALLS,
  },
  {
    id: 'visits',
    name: '通って手伝う（関係人口）',
    note: '数日の滞在から始めて、通いながら地域の会社を手伝ってもらう事業',
    about: [
      'まちを訪ね、会社の仕事を手伝い、また来ていただく取り組みです。数日の滞在から始められます。',
      '参加できる方\n・ほかの地域に住んでいて、仕事の経験を生かしたい方\n・このまちにゆかりのある方、これからゆかりを作りたい方',
      '交通費の補助がある回もあります。くわしくは、それぞれの案件と催しをご覧ください。',
    ].join('\n\n'),
    goals: { goalCompanies: 8, goalProjects: 10, goalContracts: 8, goalVisits: 40, goalAttendees: 30 },
    colour: 'orange',
    usual: OF_TOWN_HALLS,
  },
  {
    id: 'clients',
    name: 'お取引先の経営を支える',
    note: '金融機関や商工会が、お取引先の困りごとを外の人の力とつなぐ事業',
    about: [
      'お取引先の「人がいなくてできない」を、外の人の力とつなぐ取り組みです。',
      'ご相談の内容は、融資の審査には使いません。困りごとの整理から、相手えらび、契約のあとまで、専門の担当がいっしょに進めます。',
    ].join('\n\n'),
    goals: { goalCompanies: 30, goalProjects: 24, goalContracts: 12, goalVisits: null, goalAttendees: 80 },
    colour: 'yellow',
    usual: OF_BANKS,
  },
]

/** A programme as a template begins it, for one fiscal year. */
export function begunFrom(template: Template, year: number) {
  const { first, last } = fiscalYear(year)
  const { about, goals, colour, usual } = template
  const title = `${fiscalYearOfEra(year)} ${template.name}事業`
  return { title, about, colour, ...goals, firstDay: first, lastDay: last, milestones: usualMilestones(usual, year) }
}
