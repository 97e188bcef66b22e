import { expect, test } from 'vitest'
import { PREFECTURES as REGIONS } from '../../lib/regions.ts'
import { PREFECTURES } from './prefectures.ts'

test('the map calls every prefecture by its official number', () => {
  expect(PREFECTURES.map(({ code, name }) => [Number(code), name])).toEqual(REGIONS.map(({ id, name }) => [id, name]))
})

test('no two prefectures stand on one tile', () => {
  expect(new Set(PREFECTURES.map(({ tile }) => tile.join())).size).toBe(47)
})
