import { expect, test } from 'vitest'
import { likenessOf, nearest } from './likeness.ts'

const ASKED = { codes: ['10035', '10043'], industry: 'crafts', prefecture: 40, size: '6-20' }
const CASE = {
  ...{ shownCodes: ['10035'], shownIndustry: 'crafts', shownPrefecture: 40, shownRegion: 'kyushu', shownSize: '6-20' },
}

test('says why, the strongest first', () => {
  expect(likenessOf(ASKED, CASE)!.why).toEqual([
    '同じ仕事（手作業・工芸の原価管理）',
    '同じ業種（伝統工芸）',
    '同じ福岡県',
    '同じくらいの人数',
  ])
  const far = { ...CASE, shownCodes: ['10062'], shownIndustry: 'textiles', shownPrefecture: 41, shownSize: '101-' }
  expect(likenessOf(ASKED, far)!.why).toEqual(['近い仕事（原価管理）', '近い業種（繊維・衣料）', 'となりの県'])
})

test('what is told roughly is compared as it is told', () => {
  const rough = { ...CASE, shownCodes: ['10024'], shownIndustry: 'crafters', shownPrefecture: null, shownSize: null }
  expect(likenessOf(ASKED, rough)!.why).toEqual([
    '近い仕事（原価管理）',
    '近い業種（工芸・木・紙・布のものづくり）',
    '同じ地方',
  ])
})

test('other work is not like it, however near the firm is', () => {
  expect(likenessOf(ASKED, { ...CASE, shownCodes: ['56109'] })).toBeNull()
  expect(likenessOf({ ...ASKED, codes: [] }, CASE)).toBeNull()
})

test('the same work far away comes before near work next door', () => {
  const cases = [
    { ...CASE, id: 'near', shownCodes: ['10062'] },
    { ...CASE, id: 'same', shownIndustry: 'it', shownPrefecture: 1, shownRegion: 'hokkaido', shownSize: null },
    { ...CASE, id: 'other', shownCodes: ['56109'] },
  ]
  expect(nearest(ASKED, cases, 3).map(({ id }) => id)).toEqual(['same', 'near'])
  expect(nearest({ codes: ['10035'], industry: null, prefecture: null, size: null }, cases, 1)).toHaveLength(1)
})
