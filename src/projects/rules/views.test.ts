import { expect, test } from 'vitest'
import { isLookedAt, openedInWords } from './views.ts'

test('looks are told in whole tens, and not before there are ten', () => {
  const told = (views: number) => openedInWords(views)
  expect([0, 9].map(told)).toEqual([null, null])
  expect([10, 19, 120].map(told)).toEqual([10, 10, 120].map((tens) => `このページは、${tens}回以上開かれています。`))
})

test('programs that say what they are, and pages that are fetched ahead, are no looks', () => {
  const looked = (headers: Record<string, string>) => isLookedAt((name) => headers[name])
  const browser =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'
  expect(looked({ 'user-agent': browser })).toBe(true)
  expect(looked({ 'user-agent': browser, 'sec-purpose': 'prefetch;prerender' })).toBe(false)
  for (const program of ['Googlebot/2.1', 'facebookexternalhit/1.1', 'LinePreview']) {
    expect(looked({ 'user-agent': program })).toBe(false)
  }
  expect(looked({})).toBe(false)
})
