import { expect, test } from 'vitest'
import { likenessOf, nearest } from './likeness.ts'

const ASKED = { codes: ['10035', '10043'], industry: 'crafts', prefecture: 40, size: '6-20' }
const CASE = { codes: ['10035'], industry: 'crafts', prefecture: 40, size: '6-20' }

test('says why, the strongest first', () => {
  expect(likenessOf(ASKED, CASE)!.why).toEqual([
    '同じ仕事（手作業・工芸の原価管理）',
    '同じ業種（伝統工芸）',
    '同じ福岡県',
    '同じくらいの人数',
  ])
  const far = { codes: ['10062'], industry: 'textiles', prefecture: 41, size: '101-' }
  expect(likenessOf(ASKED, far)!.why).toEqual(['近い仕事（原価管理）', '近い業種（繊維・衣料）', 'となりの県'])
})

test('other work is not like it, however near the firm is', () => {
  expect(likenessOf(ASKED, { ...CASE, codes: ['56109'] })).toBeNull()
  expect(likenessOf({ ...ASKED, codes: [] }, CASE)).toBeNull()
})

test('the same work far away comes before near work next door', () => {
  const cases = [
    { ...CASE, id: 'near', codes: ['10062'] },
    { ...CASE, id: 'same', industry: 'it', prefecture: 1, size: null },
    { ...CASE, id: 'other', codes: ['56109'] },
  ]
  expect(nearest(ASKED, cases, 3).map(({ id }) => id)).toEqual(['same', 'near'])
  expect(nearest({ codes: ['10035'], industry: null, prefecture: null, size: null }, cases, 1)).toHaveLength(1)
})
