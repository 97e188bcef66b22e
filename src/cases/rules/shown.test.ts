import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { exactFigures, roughFigures, spotInWords } from './figures.ts'
import {
  LEAST_SHARING,
  leastShown,
  type Neighbour,
  type ShownSpot,
  shares,
  shownByName,
  shownWithoutName,
} from './shown.ts'

const leaves = jobCodes().places.map(({ leaf }) => leaf.id)
const neighbour: fc.Arbitrary<Neighbour> = fc.record({
  companyId: fc.integer({ min: 1, max: 30 }).map(String),
  codes: fc.uniqueArray(fc.constantFrom(...leaves.slice(0, 12), ...leaves.slice(-6)), { minLength: 1, maxLength: 3 }),
  industry: fc.constantFrom(...INDUSTRIES.slice(0, 9).map(({ id }) => id)),
  prefecture: fc.constantFrom(5, 6, 7, 40, 43),
  size: fc.constantFrom(null, '1-5', '6-20'),
})
const companiesOf = (all: readonly Neighbour[]) => new Set(all.map(({ companyId }) => companyId)).size

test('whatever is shown without a name, five companies share it, or nothing is shown', () => {
  fc.assert(
    fc.property(neighbour, fc.array(neighbour, { maxLength: 40 }), (own, all) => {
      const shown = shownWithoutName(own, all)
      expect(shares(own, shown)).toBe(true)
      const sharing = companiesOf([own, ...all].filter((other) => shares(other, shown)))
      if (sharing < LEAST_SHARING) {
        expect(
          Object.values(shown).every((value) => value === null || (Array.isArray(value) && value.length === 0)),
        ).toBe(true)
      }
    }),
  )
})

test('who else was there first or twice changes nothing, and more companies never show less', () => {
  const told = (shown: ShownSpot) =>
    Object.values(shown)
      .flat()
      .filter((value) => value !== null).length
  fc.assert(
    fc.property(neighbour, fc.array(neighbour, { maxLength: 25 }), (own, all) => {
      const shown = shownWithoutName(own, all)
      expect(shownWithoutName(own, [...all].reverse())).toEqual(shown)
      expect(shownWithoutName(own, [...all, ...all])).toEqual(shown)
      const alike = Array.from({ length: LEAST_SHARING }, (_, n) => ({ ...own, companyId: `other-${n}` }))
      expect(told(shownWithoutName(own, [...all, ...alike]))).toBe(told(shownByName(own)))
    }),
  )
})

test('a rare firm is told by its region and group, a lonely one by nothing', () => {
  const own = { companyId: 'own', codes: ['10035'], industry: 'crafts', prefecture: 40, size: '6-20' }
  const others = ['textiles', 'pottery', 'wood', 'paper'].map((industry, n) => {
    return { ...own, companyId: `other-${n}`, industry, prefecture: 43 + n }
  })
  expect(spotInWords(shownWithoutName(own, others))).toBe('九州・沖縄・工芸・木・紙・布のものづくり')
  expect(shownWithoutName(own, others).shownCodes).toEqual(['10035'])
  expect(spotInWords(shownWithoutName(own, others.slice(1)))).toBe('ある会社')
  expect(shownWithoutName(own, [])).toEqual({
    ...{ shownCodes: [], shownIndustry: null, shownPrefecture: null, shownRegion: null, shownSize: null },
  })
  expect(leastShown(own)).toEqual(shownWithoutName(own, []))
})

it('says numbers roughly where nobody is named', () => {
  const figures = { hours: 12, months: 3, fee: 40_000, applicants: 0, days: 9 }
  expect(Object.values(exactFigures(figures))).toEqual(['月12時間', '3か月', '月40,000円', '0人', '9日'])
  expect(Object.values(roughFigures(figures))).toEqual([
    '月11〜20時間',
    '3か月まで',
    '月3万〜5万円',
    '0人',
    '2週間まで',
  ])
})
