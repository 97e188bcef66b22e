import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idNamed, isId, newId, readResumeCode, readTelephoneNumber, resumeCode, telephoneNumber } from './ids.ts'

test('an id is a random UUID', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('what could be an id', () => {
  expect([newId(), idNamed('a'), '-'.repeat(36), newId().toUpperCase(), `${newId()}0`, undefined].map(isId)).toEqual([
    ...[true, true, false, false, false, false],
  ])
  expect(idNamed('')).toBe('e3b0c442-98fc-8c14-8afb-f4c8996fb924')
})

describe('a resume code', () => {
  const codeFrom = (bytes: Uint8Array) => {
    let at = 0
    return resumeCode((n) => Uint8Array.from({ length: n }, () => bytes[at++ % bytes.length]!))
  }

  test('has eight signs that are not mixed up, and is read back as people type it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 0, max: 251, minLength: 8, maxLength: 64 }), (bytes) => {
        const code = codeFrom(bytes)
        expect(code).toMatch(/^[2-9A-HJKMNPRSTW-Z]{8}$/)
        expect(readResumeCode(` ${code.slice(0, 4).toLowerCase()}－${code.slice(4)}`)).toBe(code)
      }),
    )
  })

  test('each sign is equally likely: bytes past the last full round are thrown away', () => {
    expect(codeFrom(Uint8Array.of(255, 252, 0, 251))).toBe('2Z2Z2Z2Z')
    const counts = new Map<string, number>()
    for (let byte = 0; byte < 252; byte++) {
      const sign = codeFrom(Uint8Array.of(byte))[0]!
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
    }
    expect(new Set(counts.values())).toEqual(new Set([9]))
  })

  test('anything else is none', () => {
    for (const text of ['', 'ABCD', 'ABCD-EFG0', 'ABCDEFGHJ', '山形山形山形山形'])
      expect(readResumeCode(text)).toBeNull()
  })
})

describe('a telephone number', () => {
  test('carries a check digit', () => {
    expect(telephoneNumber(1042)).toMatch(/^1042-\d$/)
    expect(() => telephoneNumber(1.5)).toThrow(RangeError)
  })

  test('is read back, also in full width and without its hyphen; one wrong digit is noticed', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(7), fc.integer({ min: 1, max: 9 }), (n, place, by) => {
        const written = telephoneNumber(n)
        const wide = written.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
        expect([written, wide, written.replace('-', '')].map(readTelephoneNumber)).toEqual([n, n, n])
        const digits = [...written.replace('-', '')]
        const at = place % digits.length
        digits[at] = String((Number(digits[at]) + by) % 10)
        expect(readTelephoneNumber(digits.join(''))).toBeNull()
      }),
    )
  })

  test('anything else is none', () => {
    for (const text of ['', '-', '案件', '9'.repeat(40)]) expect(readTelephoneNumber(text)).toBeNull()
  })
})
