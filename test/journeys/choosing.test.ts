import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { apply, writeApplication } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openStage, type Walker } from './stage.ts'

const OTHERS = ['suzuki', 'ito', 'takahashi', 'watanabe'] as const
let project = ''
let his = ''
const stage = await openStage({
  before: async (house) => {
    project = await publishedProjectOf(house, 'craft')
    await publishedProjectOf(house, 'fertiliser', { title: '肥料の袋ごとの原価を見てほしい' })
    his = await apply(await house.as('tanaka'), project)
    for (const name of OTHERS) await writeApplication(house, 'sent', { name, project })
  },
})

test('an owner reads five applicants, answers those who are not chosen, and talks with the right one', async () => {
  const list = `/companies/${companyId('craft')}/projects/${project}/applications`
  // On a phone without JavaScript: every step is a plain form.
  const owner = await stage.phone({ scripts: false })
  await owner.become('nakamura')
  await readThreeAtATime(owner, list)
  await declineTogether(owner, list)
  await giveAndCompare(owner, list)
  await owner.open(`/companies/${companyId('craft')}/applications/${his}`)
  await owner.press('名前を見る')
  await owner.sees('田中 正雄さん')
  await propose(owner)

  const person = await stage.phone()
  await person.become('tanaka')
  await person.open(`/me/applications/${his}`)
  await person.page.locator('main input[name=chosen]').first().check()
  await person.press('この日時にする')
  await person.press('話すことの紙')
  await person.sees('だれが決めるか', '頼まないこと')
  await owner.open(`/companies/${companyId('craft')}/applications/${his}/agenda`)
  await owner.sees('だれが決めるか', '聞かないこと')
  await owner.press('応募にもどる')
  await owner.press('お願いする')
  await owner.press('お願いする')
  await owner.sees('お願いしたいと伝えました')
  await refused()
})

/** Task 7: best first, names covered, three at a time, one tap each that can be taken back. */
async function readThreeAtATime(owner: Walker, list: string): Promise<void> {
  await owner.open(list)
  await owner.sees('合う順', 'お待ちです', '今日届きました')
  const first = await owner.page.locator('main article a').first().getAttribute('href')
  expect(first).toContain(his)
  await owner.press('3人ずつ読んで選ぶ')
  await owner.sees('まだ決めていない方が5人')
  await owner.press('話してみたい')
  await owner.sees('「話してみたい」にしました')
  for (let left = 4; left > 1; left--) {
    await owner.press('今回は見送る')
    await owner.sees(`まだ決めていない方が${left - 1}人`)
  }
  await owner.press('取り消す')
  await owner.sees('まだ決めていない方が2人')
  await owner.press('今回は見送る')
  await owner.press('あとで考える')
  await owner.sees('ひととおり読み終わりました', 'あとで考える方1人', '見送る方3人')
}

/** Task 8: one answer to three, with a reason, seen as it will be read. */
async function declineTogether(owner: Walker, list: string): Promise<void> {
  await owner.press('見送る方に返事をする')
  await owner.choose('「手作業・工芸の原価管理」の経験')
  await owner.press('手紙を見る')
  await owner.sees('3人への手紙', 'ご本人が読む手紙', '案件を3つまで添えます')
  await owner.press('返事をする')
  await owner.sees('3人への返事をうけたまわりました', 'まとめて取り消す')
  await owner.open(list)
  await owner.sees('終わり')
}

/** Task 9: what is looked at, points, and two beside each other. */
async function giveAndCompare(owner: Walker, list: string): Promise<void> {
  await owner.press('点をつける・2人をくらべる')
  await owner.press('これに決める')
  await owner.sees('みんなの点', 'とても大事')
  await owner.open(`/companies/${companyId('craft')}/applications/${his}`)
  await owner.page.locator('summary', { hasText: 'わたしの点をつける' }).click()
  const points = owner.page.locator('#points select')
  for (let at = 0; at < (await points.count()); at++) await points.nth(at).selectOption('4')
  await owner.press('この点にする')
  await owner.sees('わたし：4.0')
  await owner.open(list.replace('applications', 'scores'))
  await owner.press('くらべる')
  await owner.sees('くらべる方を選んでください')
  await owner.press('くらべる')
  await owner.sees('2人をくらべる', '合わせた点', '4.0')
}

async function propose(owner: Walker): Promise<void> {
  await owner.press('面談する')
  await owner.page.locator('select[name=time1]').selectOption({ index: 1 })
  await owner.page.locator('select[name=time2]').selectOption({ index: 2 })
  await owner.fill('画面で話すときのリンク', 'https://meet.example.jp/tyochin')
  await owner.press('この2つを伝える')
  await owner.sees('面談の日時を伝えました')
}

/** Half an hour later: the reason, what it was about, and where to go on. */
async function refused(): Promise<void> {
  stage.house.setTime(new Date(stage.house.now().getTime() + 31 * 60_000))
  const person = await stage.phone()
  await person.become('ito')
  await person.open('/me/applications')
  await person.page.locator('main article a').first().click()
  await person.sees('「手作業・工芸の原価管理」の経験', '肥料の袋ごとの原価を見てほしい')
}
