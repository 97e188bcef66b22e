import { expect, test } from 'vitest'
import { legalDate } from '../../lib/time.ts'
import { areaInWords, covers } from './area.ts'
import { municipalitiesIn, programmeForm } from './forms.ts'
import { canReopen, daysProblem, reachedFrom, stateOf, takesProjects, yearsInWords } from './programmes.ts'
import { begunFrom, TEMPLATES } from './templates.ts'

const at = new Date('2026-05-01T00:00:00Z')
const own = { firstDay: '2026-06-01', lastDay: '2027-03-31', publishedAt: at, closedAt: null }

test.each([
  [{ ...own, publishedAt: null }, '2026-07-01', 'draft'],
  [own, '2026-05-31', 'coming'],
  [own, '2026-06-01', 'running'],
  [own, '2027-03-31', 'running'],
  [own, '2027-04-01', 'closed'],
  [{ ...own, closedAt: at }, '2026-07-01', 'closed'],
])('%# is in its state', (programme, day, state) => {
  expect(stateOf(programme, legalDate(day))).toBe(state)
  expect(takesProjects(programme, legalDate(day))).toBe(state === 'running')
})

test('closed by hand, it can go on until its last day', () => {
  expect(canReopen({ ...own, closedAt: at }, legalDate('2027-03-31'))).toBe(true)
  expect(canReopen({ ...own, closedAt: at }, legalDate('2027-04-01'))).toBe(false)
  expect(canReopen(own, legalDate('2026-07-01'))).toBe(false)
})

test('its years are told', () => {
  expect(yearsInWords(own)).toBe('2026年度（令和8年度）')
  expect(yearsInWords({ ...own, lastDay: '2027-04-01' })).toBe('2026年度（令和8年度）から2027年度（令和9年度）まで')
})

test('an area is a whole prefecture, or some of its towns', () => {
  const whole = { prefecture: 40, area: [] }
  const towns = { prefecture: 40, area: ['40210', '40211'] }
  expect(covers(whole, { prefecture: 40, municipality: null })).toBe(true)
  expect(covers(whole, { prefecture: 41, municipality: null })).toBe(false)
  expect(covers(towns, { prefecture: 40, municipality: '40210' })).toBe(true)
  expect(covers(towns, { prefecture: 40, municipality: '40130' })).toBe(false)
  expect(covers(towns, { prefecture: 40, municipality: null })).toBe(false)
  expect(areaInWords(whole)).toBe('福岡県')
  expect(areaInWords(towns)).toBe('福岡県八女市・筑後市')
})

test('towns are read as somebody writes them', () => {
  expect(municipalitiesIn('筑後市、八女市', 40)).toEqual({ codes: ['40210', '40211'], unknown: [] })
  expect(municipalitiesIn('八女市 新庄市', 40)).toEqual({ codes: ['40210'], unknown: ['新庄市'] })
  expect(municipalitiesIn('', 40)).toEqual({ codes: [], unknown: [] })
})

test('every template is a programme that can be saved as it is', () => {
  for (const template of TEMPLATES) {
    const begun = begunFrom(template, 2026)
    const typed = Object.fromEntries(
      Object.entries({ ...begun, slug: 'a-2026', budget: '', contact: '' }).map(([name, value]) => [
        name,
        value === null ? '' : String(value),
      ]),
    )
    expect(programmeForm.safeParse(typed).error).toBeUndefined()
    expect(begun.title).toContain('令和8年度')
  }
})

const counts = {
  ...{ companies: 12, projects: 14, contracts: 12, contract_companies: 11, visits: 0, visit_companies: 0 },
  ...{ went_on: 6, went_on_companies: 6, later: 3, later_companies: 3, attendees: 9, people: 4 },
}
const of = (month: Partial<typeof counts>, now = counts) => ({ now, month: { ...counts, ...month } })

test('everybody is told what five companies stand behind, also as what is left of it, in fives', () => {
  const many = { contracts: 10, visits: 0, wentOn: 5, later: null, attendees: null }
  expect(reachedFrom(of({}), 'everybody')).toEqual({ companies: 12, projects: 14, ...many })
  expect(reachedFrom(of({ went_on: 8, went_on_companies: 8 }), 'everybody').wentOn).toBeNull()
  expect(reachedFrom(of({ went_on: 12, went_on_companies: 11 }), 'everybody').wentOn).toBe(10)
  // Which four they are stands on the same page.
  const none = { contracts: 0, contract_companies: 0, went_on: 0, went_on_companies: 0, later: 0 }
  const few = reachedFrom(of({ ...none, companies: 4 }), 'everybody')
  expect(few).toMatchObject({ contracts: null, visits: null, wentOn: null, later: null })
})

test('whatever came in this month changes nothing for everybody but what is published, and for its partner what has nothing to do with it', () => {
  const now = {
    ...counts,
    companies: 13,
    projects: 15,
    contracts: 17,
    visits: 30,
    went_on: 9,
    later: 40,
    attendees: 70,
  }
  const more = { ...now, contract_companies: 16, visit_companies: 9, later_companies: 9, people: 70 }
  const before = reachedFrom(of({}), 'everybody')
  expect(reachedFrom(of({}, more), 'everybody')).toEqual({ ...before, companies: 13, projects: 15 })
  const seen = reachedFrom(of({ later: 14, later_companies: 5 }, more), 'partner')
  expect(seen).toEqual({ companies: 13, projects: 15, contracts: 17, visits: 30, wentOn: 9, attendees: 70, later: 10 })
})

test('of a published one nothing that lies behind can be moved', () => {
  const day = legalDate('2026-07-01')
  const moved = (days: Partial<typeof own>, was = own) => Object.keys(daysProblem(was, { ...was, ...days }, day) ?? {})
  expect(moved({})).toEqual([])
  expect(moved({ firstDay: '2026-06-02' })).toEqual(['firstDay'])
  expect(moved({ lastDay: '2026-07-01' })).toEqual([])
  expect(moved({ lastDay: '2026-06-30' })).toEqual(['lastDay'])
  const over = { ...own, lastDay: '2026-06-30' }
  expect(moved({ lastDay: '2027-03-31' }, over)).toEqual(['lastDay'])
  const coming = { ...own, firstDay: '2026-08-01' }
  expect(moved({ firstDay: '2026-07-01' }, coming)).toEqual([])
  expect(moved({ firstDay: '2026-06-30' }, coming)).toEqual(['firstDay'])
  expect(daysProblem({ ...over, publishedAt: null }, own, day)).toBeNull()
})
