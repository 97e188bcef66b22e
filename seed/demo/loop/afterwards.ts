import { addDays, type LegalDate, today } from '../../../src/lib/time.ts'
import { accountId } from '../../cast.ts'
import { nameBasedId } from '../../ids.ts'
import type { Random } from '../../random.ts'
import {
  COMPANY_FEEDBACK,
  COMPANY_GAINED,
  LEARNED,
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
import type { Accepted } from './applications.ts'
import type { Working } from './contract.ts'
import type { Told } from './project.ts'

type Outcome = 'reached' | 'partly' | 'missed'

/** The monthly reports from the first month to the last day, with the visits. */
export function workThrough(stage: Stage, told: Told, working: Working, until: LegalDate, random: Random) {
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
  for (let n = 0; ; n++) {
    const month = addMonths(from, n)
    if (month > until) return
    const id = nameBasedId(`${row.id}:month:${n}`)
    const subject = { kind: 'work-month', id }
    const reportedAt = later(new Date(`${addMonths(from, n + 1)}T00:00:00+09:00`), random.between(0, 4), random)
    if (!stage.done(reportedAt, 'work-month.reported', subject, person, { contract: row.id })) return
    const confirmedAt = later(reportedAt, random.between(1, 4), random)
    const confirmed = stage.done(confirmedAt, 'work-month.confirmed', subject, company, { contract: row.id })
    const hours = Math.max(1, Math.round(plan.hours * (0.7 + random.next() * 0.5)))
    stage.rows.workMonths.push({
      ...{ id, contractId: row.id, companyId: row.companyId, accountId: row.accountId, month, hours },
      done: doneIn(n),
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

/** What both say when it is over; the outcome when both have written. */
export function reviewBoth(stage: Stage, told: Told, working: Working, endedAt: Date, random: Random): Outcome | null {
  const { plan } = told
  const outcome = random.weighted([
    ['reached', 60],
    ['partly', 29],
    ['missed', 11],
  ] as const)
  const words = wordsOf(plan.company.trade, plan.company.town, random)
  const signs = plan.leaf.success.map(bare).filter((sign) => fits(sign, plan.company.industry))
  const success = signs.length > 0 ? random.pick(signs) : `${workName(plan.leaf)}が回り始めた`
  const result = fill(random.pick(sayable(RESULTS[outcome], plan.company.industry)), { ...words, success })
  const wrote = (['company', 'talent'] as const).map((side) => {
    const by = side === 'company' ? working.company : working.person
    const at = later(endedAt, random.between(1, 9), random)
    if (
      random.chance(0.12) ||
      !stage.done(at, 'review.submitted', { kind: 'contract', id: working.row.id }, by, { side })
    )
      return null
    const { id: contractId, companyId, accountId: person } = working.row
    stage.rows.reviews.push({
      ...{ id: nameBasedId(`${contractId}:review:${side}`), contractId, companyId, accountId: person, side },
      ...{ writtenBy: by.actor!, outcome, result, submittedAt: at },
      feedback: fill(
        random.pick(sayable(side === 'company' ? COMPANY_FEEDBACK : TALENT_FEEDBACK, plan.company.industry)),
        words,
      ),
      gained: fill(
        random.pick(sayable(side === 'company' ? COMPANY_GAINED : TALENT_GAINED, plan.company.industry)),
        words,
      ),
    })
    return at
  })
  return wrote.every((at) => at !== null) ? outcome : null
}

/** The case that the desk writes and both sides agree to. */
export function leaveCase(
  stage: Stage,
  told: Told,
  accepted: Accepted,
  working: Working,
  end: { at: Date; outcome: Outcome; applicants: number },
  random: Random,
) {
  const { plan, row: project } = told
  const { id: contractId, companyId, accountId: person } = working.row
  const id = nameBasedId(`${contractId}:case`)
  const subject = { kind: 'case', id }
  const desk = { actor: accountId('mori'), organisation: null }
  const created = later(end.at, random.between(12, 25), random)
  if (!stage.done(created, 'case.drafted', subject, desk, { contract: contractId })) return
  const openness = () =>
    random.weighted([
      ['anonymous', 60],
      ['named', 40],
    ] as const)
  const companyAt = later(created, random.between(1, 8), random)
  const company = stage.done(companyAt, 'case.consented', subject, working.company, { side: 'company' })
  const talentAt = later(companyAt, random.between(1, 8), random)
  const talent = company && stage.done(talentAt, 'case.consented', subject, working.person, { side: 'talent' })
  const publishedAt = new Date(talentAt.getTime() + 2000)
  const published = talent && stage.done(publishedAt, 'case.published', subject, { actor: null, organisation: null })
  const words = wordsOf(plan.company.trade, plan.company.town, random)
  const review = stage.rows.reviews.findLast((one) => one.contractId === contractId && one.side === 'company')
  stage.rows.cases.push({
    ...{ id, contractId, projectId: project.id, companyId, accountId: person },
    title: project.title!,
    problem: project
      .background!.split('。')
      .slice(1, 3)
      .map((sentence) => `${sentence}。`)
      .join(''),
    done: stage.rows.workMonths
      .filter((month) => month.contractId === contractId)
      .map((month) => month.done)
      .slice(0, 3)
      .join('\n'),
    result: review?.result ?? '',
    learned: fill(random.pick(sayable(LEARNED, plan.company.industry)), words),
    outcome: end.outcome,
    codes: plan.codes.map(({ code }) => code),
    industry: plan.company.industry,
    prefecture: plan.company.prefecture,
    talentPrefecture: accepted.talent.demo.prefecture,
    size: sizeBand(plan.company.employees),
    ...{ hours: plan.hours, months: plan.months, fee: plan.fee, applicants: end.applicants },
    companyOpenness: company ? openness() : null,
    talentOpenness: talent ? openness() : null,
    companyConsentAt: company ? companyAt : null,
    talentConsentAt: talent ? talentAt : null,
    createdAt: created,
    updatedAt: published ? publishedAt : created,
    publishedAt: published ? publishedAt : null,
    withdrawnAt: null,
    version: 1,
  })
}

function sizeBand(employees: number): string {
  return employees <= 5
    ? '1-5'
    : employees <= 20
      ? '6-20'
      : employees <= 50
        ? '21-50'
        : employees <= 100
          ? '51-100'
          : '101-'
}

/** The first day of the n-th month after a day. */
function addMonths(day: LegalDate, n: number): LegalDate {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return today(new Date(Date.UTC(year, month - 1 + n, 1)))
}
