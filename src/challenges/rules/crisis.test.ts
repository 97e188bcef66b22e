import { expect, test } from 'vitest'
import { crisisLines, isCryForHelp } from './crisis.ts'

test.each([
  ['死にたい', true],
  ['もう限界です。消えたい', true],
  ['借金が返せん。保険金で払うしかなか', true],
  ['ｼﾆﾀｲ', true],
  ['養殖の魚が死にはじめた', false],
  ['パソコンのデータが消えた', false],
  ['若い衆が続かん、教え方が悪いんじゃろか', false],
])('%s', (text, cry) => expect(isCryForHelp(text)).toBe(cry))

test('there is somebody to ring at any hour', () => {
  expect(crisisLines()[0]).toMatchObject({ phone: '0120-279-338', hours: '24時間、無料' })
})
