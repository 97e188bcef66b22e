import { beforeAll, expect, test } from 'vitest'
import { cosine } from '../../text/vector.ts'
import { vectorOf } from './space.ts'

// Reading the codes and learning the space may take longer than a single test may.
beforeAll(() => void vectorOf('読み込み'), 60_000)

test('a worry is nearer to the person who did such work than to others', () => {
  const worry = vectorOf('職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん')
  const maker = vectorOf('織物工場で工程ごとの作業時間を測り、標準原価と生産管理の仕組みを作った')
  const shop = vectorOf('ネットショップの売上を広告とSNSで三倍にした')
  expect(cosine(worry, maker)).toBeGreaterThan(cosine(worry, shop))
})

test('the same text has the same bytes', () => {
  expect([...vectorOf('原価管理')]).toEqual([...vectorOf('原価管理')])
})
