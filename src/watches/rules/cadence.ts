import { z } from 'zod'
import { weekday } from '../../law/dates.ts'
import { choice } from '../../lib/input.ts'
import { addDays, type LegalDate } from '../../lib/time.ts'
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

export function mondayOf(day: LegalDate): LegalDate {
  return addDays(day, -((weekday(day) + 6) % 7))
}
