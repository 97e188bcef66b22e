import type { Application } from '../schema.ts'

/** How far a promised answer has gone: half of its time, nearly all, or past its day. */
export type PromiseStep = 'half' | 'near' | 'late'

const STEPS = [
  ['near', 0.8],
  ['half', 0.5],
] as const

/** The last step that the time between sending and the promised end has reached; null before its half, or without a promise. */
export function promiseStep(
  { sentAt, answerBy }: Pick<Application, 'sentAt' | 'answerBy'>,
  now: Date,
): PromiseStep | null {
  if (!sentAt || !answerBy) return null
  const whole = answerBy.getTime() - sentAt.getTime()
  const gone = now.getTime() - sentAt.getTime()
  // What is late is late, also when a promise was made for a day that was over already.
  if (now > answerBy) return 'late'
  return STEPS.find(([, share]) => gone >= whole * share)?.[0] ?? null
}

const TOLD_LATE_DAYS = 30

/** Promises that ended before this are spoken of no more: what is late longer was told, or is on the desk's list. */
export function promisesSince(now: Date): Date {
  return new Date(now.getTime() - TOLD_LATE_DAYS * 86_400_000)
}

/** What a company's answers were like, for everybody to see. Shares of so few would tell of single people. */
export const LEAST_ANSWERS = 5

export type AnswerFigures = {
  /** Applications whose promise came to its end, or that were answered before. */
  readonly asked: number
  readonly inTime: number
  /** Days until the answer, the middle one; null where none was given. */
  readonly days: number | null
}

/** 「約束の日までに、12件のうち11件に返事をしました。ふつう3日です。」 */
export function answersInWords({ asked, inTime, days }: AnswerFigures): string {
  if (asked < LEAST_ANSWERS) return 'まだ応募が少ないので、数は出していません'
  const share = `約束の日までに、${asked}件のうち${inTime}件に返事をしました`
  return days === null ? share : `${share}。返事まで、ふつう${Math.max(1, Math.round(days))}日です`
}
