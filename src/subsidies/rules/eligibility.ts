import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { addDays, daysBetween, type LegalDate, lastDayOfMonths } from '../../law/dates.ts'
import { dayOfFiscalYear, fiscalYearOf } from '../../law/fiscal-year.ts'
import { type Amount, amountOf, type Costs } from './amount.ts'
import { companyFindings } from './company-findings.ts'
import { oldFindings, periodFindings } from './period-findings.ts'
import type { Finding, Question, Verdict, Window } from './question.ts'
import type { Subsidy } from './subsidies.ts'

export type Eligibility = {
  readonly subsidy: Subsidy
  readonly fiscalYear: number
  readonly window: Window
  /** last-year: yes by rules of a year that is over; those of this year are not known. */
  readonly answer: 'yes' | 'last-year' | 'later' | 'no'
  readonly findings: readonly Finding[]
  readonly amount: Amount
  readonly costs: Costs
  /** The last day on which an application is in time; null when there is none any more. */
  readonly applyBy: LegalDate | null
  readonly daysLeft: number | null
}

/** Whether a company may use a subsidy for a project, with every reason, how much and until when to apply. */
export function eligibilityOf(subsidy: Subsidy, question: Question): Eligibility {
  const { year } = subsidy.period
  const running = fiscalYearOf(question.today)
  const isOld = year !== 'every' && year < running
  const fiscalYear = year === 'every' || isOld ? running : year
  const window = windowOf(subsidy, fiscalYear)
  const costs = costsIn(window, question)
  const others = question.others.filter(({ sameProject, subsidyId }) => sameProject && subsidyId !== subsidy.id)
  const amount = amountOf(
    subsidy,
    costs,
    others.reduce((sum, { yen }) => sum + yen, 0),
  )
  const findings = [
    ...companyFindings(subsidy, question),
    ...workFindings(subsidy, question),
    ...(isOld ? oldFindings(subsidy, year, question) : periodFindings(subsidy, fiscalYear, window, question)),
    ...grantFindings(subsidy, fiscalYear, question),
    ...costFindings(subsidy, amount, question),
  ]
  const has = (verdict: Verdict) => findings.some((finding) => finding.verdict === verdict)
  const answer = has('no') ? 'no' : has('later') ? 'later' : isOld ? 'last-year' : 'yes'
  const applyBy = answer === 'no' || isOld ? null : lastDayToApply(subsidy, window, question)
  const daysLeft = applyBy === null ? null : daysBetween(question.today, applyBy)
  return { subsidy, fiscalYear, window, answer, findings, amount, costs, applyBy, daysLeft }
}

function windowOf({ period }: Subsidy, fiscalYear: number): Window {
  const at = (monthDay: string) => dayOfFiscalYear(fiscalYear, monthDay)
  return {
    applyFrom: at(period.applyFrom),
    applyUntil: at(period.applyUntil),
    workFrom: at(period.workFrom),
    workUntil: at(period.workUntil),
  }
}

/** Only whole months of work that lie in the window count; while the first day is not known, all of them do. */
function costsIn(window: Window, { project, extra }: Question): Costs {
  const { startOn, months, monthlyFee } = project
  const all = Array.from({ length: months ?? 0 }, (_, n) => n)
  const counted = all.filter((n) => {
    if (startOn === null) return true
    const from = n === 0 ? startOn : addDays(lastDayOfMonths(startOn, n), 1)
    return from >= window.workFrom && lastDayOfMonths(startOn, n + 1) <= window.workUntil
  })
  return { ...extra, fee: (monthlyFee ?? 0) * counted.length }
}

function workFindings({ work, route }: Subsidy, { project }: Question): Finding[] {
  const under = (id: string) =>
    new Set(
      jobCodes()
        .leavesOf(id)
        .map((leaf) => leaf.id),
    )
  const asked = project.codes.flatMap((code) => [...under(code)])
  const names = (ids: readonly string[]) => ids.map((id) => `「${jobCodes().node(id)?.name ?? id}」`).join('')
  const found: Finding[] = []
  if (work.codes && asked.length === 0) {
    found.push({
      rule: 'work',
      verdict: 'later',
      sentence: '頼む仕事が決まると、分かります。',
      change: '案件の「頼みたいこと」で、仕事を選んでください。',
    })
  } else if (work.codes) {
    const met = work.codes.some((code) => asked.some((id) => under(code).has(id)))
    found.push({ rule: 'work', verdict: met ? 'met' : 'no', sentence: `${names(work.codes)}の仕事が対象です。` })
  }
  const barred = work.without.filter((code) => asked.some((id) => under(code).has(id)))
  if (barred.length > 0)
    found.push({ rule: 'work', verdict: 'no', sentence: `${names(barred)}の仕事は対象になりません。` })
  if (work.monthsAtMost !== undefined && project.months !== null && project.months > work.monthsAtMost) {
    found.push({
      ...{
        rule: 'work',
        verdict: 'no',
        sentence: `契約は${work.monthsAtMost}か月までです（いまは${project.months}か月）。`,
      },
      change: `期間を${work.monthsAtMost}か月までにすると、使えます。`,
    })
  }
  if (route)
    found.push({
      rule: 'route',
      verdict: 'ask',
      sentence: `${route}。めぐりを通した契約でよいか、窓口に確かめてください。`,
    })
  return found
}

function grantFindings(subsidy: Subsidy, fiscalYear: number, { others, paidElsewhere }: Question): Finding[] {
  const same = others.filter(({ sameProject, subsidyId }) => sameProject && subsidyId !== subsidy.id)
  const bars = (one: Subsidy['excludes'], id: string) => one === 'all' || one.includes(id)
  const found: Finding[] = []
  if (same.some(({ subsidyId }) => bars(subsidy.excludes, subsidyId))) {
    found.push({
      rule: 'double',
      verdict: 'no',
      sentence: 'この案件で申し込む予定の、ほかの補助とは一緒に使えません。',
      change: 'どちらか一つを選んでください。',
    })
  } else if (subsidy.excludes === 'all' && paidElsewhere) {
    found.push({
      rule: 'double',
      verdict: 'no',
      sentence: '同じ仕事に、ほかの補助を受けるときは使えません。',
      change: 'どちらか一つを選んでください。',
    })
  } else if (subsidy.excludes === 'all') {
    found.push({ rule: 'double', verdict: 'ask', sentence: '同じ仕事に、国や県などのほかの補助を受けないこと。' })
  }
  const used = others.filter(
    ({ subsidyId, sameProject, fiscalYear: year }) => subsidyId === subsidy.id && !sameProject && year === fiscalYear,
  )
  if (used.length >= subsidy.times) {
    found.push({ rule: 'times', verdict: 'no', sentence: `一つの会社が使えるのは、年度に${subsidy.times}回までです。` })
  }
  return found
}

function costFindings({ costs: lines }: Subsidy, { yen, left }: Amount, { project }: Question): Finding[] {
  const needsFee =
    lines.some(({ of }) => of.includes('fee')) && (project.monthlyFee === null || project.months === null)
  if (needsFee) {
    return [
      {
        rule: 'costs',
        verdict: 'later',
        sentence: 'お礼の額と期間が決まると、額が出ます。',
        change: '案件に、月のお礼と期間を書いてください。',
      },
    ]
  }
  if (yen > 0) return []
  const sentence = left === 0 ? '補助の対象になる費用が、まだありません。' : 'この費用では、補助の額が0円になります。'
  return [
    { rule: 'costs', verdict: 'later', sentence, change: '交通費などの見込みを入れると、額が出ることがあります。' },
  ]
}

function lastDayToApply({ apply }: Subsidy, { applyUntil }: Window, { project, signedOn }: Question): LegalDate {
  const days: LegalDate[] = [applyUntil]
  if (apply.when === 'before-contract' && project.startOn) days.push(addDays(project.startOn, -1 - apply.days))
  if (apply.when === 'before-start' && project.startOn) days.push(addDays(project.startOn, -1))
  if (apply.when === 'after-contract' && signedOn) days.push(addDays(signedOn, apply.days))
  return days.reduce((first, day) => (day < first ? day : first))
}
