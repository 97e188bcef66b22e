import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigrams } from '../bigrams.ts'
import { keyOf } from './key.ts'
import { createLabels } from './labels.ts'
import { eachTerm, lettersOf, termOf } from './letters.ts'
import { createPosting, inAll, inAny, post } from './postings.ts'

const letters = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('原', '価', 'か', 'a', 'Z', '7', '〇', '①', '𠮷', '𝟙', '\ud842', '\udfb7', '、', ' ', '😊'))
    .map((parts) => parts.join('')),
)

test('the terms of a text are its bigrams, one after the other', () => {
  fc.assert(
    fc.property(letters, (text) => {
      const terms: (string | number)[] = []
      eachTerm(text, (term) => terms.push(term))
      expect(terms.map(lettersOf)).toEqual(bigrams(text))
      expect(terms).toEqual(bigrams(text).map(termOf))
    }),
  )
})

test('labels with letters are those of which a name has them', () => {
  const name = fc.string({ unit: fc.constantFrom('原', '価', 'か', 'カ', 'a'), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.array(name, { maxLength: 3 }), { maxLength: 8 }), name, (things, part) => {
      const key = keyOf(part)
      fc.pre(key !== '')
      const having = things.flatMap((names, place) => (names.some((one) => keyOf(one).includes(key)) ? [place] : []))
      expect(createLabels(things).having(key)).toEqual(having)
    }),
  )
})

test('lists have rows once, with all their fields; what stands in all lists shares one', () => {
  const entries = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 255 })), { maxLength: 40 })
  const listOf = (list: readonly (readonly [number, number])[]) => {
    const posting = createPosting()
    for (const [row, fields] of [...list].sort(([one], [other]) => one - other)) post(posting, row, fields)
    return posting
  }
  const held = (list: readonly (readonly [number, number])[], row: number) =>
    list.reduce((bits, [at, fields]) => (at === row ? bits | fields : bits), 0)
  const told = ({ entries, length }: ReturnType<typeof inAny>) =>
    Array.from(entries.subarray(0, length), (entry) => [entry >>> 8, entry & 0xff])
  const rows = Array.from({ length: 31 }, (_, row) => row)
  fc.assert(
    fc.property(entries, entries, (one, other) => {
      const joined = (join: (a: number, b: number) => number) =>
        rows.map((row) => [row, join(held(one, row), held(other, row))]).filter(([, fields]) => fields !== 0)
      expect(told(inAny([listOf(one), listOf(other)]))).toEqual(joined((a, b) => a | b))
      expect(told(inAll([listOf(one), listOf(other)]))).toEqual(joined((a, b) => a & b))
    }),
  )
})
