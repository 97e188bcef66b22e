import { z } from 'zod'
import { readClock } from '../../applications/rules/times.ts'
import { choice, day, email, longText, text, together, wholeNumber, yen } from '../../lib/input.ts'
import { municipalityName, PREFECTURES } from '../../lib/regions.ts'
import { endOfDay, type LegalDate, startOfDay, today } from '../../lib/time.ts'
import type { Event } from '../schema.ts'
import { CHOOSING_WORDS, KINDS, REFUSAL_WORDS } from './words.ts'

export const LONGEST = { title: 60, body: 2000, audience: 200, place: 120, contact: 120, bring: 300, words: 400 }
const MOST_SEATS = 1000

const time = (label: string) => text({ label, max: 20 })

export const eventForm = together(
  z.object({
    kind: choice({ label: '開き方', options: KINDS }),
    title: text({ label: '題名', max: LONGEST.title }),
    body: longText({ label: 'どんな催しか', max: LONGEST.body }),
    audience: text({ label: 'どなたのためか', max: LONGEST.audience }),
    prefecture: choice({ label: '都道府県', options: PREFECTURES.map(({ id }) => String(id)) }),
    municipality: text({ label: '市町村', max: 5, required: false }),
    place: text({ label: '会場', max: LONGEST.place, required: false }),
    link: text({ label: 'オンラインの入り口', max: 300, required: false }),
    beginsOn: day({ label: '始まる日' }),
    beginsTime: time('始まる時刻'),
    endsOn: day({ label: '終わる日', required: false }),
    endsTime: time('終わる時刻'),
    registerOn: day({ label: '申し込みの締め切り', required: false }),
    capacity: wholeNumber({ label: '定員', min: 1, max: MOST_SEATS, unit: '人' }),
    choosing: choice({ label: '決め方', options: Object.keys(CHOOSING_WORDS) as Event['choosing'][] }),
    price: yen({ label: '参加費', max: 100_000 }),
    travelCeiling: yen({ label: '旅費の補助の上限', max: 200_000, required: false }),
    bring: longText({ label: '持ち物など', max: LONGEST.bring, required: false }),
    programme: text({ label: '事業', max: 36, required: false }),
    contact: text({ label: '問い合わせ先', max: LONGEST.contact }),
  }),
  (read, wrong) => {
    const { kind, place, prefecture, municipality, link, beginsOn, beginsTime, endsTime, registerOn } = read
    if (kind && kind !== 'online' && !place) wrong('place', '会場の名前と住所を入れてください。')
    if (link && !/^https:\/\//.test(link)) wrong('link', '入り口は、https:// で始まるアドレスを入れてください。')
    if (municipality && (municipalityName(municipality) === null || !isIn(municipality, prefecture)))
      wrong('municipality', '選んだ都道府県の市町村を、もう一度選んでください。')
    if (beginsTime && !readClock(beginsTime)) wrong('beginsTime', '時刻を「13:30」のように入れてください。')
    if (endsTime && !readClock(endsTime)) wrong('endsTime', '時刻を「15:30」のように入れてください。')
    const span = spanOf(read)
    if (span && span.endsAt <= span.beginsAt) wrong('endsTime', '終わりは、始まりよりあとにしてください。')
    if (registerOn && beginsOn && registerOn > beginsOn) wrong('registerOn', '締め切りは、始まる日までにしてください。')
  },
)
export type EventAnswers = z.output<typeof eventForm>
type Dated = Partial<Pick<EventAnswers, 'beginsOn' | 'beginsTime' | 'endsOn' | 'endsTime'>>

function isIn(municipality: string, prefecture: string | undefined): boolean {
  return prefecture !== undefined && Number(municipality.slice(0, 2)) === Number(prefecture)
}

function spanOf({ beginsOn, beginsTime, endsOn, endsTime }: Dated) {
  const [from, to] = [readClock(beginsTime ?? ''), readClock(endsTime ?? '')]
  if (!beginsOn || !from || !to) return null
  return { beginsAt: at(beginsOn, from.minutes), endsAt: at(endsOn ?? beginsOn, to.minutes) }
}

function at(day: LegalDate, minutes: number): Date {
  return new Date(startOfDay(day).getTime() + minutes * 60_000)
}

/** What a form that was read says of an event. Without a day the registration ends when the event begins. */
export function eventOf(answers: EventAnswers) {
  const {
    beginsOn: _b,
    beginsTime: _bt,
    endsOn: _e,
    endsTime: _et,
    registerOn,
    prefecture,
    programme,
    ...said
  } = answers
  const span = spanOf(answers)!
  const last = registerOn ? endOfDay(registerOn) : span.beginsAt
  return {
    ...said,
    prefecture: Number(prefecture),
    municipality: said.municipality || null,
    programmeId: programme || null,
    ...span,
    registerUntil: last < span.beginsAt ? last : span.beginsAt,
  }
}

/** An event as its form shows it. */
export function valuesOf(event: Event): Record<string, string> {
  const { kind, title, body, audience, place, link, choosing, bring, contact, beginsAt, endsAt, registerUntil } = event
  return {
    ...{ kind, title, body, audience, place, link, choosing, bring, contact },
    ...{ prefecture: String(event.prefecture), municipality: event.municipality ?? '' },
    ...{ capacity: String(event.capacity), price: String(event.price) },
    ...{ beginsOn: today(beginsAt), beginsTime: clockOf(beginsAt) },
    ...{ endsOn: today(endsAt), endsTime: clockOf(endsAt) },
    travelCeiling: event.travelCeiling === null ? '' : String(event.travelCeiling),
    programme: event.programmeId ?? '',
    registerOn: registerUntil < beginsAt ? today(registerUntil) : '',
  }
}

function clockOf(moment: Date): string {
  const minutes = Math.round((moment.getTime() - startOfDay(today(moment)).getTime()) / 60_000)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

export const callOffForm = z.object({ why: text({ label: '中止のわけ', max: 200 }) })

const who = {
  name: text({ label: 'お名前', max: 40 }),
  kana: text({ label: 'ふりがな', max: 40 }),
  affiliation: text({ label: '会社や団体の名前', max: 60, required: false }),
}
const why = { words: longText({ label: '参加したいわけ', max: LONGEST.words, required: false }) }

const form = z.object({ ...who, ...why })
const formByMail = z.object({ ...who, email: email({ label: 'メールアドレス' }), ...why })

/** Where people are chosen, they are asked why they would like to come. */
function needsWhy({ choosing }: Pick<Event, 'choosing'>) {
  return ({ words }: { words?: string | undefined }, wrong: (field: string, sentence: string) => void) => {
    if (choosing === 'selection' && words === '') wrong('words', '参加したいわけを入れてください。')
  }
}

export const registrationForm = (event: Pick<Event, 'choosing'>) => together(form, needsWhy(event))
export const registrationByMailForm = (event: Pick<Event, 'choosing'>) => together(formByMail, needsWhy(event))
export type Registrant = { name: string; kana: string; affiliation: string; words: string }

/** Somebody rang the host, or stands at the door. */
export const byHostForm = z.object({ ...who, kana: text({ label: 'ふりがな', max: 40, required: false }) })

export const numbersForm = z.object({ numbers: text({ label: '来た方の番号', max: 400 }) })

const note = text({ label: '選んだわけのメモ', max: 200, required: false })
export const chooseForm = z.object({ note })
const refusal = choice({
  label: '見送るわけ',
  options: Object.keys(REFUSAL_WORDS) as (keyof typeof REFUSAL_WORDS)[],
})
export const refuseForm = z.object({ refusal, note })
export const refuseOthersForm = z.object({ refusal })

/** A person's mailbox is asked no more often than this about one event. */
export const ASKED_A_DAY = 3
/** Days to answer the letter that asks whether the address is theirs. */
export const CONFIRM_DAYS = 3
/** Days after the end for which names and addresses are kept. */
export const KEPT_DAYS = 90
