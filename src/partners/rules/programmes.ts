import { fiscalYearInWords, fiscalYearOf } from '../../law/fiscal-year.ts'
import { FEWEST_TOLD, inFives } from '../../lib/few.ts'
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

/**
 * What of its days cannot be changed any more: once it is published, nothing that lies behind. What is counted between two days would
 * else be told for every two days that somebody likes to subtract.
 */
export function daysProblem(
  { publishedAt, ...was }: Pick<Programme, 'publishedAt' | 'firstDay' | 'lastDay'>,
  asked: Pick<Programme, 'firstDay' | 'lastDay'>,
  day: LegalDate,
): { firstDay?: string; lastDay?: string } | null {
  if (publishedAt === null) return null
  const problem = (name: 'firstDay' | 'lastDay', word: string) => {
    const isBehind = name === 'firstDay' ? was.firstDay <= day : was.lastDay < day
    if (asked[name] === was[name]) return null
    if (isBehind) return { [name]: `公開した事業の、過ぎた${word}は変えられません。` }
    return asked[name] < day ? { [name]: `${word}は、今日からあとの日にしてください。` } : null
  }
  const problems = { ...problem('firstDay', '始まる日'), ...problem('lastDay', '終わる日') }
  return Object.keys(problems).length > 0 ? problems : null
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

export type Reader = 'everybody' | 'partner'

/** What is told in whole fives, as it was when the month began: nobody is made out by what it was yesterday. */
export function isInFives(name: keyof Reached, reader: Reader): boolean {
  // What is published is published: everybody can count it.
  if (name === 'companies' || name === 'projects') return false
  // Whoever puts a project into a programme lets its partner count it; what has nothing to do with it nobody lets be counted.
  return reader === 'everybody' || name === 'later'
}

/**
 * For everybody, sums behind which fewer than five companies stand are kept back: null. Others are told in whole fives as they were when
 * the month began (`month`); its partner sees what became of its projects as it is now.
 */
export function reachedFrom({ now, month }: { now: Counts; month: Counts }, reader: Reader): Reached {
  const isEnough = (n: number) => n >= FEWEST_TOLD
  // Of a programme of few companies even "none" would say something of each of them: everybody reads which they are.
  const kept = (value: number, companies: number) => {
    if (isEnough(companies)) return inFives(value)
    return value === 0 && isEnough(month.companies) ? 0 : null
  }
  const later = kept(month.later, month.later_companies)
  const published = { companies: now.companies, projects: now.projects }
  if (reader === 'partner') {
    const { contracts, visits, attendees, went_on: wentOn } = now
    return { ...published, contracts, visits, attendees, wentOn, later }
  }
  // Nor may few be left as those that did not go on.
  const others = month.contract_companies - month.went_on_companies
  const mayGoOn = month.went_on === month.contracts || isEnough(others)
  return {
    ...published,
    contracts: kept(month.contracts, month.contract_companies),
    visits: kept(month.visits, month.visit_companies),
    attendees: month.attendees === 0 ? 0 : isEnough(month.people) ? inFives(month.attendees) : null,
    wentOn: kept(month.went_on, mayGoOn ? month.went_on_companies : 0),
    later,
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
