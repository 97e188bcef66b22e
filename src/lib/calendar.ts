import { addDays, type LegalDate } from './time.ts'

/** One appointment. Moments are written in UTC, so that every calendar shows them in its own time. */
type Appointment = {
  /** The same for every version of one appointment. */
  readonly uid: string
  /** Counts its versions: a calendar keeps the highest. */
  readonly sequence: number
  readonly writtenAt: Date
  readonly from: Date
  readonly minutes: number
  readonly title: string
  readonly place: string
  readonly words: string
}

const MIME = 'text/calendar; charset=utf-8'
const FILE = { 'content-type': MIME, 'content-disposition': 'attachment; filename="meguri.ics"' }
const MOST_BYTES = 75

/** A file that a calendar opens (RFC 5545), with what a response needs to hand it out. */
export function calendarFile(appointment: Appointment): { body: string; headers: Record<string, string> } {
  const reminder = [
    ...['CLASS:PRIVATE', 'BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(appointment.title)}`],
    ...['TRIGGER:-PT30M', 'END:VALARM'],
  ]
  return {
    body: calendarOf(entryOf(appointment, reminder)),
    headers: FILE,
  }
}

/** A public calendar that others subscribe to and read again now and then; nobody is reminded of all of it. */
export function calendarFeed(name: string, appointments: readonly Appointment[]) {
  const head = [`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'X-PUBLISHED-TTL:PT12H']
  return {
    body: calendarOf([...head, ...appointments.flatMap((appointment) => entryOf(appointment, []))]),
    headers: { 'content-type': MIME },
  }
}

/** A whole day without an hour, as offices note them. */
type Day = Pick<Appointment, 'uid' | 'sequence' | 'writtenAt' | 'title'> & { readonly day: LegalDate }

/** Whole days as a file that a calendar opens; they take nobody's time. */
export function dayFile(days: readonly Day[]): { body: string; headers: Record<string, string> } {
  const entries = days.flatMap(({ uid, sequence, writtenAt, day, title }) => [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `DTSTAMP:${utc(writtenAt)}`],
    ...[`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`],
    ...[`SUMMARY:${escaped(title)}`, 'TRANSP:TRANSPARENT', 'CLASS:PRIVATE', 'END:VEVENT'],
  ])
  return { body: calendarOf(entries), headers: FILE }
}

function entryOf(appointment: Appointment, more: readonly string[]): string[] {
  const { uid, sequence, writtenAt, from, minutes, title, place, words } = appointment
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(writtenAt)}`,
    `DTSTART:${utc(from)}`,
    `DTEND:${utc(new Date(from.getTime() + minutes * 60_000))}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    `DESCRIPTION:${escaped(words)}`,
    ...more,
    'END:VEVENT',
  ]
}

function calendarOf(entries: readonly string[]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Meguri//Meguri//JA', 'METHOD:PUBLISH']
  return `${[...head, ...entries, 'END:VCALENDAR'].map(folded).join('\r\n')}\r\n`
}

/** 20261203T060000Z */
function utc(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')
}

/** A line is at most 75 bytes long and goes on after a space; no character is cut. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const sign of line) {
    const first = parts.length === 0 ? 0 : 1
    if (first + Buffer.byteLength(part + sign) > MOST_BYTES) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part].join('\r\n ')
}
