import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeGuidance, guidanceInWords, LEAST_COMPARED } from './fee-guidance.ts'

test('ten postings give quartiles, nine what is usual, and each says which', () => {
  const ten = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((n) => n * 1000)
  expect(feeGuidance(ten, 10)).toEqual({ from: 'postings', count: 10, quartiles: [32_500, 55_000, 77_500] })
  expect(guidanceInWords(feeGuidance(ten, 10), 10)).toBe(
    '似た案件10件では、まん中が月55,000円、半分が32,500円から77,500円です。',
  )
  expect(guidanceInWords(feeGuidance(ten.slice(1), 12), 12)).toBe(
    '似た案件がまだ少ないので、ふつうのめやすです：月12時間なら36,000円から60,000円。',
  )
})

test('quartiles stand in order, inside what was paid, whatever the order of the postings', () => {
  const fees = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: LEAST_COMPARED, maxLength: 60 })
  fc.assert(
    fc.property(fees, (paid) => {
      const guidance = feeGuidance(paid, 10)
      if (guidance.from !== 'postings') throw new Error('too few')
      const [low, middle, high] = guidance.quartiles
      expect([Math.min(...paid) <= low, low <= middle, middle <= high, high <= Math.max(...paid)]).not.toContain(false)
      expect(feeGuidance([...paid].reverse(), 10)).toEqual(guidance)
    }),
  )
})
