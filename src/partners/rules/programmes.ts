import { fiscalYearInWords, fiscalYearOf } from '../../law/fiscal-year.ts'
import { FEWEST_TOLD } from '../../lib/few.ts'
import { type LegalDate, legalDate } from '../../lib/time.ts'
import type { Programme } from '../schema.ts'

/** draft → published (coming, then running) → closed: by its partner, or when its last day has passed. */
export type ProgrammeState = 'draft' | 'coming' | 'running' | 'closed'

type Dated = Pick<Programme, 'publishedAt' | 'closedAt' | 'firstDay' | 'lastDay'>

export function stateOf({ publishedAt, closedAt, firstDay, lastDay }: Dated, day: LegalDate): ProgrammeState {
  if (publishedAt === null) return 'draft'
  if (closedAt !== null || day > lastDay) return 'closed'
  return day < firstDay ? 'coming' : 'running'
}

export const STATE_WORDS: Readonly<Record<ProgrammeState, string>> = {
  draft: '下書き',
  coming: 'これから始まります',
  running: 'いま動いています',
  closed: '終わりました',
}

/** Only a running one takes projects. */
export function takesProjects(programme: Dated, day: LegalDate): boolean {
  return stateOf(programme, day) === 'running'
}

/** Closed by hand, it can go on until its last day. */
export function canReopen({ closedAt, lastDay }: Dated, day: LegalDate): boolean {
  return closedAt !== null && day <= lastDay
}

/** 2026年度（令和8年度）, or from which to which. */
export function yearsInWords({ firstDay, lastDay }: Pick<Programme, 'firstDay' | 'lastDay'>): string {
  const [from, to] = [fiscalYearOf(legalDate(firstDay)), fiscalYearOf(legalDate(lastDay))]
  return from === to ? fiscalYearInWords(from) : `${fiscalYearInWords(from)}から${fiscalYearInWords(to)}まで`
}

/** What a programme may set out to reach. */
export const GOALS = ['companies', 'projects', 'contracts', 'visits', 'attendees'] as const
export type GoalName = (typeof GOALS)[number]

/** How each is counted: the same for every office, said on the page beside the figure. */
export const GOAL_WORDS: Readonly<Record<GoalName, { label: string; unit: string; means: string }>> = {
  companies: {
    ...{ label: '参加した企業', unit: '社' },
    means: 'この事業に入れた案件を公開した企業の数。同じ企業は1社と数えます。',
  },
  projects: {
    label: '公開した案件',
    unit: '件',
    means: 'この事業に入れて公開した案件の数。取り下げたものは数えません。',
  },
  contracts: {
    label: '結んだ契約',
    unit: '件',
    means: 'その案件で、期間のうちに双方が同意した契約の数。',
  },
  visits: {
    label: '現地への訪問',
    unit: '回',
    means: 'その契約で、期間のうちに働く方が会社を訪ねた日の数。同じ日は1回と数えます。',
  },
  attendees: {
    label: '催しに来た方',
    unit: '人',
    means:
      'この団体の催しで、期間のうちに受付をした方の数。ほかの事業に入れた催しは数えません。2つの催しに来た方は2人と数えます。',
  },
}

export function goalsOf(programme: Programme): { name: GoalName; goal: number | null }[] {
  const goals: Readonly<Record<GoalName, number | null>> = {
    companies: programme.goalCompanies,
    projects: programme.goalProjects,
    contracts: programme.goalContracts,
    visits: programme.goalVisits,
    attendees: programme.goalAttendees,
  }
  return GOALS.map((name) => ({ name, goal: goals[name] }))
}

/** What became of a programme; null: too few companies, or people, stand behind it to be told. */
export type Reached = Readonly<Record<GoalName | 'wentOn' | 'later', number | null>>

/** As the database names them: sums, and how many companies stand behind each. */
export type Counts = Record<'companies' | 'projects' | 'contracts' | 'contract_companies' | 'visits', number> &
  Record<'visit_companies' | 'went_on' | 'went_on_companies' | 'later' | 'later_companies', number> &
  Record<'attendees' | 'people', number>

/**
 * For everybody, sums behind which fewer than five companies stand are kept back: null; its partner sees what became of its
 * projects, because whoever puts one into a programme lets it be counted there.
 */
export function reachedFrom(row: Counts, reader: 'everybody' | 'partner'): Reached {
  const isEnough = (n: number) => n >= FEWEST_TOLD
  // Of a programme of few companies even "none" would say something of each of them: everybody reads which they are.
  const kept = (value: number, companies: number) =>
    isEnough(companies) || (value === 0 && isEnough(row.companies)) ? value : null
  const told = (value: number, companies: number) => (reader === 'partner' ? value : kept(value, companies))
  // Nor may few be left as those that did not go on.
  const others = row.contract_companies - row.went_on_companies
  const mayGoOn = row.went_on === row.contracts || isEnough(others)
  return {
    // What is published is published: everybody can count it.
    ...{ companies: row.companies, projects: row.projects },
    contracts: told(row.contracts, row.contract_companies),
    visits: told(row.visits, row.visit_companies),
    attendees: reader === 'partner' || row.attendees === 0 || isEnough(row.people) ? row.attendees : null,
    wentOn: told(row.went_on, mayGoOn ? row.went_on_companies : 0),
    // Of contracts that have nothing to do with the programme nobody said that they are told.
    later: kept(row.later, row.later_companies),
  }
}

/** How it goes on once the money has ended. */
export const AFTER_WORDS = {
  wentOn: {
    ...{ label: '終わったあとも続いた契約', unit: '件' },
    means: 'この事業の契約のうち、最後の日の次の日にも続いていたものの数。',
  },
  later: {
    ...{ label: 'そのあとに結んだ契約', unit: '件' },
    means: 'この事業で契約した企業が、最後の日より後に新しく結んだ契約の数。費用は企業が払っています。',
  },
} as const

/** How a programme looks; each name is a pair of tokens whose contrast is tested. */
export const COLOURS = ['green', 'orange', 'yellow', 'earth'] as const
export const COLOUR_WORDS: Readonly<Record<Programme['colour'], string>> = {
  ...{ green: '常磐（みどり）', orange: '柿（だいだい）', yellow: '菜の花（きいろ）', earth: '土（うすちゃ）' },
}
