import { municipalityName, prefectureName } from '../../lib/regions.ts'
import { japaneseDate, japaneseDateTime, today } from '../../lib/time.ts'
import { inYen } from '../../projects/rules/choices.ts'
import { truncate } from '../../text/truncate.ts'
import type { Event, Registration } from '../schema.ts'
import { stateOf } from './state.ts'

export type Kind = Event['kind']

export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  online: 'オンライン',
  place: '会場に集まる',
  stay: '泊まって働く体験',
}
export const KINDS = Object.keys(KIND_WORDS) as Kind[]

export const CHOOSING_WORDS: Readonly<Record<Event['choosing'], string>> = {
  first: '先着順（いっぱいのときは、キャンセル待ち）',
  selection: '申し込みの中から選びます',
}

export const REFUSAL_WORDS: Readonly<Record<NonNullable<Registration['refusal']>, string>> = {
  full: '定員を上回るお申し込みがありました。',
  purpose: '今回の目的と、少し離れていました。',
  days: '日程が合いませんでした。',
  balance: '参加する方の役割の組み合わせを考えて決めました。',
}

/** In place of a name that went away three months after the end. */
export const FORGOTTEN_NAME = '（名前は消しました）'

/** The host's name where it is the desk itself. */
export const DESK = 'めぐりの事務局'

/** 2026年12月20日（日）13:30から15:30まで; of more days only what differs: 2027年1月1日（金）12:00から1月3日（日）12:00まで */
export function whenInWords({ beginsAt, endsAt }: Pick<Event, 'beginsAt' | 'endsAt'>): string {
  const [begin, end] = [japaneseDateTime(beginsAt), japaneseDateTime(endsAt)]
  const [first, last] = [today(beginsAt), today(endsAt)]
  const known =
    first === last ? japaneseDate(last) : first.slice(0, 4) === last.slice(0, 4) ? `${last.slice(0, 4)}年` : ''
  return `${begin}から${end.slice(known.length)}まで`
}

/** 福岡県八女市 */
export function regionInWords({ prefecture, municipality }: Pick<Event, 'prefecture' | 'municipality'>): string {
  return prefectureName(prefecture) + (municipality ? (municipalityName(municipality) ?? '') : '')
}

export function whereInWords(event: Pick<Event, 'kind' | 'place' | 'prefecture' | 'municipality'>): string {
  return event.kind === 'online' ? 'オンライン' : event.place || regionInWords(event)
}

export function priceInWords(price: number): string {
  return price === 0 ? '無料' : inYen(price)
}

/** Honest and small: nothing but what somebody needs to know before registering. */
export function seatsInWords(event: Seats, now: Date): string {
  if (event.choosing === 'selection') return `${event.capacity}人`
  const left = event.capacity - event.seats
  const free =
    stateOf(event, now) !== 'open' ? '' : left > 0 ? `（残り${left}席）` : '（満席。キャンセル待ちができます）'
  return `${event.capacity}人${free}`
}
type Seats = Pick<
  Event,
  'choosing' | 'capacity' | 'seats' | 'publishedAt' | 'closedAt' | 'calledOffAt' | 'registerUntil' | 'endsAt'
>

const SUMMARY = 200

/** For a list elsewhere: when and where first, then what it is. */
export function summaryOf(event: Told): string {
  const called = event.calledOffAt ? '【中止】' : ''
  return truncate(`${called}${whenInWords(event)}　${whereInWords(event)}。${event.body}`, SUMMARY)
}
type Told = Pick<
  Event,
  'beginsAt' | 'endsAt' | 'kind' | 'place' | 'prefecture' | 'municipality' | 'body' | 'calledOffAt'
>

const MODES = { online: 'Online', place: 'Offline', stay: 'Offline' } as const

/** The event as schema.org puts it. `url` is its page, `host` who holds it. */
export function structuredFacts(event: Omit<Event, 'link'>, host: string, url: string, now: Date): object {
  const address = { '@type': 'PostalAddress', addressCountry: 'JP', addressRegion: prefectureName(event.prefecture) }
  const isOpen = stateOf(event, now) === 'open'
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    description: event.body,
    url,
    startDate: event.beginsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: `https://schema.org/${event.calledOffAt ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${MODES[event.kind]}EventAttendanceMode`,
    maximumAttendeeCapacity: event.capacity,
    location:
      event.kind === 'online'
        ? { '@type': 'VirtualLocation', url }
        : { '@type': 'Place', name: event.place || regionInWords(event), address },
    organizer: { '@type': 'Organization', name: host },
    offers: {
      '@type': 'Offer',
      price: event.price,
      priceCurrency: 'JPY',
      url,
      availability: `https://schema.org/${isOpen && event.seats < event.capacity ? 'InStock' : 'SoldOut'}`,
    },
  }
}
