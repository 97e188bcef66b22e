import { describe, test } from 'vitest'
import { walkTheLoop } from './loop.ts'
import { openStage } from './stage.ts'

/** Each waits for those beside it. */
const timeout = 400_000
/** A house to each: what one desk works through must not be the other's. */
const [fertiliser, craft, bare] = [await openStage(), await openStage(), await openStage()]

describe.concurrent('from one sentence to a case', () => {
  test('GXの証書', { timeout }, async () => {
    const stage = fertiliser
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

  test('手作業の原価', { timeout }, async () => {
    const stage = craft
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

  test('the whole loop with JavaScript switched off', { timeout }, async () => {
    const phone = () => bare.phone({ scripts: false })
    await walkTheLoop(
      bare,
      {
        owner: 'nakamura',
        firm: 'craft',
        talent: 'tanaka',
        worry: '提灯をひとつこしらえるのに、手間賃まで入れたらなんぼになるか、勘でしか値段を付けとらん。',
        work: '手作業・工芸の原価管理',
        headline: '織物メーカーで経営管理と生産管理を三十五年',
      },
      { owner: await phone(), talent: await phone(), desk: await phone() },
    )
  })
})
