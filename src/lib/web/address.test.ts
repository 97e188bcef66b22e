import { expect, test } from 'vitest'
import { callerOf, neighbourhoodOf } from './address.ts'

test('without a proxy of ours nobody can say to be somebody else', () => {
  expect(callerOf([])('203.0.113.9', '198.51.100.1')).toBe('203.0.113.9')
})

test('behind our proxies the nearest address that is none of them counts', () => {
  const caller = callerOf(['10.0.0.0/8', '::1'])
  expect(caller('::ffff:10.1.2.3', '192.0.2.66, 198.51.100.1, 10.9.9.9')).toBe('198.51.100.1')
  expect(caller('::1', '2001:db8::7')).toBe('2001:db8::7')
  expect(caller('10.1.2.3', 'nonsense, 10.0.0.4')).toBe('10.1.2.3')
})

test('a call without a connection (a test) has a name of its own', () => {
  expect(callerOf([])(undefined, undefined)).toBe('here')
})

test.each([
  ['203.0.113.9', '203.0.113'],
  ['2001:db8:7::1', '2001:db8:7'],
  ['2001:0DB8:0007:1:2:3:4:5', '2001:db8:7'],
  ['2001::1', '2001:0:0'],
  ['::1', '0:0:0'],
  ['here', 'here'],
])('%s stands in the neighbourhood %s', (address, neighbourhood) => {
  expect(neighbourhoodOf(address)).toBe(neighbourhood)
})
