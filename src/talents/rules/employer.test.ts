import fc from 'fast-check'
import { expect, test } from 'vitest'
import { companyKeys } from '../../companies/rules/keys.ts'
import {
  type Employer,
  hidingKeys,
  looksLikeEmployers,
  namesEmployer,
  readEmployer,
  writeEmployer,
} from './employer.ts'
import { employerForm, employerIn, employerValues } from './employer-form.ts'

const daito: Employer = {
  employer: { name: '大東ケミカル株式会社', corporateNumber: '', domain: 'daito-chem.example' },
  others: ['㈱おやがいしゃ'],
}

test('an answer comes back as it was given', () => {
  expect(readEmployer(writeEmployer(daito))).toEqual(daito)
  expect(readEmployer('大東ケミカル株式会社').employer?.name).toBe('大東ケミカル株式会社')
  const blank = { name: '', corporateNumber: '', domain: '', go: '' }
  for (const answer of [daito, { employer: null, others: [] }]) {
    expect(employerIn(employerForm.parse({ ...blank, ...employerValues(answer) }))).toEqual(answer)
  }
})

test('however a company writes itself, it shares a key with the answer', () => {
  const keys = hidingKeys(daito, 'me@gmail.com')
  const later = [
    ...['㈱大東ケミカル', '大東ケミカル（株）', '大東 ケミカル', 'ﾀﾞｲﾄｳ'].map((name) => ({ name })),
    { name: 'まったく別の名前', domains: ['HR@Daito-Chem.example'] },
    { name: '株式会社おやがいしゃ' },
  ]
  expect(later.map((company) => companyKeys(company).some((key) => keys.includes(key)))).toEqual([
    ...[true, true, true, false, true, true],
  ])
})

test('the mail domain of one’s own is hidden from when it is a company’s, never when everybody has it', () => {
  const none: Employer = { employer: null, others: [] }
  expect(hidingKeys(none, 'me@mihon.co.jp')).toEqual(['domain:mihon.co.jp'])
  expect(hidingKeys(none, 'me@gmail.com')).toEqual([])
})

test('a mail address of the employer’s is found', () => {
  const looks = (address: string) => looksLikeEmployers(address, daito)
  expect(['k@daito-chem.example', 'k@tokyo.daito-chem.example', 'k@other.co.jp'].map(looks)).toEqual([true, true, true])
  expect(['k@gmail.com', 'k@cast.example', 'k@mydaito-chem.example'].map(looks)).toEqual([false, false, false])
  expect(looksLikeEmployers('k@other.co.jp', { employer: null, others: [] })).toBe(false)
})

test('the employer’s name is found in a text however it is written', () => {
  expect(namesEmployer('いまは（株）大東　ケミカルで働いています', daito)).toBe(true)
  expect(namesEmployer('化学メーカーで働いています', daito)).toBe(false)
  expect(namesEmployer('森で働く', { employer: { ...daito.employer!, name: '株式会社森' }, others: [] })).toBe(false)
})

test('whatever is typed into the employer form, an accepted answer hides from its company', () => {
  const typed = fc.record({
    name: fc.string({ unit: 'grapheme', maxLength: 30 }),
    others: fc.string({ maxLength: 60 }),
  })
  fc.assert(
    fc.property(typed, (fields) => {
      const read = employerForm.safeParse({ kind: 'company', corporateNumber: '', domain: '', go: '', ...fields })
      if (!read.success) return
      const keys = hidingKeys(employerIn(read.data), '')
      expect(companyKeys({ name: fields.name }).every((key) => keys.includes(key))).toBe(true)
      expect(keys.length).toBeGreaterThan(0)
    }),
  )
})
