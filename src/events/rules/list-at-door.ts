import { startOfDay, today } from '../../lib/time.ts'
import { fold, hiragana } from '../../text/normalise.ts'
import type { Event, Registration } from '../schema.ts'

/** From the morning of the day before, for who prepares, to two weeks after, for who types a paper in. */
const BEFORE_MS = 86_400_000
const AFTER_MS = 14 * 86_400_000

export function isDoorOpen({ beginsAt, endsAt, publishedAt, calledOffAt }: Dated, now: Date): boolean {
  if (!publishedAt || calledOffAt) return false
  const from = startOfDay(today(beginsAt)).getTime() - BEFORE_MS
  return now.getTime() >= from && now.getTime() <= endsAt.getTime() + AFTER_MS
}
type Dated = Pick<Event, 'beginsAt' | 'endsAt' | 'publishedAt' | 'calledOffAt'>

type Named = Pick<Registration, 'number' | 'name' | 'kana'>

/** By number, or by a part of the name or its reading: 「さとう」「サトウ」「佐藤」「12」. */
export function foundAtDoor<R extends Named>(rows: readonly R[], typed: string): R[] {
  const wanted = plain(typed)
  if (wanted === '') return [...rows]
  return rows.filter(
    ({ number, name, kana }) =>
      String(number) === wanted || plain(name).includes(wanted) || plain(kana).includes(wanted),
  )
}

function plain(text: string): string {
  return hiragana(fold(text)).replaceAll(' ', '')
}

/** As a paper is read out: 「1, 3、5-8」 → 1 3 5 6 7 8; null where something else stands. */
export function numbersIn(typed: string, most: number): number[] | null {
  const parts = typed
    .normalize('NFKC')
    .replace(/\s*[-~〜ー−–]\s*/g, '-')
    .split(/[\s,、.・]+/)
    .filter((part) => part !== '')
  const numbers = new Set<number>()
  for (const part of parts) {
    const [, from, to] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(part) ?? []
    if (from === undefined) return null
    for (let n = Number(from); n <= Math.min(Number(to ?? from), most); n++) numbers.add(n)
    if (Number(from) > most || Number(to ?? from) > most) return null
  }
  return [...numbers].sort((a, b) => a - b)
}
