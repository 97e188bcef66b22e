import { addDays, type LegalDate, startOfDay, today } from '../../lib/time.ts'
import type { NoticeSettings } from '../schema.ts'
import { KINDS, type Kind } from './kinds.ts'

export type Way = 'instant' | 'digest' | 'none'
/** What somebody may choose for themselves. */
export type Wishes = Omit<NoticeSettings, 'accountId' | 'updatedAt'>

export const WAY_WORDS: Readonly<Record<Way, string>> = {
  instant: 'すぐにメール',
  digest: '一日一回まとめてメール',
  none: 'メールなし（画面だけ）',
}

export const USUAL: Wishes = {
  ...{ ways: {}, digestHour: 8, quietFrom: 21, quietUntil: 8, holidays: false, discreet: false },
}

/** Why a kind cannot be switched off, or not even be put off. */
export const FIXED: Readonly<Partial<Record<Kind, { readonly ways: readonly Way[]; readonly why: string }>>> = {
  application: { ways: ['instant', 'digest'], why: '返事の約束の日があるため、止められません。' },
  contract: { ways: ['instant', 'digest'], why: '法律で知らせることがあるため、止められません。' },
  work: { ways: ['instant', 'digest'], why: '確かめと支払いの期限があるため、止められません。' },
  event: { ways: ['instant'], why: '日時の変わりや席の空きを伝えるため、いつもすぐに届きます。' },
  account: { ways: ['instant'], why: 'あなたを守るため、いつもすぐに届きます。' },
  desk: { ways: ['instant'], why: 'お待ちの方がいるため、いつもすぐに届きます。' },
  watch: { ways: ['instant'], why: '「知らせてもらう条件」で、条件ごとに変えられます。' },
}

export const waysOf = (kind: Kind): readonly Way[] => FIXED[kind]?.ways ?? ['instant', 'digest', 'none']
/** Kinds of which somebody may say how they want to hear. */
export const CHOSEN: readonly Kind[] = KINDS.filter((kind) => waysOf(kind).length > 1)

const URGENT: readonly Kind[] = ['account', 'desk']
const HOUR = 3_600_000

export function wayOf(kind: Kind, { ways }: Pick<Wishes, 'ways'>): Way {
  const wished = ways[kind]
  return wished && waysOf(kind).includes(wished) ? wished : 'instant'
}

/**
 * When the mail of a notice goes out: `now` itself when nothing is against it, null when it stays on our pages. Hours are of Japan.
 * What cannot be switched off waits for the morning, but not for the end of holidays: its dates go on.
 */
export function mailAt(kind: Kind, wishes: Wishes, now: Date): Date | null {
  const way = wayOf(kind, wishes)
  if (way === 'none') return null
  if (URGENT.includes(kind)) return now
  const first = way === 'digest' ? nextAt(wishes.digestHour, now) : awake(wishes, now)
  const mayRest = wishes.holidays && waysOf(kind).includes('none')
  if (!mayRest || !isRest(today(first))) return first
  let day = today(first)
  while (isRest(day)) day = addDays(day, 1)
  return at(day, way === 'digest' ? wishes.digestHour : wishes.quietUntil)
}

/** 29 December to 3 January, and Obon, 13 to 16 August. */
function isRest(day: LegalDate): boolean {
  const monthDay = day.slice(5)
  return monthDay >= '12-29' || monthDay <= '01-03' || (monthDay >= '08-13' && monthDay <= '08-16')
}

function awake({ quietFrom, quietUntil }: Wishes, now: Date): Date {
  const hour = (now.getTime() - startOfDay(today(now)).getTime()) / HOUR
  const isQuiet =
    quietFrom <= quietUntil ? hour >= quietFrom && hour < quietUntil : hour >= quietFrom || hour < quietUntil
  return isQuiet ? nextAt(quietUntil, now) : now
}

/** The next time that it is this hour. */
function nextAt(hour: number, now: Date): Date {
  const on = at(today(now), hour)
  return on > now ? on : at(addDays(today(now), 1), hour)
}

function at(day: LegalDate, hour: number): Date {
  return new Date(startOfDay(day).getTime() + hour * HOUR)
}
