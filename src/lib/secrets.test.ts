import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secretsFrom } from './secrets.ts'

const secrets = secretsFrom(new Uint8Array(32).fill(7))

test('what was sealed opens again, at its own place only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sealed = secrets.seal(text, 'employers:sealed:1')
      expect(secrets.open(sealed, 'employers:sealed:1')).toBe(text)
      expect(() => secrets.open(sealed, 'employers:sealed:2')).toThrow()
    }),
  )
})

test('the same text is hashed alike for one purpose, not for another, nor under another key', () => {
  expect(secrets.hash('a', 'name')).toBe(secrets.hash('a', 'name'))
  expect(secrets.hash('a', 'name')).not.toBe(secrets.hash('a', 'domain'))
  expect(secrets.hash('a', 'name')).not.toBe(secretsFrom(new Uint8Array(32)).hash('a', 'name'))
})
