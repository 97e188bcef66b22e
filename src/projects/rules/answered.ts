import { type Answered, feedsOf, questionNamed } from '../../challenges/rules/listening.ts'
import { fold } from '../../text/normalise.ts'
import { parseNumber, parseYen } from '../../text/number.ts'

/** What the answers to being asked back say for a draft. */
export type FromAnswers = {
  /** 「いつから：三年前から」 */
  readonly background: readonly string[]
  readonly goal: readonly string[]
  readonly fee: number | null
  readonly hours: number | null
}

const BEYOND = 'その先、半年後には：'
/** What the fields of a draft hold. */
const MOST_BACKGROUND = 2000
const MOST_GOAL = 1000
const MOST_FEE = 10_000_000
const MOST_HOURS = 200
const PARTS = /[、。/\n]|,(?!\d{3})|と(?=月)/
/** An amount is taken for a month's only when it says so. */
const A_MONTH =
  /^(?:お礼は|謝礼は|時間は)?(?:月に?|毎月|(?:一|1|ひと)(?:か|ヶ|ケ|カ)?月に?)(?=[\d〇一二三四五六七八九十百千万])/

/** In the owner's words. Numbers only where they can mean one thing. */
export function fromAnswers(answers: readonly Answered[]): FromAnswers {
  const given = answers.flatMap(({ question, text }) => (text === null ? [] : [{ question, text }]))
  const feeding = (feed: 'background' | 'goal' | 'fee' | 'hours') =>
    given.filter(({ question }) => feedsOf(question).includes(feed) || (feed === 'background' && isOfCode(question)))
  return {
    background: feeding('background').map(({ question, text }) => `${labelOf(question)}：${text}`),
    goal: feeding('goal').map(({ text }) => text),
    fee: only(feeding('fee').flatMap(({ text }) => amountsIn(text, /円/, parseYen, MOST_FEE))),
    hours: only(feeding('hours').flatMap(({ text }) => amountsIn(text, /時間/, parseNumber, MOST_HOURS))),
  }
}

/** The own words, and under them as many answers as the field holds. */
export function backgroundFrom(worry: string, { background }: FromAnswers): string | null {
  return (
    background.reduce((text, line, at) => added(text, line, at === 0 ? '\n\n' : '\n', MOST_BACKGROUND), worry) || null
  )
}

/** The signs of three months, and what the owner wants to see beyond them. */
export function goalFrom(signs: string | null, { goal }: FromAnswers): string | null {
  return (
    goal.reduce(
      (text, wish) => added(text, text ? `${BEYOND}\n・${wish}` : `・${wish}`, '\n\n', MOST_GOAL),
      signs ?? '',
    ) || null
  )
}

function added(text: string, more: string, between: string, most: number): string {
  const longer = text === '' ? more : text + between + more
  return longer.length > most ? text : longer
}

function amountsIn(text: string, unit: RegExp, read: (text: string) => number | null, most: number): (number | null)[] {
  const parts = fold(text).replaceAll(' ', '').split(PARTS)
  return parts.flatMap((part) => {
    if (!unit.test(part)) return []
    const amount = A_MONTH.test(part) ? read(part.replace(A_MONTH, '')) : null
    return [amount !== null && Number.isInteger(amount) && amount >= 1 && amount <= most ? amount : null]
  })
}

/** Two amounts could mean two things. */
function only(amounts: readonly (number | null)[]): number | null {
  return amounts.length === 1 ? amounts[0]! : null
}

function isOfCode(question: string): boolean {
  return question.startsWith('code:')
}

function labelOf(question: string): string {
  return questionNamed(question, null)?.label ?? ''
}
