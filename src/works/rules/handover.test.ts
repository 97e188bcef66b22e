import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, endOfDay, legalDate } from '../../lib/time.ts'
import { DAYS_AFTER, HANDOVER, HANDOVER_LETTERS, handoverForm, mayHandOver, readsNoteOf } from './handover.ts'

const terms = { periodFrom: '2026-12-01', periodTo: '2027-02-28' }
const running = {
  sealedAt: new Date('2026-11-25T00:00:00Z'),
  ...{ finishProposedAt: null, endsOn: null, endedAt: null, endedEarlyAt: null },
}
const on = (day: string) => legalDate(day)

describe('a handover note', () => {
  test('is written from the last month on, or as soon as somebody says that all is done', () => {
    expect(mayHandOver(running, terms, on('2027-01-28'))).toBe(false)
    expect(mayHandOver(running, terms, on('2027-01-29'))).toBe(true)
    // Nobody has closed it: it still can be written.
    expect(mayHandOver(running, terms, on('2027-05-01'))).toBe(true)
    expect(mayHandOver({ ...running, finishProposedAt: new Date() }, terms, on('2026-12-10'))).toBe(true)
    expect(mayHandOver({ ...running, endsOn: '2027-01-10' }, terms, on('2026-12-12'))).toBe(true)
    expect(mayHandOver({ ...running, sealedAt: null }, terms, on('2027-02-20'))).toBe(false)
    expect(mayHandOver(running, null, on('2027-02-20'))).toBe(false)
  })

  test('can be changed until two weeks after the end, to the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 60 }), (n, later) => {
        const end = addDays(on('2026-12-01'), n)
        for (const how of ['endedAt', 'endedEarlyAt'] as const) {
          const ended = { ...running, [how]: new Date(endOfDay(end).getTime() - 1) }
          expect(mayHandOver(ended, terms, addDays(end, later))).toBe(later <= DAYS_AFTER)
        }
      }),
    )
  })

  test('has five answers, none of them empty or too long', () => {
    const full = Object.fromEntries(HANDOVER.map(({ name }) => [name, 'なし']))
    expect(HANDOVER).toHaveLength(5)
    expect(handoverForm.safeParse(full).success).toBe(true)
    for (const { name } of HANDOVER) {
      expect(handoverForm.safeParse({ ...full, [name]: ' ' }).success).toBe(false)
      expect(handoverForm.safeParse({ ...full, [name]: 'あ'.repeat(HANDOVER_LETTERS) }).success).toBe(true)
      expect(handoverForm.safeParse({ ...full, [name]: 'あ'.repeat(HANDOVER_LETTERS + 1) }).success).toBe(false)
    }
  })

  test('goes forward in a relay, to all others in a team, never to its writer', () => {
    const place = fc.integer({ min: 0, max: 3 })
    fc.assert(
      fc.property(place, place, (reader, writer) => {
        expect(readsNoteOf('relay', reader, writer) && readsNoteOf('relay', writer, reader)).toBe(false)
        expect(readsNoteOf('team', reader, writer)).toBe(readsNoteOf('team', writer, reader))
        expect(readsNoteOf('relay', reader, reader) || readsNoteOf('team', reader, reader)).toBe(false)
      }),
    )
  })
})
