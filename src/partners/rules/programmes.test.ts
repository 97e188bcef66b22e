import { expect, test } from 'vitest'
import { legalDate } from '../../lib/time.ts'
import { areaInWords, covers } from './area.ts'
import { municipalitiesIn, programmeForm } from './forms.ts'
import { canReopen, reachedFrom, stateOf, takesProjects, yearsInWords } from './programmes.ts'
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

test('everybody is told what five companies stand behind, also as what is left of it; its partner nothing beyond its projects', () => {
  const counts = {
    ...{ companies: 12, projects: 14, contracts: 12, contract_companies: 11, visits: 0, visit_companies: 0 },
    ...{ went_on: 6, went_on_companies: 6, later: 3, later_companies: 3, attendees: 9, people: 4 },
  }
  const many = { contracts: 12, visits: 0, wentOn: 6, later: null, attendees: null }
  expect(reachedFrom(counts, 'everybody')).toEqual({ companies: 12, projects: 14, ...many })
  expect(reachedFrom({ ...counts, went_on: 8, went_on_companies: 8 }, 'everybody').wentOn).toBeNull()
  expect(reachedFrom({ ...counts, went_on: 12, went_on_companies: 11 }, 'everybody').wentOn).toBe(12)
  expect(reachedFrom({ ...counts, went_on: 8, went_on_companies: 8 }, 'partner')).toMatchObject({
    wentOn: 8,
    later: null,
  })
  // Which four they are stands on the same page.
  const few = {
    ...counts,
    companies: 4,
    contracts: 0,
    contract_companies: 0,
    went_on: 0,
    went_on_companies: 0,
    later: 0,
  }
  expect(reachedFrom(few, 'everybody')).toMatchObject({ contracts: null, visits: null, wentOn: null, later: null })
})
