import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import {
  findingsOfListening,
  type Known,
  MOST_QUESTIONS,
  questionNamed,
  questionsFor,
  standingQuestions,
  WHICH,
  whichQuestion,
} from './listening.ts'
import { isCryOf, isLittle, isToldAnew, saidIn, treesFrom, whichOf } from './said.ts'
import { codesOf } from './tree.ts'

const GX = '肥料のGX認証を取りたいが、申し込み方も審査のことも分からん'
const SALES = '売上が落ちた'
const nothing = { answers: [], codes: [], which: null }
const keys = (known: Known) => questionsFor(known).map(({ key }) => key)
const which = whichQuestion(['通販の売上が頭打ち', '看板商品の売上が落ちてきた'])

// Reading the codes and the dictionary may take longer than a single test may.
beforeAll(() => void whichOf(GX, []), 60_000)

test('the data is sound', () => expect(findingsOfListening()).toEqual([]))

describe('what is asked first is what would change most', () => {
  test('which of two works is nearer, then what makes the tree, then empty fields, then what is only said', () => {
    expect(keys({ text: SALES, ...nothing, codes: ['10035'], which })).toEqual([
      ...['which', 'now', 'tried', 'where', 'budget', 'goal', 'since'],
    ])
  })

  test('when nothing is understood, a wish is worth more than a fee', () => {
    const asked = keys({ text: 'ああああ', ...nothing })
    expect(asked.indexOf('goal')).toBeLessThan(asked.indexOf('budget'))
    expect(asked).toHaveLength(MOST_QUESTIONS)
  })

  test('the job code’s own questions fill up what the words have answered', () => {
    const text = 'いまは、三年前から工場でいろいろ試したが、だめだった'
    const asked = keys({ text, ...nothing, codes: ['10035'] })
    expect(asked.slice(0, 3)).toEqual(['budget', 'goal', 'decides'])
    expect(asked.slice(3).every((key) => key.startsWith('code:10035:'))).toBe(true)
    expect(questionNamed('code:10035:0', null)!.ask).toBe(jobCodes().leaf('10035')!.questions[0])
  })
})

test.each([
  ['三年前から客が減った', 'since'],
  ['社長が決めます', 'decides'],
  ['ﾁﾗｼを出しても客が来ん', 'tried'],
  ['予算は少ない', 'budget'],
  ['塗りの工程で遅れる', 'where'],
  [`${GX}。`.repeat(4), 'now'],
])('%s has answered %s', (text, key) => expect(keys({ text, ...nothing })).not.toContain(key))

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...standingQuestions().flatMap(({ said }) => said)), { maxLength: 6 })
    .map((parts) => parts.join('、')),
)
const everyKey = [
  WHICH,
  ...standingQuestions().map(({ key }) => key),
  ...[0, 1, 2, 3].map((at) => `code:10035:${at}`),
  'old',
]
const answered = fc
  .uniqueArray(fc.constantFrom(...everyKey), { maxLength: MOST_QUESTIONS })
  .chain((asked) =>
    fc.tuple(...asked.map((question) => fc.option(fc.string({ maxLength: 20 })).map((text) => ({ question, text })))),
  )
const known = fc.record({
  text: words,
  answers: answered as fc.Arbitrary<{ question: string; text: string | null }[]>,
  codes: fc.constantFrom<string[]>([], ['10035'], ['56109', '10035'], ['00000']),
  which: fc.constantFrom(null, which),
})

test('never more than seven, never one that was answered or passed over, never twice, and the same for the same', () => {
  fc.assert(
    fc.property(known, (one) => {
      const asked = questionsFor(one)
      expect(asked.length + one.answers.length).toBeLessThanOrEqual(MOST_QUESTIONS)
      const names = asked.map(({ key }) => key)
      expect(new Set(names).size).toBe(names.length)
      for (const { question } of one.answers) expect(names).not.toContain(question)
      expect(questionsFor(one)).toEqual(asked)
    }),
  )
})

test('whatever is asked next is found again by its name', () => {
  fc.assert(
    fc.property(known, (one) => {
      for (const question of questionsFor(one)) expect(questionNamed(question.key, one.which)).toEqual(question)
    }),
  )
})

describe('what an answer does', () => {
  const at = (question: string, text: string | null) => ({ question, text })

  test('two works nearly alike: which is nearer decides the main one', () => {
    const [first, second] = whichOf(SALES, [])!.ready
    const mains = [first!, second!].map((text) => codesOf(treesFrom(SALES, [at(WHICH, text)])[0]!)[0]!)
    expect(mains.map((code, n) => jobCodes().leaf(code)!.phrases.includes([first!, second!][n]!))).toEqual([true, true])
    expect(whichOf(SALES, [at(WHICH, second!)])!.ready).toEqual([first, second])
    expect(whichOf(GX, [])).toBeNull()
  })

  test('the owner’s phrases are cited out of the answers as out of the words, and stand where it says', () => {
    const answers = [at('now', '注文は来るのに、納期に間に合わない日が続いている'), at('where', '塗りの作業')]
    const said = saidIn('困った', answers)
    const symptoms = treesFrom('困った', answers)[0]!.nodes.filter(({ kind }) => kind === 'symptom')
    expect(symptoms.map(({ text }) => text)).toContain('注文は来るのに、納期に間に合わない日が続いている')
    expect(symptoms.map(({ text }) => text)).not.toContain('塗りの作業')
    for (const { because } of symptoms) expect(said.slice(because.start, because.end)).toBe(because.phrase)
  })

  test('what was passed over, tapped from a list, or tells nothing of the worry leaves the tree as it was', () => {
    const answers = [
      at('now', null),
      at('tried', 'まだ何もしていない'),
      at('since', '三年前から'),
      at('decides', '採用は息子'),
    ]
    expect(treesFrom(GX, answers)).toEqual(treesFrom(GX, []))
    expect(isToldAnew([], answers)).toBe(false)
    expect(isToldAnew([], [at('now', '書類が足りない')])).toBe(true)
  })

  test('where the words say nothing, a wish does', () => {
    expect(treesFrom('ああああ', [])).toEqual([])
    const trees = treesFrom('ああああ', [at('goal', '通販でもっと売れている')])
    expect(trees.length).toBeGreaterThan(0)
  })

  test('a cry for help in an answer is heard', () => {
    expect(isCryOf('人が足りん', [at('now', 'もう死にたい')])).toBe(true)
    expect(isCryOf('人が足りん', [at('now', null)])).toBe(false)
  })

  test('few words are little, until something was answered', () => {
    expect(isLittle('人が足りん', [])).toBe(true)
    expect(isLittle('人が足りん', [at('now', null)])).toBe(false)
    expect(isLittle(GX, [])).toBe(false)
  })
})
