import { test } from 'vitest'
import { walkTheLoop } from './loop.ts'
import { openStage } from './stage.ts'

const stage = await openStage()

test('手作業の原価: from one sentence to a case', async () => {
  const people = { owner: await stage.phone(), talent: await stage.phone(), desk: await stage.phone() }
  await walkTheLoop(
    stage,
    {
      owner: 'nakamura',
      firm: 'craft',
      talent: 'tanaka',
      worry: '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん。',
      work: '手作業・工芸の原価管理',
      headline: '織物メーカーで経営管理と生産管理を三十五年',
    },
    people,
  )
})
