import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseForm } from '../../lib/input.ts'
import { type Content, changesFrom, usualPlace, valuesOf } from './changes.ts'
import { draftFrom, type Poster } from './draft.ts'
import { draftForm } from './forms.ts'
import { STEPS } from './steps.ts'

const POSTER: Poster = {
  ...{ name: '最上みのり肥料株式会社', prefecture: 6, municipality: '06205', industry: 'chemicals' },
  ...{ contactName: '佐藤 茂', address: '山形県新庄市見本町一丁目2番3号 本社2階', phone: '0233-00-0101', email: null },
}
const { codes: _, ...drafted } = draftFrom(POSTER, { worry: '証書がいる', codes: ['56109'], outcomes: [] })
const EVERY = STEPS.flatMap(({ fields }) => [...fields])

/** Sends a screen as a browser would. */
function sent(project: Content, body: Record<string, string>, fields: readonly (typeof EVERY)[number][] = EVERY) {
  const form = parseForm(draftForm(fields, body), body)
  if (!form.ok) throw new Error(JSON.stringify(form.errors))
  return { ...project, ...changesFrom(form.data, project) }
}

/** The screen as it came, untouched. */
function bodyOf(project: Content): Record<string, string> {
  const values: Record<string, unknown> = valuesOf(project)
  return Object.fromEntries(EVERY.map((field) => [field, values[field] == null ? '' : String(values[field])]))
}

describe('changesFrom', () => {
  test('only what was on the screen changes', () => {
    const after = sent(drafted, { hours: '15' }, ['hours', 'hoursOther'])
    expect(after).toEqual({ ...drafted, hours: 15 })
  })

  test('「わからない」 is kept and named, and an answer takes it back', () => {
    const unsure = sent(drafted, { hours: 'unsure', fee: 'unsure', style: 'unsure' }, [
      'hours',
      'hoursOther',
      'fee',
      'style',
    ])
    expect(unsure).toMatchObject({ hours: null, fee: null, style: null, unsure: ['fee', 'hours', 'style'] })
    expect(valuesOf(unsure)).toMatchObject({ hours: 'unsure', fee: 'unsure', style: 'unsure' })
    expect(sent(unsure, { hours: '10' }, ['hours', 'hoursOther']).unsure).toEqual(['fee', 'style'])
  })

  test('a number of their own counts before the choices', () => {
    expect(sent(drafted, { fee: '50000', feeOther: '６万' }, ['fee', 'feeOther']).fee).toBe(60_000)
  })

  test('work without a fee is another kind of contract', () => {
    const free = sent(drafted, { fee: 'probono' }, ['fee', 'feeOther'])
    expect(free).toMatchObject({ fee: 0, contractKind: 'probono' })
    expect(sent(free, { fee: '30000' }, ['fee', 'feeOther'])).toMatchObject({ fee: 30_000, contractKind: 'direct' })
  })

  test('the place follows how it is done, until somebody writes one', () => {
    const remote = sent(drafted, { style: 'remote', place: drafted.place! }, ['style', 'place'])
    expect(remote.place).toBe(usualPlace('remote', drafted.posterAddress))
    const written = sent(remote, { style: 'visits', place: '新庄の工場' }, ['style', 'place'])
    expect(written.place).toBe('新庄の工場')
    expect(sent(written, { style: 'remote', place: '新庄の工場' }, ['style', 'place']).place).toBe('新庄の工場')
  })

  test('a screen that is sent untouched changes nothing, whatever the draft', () => {
    const draft = fc.record({
      hours: fc.option(fc.integer({ min: 1, max: 200 })),
      fee: fc.option(fc.integer({ min: 1, max: 10_000_000 })),
      months: fc.option(fc.integer({ min: 1, max: 36 })),
      style: fc.constantFrom('remote', 'visits', 'either', null),
      travelPaid: fc.constantFrom(true, false, null),
      startOn: fc.constantFrom('2027-01-01', null),
      closesOn: fc.constantFrom('2026-12-31', null),
      openings: fc.integer({ min: 1, max: 99 }),
      applicationLimit: fc.option(fc.integer({ min: 1, max: 999 })),
      unsure: fc.subarray(['goal', 'startOn']),
    })
    fc.assert(
      fc.property(draft, (given) => {
        const project: Content = {
          ...drafted,
          ...given,
          startOn: given.unsure.includes('startOn') ? null : given.startOn,
          unsure: [...given.unsure].sort(),
        }
        expect(sent(project, bodyOf(project))).toEqual(project)
      }),
    )
  })
})
