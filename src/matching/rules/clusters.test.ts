import { expect, test } from 'vitest'
import { neighboursOf, PREFECTURES } from '../../lib/regions.ts'
import { CLUSTERS, clusterOf, prefecturesInWords } from './clusters.ts'

/** The sea lies between them and every other prefecture. */
const ISLANDS = [47]

test('every prefecture is in one cluster, and there is an even number of them', () => {
  const all = CLUSTERS.flatMap(({ prefectures }) => prefectures).toSorted((a, b) => a - b)
  expect(all).toEqual(PREFECTURES.map(({ id }) => id))
  expect(CLUSTERS.length % 2).toBe(0)
  expect(new Set(CLUSTERS.map(({ name }) => name)).size).toBe(CLUSTERS.length)
})

test('within a cluster one comes from each prefecture to each other without leaving it', () => {
  for (const { name, prefectures } of CLUSTERS) {
    const reached = new Set(prefectures.slice(0, 1))
    for (const one of reached) for (const next of neighboursOf(one)) if (prefectures.includes(next)) reached.add(next)
    const apart = prefectures.filter((one) => !reached.has(one) && !ISLANDS.includes(one))
    expect([name, apart]).toEqual([name, []])
  }
})

test('a prefecture tells its cluster, and a cluster its prefectures', () => {
  expect(CLUSTERS[clusterOf(CLUSTERS, 6)]?.name).toBe('南東北')
  expect(prefecturesInWords(CLUSTERS[clusterOf(CLUSTERS, 40)]!)).toBe('福岡県・佐賀県・長崎県・大分県')
  expect([clusterOf(CLUSTERS, null), clusterOf(CLUSTERS, 48)]).toEqual([-1, -1])
})
