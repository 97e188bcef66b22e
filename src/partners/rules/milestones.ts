import { z } from 'zod'
import { dayOfFiscalYear, fiscalYearOf } from '../../law/fiscal-year.ts'
import { day } from '../../lib/input.ts'
import { addDays, businessDaysAfter, isBusinessDay, type LegalDate } from '../../lib/time.ts'

/** 一年の予定: what an office does around a programme, in the order of its fiscal year. What it does without has no day. */
export const MILESTONES = [
  { id: 'budget', name: '予算を求める' },
  { id: 'council', name: '議会で予算が決まる' },
  { id: 'notice', name: '公告（入札や公募）を出す' },
  { id: 'contract', name: '委託先と契約する' },
  { id: 'start', name: '企業に声をかけはじめる' },
  { id: 'next', name: '次の年度の予算を求める' },
  { id: 'report', name: '実績を報告する' },
] as const
export type Milestone = (typeof MILESTONES)[number]['id']
export type Milestones = Partial<Readonly<Record<Milestone, LegalDate>>>

/** 'MM-DD', in the fiscal year of the programme or in the one before it. */
type Usual = Partial<Readonly<Record<Milestone, readonly [before: 0 | 1, monthDay: string]>>>

/** Most town halls ask for money in October, decide in March, and find somebody by May. */
export const OF_TOWN_HALLS: Usual = {
  ...{ budget: [1, '10-30'], council: [1, '03-20'], notice: [0, '04-10'], contract: [0, '05-20'], start: [0, '06-01'] },
  ...{ next: [0, '10-30'], report: [0, '03-31'] },
}
/** A bank or a chamber needs no council and no tender. */
export const OF_BANKS: Usual = { budget: [1, '01-31'], start: [0, '04-15'], next: [0, '01-31'], report: [0, '03-31'] }

/** The days of a usual year: on the next day that an office is open, or the last one before the fiscal year is over. */
export function usualMilestones(usual: Usual, year: number): Milestones {
  return Object.fromEntries(
    MILESTONES.flatMap(({ id }) => {
      const [before, monthDay] = usual[id] ?? [0, null]
      if (monthDay === null) return []
      return [[id, openDay(dayOfFiscalYear(year - before, monthDay))]]
    }),
  )
}

function openDay(day: LegalDate): LegalDate {
  const after = businessDaysAfter(addDays(day, -1), 1)
  return fiscalYearOf(after) === fiscalYearOf(day) ? after : lastOpenDay(day)
}

function lastOpenDay(day: LegalDate): LegalDate {
  return isBusinessDay(day) ? day : lastOpenDay(addDays(day, -1))
}

export const milestonesForm = z.object(
  Object.fromEntries(
    MILESTONES.map(({ id, name }) => [id, day({ label: name, required: false as boolean })]),
  ) as Record<Milestone, ReturnType<typeof day<boolean>>>,
)

export type MilestoneAnswers = z.output<typeof milestonesForm>

/** Those that have a day, the earliest first. */
export function milestonesInOrder(milestones: Milestones): { id: Milestone; name: string; day: LegalDate }[] {
  return MILESTONES.flatMap(({ id, name }) => {
    const day = milestones[id]
    return day ? [{ id, name, day }] : []
  }).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
