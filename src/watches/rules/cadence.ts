import { z } from 'zod'
import { choice, email, text } from '../../lib/input.ts'
import { type LegalDate, mondayOf } from '../../lib/time.ts'
import type { Watch } from '../schema.ts'

export type Cadence = Watch['cadence']

export const CADENCES: readonly { id: Cadence; label: string; words: string }[] = [
  { id: 'instant', label: 'すぐに', words: '公開されたら、すぐに' },
  { id: 'daily', label: '毎日', words: '毎朝、まとめて' },
  { id: 'weekly', label: '毎週', words: '月曜の朝に、まとめて' },
]

export const USUAL: Cadence = 'daily'
/** More than anybody reads. */
export const MOST_WATCHES = 30

/** Days that somebody without an account has to answer the letter that asks whether the address is theirs. */
export const CONFIRM_DAYS = 3
/** Letters of that kind that one address gets in a day; whoever asks for more is answered the same. */
export const ASKED_A_DAY = 3

/** `address` is read for itself: it is no field that anybody fills in. */
export const mailForm = z.object({
  address: text({ label: '条件', max: 500 }),
  email: email({ label: 'メールアドレス' }),
})

export const cadenceForm = z.object({
  cadence: choice({ label: 'いつ知らせるか', options: CADENCES.map(({ id }) => id) }),
})

export function cadenceWords(cadence: Cadence): string {
  return CADENCES.find(({ id }) => id === cadence)!.words
}

/** Whether it is the day to look: a Monday on which nothing ran is made up for on the days after it. */
export function isDue({ cadence, lookedOn }: Pick<Watch, 'cadence' | 'lookedOn'>, today: LegalDate): boolean {
  if (cadence === 'instant') return true
  return lookedOn < (cadence === 'daily' ? today : mondayOf(today))
}
