import { describe, expect, test } from 'vitest'
import { nextAddress, placeOf, READY, withNext } from './screens.ts'

const talent = { codes: [{ code: '10035' }, { code: '56109', level: 3, years: 7 }, { code: '13068' }] }
const back = '/me/projects/1/application'
const QUESTIONS = ['work', 'codes', 'pace', 'place', 'employer']

test('five questions lead to one another and to what can be done already', () => {
  expect(QUESTIONS.map((path) => nextAddress(talent, path, ''))).toEqual([
    ...QUESTIONS.slice(1).map((path) => `/me/profile/${path}`),
    READY,
  ])
  expect(QUESTIONS.map(placeOf)).toEqual(QUESTIONS.map((_, at) => ({ step: at + 1, total: 5 })))
  expect(nextAddress(talent, 'work', 'back')).toBe('/me/profile')
  expect(nextAddress(talent, 'place', 'tie')).toBe('/me/profile/place?more=tie')
})

test('whoever passes over every question gets there too', () => {
  expect(QUESTIONS.map((path) => nextAddress({ codes: [] }, path, 'skip')).at(-1)).toBe(READY)
})

test('what can wait is no sixth question, and of job codes those are asked about that nothing was said of', () => {
  expect(placeOf('wishes')).toBe(undefined)
  expect(placeOf('codes/10035')).toBe(undefined)
  expect(nextAddress(talent, 'wishes', '')).toBe(READY)
  expect(nextAddress(talent, 'codes/10035', '')).toBe('/me/profile/codes/13068')
  expect(nextAddress(talent, 'codes/13068', '')).toBe(READY)
  expect(nextAddress(talent, 'codes/10035', 'skip')).toBe(READY)
})

describe('whoever came from an application', () => {
  test('says what was done of each job code, and comes back after the last, or when they stop', () => {
    expect(nextAddress(talent, 'employer', '', back)).toBe(withNext('/me/profile/codes/10035', back))
    expect(nextAddress(talent, 'codes/13068', '', back)).toBe(back)
    expect(nextAddress({ codes: [] }, 'employer', '', back)).toBe(back)
    expect(nextAddress(talent, 'pace', 'list', back)).toBe(back)
  })

  test.each(['', 'back', 'tie', 'skip'])('does not lose the way with go=%j', (go) => {
    for (const path of QUESTIONS.slice(0, -1)) {
      const url = new URL(nextAddress(talent, path, go, back), 'http://x')
      expect(url.pathname).toMatch(/^\/me\/profile/)
      expect(url.searchParams.get('next')).toBe(back)
    }
  })
})

test('an address with a query keeps it', () => {
  expect(withNext('/a?q=1', '/b?c')).toBe('/a?q=1&next=%2Fb%3Fc')
  expect(withNext('/a', null)).toBe('/a')
})
