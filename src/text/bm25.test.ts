import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBm25 } from './bm25.ts'
import { type About, createSimilarity } from './similarity.ts'

const FIELD = { name: 'text', weight: 1, b: 0.75 }
const documents = [
  ['味噌', '販売'],
  ['味噌', '味噌', '製造'],
  ['販売', '営業', '営業'],
].map((terms) => [terms])

/** The formula, written out once more without any index. */
function byHand(terms: readonly string[], row: number): number {
  const average = (2 + 3 + 3) / 3
  const document = documents[row]![0]!
  return terms.reduce((sum, term) => {
    const n = documents.filter(([text]) => text!.includes(term)).length
    const idf = Math.log(1 + (documents.length - n + 0.5) / (n + 0.5))
    const count = document.filter((other) => other === term).length
    const tf = count / (1 - 0.75 + (0.75 * document.length) / average)
    return sum + (idf * tf * 2.2) / (1.2 + tf)
  }, 0)
}

test('scores are those of the formula', () => {
  const hits = createBm25([FIELD], documents).search(
    [
      ['味噌', 1],
      ['製造', 1],
      ['なし', 1],
    ],
    10,
  )
  expect(hits.map(({ row }) => row)).toEqual([1, 0])
  for (const { row, score } of hits) expect(score).toBeCloseTo(byHand(['味噌', '製造'], row), 5)
})

test('a field of more weight counts more', () => {
  const fields = [{ ...FIELD, weight: 3 }, FIELD]
  const index = createBm25(fields, [
    [['味噌'], ['酒']],
    [['酒'], ['味噌']],
  ])
  expect(index.search([['味噌', 1]], 2).map(({ row }) => row)).toEqual([0, 1])
})

test('an empty index and unknown terms give nothing', () => {
  expect(createBm25([FIELD], []).search([['味噌', 1]], 5)).toEqual([])
  expect(createBm25([FIELD], [[[]], [[]]]).search([['味噌', 1]], 5)).toEqual([])
})

test('adding a term never lowers a score', () => {
  const terms = fc.array(fc.constantFrom('味噌', '販売', '製造', '営業', 'なし'), { maxLength: 5 })
  const index = createBm25([FIELD], documents)
  const scores = (query: readonly string[]) => {
    const found = new Float32Array(3)
    index.addScores(
      query.map((term) => [term, 1] as const),
      found,
    )
    return found
  }
  fc.assert(
    fc.property(terms, fc.constantFrom('味噌', '販売'), (query, more) => {
      const before = scores(query)
      return scores([...query, more]).every((score, row) => score >= before[row]! - 1e-6)
    }),
  )
})

test('a text is most like itself', () => {
  const texts = ['みその仕込みと樽の管理をする', '売り場で味噌を販売する', '決算書を作り、税務署に出す']
  const similarity = createSimilarity(texts)
  texts.forEach((text, row) => {
    expect(similarity.like(text, 1)[0]!.row).toBe(row)
  })
  expect(similarity.like('😊', 5)).toEqual([])
})

test('texts about the same are nearer than texts that only share a word', () => {
  const texts = ['味噌の樽を磨く', '味噌の売り場を作る', '店先の棚を並べかえる']
  const shop = (text: string): About => new Map(/売り場|棚/.test(text) ? [['shop', 3]] : [])
  const [alone, about] = [createSimilarity(texts), createSimilarity(texts, shop)]
  const [before, after] = [alone, about].map(({ scores }) => scores('味噌の棚'))
  expect(after![1]! - after![0]!).toBeGreaterThan(before![1]! - before![0]!)
  expect(after![0]).toBeCloseTo(before![0]!, 5)
})
