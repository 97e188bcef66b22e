import { expect, test } from 'vitest'
import { legalDate } from '../../lib/time.ts'
import { areaInWords, covers } from './area.ts'
import { municipalitiesIn, programmeForm } from './forms.ts'
import { canReopen, stateOf, takesProjects, yearsInWords } from './programmes.ts'
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
