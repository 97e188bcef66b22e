import { addDays, dateInWords, daysBetween, lastDayOfMonths } from '../../law/dates.ts'
import { dayOfFiscalYear, fiscalYearInWords, fiscalYearOf } from '../../law/fiscal-year.ts'
import type { Finding, Question, Window } from './question.ts'
import type { Subsidy } from './subsidies.ts'

/** When one may apply, and when the work has to be. */
export function periodFindings(subsidy: Subsidy, fiscalYear: number, window: Window, question: Question): Finding[] {
  if (subsidy.entered?.offered === false) {
    const sentence = `${fiscalYearInWords(fiscalYear)}は、募集がありません。`
    return [{ rule: 'period', verdict: 'no', sentence, change: '次の年度の募集を待ってください。' }]
  }
  return [...receptionFinding(window, question), ...workFinding(window, question), ...applyFinding(subsidy, question)]
}

/** The rules of a year that is over are an orientation: their days are not this year's, the order of things mostly is. */
export function oldFindings(subsidy: Subsidy, year: number, question: Question): Finding[] {
  const day = (monthDay: string) => dateInWords(dayOfFiscalYear(year, monthDay))
  const { applyFrom, applyUntil } = subsidy.period
  const change = '今年度もあるか、いつまでかを、窓口に聞いてください。'
  if (subsidy.entered?.offered === false) {
    return [
      { rule: 'period', verdict: 'no', sentence: `${fiscalYearInWords(year)}は、募集がありませんでした。`, change },
    ]
  }
  return [
    {
      rule: 'period',
      verdict: 'ask',
      sentence: `${fiscalYearInWords(year)}の決まりで見ています。受付は、${day(applyFrom)}から${day(applyUntil)}まででした。`,
      change,
    },
    ...applyFinding(subsidy, question),
  ]
}

function receptionFinding({ applyFrom, applyUntil }: Window, { today }: Question): Finding[] {
  if (today < applyFrom) {
    const days = daysBetween(today, applyFrom)
    return [
      { rule: 'period', verdict: 'later', sentence: `受付は${dateInWords(applyFrom)}からです（あと${days}日）。` },
    ]
  }
  if (today > applyUntil) {
    const sentence = `${fiscalYearInWords(fiscalYearOf(applyUntil))}の受付は、${dateInWords(applyUntil)}に終わりました。`
    return [{ rule: 'period', verdict: 'no', sentence, change: '次の年度の受付を待ってください。' }]
  }
  return [{ rule: 'period', verdict: 'met', sentence: `受付は${dateInWords(applyUntil)}までです。` }]
}

function workFinding({ workFrom, workUntil }: Window, { project }: Question): Finding[] {
  const { startOn, months } = project
  const until = `${dateInWords(workUntil)}までの仕事が対象です。`
  if (startOn === null) {
    return [
      { rule: 'period', verdict: 'ask', sentence: until, change: '案件にはじめる日を書くと、額が確かになります。' },
    ]
  }
  if (startOn > workUntil)
    return [{ rule: 'period', verdict: 'no', sentence: until, change: 'もっと早く始めると、使えます。' }]
  if (startOn < workFrom) {
    return [
      {
        rule: 'period',
        verdict: 'ask',
        sentence: `${dateInWords(workFrom)}からの仕事が対象です。その前の分は入りません。`,
      },
    ]
  }
  if (months !== null && lastDayOfMonths(startOn, months) > workUntil) {
    return [{ rule: 'period', verdict: 'ask', sentence: `${until}その後の月の分は、額に入れていません。` }]
  }
  return []
}

function applyFinding({ apply }: Subsidy, { today, signedOn, project }: Question): Finding[] {
  const { startOn } = project
  if (apply.when === 'after-contract') {
    const within = `契約してから${apply.days}日のうちに申し込みます。`
    if (signedOn === null) return [{ rule: 'apply', verdict: 'later', sentence: within }]
    const last = addDays(signedOn, apply.days)
    if (today > last)
      return [{ rule: 'apply', verdict: 'no', sentence: `${within}${dateInWords(last)}に終わりました。` }]
    return [{ rule: 'apply', verdict: 'met', sentence: `${within}${dateInWords(last)}までです。` }]
  }
  if (apply.when === 'before-start') {
    const late = startOn !== null && today >= startOn
    if (late) return [{ rule: 'apply', verdict: 'no', sentence: '仕事が始まった後は、申し込めません。' }]
    return [{ rule: 'apply', verdict: 'met', sentence: '仕事が始まる前に申し込みます。' }]
  }
  const before = apply.days > 0 ? `契約の${apply.days}日前までに` : '契約の前に'
  if (signedOn !== null) {
    return [
      {
        rule: 'apply',
        verdict: 'no',
        sentence: `${before}申し込む決まりです。${dateInWords(signedOn)}に契約したので、もう申し込めません。`,
      },
    ]
  }
  if (startOn !== null && addDays(startOn, -1 - apply.days) < today) {
    return [
      {
        ...{
          rule: 'apply',
          verdict: 'no',
          sentence: `${before}申し込む決まりで、${dateInWords(startOn)}に始めるのでは間に合いません。`,
        },
        change: `はじめる日を${dateInWords(addDays(today, 1 + apply.days))}より後にすると、間に合います。`,
      },
    ]
  }
  return [{ rule: 'apply', verdict: 'met', sentence: `${before}申し込みます。契約してからでは、もらえません。` }]
}
