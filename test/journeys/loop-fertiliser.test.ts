import { test } from 'vitest'
import { walkTheLoop } from './loop.ts'
import { openStage } from './stage.ts'

const stage = await openStage()

test('GXの証書: from one sentence to a case', async () => {
  const people = { owner: await stage.phone(), talent: await stage.phone(), desk: await stage.phone() }
  await walkTheLoop(
    stage,
    {
      owner: 'sato',
      firm: 'fertiliser',
      talent: 'kobayashi',
      worry: '取引先から、肥料の環境の証明書を出せと言われたが、何をしたらいいか分からん。',
      work: '環境認証・GX認証の取得支援',
      headline: '化学メーカーで環境・GXの証書を取る仕事を十二年',
      passkey: true,
    },
    people,
  )
})
