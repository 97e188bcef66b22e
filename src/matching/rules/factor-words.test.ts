import { expect, test } from 'vitest'
import { FACTORS } from '../../engine/engine.ts'
import { toldFactors, untoldFactors } from './factor-words.ts'

test('every factor is told once, with words of its own', () => {
  const { heavy, middle, light } = toldFactors()
  const all = [...heavy, ...middle, ...light, ...untoldFactors()]
  expect(all.map(({ key }) => key).toSorted()).toEqual(FACTORS.map(({ key }) => key).toSorted())
  for (const told of ['name', 'words'] as const) {
    expect(new Set(all.map((one) => one[told])).size).toBe(FACTORS.length)
  }
})

test('what counts most comes first, and crowding is told apart', () => {
  const { heavy, light } = toldFactors()
  expect(heavy[0]?.key).toBe('code')
  expect(light.map(({ key }) => key)).toContain('text')
  expect(untoldFactors().map(({ key }) => key)).toEqual(['crowding'])
})
