import { addDays, type LegalDate, today } from '../../../src/lib/time.ts'
import { BLIND_DAYS } from '../../../src/works/rules/reviews.ts'
import { nameBasedId } from '../../ids.ts'
import type { Random } from '../../random.ts'
import {
  COMPANY_FEEDBACK,
  COMPANY_GAINED,
  MONTHS,
  MONTHS_ON,
  RESULTS,
  TALENT_FEEDBACK,
  TALENT_GAINED,
} from '../../texts/works.ts'
import { sayable, wordsOf } from '../companies.ts'
import { bare, fill, past } from '../japanese.ts'
import { fits } from '../leaves.ts'
import { later, type Stage } from '../rows.ts'
import { wordingOf, workName } from '../wording.ts'
import type { Working } from './contract.ts'
import type { Told } from './project.ts'

export type Reviewed = { at: Date; outcome: 'reached' | 'partly' | 'missed'; result: string }

/** The monthly reports from the first month to the last day, with the visits. What was done, month by month. */
export function workThrough(stage: Stage, told: Told, working: Working, until: LegalDate, random: Random): string[] {
  const { plan } = told
  const { row, from, company, person } = working
  const { tasks } = wordingOf(plan.leaf, plan.company.industry)
  const words = wordsOf(plan.company.trade, plan.company.town, random)
  const [patterns, quiet] = [random.several(sayable(MONTHS, plan.company.industry), 12), random.several(MONTHS_ON, 8)]
  const inOrder = random.several(tasks.length > 0 ? tasks : [`${workName(plan.leaf)}を進める`], 4)
  const doneIn = (n: number) => {
    const task = inOrder[n]
    if (task === undefined) return fill(quiet[(n - inOrder.length) % quiet.length]!, words)
    return fill(patterns[n % patterns.length]!, { ...words, task: past(task) ?? task })
  }
  const reports: string[] = []
  for (let n = 0; ; n++) {
    const month = addMonths(from, n)
    if (month > until) return reports
    const id = nameBasedId(`${row.id}:month:${n}`)
    const subject = { kind: 'work-month', id }
    const reportedAt = later(new Date(`${addMonths(from, n + 1)}T00:00:00+09:00`), random.between(0, 4), random)
    if (!stage.done(reportedAt, 'month.reported', subject, person, { contractId: row.id, side: 'talent' }))
      return reports
    const confirmedAt = later(reportedAt, random.between(1, 4), random)
    const confirmed = stage.done(confirmedAt, 'month.confirmed', subject, company, {
      contractId: row.id,
      side: 'company',
    })
    const hours = Math.max(1, Math.round(plan.hours * (0.7 + random.next() * 0.5)))
    const done = doneIn(n)
    reports.push(done)
    stage.rows.workMonths.push({
      ...{ id, contractId: row.id, companyId: row.companyId, accountId: row.accountId, month, hours },
      done,
      ...{ reportedAt, confirmedAt: confirmed ? confirmedAt : null, confirmedBy: confirmed ? company.actor : null },
      version: confirmed ? 2 : 1,
    })
    if (random.chance({ remote: 0.04, either: 0.35, visits: 0.95 }[plan.style])) {
      const day = addDays(month, random.between(2, 26))
      const visitedOn = day < from ? from : day > until ? until : day
      stage.rows.visits.push({
        ...{ id: nameBasedId(`${id}:visit`), workMonthId: id, companyId: row.companyId, accountId: row.accountId },
        ...{ visitedOn, prefecture: plan.company.prefecture, municipality: plan.company.municipality },
      })
    }
  }
}

/** What both say when it is over; the outcome and the moment of the second when both have written. */
export function reviewBoth(stage: Stage, told: Told, working: Working, endedAt: Date, random: Random): Reviewed | null {
  const { plan } = told
  const { industry, trade, town } = plan.company
  const outcome = random.weighted([
    ['reached', 60],
    ['partly', 29],
    ['missed', 11],
  ] as const)
  const words = wordsOf(trade, town, random)
  const signs = plan.leaf.success.map(bare).filter((sign) => fits(sign, industry))
  const success = signs.length > 0 ? random.pick(signs) : `${workName(plan.leaf)}が回り始めた`
  const say = (patterns: readonly string[]) => fill(random.pick(sayable(patterns, industry)), { ...words, success })
  const result = say(RESULTS[outcome])
  const { id: contractId, companyId, accountId: person } = working.row
  const wrote = (['company', 'talent'] as const).map((side) => {
    const by = side === 'company' ? working.company : working.person
    const id = nameBasedId(`${contractId}:review:${side}`)
    const at = later(endedAt, random.between(1, 9), random)
    if (random.chance(0.12)) return null
    if (!stage.done(at, 'review.submitted', { kind: 'review', id }, by, { contractId, side })) return null
    stage.rows.reviews.push({
      ...{ id, contractId, companyId, accountId: person, side, writtenBy: by.actor!, outcome, submittedAt: at },
      result: side === 'company' ? result : say(RESULTS[outcome]),
      feedback: say(side === 'company' ? COMPANY_FEEDBACK : TALENT_FEEDBACK),
      gained: say(side === 'company' ? COMPANY_GAINED : TALENT_GAINED),
    })
    return at
  })
  if (wrote.includes(null)) openAlone(stage, contractId)
  const [first, second] = wrote
  return first && second ? { at: first > second ? first : second, outcome, result } : null
}

/** A review that waited two weeks for the other one is open. */
function openAlone(stage: Stage, contractId: string) {
  for (const row of stage.rows.reviews.filter((review) => review.contractId === contractId)) {
    const at = new Date(row.submittedAt.getTime() + (BLIND_DAYS + 1) * 86_400_000)
    const data = { contractId, side: row.side }
    const subject = { kind: 'review', id: row.id! }
    if (stage.done(at, 'review.opened', subject, { actor: null, organisation: null }, data)) row.openedAt = at
  }
}

/** The first day of the n-th month after a day. */
function addMonths(day: LegalDate, n: number): LegalDate {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return today(new Date(Date.UTC(year, month - 1 + n, 1)))
}
