import type { Event, Registration } from '../schema.ts'

/** `over` needs no act: the time of an event that was not called off has passed. */
export type State = 'draft' | 'open' | 'closed' | 'over' | 'called-off'

export function stateOf(event: Dated, now: Date): State {
  if (event.calledOffAt) return 'called-off'
  if (!event.publishedAt) return 'draft'
  if (event.endsAt <= now) return 'over'
  return event.closedAt || event.registerUntil <= now ? 'closed' : 'open'
}
type Dated = Pick<Event, 'publishedAt' | 'closedAt' | 'calledOffAt' | 'registerUntil' | 'endsAt'>

export const STATE_WORDS: Readonly<Record<State, string>> = {
  draft: '下書き',
  open: '受付中',
  closed: '受付は終わりました',
  over: '終わりました',
  'called-off': '中止になりました',
}

/** What is said of one to which people may still register: whether they come in, or wait. */
export function wordsOf(event: Dated & Seats, now: Date): string {
  const state = stateOf(event, now)
  return state === 'open' && isFull(event) ? '満席・キャンセル待ち' : STATE_WORDS[state]
}

/** Nobody who registers now has a seat at once; where people are chosen, seats say nothing of that. */
export function isFull({ choosing, seats, capacity }: Seats): boolean {
  return choosing === 'first' && seats >= capacity
}
type Seats = Pick<Event, 'choosing' | 'seats' | 'capacity'>

type Transition = {
  /** The name in history. */
  readonly act: string
  readonly from: readonly State[]
  readonly who: 'host' | 'system'
}

/** Everything that can happen to an event that is there. */
export const TRANSITIONS = [
  { act: 'event.saved', from: ['draft', 'open', 'closed'], who: 'host' },
  { act: 'event.moved', from: ['open', 'closed'], who: 'host' },
  { act: 'event.published', from: ['draft'], who: 'host' },
  { act: 'event.closed', from: ['open'], who: 'host' },
  { act: 'event.reopened', from: ['closed'], who: 'host' },
  { act: 'event.called-off', from: ['open', 'closed'], who: 'host' },
  { act: 'event.held', from: ['over'], who: 'system' },
] as const satisfies readonly Transition[]
export type EventAct = (typeof TRANSITIONS)[number]['act']

export function may(act: EventAct, event: Dated, now: Date): boolean {
  const states: readonly State[] = TRANSITIONS.find((one) => one.act === act)!.from
  return states.includes(stateOf(event, now))
}

/** How far one registration is. `asked`: the address is not proven yet, and nothing is kept for it. */
export type Standing =
  | 'asked'
  | 'applied'
  | 'waiting'
  | 'offered'
  | 'seated'
  | 'refused'
  | 'cancelled'
  | 'lapsed'
  | 'came'

export function standingOf(registration: Facts): Standing {
  if (registration.checkedInAt) return 'came'
  if (registration.cancelledAt) return 'cancelled'
  if (registration.lapsedAt) return 'lapsed'
  if (registration.refusedAt) return 'refused'
  if (registration.seatedAt) return 'seated'
  if (registration.offeredAt) return 'offered'
  if (registration.waitingSince) return 'waiting'
  return registration.confirmedAt ? 'applied' : 'asked'
}
type Facts = Pick<
  Registration,
  'checkedInAt' | 'cancelledAt' | 'lapsedAt' | 'refusedAt' | 'seatedAt' | 'offeredAt' | 'waitingSince' | 'confirmedAt'
>

/** Such a one holds, or is kept, a seat. */
export const HOLDS_SEAT: readonly Standing[] = ['seated', 'offered']
/** Such a one counts as registered: the same person cannot register again beside it. */
export const STILL_MEANT: readonly Standing[] = ['applied', 'waiting', 'offered', 'seated', 'came']
/** Such a one may still be called back by its person. */
export const MAY_CANCEL: readonly Standing[] = ['asked', 'applied', 'waiting', 'offered', 'seated']

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  asked: 'メールの確認待ち',
  applied: '選考中',
  waiting: 'キャンセル待ち',
  offered: '空いた席の返事待ち',
  seated: '参加できます',
  refused: '今回は見送り',
  cancelled: '取り消し',
  lapsed: '返事がなく次の方へ',
  came: '来ました',
}

/** The same for the host, after the event: whoever had a seat and is not known to have come. */
export function standingWords(registration: Facts, { kind }: Pick<Event, 'kind'>, isOver: boolean): string {
  const standing = standingOf(registration)
  if (standing !== 'seated' || !isOver) return STANDING_WORDS[standing]
  return kind === 'online' ? '席がありました' : '受付なし'
}

const HOUR = 3_600_000
/** So long a seat that got free is kept for the first who waits. */
const OFFER_HOURS = 24
/** In the last hours before the beginning nobody is moved up any more: who comes to the door is let in there. */
const LAST_HOURS = 3

/** Until when a seat that gets free now is kept; null when it is too late to hand it on. */
export function offerUntil({ beginsAt }: Pick<Event, 'beginsAt'>, now: Date): Date | null {
  const last = beginsAt.getTime() - LAST_HOURS * HOUR
  if (now.getTime() >= last) return null
  return new Date(Math.min(now.getTime() + OFFER_HOURS * HOUR, last))
}
