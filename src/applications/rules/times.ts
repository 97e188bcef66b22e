import { addDays, businessDaysAfter, japaneseDate, type LegalDate, readLegalDate, today } from '../../lib/time.ts'

const HOURS = [
  { hour: '10:00', name: '午前10時' },
  { hour: '14:00', name: '午後2時' },
  { hour: '18:00', name: '夕方6時' },
] as const
/** Long enough for the person to see the letter and answer. */
const FIRST_DAY = 2
const DAYS = 6

export type Slot = { readonly value: string; readonly label: string }
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

/**
 * A time in Japan: as offered ('2026-12-03 14:00') or as people write it (「12月3日 15時」「12/3 午後3時半」). Without a
 * year the next such day is meant. Null when it cannot be read, or lies in the past or more than half a year ahead.
 */
export function readMoment(text: string, now: Date): Date | null {
  const typed = text.normalize('NFKC').trim()
  const dated = /^(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?:\([月火水木金土日]\))?[\sのT]*(.+)$/.exec(typed)
  if (!dated) return null
  const [, year, month = '', date = '', rest = ''] = dated
  const clock = readClock(rest)
  const day = year ? dayOf(Number(year), month, date) : nextDay(month, date, today(now))
  if (!day || !clock) return null
  const moment = new Date(`${day}T${clock}:00+09:00`)
  return moment > now && day <= addDays(today(now), 183) ? moment : null
}

function readClock(text: string): string | null {
  const read = /^(午前|午後|夕方|朝|夜)?\s*(\d{1,2})(?::(\d{2})|時(?:(半)|(\d{1,2})分?)?)(?:から|〜|~|ごろ|頃)?$/.exec(
    text.trim(),
  )
  if (!read) return null
  const [, part, hours, colon, half, minutes] = read
  const late = part === '午後' || part === '夕方' || part === '夜'
  const hour = Number(hours) + (late && Number(hours) < 12 ? 12 : 0)
  const minute = half ? 30 : Number(colon ?? minutes ?? 0)
  if (hour > 23 || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

function nextDay(month: string, date: string, from: LegalDate): LegalDate | null {
  const year = Number(from.slice(0, 4))
  const thisYear = dayOf(year, month, date)
  return thisYear && thisYear >= from ? thisYear : dayOf(year + 1, month, date)
}

function dayOf(year: number, month: string, date: string): LegalDate | null {
  return readLegalDate(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}
