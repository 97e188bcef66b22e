import { expect, test } from 'vitest'
import { randomFrom } from '../../seed/random.ts'
import { vectorOf } from '../../src/text/linear.ts'
import { networkBytes, networkScores, readNetwork } from '../../src/text/network.ts'
import { type Lesson, learnNetwork } from './network.ts'
import { packedNetwork } from './packed.ts'

const TOPICS = [
  ['赤字', '借金', '値段'],
  ['採用', '退職', '教育'],
  ['機械', '故障', '部品'],
]
const vocabulary = new Map([...TOPICS.flat(), '会社', '社長'].map((term, row) => [term, row]))
const rarity = new Float32Array(vocabulary.size).fill(1)

/** Texts of two terms of one topic and one that stands in all. */
function lessons(count: number): Lesson[] {
  const random = randomFrom('lessons')
  return Array.from({ length: count }, (_, n) => {
    const topic = n % TOPICS.length
    const terms = [...random.several(TOPICS[topic]!, 2), random.pick(['会社', '社長'])]
    const text = vectorOf(new Map(terms.map((term) => [term, 1])), vocabulary, rarity)
    return { text, goals: [[topic, 1]], often: 1 }
  })
}

function learned(seed: string) {
  const shape = { terms: vocabulary.size, classes: TOPICS.length, width: 16 }
  return learnNetwork(lessons(20_000), shape, randomFrom(seed), () => {})
}

test('a network learns which terms belong together, packed into bytes too', () => {
  const network = packedNetwork(['money', 'people', 'machines'], vocabulary, rarity, learned('one'))
  for (const [topic, terms] of TOPICS.entries()) {
    const scores = networkScores(readNetwork(networkBytes(network)), new Map(terms.map((term) => [term, 1])))
    expect(scores.indexOf(Math.max(...scores))).toBe(topic)
    expect(Math.exp(scores[topic]!)).toBeGreaterThan(0.8)
  }
})

test('the same lessons and chance give the same numbers', () => {
  expect(learned('one')).toEqual(learned('one'))
  expect(learned('one').bias).not.toEqual(learned('two').bias)
})
