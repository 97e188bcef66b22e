import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, howMany, type Order, type Question } from './ask.ts'
import { createDocuments, type Entry, put, takeOut } from './documents.ts'
import { keyOf } from './key.ts'
import { marksIn, piecesOf } from './marks.ts'
import { createReadings, readingsWithin } from './readings.ts'
import { createVocabulary, isOneAway } from './spelling.ts'

const SHAPE = { weights: [3, 1], columns: ['place', 'hours'] }

const entry = (id: string, title: string, given: Partial<Entry> = {}): Entry => ({
  ...{ id, texts: [title, ''], keys: [], values: [[], []], time: 0, until: Number.POSITIVE_INFINITY },
  ...given,
})

const typed = (text: string): Question['words'] =>
  text.split(' ').map((word) => ({ needed: true, meanings: [{ phrase: keyOf(word), weight: 1 }] }))

const question = (text: string, given: Partial<Question> = {}): Question => ({
  ...{
    words: text === '' ? [] : typed(text),
    chosen: [],
    openOn: null,
    order: { by: 'best' } as Order,
    skip: 0,
    take: 20,
  },
  ...given,
})

describe('words', () => {
  const documents = createDocuments(SHAPE)
  put(documents, [
    entry('chochin', '提灯の原価を出す', { texts: ['提灯の原価を出す', 'チラシも作る'], time: 1 }),
    entry('ec', 'ＥＣで売る', { time: 2 }),
    entry('rice', '米の販路をひろげる', { time: 3, keys: [['code:7', 1]] }),
    entry('tech', 'TECHの人', { time: 4 }),
  ])
  const found = (text: string) => ask(documents, question(text)).hits.map(({ id }) => id)

  test.each([
    ['原価', ['chochin']],
    ['ちらし', ['chochin']],
    ['ﾁﾗｼ', ['chochin']],
    ['ｅｃ', ['ec']],
    ['te', []],
    ['tec', ['tech']],
    ['米', ['rice']],
    ['米 販路', ['rice']],
    ['_', []],
    ['', ['tech', 'rice', 'ec', 'chochin']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('those with all the words come first, then those with most of them, and how many have all is told', () => {
    const { hits, count, full } = ask(documents, question('米 原価'))
    expect(hits.map(({ id, full }) => [id, full])).toEqual([
      ['rice', false],
      ['chochin', false],
    ])
    expect([count, full]).toEqual([2, 0])
    expect(ask(documents, question('提灯 ちらし')).full).toBe(1)
  })

  test('what a document has is found like a word, and the strongest meaning is told', () => {
    const words = [
      {
        needed: true,
        meanings: [
          { phrase: 'ない', weight: 1 },
          { keys: ['code:7'], weight: 0.5 },
        ],
      },
    ]
    expect(ask(documents, question('', { words })).hits).toMatchObject([{ id: 'rice', why: [1] }])
  })

  test('what was put anew or taken out is found as it is now', () => {
    put(documents, [entry('ec', 'お店で売る')])
    takeOut(documents, ['tech', 'nobody'])
    expect(found('ec')).toEqual([])
    expect(found('お店')).toEqual(['ec'])
    expect(found('')).toEqual(['rice', 'chochin', 'ec'])
  })
})

describe('choosing', () => {
  const places = ['a', 'b', 'c']
  const entries = fc.array(
    fc.record({
      place: fc.constantFrom(...places),
      hours: fc.subarray(['5', '10', '15']),
      title: fc.constantFrom('原価', '原価 販路', '販路', '採用'),
      until: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 60 },
  )

  test('a count is the number of documents there are once that value is chosen too', () => {
    fc.assert(
      fc.property(
        entries,
        fc.subarray(places, { maxLength: 2 }),
        fc.constantFrom('', '原価', '原価 販路'),
        fc.subarray(['5', '10']),
        (rows, chosenPlaces, text, hours) => {
          const documents = createDocuments(SHAPE)
          put(
            documents,
            rows.map(({ place, hours: own, title, until }, n) =>
              entry(String(n), title, { values: [[place], own], until, time: n }),
            ),
          )
          const chosen = [
            ...(chosenPlaces.length > 0 ? [{ column: 'place', values: chosenPlaces }] : []),
            ...(hours.length > 0 ? [{ column: 'hours', values: hours }] : []),
          ]
          const asked = question(text, { chosen, openOn: 1 })
          const { countOf, count, hits, over } = ask(documents, asked)
          expect(hits.length).toBe(Math.min(20, count))
          expect(ask(documents, { ...asked, openOn: null }).count >= count + (text === '' ? over : 0)).toBe(true)
          for (const place of places) {
            const other = chosen.filter(({ column }) => column !== 'place')
            const next = ask(documents, { ...asked, chosen: [...other, { column: 'place', values: [place] }] })
            expect(countOf('place', place)).toBe(next.count)
          }
        },
      ),
    )
  })

  test('gaps are closed without anybody noticing', () => {
    const documents = createDocuments(SHAPE)
    const of = (n: number, title: string) => entry(String(n), title, { values: [[places[n % 3]!], []], time: n })
    put(
      documents,
      Array.from({ length: 3000 }, (_, n) => of(n, '古い')),
    )
    for (let n = 0; n < 2900; n++) put(documents, [of(n, '新しい')])
    expect(documents.rows).toBeLessThan(5000)
    expect(ask(documents, question('古い', { order: { by: 'newest' } })).count).toBe(100)
    const inA = question('新しい', { chosen: [{ column: 'place', values: ['a'] }], order: { by: 'newest' }, take: 2 })
    const { count, hits, countOf } = ask(documents, inA)
    expect([count, hits.map(({ id }) => id)]).toEqual([967, ['2898', '2895']])
    expect([howMany(documents, inA), howMany(documents, question('')), ask(documents, question('')).count]).toEqual([
      967, 3000, 3000,
    ])
    expect(countOf('place', 'b')).toBe(967)
  })

  test('the order is what was asked for, the newest first where it does not tell, page by page', () => {
    const documents = createDocuments(SHAPE)
    put(
      documents,
      Array.from({ length: 5000 }, (_, n) => entry(String(n), '原価', { time: n, until: 5000 - (n % 7) })),
    )
    const page = (order: Order, skip: number) =>
      ask(documents, question('原価', { order, skip, take: 3 })).hits.map(({ id }) => Number(id))
    expect(page({ by: 'newest' }, 3)).toEqual([4996, 4995, 4994])
    expect(page({ by: 'best' }, 0)).toEqual([4999, 4998, 4997])
    expect(page({ by: 'until' }, 0)).toEqual([4997, 4990, 4983])
    expect(page({ by: 'given', ids: ['12', 'nobody', '7'] }, 0)).toEqual([12, 7, 4999])
  })
})

describe('readings', () => {
  test('follow from a name and its reading', () => {
    expect(readingsWithin('手作業・工芸の原価管理', 'てさぎょう・こうげいのげんかかんり')).toEqual([
      ['手作業', 'てさぎょう'],
      ['工芸', 'こうげい'],
      ['原価管理', 'げんかかんり'],
    ])
    expect(readingsWithin('原価の管理', 'まったくちがう')).toEqual([])
  })

  const { writtenAs, spokenAs } = createReadings([
    ['ふるさと納税の運営', 'ふるさとのうぜいのうんえい'],
    ['原価管理', 'げんかかんり'],
    ['品質管理', 'ひんしつかんり'],
    ['管理', 'かんり'],
    ['提灯', 'ちょうちん'],
  ])

  test('lead from what is spoken to what is written and back', () => {
    expect(writtenAs('ふるさとのうぜい')).toContain('ふるさと納税')
    expect(writtenAs('げんか')).toEqual(['原価'])
    expect(writtenAs('ひんしつのげんか')).toContain('品質の原価')
    expect(writtenAs('原価')).toEqual([])
    expect(spokenAs('提灯')).toBe('ちょうちん')
    expect(spokenAs('提灯の原価')).toBe('ちょうちんのげんか')
    expect(spokenAs('行灯')).toBeNull()
  })
})

test('a word with one mistake finds the word that is there', () => {
  const vocabulary = createVocabulary()
  vocabulary.add('トレーサビリティの原価計算、Instagramの原価計算')
  expect(vocabulary.near(keyOf('トレサビリティ'))).toEqual(['トレーサビリティ'])
  expect(vocabulary.near('原科計算')).toEqual(['原価計算'])
  expect(vocabulary.near('instagarm')).toEqual(['instagram'])
  expect(vocabulary.near('税金')).toEqual([])
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (word, place, letter) => {
        const at = place % word.length
        const changed = word.slice(0, at) + letter + word.slice(at + 1)
        expect(isOneAway(word, changed)).toBe(word !== changed)
        expect(isOneAway(word, word.slice(0, at) + letter + word.slice(at))).toBe(true)
      },
    ),
  )
})

test('marks stand where the words stand in the text as it was written', () => {
  const text = 'ＥＣで、チラシとちらしを㈱で'
  const marks = marksIn(text, [keyOf('ちらし'), keyOf('ec'), keyOf('ec'), ''])
  expect(piecesOf(text, marks)).toEqual([
    { text: 'ＥＣ', marked: true },
    { text: 'で、', marked: false },
    { text: 'チラシ', marked: true },
    { text: 'と', marked: false },
    { text: 'ちらし', marked: true },
    { text: 'を㈱で', marked: false },
  ])
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (any, phrases) => {
      const pieces = piecesOf(any, marksIn(any, phrases.map(keyOf)))
      expect(pieces.map((piece) => piece.text).join('')).toBe(any)
    }),
  )
})
