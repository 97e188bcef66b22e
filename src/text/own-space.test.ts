import { expect, test } from 'vitest'
import { readSpace, spaceBytes } from './own-space/bytes.ts'
import { LEAST_OWNERS, learnOwnSpace, type Owned } from './own-space/learning.ts'
import { packed, strongest } from './own-space/strongest.ts'
import { bucketOf, placeIn, type Said } from './own-space.ts'
import { cosine } from './vector.ts'

const said = (terms: string, about = ''): Said => ({
  terms: new Map(terms.split(' ').flatMap((term) => (term ? [[term, 1] as const] : []))),
  about: new Map(about ? [[about, 1]] : []),
})

/** Two works, each with a hundred words of its own, six of them to a text, and one word that stands in all. */
let state = 1
const word = (work: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return `${'原採'[work]}${(state >>> 16) % 100}`
}
const texts: Owned[] = Array.from({ length: 400 }, (_, at) => {
  const words = Array.from({ length: 6 }, () => word(at % 2))
  const few = at < 8 ? [`秘密${at % 2}`] : []
  return { owner: `p${at}`, said: said([...words, '会社', ...few].join(' '), String(at % 2)) }
})
const space = learnOwnSpace(texts)

test('other words of the same work are near, and what all have in common tells nothing apart', () => {
  const near = (one: Said, other: Said) => cosine(placeIn(space, one), placeIn(space, other))
  const words = (work: number, from: number) =>
    said([...Array.from({ length: 30 }, (_, at) => `${'原採'[work]}${from + at}`), '会社'].join(' '))
  for (const work of [0, 1]) {
    const own = words(work, 0)
    expect(near(own, words(1 - work, 40))).toBeLessThan(0)
    expect(near(own, words(work, 40))).toBeGreaterThan(0.1)
    expect(near(own, said('', String(work)))).toBeGreaterThan(near(own, said('', String(1 - work))) + 0.2)
  }
  for (const nothing of [said(''), said('知らない'), said('', '9')])
    expect(placeIn(space, nothing).every((value) => value === 0)).toBe(true)
})

test('the same texts give the same bytes in any order of their owners, and the bytes the same space', () => {
  const bytes = spaceBytes(space)
  expect(spaceBytes(learnOwnSpace([...texts].reverse()))).toEqual(bytes)
  expect(readSpace(bytes)).toEqual(space)
  expect(readSpace(bytes.subarray(0, bytes.length - 1))).toBeNull()
  expect(readSpace(bytes.subarray(0, 3))).toBeNull()
  const other = bytes.slice()
  other[5] = 0
  expect(readSpace(other)).toBeNull()
})

test('nothing stands in it that fewer than five people used: no term, and no bucket', () => {
  const with_ = (owners: readonly string[]) =>
    learnOwnSpace([...texts, ...owners.map((owner) => ({ owner, said: said('田中製作所 原1') }))]).rows
  const four = ['a', 'b', 'c', 'd']
  expect([...space.rows.keys()].filter((name) => name.includes('秘密'))).toEqual([])
  expect(with_([...four, 'e']).has('田中製作所')).toBe(true)
  // One company that says it often is one.
  for (const few of [four, [...four, 'd', 'd', 'd']]) {
    expect(with_(few).has('田中製作所')).toBe(false)
    expect(with_(few).has(bucketOf('田中製作所'))).toBe(false)
  }
  expect(LEAST_OWNERS).toBe(5)
  expect(Buffer.from(spaceBytes(space)).toString('utf8')).not.toContain('秘密')
})

test('terms that few used share a bucket with those of others, and count for little apart', () => {
  const rare = Array.from({ length: 400 }, (_, at) => `珍${at}`)
  const twin = rare.flatMap((one, at) => rare.slice(at + 1).map((other) => [one, other] as const))
  const [a, b] = twin.find(([one, other]) => bucketOf(one) === bucketOf(other))!
  const more = [a, a, a, b, b].map((term, at) => ({ owner: `z${at}`, said: said(`${term} 原1`) }))
  const { rows } = learnOwnSpace([...texts, ...more])
  expect([rows.has(a), rows.has(b), rows.has(bucketOf(a))]).toEqual([false, false, true])
})

test('a market of nobody, and of one, has a space in which nothing is said', () => {
  for (const few of [[], texts.slice(0, 1)]) {
    const { rows } = learnOwnSpace(few)
    expect([...rows.keys()].filter((name) => !name.startsWith('@@'))).toEqual([])
  }
})

test('the strongest directions are upright, of length 1 and in order', () => {
  const rows = Array.from({ length: 30 }, (_, at) => [
    [at % 3, 3 - (at % 3)] as const,
    [3 + (at % 2), 0.1 * (at % 7)] as const,
  ])
  const { directions, strengths } = strongest(
    packed(30, (at) => rows[at]!),
    5,
    3,
  )
  for (let one = 0; one < 3; one++)
    for (let other = 0; other < 3; other++) {
      const dot = Array.from(
        { length: 5 },
        (_, column) => directions[column * 3 + one]! * directions[column * 3 + other]!,
      )
      expect(dot.reduce((a, b) => a + b)).toBeCloseTo(one === other ? 1 : 0, 8)
    }
  expect([...strengths]).toEqual([...strengths].sort((a, b) => b - a))
  // Three of every ten rows have 3 along the first column, and next to nothing else.
  expect(Math.abs(directions[0]!)).toBeGreaterThan(0.98)
  expect(strengths[0]).toBeCloseTo(Math.sqrt(90), 0)
})
