import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFeed, calendarFile } from './calendar.ts'

const appointment = {
  ...{ uid: 'talk-1@meguri.example', sequence: 3, writtenAt: new Date('2026-11-23T01:00:00Z') },
  ...{ from: new Date('2026-12-03T15:00:00+09:00'), minutes: 15, title: 'めぐりの予定' },
  ...{ place: 'https://talk.example/a,b;c', words: '一行目\n二行目' },
}

test('is an appointment in UTC with signs that mean something escaped', () => {
  const { body, headers } = calendarFile(appointment)
  expect(headers['content-type']).toContain('text/calendar')
  expect(body.split('\r\n')).toEqual(
    expect.arrayContaining([
      ...['BEGIN:VCALENDAR', 'UID:talk-1@meguri.example', 'SEQUENCE:3', 'DTSTART:20261203T060000Z'],
      ...['DTEND:20261203T061500Z', 'LOCATION:https://talk.example/a\\,b\\;c', 'DESCRIPTION:一行目\\n二行目'],
    ]),
  )
})

test('no line is longer than 75 bytes, and unfolding gives the words back', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'あ漢aé😀 ,'), maxLength: 200 }), (words) => {
      const { body } = calendarFile({ ...appointment, words })
      for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(body.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${words.replaceAll(',', '\\,')}\r\n`)
    }),
  )
})

test('a calendar to subscribe to has a name, every appointment, and reminds nobody', () => {
  const lines = calendarFeed('催し：福岡県', [appointment, { ...appointment, uid: 'other@meguri.example' }]).body.split(
    '\r\n',
  )
  expect(lines).toEqual(expect.arrayContaining(['X-WR-CALNAME:催し：福岡県', 'UID:other@meguri.example']))
  for (const name of ['BEGIN:VEVENT', 'END:VEVENT']) expect(lines.filter((line) => line === name)).toHaveLength(2)
  expect(lines).not.toContain('BEGIN:VALARM')
  expect(calendarFeed('', []).body).toMatch(/END:VCALENDAR\r\n$/)
})
