import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseForm } from '../../lib/input.ts'
import { detailsForm, foundingForm } from './forms.ts'

const founding = { name: 'めぐり産業', prefecture: '6', industry: 'chemicals' }

test.each([
  ['', null],
  ['9010001000031', '9010001000031'],
  ['９０１０００１００００３１', '9010001000031'],
  ['9-0100-0100-0031', '9010001000031'],
])('法人番号 %j is %j', (corporateNumber, read) => {
  expect(parseForm(foundingForm, { ...founding, corporateNumber })).toEqual({
    ok: true,
    data: { ...founding, prefecture: 6, corporateNumber: read },
  })
})

test('one wrong digit is found, whichever it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 }), (at, by) => {
      const digits = [...'9010001000031']
      digits[at] = String((Number(digits[at]) + by) % 10)
      // A 0 and a 9 exchanged are the one slip that the check digit does not find.
      fc.pre(Math.abs(Number(digits[at]) - Number('9010001000031'[at])) !== 9)
      const form = parseForm(foundingForm, { ...founding, corporateNumber: digits.join('') })
      expect(form.ok || form.errors.corporateNumber).toContain('合いません')
    }),
  )
})

test('a municipality lies in its prefecture', () => {
  const details = { ...founding, email: '', municipality: '06205' }
  expect(parseForm(detailsForm, details).ok).toBe(true)
  expect(parseForm(detailsForm, { ...details, prefecture: '40' })).toMatchObject({
    ok: false,
    errors: { municipality: expect.any(String) },
  })
})

test('what is left out is stored as nothing', () => {
  const form = parseForm(detailsForm, founding)
  expect(form).toMatchObject({
    ok: true,
    data: { nameKana: null, municipality: null, employees: null, phone: null, email: null, about: '' },
  })
})
