import { z } from 'zod'
import { checkbox, choice, choices, longText, text, wholeNumber, yen } from '../../lib/input.ts'
import { type SheetCell, sheetOf } from '../../lib/sheet.ts'
import type { Event, EventAnswer, TravelSupport } from '../schema.ts'
import { isDoorOpen } from './list-at-door.ts'

export const USEFUL: Readonly<Record<EventAnswer['useful'], string>> = {
  very: 'とても役に立った',
  some: '少し役に立った',
  little: 'あまり役に立たなかった',
}

export const WISHES = {
  consult: '困りごとを相談したい',
  projects: '案件を見てみたい',
  visit: 'その地域に行ってみたい',
  again: 'また参加したい',
  none: 'いまは、とくにない',
} as const
export type Wish = keyof typeof WISHES

export const LONGEST_WORDS = 400

export const answersForm = z.object({
  useful: choice({ label: '役に立ったか', options: Object.keys(USEFUL) as EventAnswer['useful'][] }),
  wishes: choices({ label: 'これから', options: Object.keys(WISHES) as Wish[] }),
  words: longText({ label: 'ひとこと', max: LONGEST_WORDS, required: false }),
})
export type Answers = z.output<typeof answersForm>

/** Of those who registered with an account, in whole fives; null where a number would say something of one person. */
export type Results = { known: number | null; applied: number | null; worked: number | null }

/** Of those who began an application at the event's page, in whole fives; null below five. */
export type Begun = { applied: number | null; worked: number | null }

/** So few are never shown: each could be somebody's. */
export const LEAST_ANSWERS = 5
const ANSWER_DAYS_MS = 14 * 86_400_000

/** From the end of an event on, for two weeks. */
export function mayAnswer({ endsAt, calledOffAt }: Pick<Event, 'endsAt' | 'calledOffAt'>, now: Date): boolean {
  return calledOffAt === null && endsAt <= now && now.getTime() < endsAt.getTime() + ANSWER_DAYS_MS
}

/** The same answers as numbers, each with its words. */
export function summed(answers: readonly Answers[]): { label: string; count: number }[] {
  return [
    ...Object.entries(USEFUL).map(([id, label]) => ({
      label,
      count: answers.filter((one) => one.useful === id).length,
    })),
    ...Object.entries(WISHES).map(([id, label]) => ({
      label,
      count: answers.filter((one) => one.wishes.includes(id as Wish)).length,
    })),
  ]
}

export const supportForm = z.object({
  number: wholeNumber({ label: '受付の番号', min: 1, max: 100_000 }),
  route: text({ label: '行き方', max: 120 }),
  amount: yen({ label: 'かかった額', max: 300_000 }),
  receipt: checkbox({ label: '領収書を見た' }),
})
export type SupportAnswers = z.output<typeof supportForm>

/** What is paid: what it cost, and never more than the ceiling. */
export function paidOf({ amount, ceiling }: Pick<TravelSupport, 'amount' | 'ceiling'>): number {
  return Math.min(amount, ceiling)
}

/** Every amount that counts, and what of it went out. */
export function totalsOf(supports: readonly TravelSupport[]): { planned: number; paid: number } {
  const sum = (rows: readonly TravelSupport[]) => rows.reduce((total, one) => total + paidOf(one), 0)
  return { planned: sum(supports), paid: sum(supports.filter(({ paidOn }) => paidOn !== null)) }
}

const COLUMNS: readonly SheetCell<TravelSupport>[] = [
  { head: 'お名前', kind: 'text', cell: ({ name }) => name },
  { head: '行き方', kind: 'text', cell: ({ route }) => route },
  { head: 'かかった額', kind: 'yen', cell: ({ amount }) => amount },
  { head: '上限', kind: 'yen', cell: ({ ceiling }) => ceiling },
  { head: '補助の額', kind: 'yen', cell: paidOf },
  { head: '領収書', kind: 'text', cell: ({ receiptSeenAt }) => (receiptSeenAt ? '見た' : 'まだ') },
  { head: '支払った日', kind: 'date', cell: ({ paidOn }) => paidOn },
]

export function supportSheet(event: Pick<Event, 'title'>, supports: readonly TravelSupport[]) {
  const { planned, paid } = totalsOf(supports)
  return sheetOf(`旅費の補助-${event.title}`, COLUMNS, supports, [`補助の合計 ${planned}円、うち支払い済み ${paid}円`])
}

const ANSWERED: readonly SheetCell<ReturnType<typeof summed>[number]>[] = [
  { head: '答え', kind: 'text', cell: ({ label }) => label },
  { head: '人数', kind: 'number', cell: ({ count }) => count },
]

/** What those who came said, as the database gives it: nothing below five. */
export function answersSheet(event: Pick<Event, 'title'>, answers: readonly Answers[]) {
  const said = answers.map(({ words }) => words).filter((words) => words !== '')
  return sheetOf(`アンケート-${event.title}`, ANSWERED, answers.length < LEAST_ANSWERS ? [] : summed(answers), said)
}

/** Ways are written down from the day before on, for as long as the host likes. */
export function maySupport(event: Event, now: Date): boolean {
  return event.travelCeiling !== null && (isDoorOpen(event, now) || event.endsAt <= now)
}
