import { startOfDay, today } from '../../lib/time.ts'
import type { Application, Selection } from '../schema.ts'
import { type Dated, isUnanswered } from './state.ts'

/** What a company thinks of somebody before it answers. */
export type Mark = 'later' | 'pass'

/** An answer stands above what was thought before it. */
export function markOf(application: Dated, selection: Selection | null): Mark | null {
  if (!selection || !isUnanswered(application)) return null
  if (selection.passedAt) return 'pass'
  return selection.laterAt ? 'later' : null
}

/**
 * The name is read once somebody opened it, or once the two talk with each other: nobody meets somebody without a name. Until
 * then what counts is what somebody can do and wrote.
 */
export function isNamed({ interviewAt, offeredAt }: Dated, selection: Selection | null): boolean {
  return Boolean(selection?.namedAt ?? interviewAt ?? offeredAt)
}

/** 「3日お待ちです」, by the days of the calendar. */
export function waitInWords({ sentAt }: Pick<Application, 'sentAt'>, now: Date): string {
  const day = (moment: Date) => startOfDay(today(moment)).getTime()
  const days = sentAt ? Math.round((day(now) - day(sentAt)) / 86_400_000) : 0
  return days === 0 ? '今日届きました' : `${days}日お待ちです`
}

/** How a list of applicants may be ordered. */
export const ORDERS = ['fit', 'sent', 'answer'] as const
export type Order = (typeof ORDERS)[number]

type Ordered = {
  readonly application: Pick<Application, 'sentAt' | 'answerBy' | 'number'>
  readonly fit: number | null
}

/** Best first; the earliest first; by the promise that ends first. Nobody's place is left to chance. */
export function inOrder<T extends Ordered>(lines: readonly T[], order: Order): T[] {
  const at = (moment: Date | null) => moment?.getTime() ?? Number.POSITIVE_INFINITY
  const by: Readonly<Record<Order, (one: T) => number>> = {
    fit: ({ fit }) => -(fit ?? Number.NEGATIVE_INFINITY),
    sent: ({ application }) => at(application.sentAt),
    answer: ({ application }) => at(application.answerBy),
  }
  const compare = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1)
  return lines.toSorted(
    (one, other) =>
      compare(by[order](one), by[order](other)) || compare(one.application.number, other.application.number),
  )
}

/** So many are looked at together. */
export const TOGETHER = 3

/** The place where a handful begins: within the list, on a whole handful. */
export function handfulAt(asked: string | undefined, count: number): number {
  const wished = Number(asked ?? 0)
  if (!Number.isSafeInteger(wished) || wished <= 0 || count === 0) return 0
  return Math.floor(Math.min(wished, count - 1) / TOGETHER) * TOGETHER
}
