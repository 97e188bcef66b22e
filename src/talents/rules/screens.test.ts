import { describe, expect, test } from 'vitest'
import { nextAddress, screensOf, withNext } from './screens.ts'

const talent = { codes: [{ code: '10035' }] }
const back = '/me/projects/1/application'

test('without another page the questions lead to one another and to the preview', () => {
  expect(nextAddress(talent, 'codes', '')).toBe('/me/profile/codes/10035')
  expect(nextAddress(talent, 'employer', '')).toBe('/me/profile/preview')
  expect(nextAddress(talent, 'work', 'back')).toBe('/me/profile')
  expect(nextAddress(talent, 'place', 'tie')).toBe('/me/profile/place?more=tie')
})

describe('whoever came from an application', () => {
  test('comes back after the last question, or when they stop', () => {
    expect(nextAddress(talent, 'employer', '', back)).toBe(back)
    expect(nextAddress(talent, 'pace', 'list', back)).toBe(back)
  })

  test.each(['', 'back', 'tie'])('does not lose the way with go=%j', (go) => {
    for (const { path } of screensOf(talent).slice(0, -1)) {
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
