import { describe, expect, test } from 'vitest'
import { KINDS, type Kind, kindOf } from './kinds.ts'
import { mailAt, USUAL, type Wishes, wayOf } from './ways.ts'

const tokyo = (time: string) => new Date(`${time}:00+09:00`)
const sent = (kind: Kind, time: string, wishes: Partial<Wishes> = {}) =>
  mailAt(kind, { ...USUAL, ...wishes }, tokyo(time))
const clock = (date: Date | null) => date && new Date(date.getTime() + 9 * 3_600_000).toISOString().slice(0, 16)

describe('quiet hours', () => {
  test.each([
    ['2026-11-23T10:00', '2026-11-23T10:00'],
    ['2026-11-23T20:59', '2026-11-23T20:59'],
    ['2026-11-30T21:00', '2026-12-01T08:00'],
    ['2026-12-31T23:30', '2027-01-01T08:00'],
    ['2028-02-28T22:00', '2028-02-29T08:00'],
    ['2027-03-01T00:00', '2027-03-01T08:00'],
    ['2027-03-01T07:59', '2027-03-01T08:00'],
    ['2027-03-01T08:00', '2027-03-01T08:00'],
  ])('a letter of %s goes out at %s', (now, then) => {
    expect(clock(sent('message', now))).toBe(then)
  })

  test('may be by day, or none; what is urgent does not wait', () => {
    const day = { quietFrom: 9, quietUntil: 17 }
    expect(clock(sent('message', '2026-11-23T10:00', day))).toBe('2026-11-23T17:00')
    expect(clock(sent('message', '2026-11-23T03:00', day))).toBe('2026-11-23T03:00')
    expect(clock(sent('message', '2026-11-23T23:00', { quietFrom: 0, quietUntil: 0 }))).toBe('2026-11-23T23:00')
    expect(clock(sent('account', '2026-11-23T23:00'))).toBe('2026-11-23T23:00')
  })
})

test('once a day, at the chosen hour', () => {
  const wishes = { ways: { message: 'digest' }, digestHour: 19 } as const
  expect(clock(sent('message', '2026-11-30T18:59', wishes))).toBe('2026-11-30T19:00')
  expect(clock(sent('message', '2026-11-30T19:00', wishes))).toBe('2026-12-01T19:00')
  expect(clock(sent('project', '2026-11-30T19:00', wishes))).toBe('2026-11-30T19:00')
})

describe('holidays', () => {
  const rests = { holidays: true }
  test.each([
    ['2026-12-28T20:00', '2026-12-28T20:00'],
    ['2026-12-28T21:30', '2027-01-04T08:00'],
    ['2027-01-01T12:00', '2027-01-04T08:00'],
    ['2027-01-04T12:00', '2027-01-04T12:00'],
    ['2027-08-12T20:00', '2027-08-12T20:00'],
    ['2027-08-13T10:00', '2027-08-17T08:00'],
    ['2027-08-16T22:00', '2027-08-17T08:00'],
  ])('a letter of %s goes out at %s', (now, then) => {
    expect(clock(sent('message', now, rests))).toBe(then)
  })

  test('do not hold what has dates to keep, and nobody who did not ask for it', () => {
    expect(clock(sent('contract', '2027-01-01T12:00', rests))).toBe('2027-01-01T12:00')
    expect(clock(sent('application', '2026-12-30T22:00', rests))).toBe('2026-12-31T08:00')
    expect(clock(sent('message', '2027-01-01T12:00'))).toBe('2027-01-01T12:00')
    const digest = { ...rests, ways: { project: 'digest' }, digestHour: 12 } as const
    expect(clock(sent('project', '2026-12-28T13:00', digest))).toBe('2027-01-04T12:00')
  })
})

test('what cannot be switched off is not', () => {
  const ways = Object.fromEntries(KINDS.map((kind) => [kind, 'none' as const]))
  const still = KINDS.filter((kind) => wayOf(kind, { ways }) !== 'none')
  expect(still).toEqual(['application', 'contract', 'work', 'watch', 'event', 'desk', 'account'])
  expect(sent('message', '2026-11-23T10:00', { ways })).toBe(null)
})

test('what a notice is about follows from its page', () => {
  const root = 'https://meguri.example'
  const kind = (path: string | null, rest = {}) =>
    kindOf({ subject: '', lines: [], ...(path && { link: { href: root + path, label: '' } }), ...rest }, root)
  expect(kind(null)).toBe('account')
  expect(kind(null, { code: '123456' })).toBe(null)
  expect(kind('/invitations/abc')).toBe(null)
  expect(kind('/registrations/1.x/confirmation')).toBe(null)
  expect(kind('/projects?prefecture=6', { stop: 'x' })).toBe('watch')
  expect(
    [
      ...['/me/applications/1', '/companies/1/applications/1', '/companies/1/applications/1/messages'],
      ...['/me/contracts/1', '/me/contracts/1/months', '/companies/1/contracts/1/review'],
      ...['/companies/1/projects/1', '/companies/1/projects/1/proposals', '/worries/1', '/desk/calls', '/me'],
      ...['/me/scouts/1', '/companies/1/scouts', '/me/projects/1/talk', '/companies/1/talks/1'],
      ...['/events/1', '/registrations/1.x'],
    ].map((path) => kind(path)),
  ).toEqual([
    ...['application', 'application', 'message', 'contract', 'work', 'work'],
    ...['project', 'proposal', 'worry', 'desk', 'other'],
    ...['scout', 'application', 'application', 'application'],
    ...['event', 'event'],
  ])
})
