import { describe, expect, test } from 'vitest'
import { exposedIn, mustBeMended } from './exposed.ts'
import { namesIn, replacementsFor } from './names.ts'

const called = { companies: ['有限会社なかむら提灯工房'], people: ['田中 正雄', '森 和子', '山形 次郎'] }

describe('the names of the two sides', () => {
  test.each<[string, string[]]>([
    ['有限会社なかむら提灯工房の原価', ['有限会社なかむら提灯工房', 'なかむら提灯工房']],
    ['なかむら提灯工房で測った', ['なかむら提灯工房']],
    ['田中正雄が測り、田中さんが表にした', ['田中正雄', '田中', '田中さん', '正雄']],
    ['田中が測った', ['田中']],
    ['正雄さんと和子さん、森さん', ['正雄さん', '森さん', '和子さん']],
    ['山形次郎さんに頼んだ', ['山形次郎', '次郎さん']],
  ])('are seen in 「%s」', (text, found) => expect(namesIn(text, called)).toEqual(found))

  test.each([
    '田中町の工房',
    '森の間伐材を使う',
    '山形の工房で、山形県の材を使う',
    '提灯の原価表',
  ])('are not seen in 「%s」', (text) => expect(namesIn(text, called)).toEqual([]))

  test('are taken out of a first text, the long ones first', () => {
    const text = '有限会社なかむら提灯工房、なかむら提灯工房、田中 正雄、田中さん、田中町'
    const without = replacementsFor(called).reduce((words, [name, instead]) => words.replaceAll(name, instead), text)
    expect(without).toBe('この会社、この会社、この人、この人、田中町')
  })

  test('never break on odd names', () => {
    expect(namesIn('a(b', { companies: ['', '(株)'], people: ['', 'a(b c)', '*'] })).toBeInstanceOf(Array)
  })
})

describe('a text that leads to somebody', () => {
  const text = {
    ...{
      title: '原価表',
      problem: '',
      done: '電話は0943-00-0202',
      result: '田中さんのおかげ',
      learned: '',
      surprised: '',
    },
  }
  const at = new Date(0)
  const row = (openness: 'anonymous' | 'named') => ({
    ...{ companyOpenness: openness, talentOpenness: 'named' as const, companyConsentAt: at, talentConsentAt: at },
  })

  test('has to be mended before it is shown without names', () => {
    const exposed = exposedIn(text, called, ['原価表'])
    expect(exposed).toEqual({ contacts: ['0943-00-0202'], names: ['田中さん'], copied: [] })
    expect(mustBeMended(row('anonymous'), exposed)).toBe(true)
    expect(mustBeMended(row('named'), exposed)).toBe(false)
    expect(mustBeMended(row('anonymous'), exposedIn({ ...text, done: '', result: '' }, called, []))).toBe(false)
  })
})
