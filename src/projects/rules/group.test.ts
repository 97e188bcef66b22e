import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { legalDate } from '../../law/dates.ts'
import { isTooLarge, MOST_ROLES, ROLE_HOURS, roleDraft, rolesOf, startAfter, startsOf, worksOf } from './group.ts'

const POSTER = {
  ...{ name: '見本工房', prefecture: 40, municipality: null, industry: 'crafts' },
  ...{ contactName: null, address: '福岡県八女市見本1', phone: null, email: null },
}
const all = jobCodes().places.map(({ leaf }) => leaf.id)
const codes = fc.uniqueArray(fc.constantFrom(...all), { maxLength: 9 })
/** Sizes that the job codes of today do not have. */
const works = fc
  .array(
    fc.record({
      middle: fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1', '10687'),
      major: fc.constantFrom('a', 'b', '10019', '10336'),
      hours: fc.integer({ min: 1, max: 45 }).map((n) => n / 2),
      months: fc.constantFrom(3, 6, 12),
    }),
    { maxLength: 9 },
  )
  .map((rows) => rows.map((row, at) => ({ ...row, code: String(at), name: `仕事${at}` })))
const work = (code: string, middle: string, major: string, hours: number) => {
  return { code, middle, major, hours, months: 3, name: `仕事${code}` }
}

describe('a challenge too large for one person', () => {
  test('has roles of five to ten hours, two to four of them, with every code once', () => {
    fc.assert(
      fc.property(fc.oneof(codes.map(worksOf), works), (given) => {
        const roles = rolesOf(given)
        expect(roles.length > 0).toBe(isTooLarge(given))
        if (roles.length === 0) return
        expect(roles.length).toBeGreaterThanOrEqual(2)
        expect(roles.length).toBeLessThanOrEqual(MOST_ROLES)
        for (const { hours, title, months } of roles) {
          expect(Number.isInteger(hours) && hours >= ROLE_HOURS.least && hours <= ROLE_HOURS.most).toBe(true)
          expect([title === '', months >= 1]).toEqual([false, true])
        }
        expect(roles.flatMap((role) => role.codes).sort()).toEqual(given.map(({ code }) => code).sort())
        expect(rolesOf(given)).toEqual(roles)
      }),
    )
  })

  test('is several trades with more than twenty hours, or one of several works that needs so much', () => {
    expect(isTooLarge([work('1', 'x', 'y', 30)])).toBe(false)
    expect(isTooLarge([work('1', 'x', 'y', 11), work('2', 'x', 'y', 11)])).toBe(false)
    expect(isTooLarge([work('1', 'x', 'y', 11), work('2', 'z', 'y', 9)])).toBe(false)
    expect(isTooLarge([work('1', 'x', 'y', 11), work('2', 'z', 'y', 11)])).toBe(true)
    expect(isTooLarge([work('1', 'x', 'y', 21), work('2', 'x', 'y', 3)])).toBe(true)
  })

  test('begins with what has to be known and ends with what is sold; near neighbours stay together', () => {
    // Selling in shops, developing a food, costing: as somebody might say it, the wrong way round.
    const names = ['小売店・百貨店への売り込み', '食品の新商品開発', '料理・食品の原価率改善', '値決め・価格改定']
    const said = names.map((name) => jobCodes().places.find(({ leaf }) => leaf.name === name)!.leaf.id)
    expect(rolesOf(worksOf(said)).map(({ title }) => title)).toEqual([
      '料理・食品の原価率改善と値決め・価格改定',
      '食品の新商品開発',
      '小売店・百貨店への売り込み',
    ])
  })

  test('keeps the order of the tree when nothing says otherwise', () => {
    const given = ['c', 'a', 'b'].map((middle, at) => work(String(at), middle, 'other', 10))
    expect(rolesOf(given).flatMap((role) => role.codes)).toEqual(['0', '1', '2'])
  })
})

describe('the draft of a role', () => {
  test('has its own codes, hours and title, and says what the others do', () => {
    fc.assert(
      fc.property(codes, (given) => {
        const roles = rolesOf(worksOf(given))
        const exclusions = { exclusions: ['見本だけの仕事', '夜の電話'], ownExclusions: ['夜の電話'] }
        const confirmed = { worry: '困った', codes: given, outcomes: [], scope: ['まず測る'], ...exclusions }
        const drafts = roles.map((_, at) => roleDraft(POSTER, confirmed, roles, { at, startOn: null }))
        for (const [at, draft] of drafts.entries()) {
          expect(draft.codes.map(({ code }) => code)).toEqual(roles[at]!.codes)
          expect([draft.hours, draft.months, draft.fee]).toEqual([roles[at]!.hours, roles[at]!.months, null])
          expect(draft.excluded!.length).toBeLessThanOrEqual(1000)
          // What the owner wrote is so for every role, once.
          expect(draft.excluded!.split('\n').filter((line) => line === '・夜の電話')).toHaveLength(1)
          for (const other of roles.filter((_, n) => n !== at)) expect(draft.excluded).toContain(`・${other.title}`)
        }
        expect(new Set(drafts.map(({ title }) => title)).size).toBe(roles.length)
        // What comes first was said of the main work alone.
        if (roles.length > 0) expect(drafts.filter(({ work }) => work!.includes('・まず測る'))).toHaveLength(1)
        if (roles.length > 0)
          expect(drafts.filter(({ excluded }) => excluded!.includes('・見本だけの仕事'))).toHaveLength(1)
      }),
      { numRuns: 50 },
    )
  })
})

describe('the beginnings', () => {
  const today = legalDate('2026-11-23')
  const roles = [{ months: 3 }, { months: 6 }, { months: 3 }]

  test('of a relay follow each other, of a team they are open', () => {
    expect(startsOf('relay', roles, today)).toEqual([null, '2027-03-01', '2027-09-01'])
    expect(startsOf('team', roles, today)).toEqual([null, null, null])
  })

  test('follow the last day that was agreed', () => {
    expect(startAfter(legalDate('2027-04-15'))).toBe('2027-05-01')
    expect(startAfter(legalDate('2027-12-31'))).toBe('2028-01-01')
  })
})
