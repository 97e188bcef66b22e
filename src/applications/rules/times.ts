import {
  addDays,
  businessDaysAfter,
  japaneseDate,
  type LegalDate,
  readLegalDate,
  startOfDay,
  today,
} from '../../lib/time.ts'

const HOURS = [
  { hour: '10:00', name: '午前10時' },
  { hour: '14:00', name: '午後2時' },
  { hour: '18:00', name: '夕方6時' },
] as const
/** Long enough for the person to see the letter and answer. */
const FIRST_DAY = 2
const DAYS = 6

/** How long a first talk is planned for. */
export const INTERVIEW_MINUTES = 45

type Slot = { readonly value: string; readonly label: string }
export type SlotDay = { readonly group: string; readonly options: readonly Slot[] }

/** The times on offer for an interview: the next business days, morning, afternoon and evening. */
export function slots(now: Date): SlotDay[] {
  return Array.from({ length: DAYS }, (_, n) => {
    const date = businessDaysAfter(today(now), FIRST_DAY + n)
    const day = japaneseDate(date).replace(/^\d+年/, '')
    return {
      group: japaneseDate(date),
      options: HOURS.map(({ hour, name }) => ({ value: `${date} ${hour}`, label: `${day} ${name}` })),
    }
  })
}

/** Why a time cannot be proposed. */
export type TimeProblem = 'unreadable' | 'past' | 'far' | 'early' | 'outside'

/** Nobody meets before or after: who writes 「3時」 means the afternoon, and is asked. */
const FIRST_MINUTE = 7 * 60
const LAST_MINUTE = 21 * 60
const DAYS_AHEAD = 183

/**
 * A time in Japan: as offered ('2026-12-03 14:00') or as people write it (「12月3日 15時」「12/3 午後3時半」). Without a
 * year the next such day is meant, but for one further ahead than anybody plans: that one is over.
 */
export function readMoment(text: string, now: Date): Date | TimeProblem {
  const typed = text.normalize('NFKC').trim()
  const dated = /^(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?:\([月火水木金土日]\))?[\sのT]*(.+)$/.exec(typed)
  if (!dated) return 'unreadable'
  const [, year, month = '', date = '', rest = ''] = dated
  const clock = readClock(rest)
  const day = year ? dayOf(Number(year), month, date) : nextDay(month, date, today(now))
  if (!day || !clock) return 'unreadable'
  const moment = new Date(startOfDay(day).getTime() + clock.minutes * 60_000)
  if (moment <= now) return 'past'
  if (day > addDays(today(now), DAYS_AHEAD)) return year ? 'far' : 'past'
  if (clock.minutes < FIRST_MINUTE) return clock.half ? 'outside' : 'early'
  return clock.minutes > LAST_MINUTE ? 'outside' : moment
}

/** 2026年12月3日（木）午後3時30分: nobody has to count back from fifteen. */
export function momentInWords(moment: Date): string {
  const minutes = Math.round((moment.getTime() - startOfDay(today(moment)).getTime()) / 60_000)
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  if (minutes === 12 * 60) return `${japaneseDate(today(moment))}正午`
  const words = `${hour < 12 ? '午前' : '午後'}${hour % 12}時${minute === 0 ? '' : `${minute}分`}`
  return japaneseDate(today(moment)) + words
}

/** 「15:30」「午後3時半」: minutes of the day, and the half of it that was named. */
export function readClock(text: string): { minutes: number; half: string | undefined } | null {
  const read = /^(午前|午後|夕方|朝|夜)?\s*(\d{1,2})(?::(\d{2})|時(?:(半)|(\d{1,2})分?)?)(?:から|〜|~|ごろ|頃)?$/.exec(
    text.trim(),
  )
  if (!read) return null
  const [, half, hours, colon, thirty, given] = read
  const late = half === '午後' || half === '夕方' || half === '夜'
  const hour = Number(hours) + (late && Number(hours) < 12 ? 12 : 0)
  const minute = thirty ? 30 : Number(colon ?? given ?? 0)
  return hour > 23 || minute > 59 ? null : { minutes: hour * 60 + minute, half }
}

function nextDay(month: string, date: string, from: LegalDate): LegalDate | null {
  const year = Number(from.slice(0, 4))
  const thisYear = dayOf(year, month, date)
  return thisYear && thisYear >= from ? thisYear : dayOf(year + 1, month, date)
}

function dayOf(year: number, month: string, date: string): LegalDate | null {
  return readLegalDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}
