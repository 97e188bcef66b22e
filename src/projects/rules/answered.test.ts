import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backgroundFrom, fromAnswers, goalFrom } from './answered.ts'

const amounts = (text: string) => {
  const { fee, hours } = fromAnswers([{ question: 'budget', text }])
  return [fee, hours]
}

test.each([
  ['月に3万円、月に10時間', 30_000, 10],
  ['月３万円と月１０時間くらい', 30_000, 10],
  ['お礼は月に三万円、時間は月に八時間', 30_000, 8],
  ['毎月 30,000円', 30_000, null],
  ['一か月に5万円くらい', 50_000, null],
])('%s says both or one', (text, fee, hours) => expect(amounts(text)).toEqual([fee, hours]))

test.each([
  '3万円',
  '全部で30万円、三か月',
  '月3万円から5万円',
  '月に3万円、多くて月に5万円',
  '月3万円、がんばって月5万円',
  '月3万5円',
  '時給2000円',
  '月20時間から30時間',
  '月に300時間',
  '月に1.5時間',
  '月に0円',
  '相談して決めたい',
  '',
])('%s could mean two things, or none', (text) => expect(amounts(text)).toEqual([null, null]))

test('the own words, under them what was answered; what was passed over is not there', () => {
  const from = fromAnswers([
    { question: 'since', text: '三年前から' },
    { question: 'tried', text: null },
    { question: 'decides', text: '息子が決める' },
    { question: 'goal', text: '若い人が一人続いている' },
  ])
  expect(backgroundFrom('人が足りん', from)).toBe('人が足りん\n\nいつから：三年前から')
  expect(goalFrom('・応募が増える', from)).toBe('・応募が増える\n\nその先、半年後には：\n・若い人が一人続いている')
  expect(goalFrom(null, from)).toBe('・若い人が一人続いている')
  const nothing = fromAnswers([])
  expect([backgroundFrom('', nothing), goalFrom(null, nothing)]).toEqual([null, null])
  expect(backgroundFrom('困った', nothing)).toBe('困った')
})

test('no answer makes a field longer than it may be, and none changes the own words', () => {
  const answers = fc.array(
    fc.record({
      question: fc.constantFrom('now', 'where', 'since', 'goal', 'code:10035:0'),
      text: fc.string({ maxLength: 500 }),
    }),
  )
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 2000 }), answers, (worry, given) => {
      const from = fromAnswers(given)
      const background = backgroundFrom(worry, from)!
      expect(background.startsWith(worry)).toBe(true)
      expect(background.length).toBeLessThanOrEqual(2000)
      expect((goalFrom(null, from) ?? '').length).toBeLessThanOrEqual(1000)
    }),
  )
})
