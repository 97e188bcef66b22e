import { test } from 'vitest'
import { walkTheLoop } from './loop.ts'
import { openStage } from './stage.ts'

const stage = await openStage()

test('the whole loop with JavaScript switched off', async () => {
  const [owner, talent, desk] = [
    await stage.phone({ scripts: false }),
    await stage.phone({ scripts: false }),
    await stage.phone({ scripts: false }),
  ]
  await walkTheLoop(
    stage,
    {
      owner: 'nakamura',
      firm: 'craft',
      talent: 'tanaka',
      worry: '提灯をひとつこしらえるのに、手間賃まで入れたらなんぼになるか、勘でしか値段を付けとらん。',
      work: '手作業・工芸の原価管理',
      headline: '織物メーカーで経営管理と生産管理を三十五年',
    },
    { owner, talent, desk },
  )
})
