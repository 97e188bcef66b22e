import { expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { scouts } from '../../src/scouts/schema.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const WORDS = '手仕事の値段の付け方で困っています。長いご経験を、ぜひ貸してください。'

test('a company looks for people and asks two of them: one says no with one tap, the other yes after seeing what is shown', async () => {
  await publishedProjectOf(stage.house, 'craft', { codes: ['10043'] })
  const craft = `/companies/${companyId('craft')}`
  const owner = await stage.phone()
  await owner.become('nakamura')
  await owner.open(craft)
  await owner.press('案件に合う人をさがす')
  await owner.fill('仕事や土地の言葉', '原価')
  await owner.press('さがす')
  await owner.sees('案件に合う順に並べています。', 'お名前は出ません。')
  const ask = async (headline: string) => {
    await owner.open(`${craft}/talents`)
    await owner.press(headline)
    await owner.fill('この方への言葉', WORDS)
    const button = owner.page.locator('main form').getByRole('button', { name: 'この方に声をかける' })
    await Promise.all([owner.page.waitForEvent('load'), button.click()])
    await owner.look()
    await owner.sees('に声をかけました。返事を待っています。')
  }
  await ask('織物メーカーで経営管理と生産管理を三十五年')
  await ask('機械部品メーカーの原価計算担当')

  const asked = await asOwner(stage.house.db, (tx) => tx.select().from(scouts).orderBy(scouts.sentAt))
  expect(asked.map((scout) => scout.accountId)).toEqual([accountId('tanaka'), accountId('ito')])
  const first = await stage.phone()
  await first.become('tanaka')
  await first.open('/me')
  await first.press('開いて進める')
  await first.sees(WORDS, 'まだ、名前も勤め先も伝わっていません。')
  await first.press('断る（会社にていねいに伝えます）')
  await first.sees('お断りしました', '今回は見送り')

  const second = await stage.phone({ scripts: false })
  await second.become('ito')
  await second.open(`/me/scouts/${asked[1]!.id}`)
  await second.press('見えるものを確かめて、応じる')
  await second.sees('有限会社なかむら提灯工房の方が、下の内容を見られるようになります。', '見えないもの', '勤務先')
  await second.press('この内容を見せて、応じる')
  await second.sees('会社から声がかかって始まった応募です')

  await owner.open(`${craft}/scouts`)
  await owner.sees('応じてもらえました。', '返事を待っています')
  expect(await owner.words()).not.toMatch(/見送る/)
})
