import { z } from 'zod'
import { choice, longText } from '../../lib/input.ts'
import { addDays, startOfDay, today } from '../../lib/time.ts'
import { SHARES, YEARS } from './sharing.ts'

/** Days in which a question may be answered. */
const DAYS = 30
/** Days before the last one on which somebody is asked after an answer. */
const REMINDED_BEFORE = 7

/** Until when the question of this moment may be answered. */
export function answerUntilOf(now: Date): Date {
  return startOfDay(addDays(today(now), DAYS + 1))
}

/** A question that lapses before this moment is asked after once more: in the morning a week before its last day, or later. */
export function remindUntilOf(now: Date): Date {
  return startOfDay(addDays(today(now), REMINDED_BEFORE + 1))
}

/** Whom to commend to which partner: both from lists that were shown. */
export function commendingForm(people: readonly string[], partners: readonly string[]) {
  return z.object({
    person: choice({ label: '紹介したい方', options: people }),
    partner: choice({ label: '紹介する先', options: partners }),
    words: longText({ label: '紹介したいわけ', max: 300 }),
  })
}

export const answerForm = z.object({
  share: choice({ label: '返事', options: SHARES }),
  years: choice({ label: 'いつまで', options: YEARS }),
})

/** How far a question is, as the partner that asked may know it: never what the answer was. */
export function standingOf(
  { answerUntil, answeredAt }: { answerUntil: Date; answeredAt: Date | null },
  now: Date,
): 'asked' | 'answered' | 'lapsed' {
  if (answeredAt !== null) return 'answered'
  return answerUntil > now ? 'asked' : 'lapsed'
}

/** Whom a partner asked about, and how far that is. */
export type Commended = {
  readonly id: string
  readonly accountId: string
  readonly askedAt: Date
  readonly to: string
  readonly standing: ReturnType<typeof standingOf>
}

export const STANDING_WORDS = {
  asked: 'ご本人に聞いています',
  answered: 'ご本人から返事がありました',
  lapsed: '返事がないまま、期限が過ぎました',
} as const
