import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AskedCode, codeAnswers, codeValues, editCodes, MOST_CODES } from './codes.ts'

const KNOWN = ['10035', '10043', '10062', '56109', '56050', '56042', '56034']
const isLeaf = (code: string) => KNOWN.includes(code)
const asked = (...codes: string[]): AskedCode[] => codes.map((code) => ({ code, level: 2, must: false }))
const edit = (codes: AskedCode[], changes: Record<string, string>, go = '') =>
  editCodes(codes, codeAnswers({ ...codeValues(codes), ...changes }), go, isLeaf)
const order = (codes: readonly AskedCode[]) => codes.map(({ code }) => code)

test('level and need are those of the screen', () => {
  expect(edit(asked('10035'), { level_10035: '4', need_10035: 'must' })).toEqual([
    { code: '10035', level: 4, must: true },
  ])
})

test('one that moves up stands before, one that moves down stands behind', () => {
  const three = asked('10035', '10043', '10062')
  expect(order(edit(three, { rank_10062: '1' }))).toEqual(['10062', '10035', '10043'])
  expect(order(edit(three, { rank_10035: '2' }))).toEqual(['10043', '10035', '10062'])
})

test('one may be taken out and one added, once, if it exists', () => {
  expect(order(edit(asked('10035', '10043'), { need_10035: 'none' }))).toEqual(['10043'])
  expect(order(edit(asked('10035'), {}, 'add:10043'))).toEqual(['10035', '10043'])
  expect(order(edit(asked('10035'), {}, 'add:10035'))).toEqual(['10035'])
  expect(order(edit(asked('10035'), {}, 'add:99999'))).toEqual(['10035'])
})

test('one may take the place of another, with its level and need; one that is no longer used may stay, not come', () => {
  const before: AskedCode[] = [...asked('10035'), { code: '13068', level: 4, must: true }]
  expect(edit(before, {})).toEqual(before)
  expect(edit(before, {}, 'swap:13068:10043')).toEqual([...asked('10035'), { code: '10043', level: 4, must: true }])
  expect(edit(before, {}, 'swap:13068:10035')).toEqual(asked('10035'))
  expect(edit(before, {}, 'swap:10035:99999')).toEqual(before)
  expect(order(edit(asked('10035'), {}, 'add:13068'))).toEqual(['10035'])
})

test('a screen without codes leaves them alone', () => {
  expect(editCodes(asked('10035'), codeAnswers({ hours: '5' }), '', isLeaf)).toEqual(asked('10035'))
})

test('never too many, and a screen that is sent untouched changes nothing', () => {
  const some = fc.shuffledSubarray(KNOWN, { maxLength: MOST_CODES }).map((codes) => asked(...codes))
  fc.assert(
    fc.property(some, fc.constantFrom(...KNOWN), (codes, more) => {
      expect(edit(codes, {})).toEqual(codes)
      expect(edit(codes, {}, `add:${more}`).length).toBeLessThanOrEqual(MOST_CODES)
    }),
  )
})
