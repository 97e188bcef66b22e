import { expect, test } from 'vitest'
import { copiedIn } from './copied.ts'

const POSTED = [
  '提灯ごとの原価を、手の時間から出したい',
  '一つ作るのにいくらかかっているのか、誰も言えません。職人が減っています。',
]

test('finds sentences that stand in the posting, whole or in part, whatever marks were changed', () => {
  const text =
    '一つ作るのに　いくらかかっているのか誰も言えません！\n目標：提灯ごとの原価を手の時間から出したい、ということでした。\n職人が減っています。'
  expect(copiedIn(text, POSTED)).toEqual([
    '一つ作るのに　いくらかかっているのか誰も言えません！',
    '目標：提灯ごとの原価を手の時間から出したい、ということでした。',
  ])
  expect(copiedIn('提灯ごとの原価を手の時間から出したい', POSTED)).toHaveLength(1)
})

test('leaves alone what is said in other words, and what is too short to lead anywhere', () => {
  expect(copiedIn('手仕事の品の原価が、分からないままでした。職人が減っています。', POSTED)).toEqual([])
  expect(copiedIn('', POSTED)).toEqual([])
  expect(copiedIn('一つ作るのにいくらかかっているのか', [])).toEqual([])
})
