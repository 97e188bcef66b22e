import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBusinessDay, today } from '../../lib/time.ts'
import { interviewForm } from './forms.ts'
import { momentInWords, readMoment, slots } from './times.ts'

/** Monday, a holiday in Japan, 10:00. */
const now = new Date('2026-11-23T01:00:00Z')
const japan = (text: string) => new Date(`${text}:00+09:00`)

describe('slots', () => {
  it('are on business days ahead, and each can be read back', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
        (when) => {
          const offered = slots(when).flatMap(({ options }) => options)
          expect(offered).toHaveLength(18)
          for (const { value } of offered) {
            const moment = readMoment(value, when) as Date
            expect(moment > when).toBe(true)
            expect(isBusinessDay(today(moment))).toBe(true)
          }
        },
      ),
      { numRuns: 30 },
    )
  })

  it('are said as people say them', () => {
    expect(slots(now)[0]).toMatchObject({ group: '2026年11月25日（水）' })
    expect(slots(now)[0]!.options[1]).toEqual({ value: '2026-11-25 14:00', label: '11月25日（水） 午後2時' })
  })
})

describe('readMoment', () => {
  it.each([
    ['12月3日 15時', '2026-12-03T15:00'],
    ['１２月３日（木）の午後３時半', '2026-12-03T15:30'],
    ['12/3 9:30', '2026-12-03T09:30'],
    ['1月8日 18時から', '2027-01-08T18:00'],
    ['2026-12-03 14:00', '2026-12-03T14:00'],
    ['2026年12月3日 夜7時15分', '2026-12-03T19:15'],
    ['12月3日 午後12時', '2026-12-03T12:00'],
  ])('understands %s', (text, moment) => {
    expect(readMoment(text, now)).toEqual(japan(moment))
  })

  it.each([
    ['来週', 'unreadable'],
    ['12月3日', 'unreadable'],
    ['2月31日 10時', 'unreadable'],
    ['12月3日 25時', 'unreadable'],
    ['', 'unreadable'],
    ['2026-11-20 10:00', 'past'],
    ['11月20日 10時', 'past'],
    ['11月23日 9時', 'past'],
    ['2027-11-20 10:00', 'far'],
    ['12月3日 3時', 'early'],
    ['12月3日 6時半', 'early'],
    ['12月3日 午前3時', 'outside'],
    ['12月3日 21時15分', 'outside'],
  ])('does not guess at 「%s」', (text, problem) => {
    expect(readMoment(text, now)).toBe(problem)
  })

  it.each(['12月3日 7時', '12月3日 夜9時'])('takes %s', (text) => {
    expect(readMoment(text, now)).toBeInstanceOf(Date)
  })
})

describe('momentInWords', () => {
  it.each([
    ['2026-12-03T09:05', '2026年12月3日（木）午前9時5分'],
    ['2026-12-03T12:00', '2026年12月3日（木）正午'],
    ['2026-12-03T12:30', '2026年12月3日（木）午後0時30分'],
    ['2026-12-03T15:00', '2026年12月3日（木）午後3時'],
  ])('%s', (moment, words) => expect(momentInWords(japan(moment))).toBe(words))
})

describe('interviewForm', () => {
  const form = interviewForm(now)
  it('takes what was typed before what was chosen', () => {
    const read = form.safeParse({
      time1: '2026-11-25 14:00',
      typed1: '12月3日 15時',
      time2: '2026-11-26 10:00',
      place: '工房',
    })
    expect(read.data).toEqual({
      ...{ time1: japan('2026-12-03T15:00'), time2: japan('2026-11-26T10:00') },
      ...{ place: '工房', link: null },
    })
  })
  it('takes a link for a place, if it leads where it says', () => {
    const by = (link: string) =>
      form.safeParse({ time1: '2026-11-25 14:00', time2: '2026-11-26 10:00', place: '', link })
    expect(by('https://meet.example.jp/abc').data).toMatchObject({
      ...{ place: '画面で話します', link: 'https://meet.example.jp/abc' },
    })
    for (const link of ['http://meet.example.jp', 'javascript:alert(1)', 'https://bank.jp@evil.example', 'あとで']) {
      expect(by(link).error!.issues.map(({ path }) => path[0])).toEqual(['link'])
    }
  })
  it('wants two different times', () => {
    const read = form.safeParse({ time1: '2026-11-25 14:00', time2: '2026-11-25 14:00', place: '工房' })
    expect(read.error!.issues.map(({ path }) => path[0])).toEqual(['time2'])
    expect(form.safeParse({ place: '工房' }).error!.issues.map(({ path }) => path[0])).toEqual(['time1', 'time2'])
  })
  it('says everything that has to be mended at once', () => {
    const read = form.safeParse({
      time1: '2026-11-25 14:00',
      typed1: '12月3日 3時',
      typed2: '11月20日 10時',
      place: '',
    })
    expect(read.error!.issues.map(({ path, message }) => [path[0], message.slice(0, 6)])).toEqual([
      ['place', '場所を入れて'],
      ['typed1', '午前か午後か'],
      ['typed2', '過ぎた日です'],
    ])
  })
})
