import { expect, test } from 'vitest'
import { accountId, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { PARTS } from '../../src/referrals/rules/handover.ts'
import { writeGoodYear } from '../fixtures/fiscal.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { SLIP } from '../fixtures/referrals.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const [town, bank] = [`/partners/${partnerId('town')}`, `/partners/${partnerId('bank')}`]
const craft = `/companies/${companyId('craft')}`

test('a bank refers a client that agrees on its own phone, and sees no more than how far it came', async () => {
  const abe = await stage.phone({ scripts: false })
  await abe.become('abe')
  await abe.open(bank)
  await abe.press('お取次ぎ')
  await abe.open(`${bank}/referrals/new`)
  await abe.fill('会社の名前', '見本もなか本舗')
  await abe.fill('担当の方の名前', '本間')
  await abe.fill('電話番号', '023-000-0909')
  await abe.press('同意書を作る')
  const [slip] = /\/slips\/[\w-]+/.exec((await abe.page.content()).replaceAll('<wbr>', ''))!

  const owner = await stage.phone()
  await owner.open(slip)
  await owner.sees(PARTNERS.bank.name, '同意しない')
  await owner.press('同意する')
  await owner.signInByMail('homma@monaka.example')
  await owner.page.getByLabel('都道府県').selectOption({ label: '山形県' })
  await owner.page.getByLabel('業種').selectOption({ index: 1 })
  await owner.press('同意する')

  const mori = await stage.phone({ scripts: false })
  await mori.become('mori')
  await mori.open('/desk/referrals')
  await mori.sees('見本もなか本舗')
  await mori.press('見本もなか本舗に電話しました')

  await abe.open(`${bank}/referrals`)
  await abe.sees('見本もなか本舗')
  await abe.open(bank)
  await abe.sees('見本もなか本舗', 'まだ案件はありません。')
  expect(await abe.words()).not.toContain('homma@')
})

test('a clerk types a worry and a draft for an owner who says six digits; the owner reads it from the sheet and confirms', async () => {
  const owner = await stage.phone()
  await owner.become('nakamura')
  await owner.open(`${craft}/assistance`)
  await owner.press('番号を出す')
  await owner.sees(`${PARTNERS.town.name}に伝える番号`)
  const digits = /\d{3} ?\d{3}/.exec(await owner.page.locator('.sheet-code').first().innerText())![0]

  const koga = await stage.phone({ scripts: false })
  await koga.become('koga')
  await koga.open(town)
  await koga.press('代わりに入力する')
  await koga.fill('番号（6けた）', digits)
  await koga.press('はじめる')
  await koga.sees('の代行入力をしています', 'あと30分')
  await koga.press('困りごとを書く')
  await koga.fill('お困りのこと', 'ひとつ作るのにいくら掛かるか分からん。値段は昔のままで、忙しいのにお金が残らん。')
  await koga.press('課題を整理する')
  await koga.sees('こう受けとめました', '手作業・工芸の原価管理')
  await koga.press('この内容で案件の下書きを作る')
  await koga.sees('の代行入力をしています')
  // What the owner did not give is not there.
  expect((await koga.page.request.get(`${craft}/members`)).status()).toBe(404)

  await koga.open(`${craft}/assistance`)
  await koga.press('入力した内容を読み上げる・印刷する')
  await koga.sees('ひとつ作るのにいくら掛かるか分からん')
  // What the QR code of the sheet leads to, on the owner's own telephone.
  await owner.open(koga.path)
  await owner.sees('困りごと「', '値段は昔のままで')
  await owner.press('このままでよい')
  await owner.sees('このままでよいと、確かめました')

  await owner.open(`${craft}/assistance`)
  await owner.sees('古賀さん', '困りごとを書きました')
  await owner.press('の代行入力を終わらせる')
  await koga.open('/projects')
  expect(await koga.words()).not.toContain('の代行入力をしています')
})

test('a town hall starts a programme from a template, and everybody reads it', async () => {
  const koga = await stage.phone({ scripts: false })
  await koga.become('koga')
  await koga.open(town)
  await koga.press('わたしたちの事業')
  await koga.press('このひな形で下書きを作る')
  await koga.press('保存する')
  await koga.press('公開する')
  const page = await koga.page.locator('main a[href^="/programmes/"]').first().getAttribute('href')
  const visitor = await stage.phone({ scripts: false })
  await visitor.open(page!)
  await visitor.sees(PARTNERS.town.name)
})

test('a clerk reads what came of a year in the region, what goes on without the subsidy, and takes it along for the council', async () => {
  await writeGoodYear(stage.house.db)
  const koga = await stage.desk({ scripts: false })
  await koga.become('koga')
  await koga.open(town)
  await koga.press('年度の報告書')
  await koga.sees('2026年度（令和8年度）の報告書')
  await koga.press('2025年度')
  await koga.sees('2025年度（令和7年度）の報告書', '封をした契約。封をした日の月で数えます。')
  const line = (name: string) => koga.page.getByRole('row', { name }).first().innerText()
  const [contracts, unaided] = [await line('結んだ契約'), await line('補助なしで続けた企業')]
  expect([contracts, unaided].map((words) => words.split('\t').slice(1, 3))).toEqual([
    ['12件', '10件'],
    ['6社', '—'],
  ])
  const columns = koga.page.locator('main rect.chart-bar')
  const tall = await columns.evaluateAll((all) => Math.max(0, ...all.map((one) => one.getBoundingClientRect().height)))
  expect(tall).toBeGreaterThan(40)
  const sheet = await koga.download(`${koga.path}?format=xlsx`)
  expect(sheet.subarray(0, 2).toString()).toBe('PK')
  const paper = await koga.download(`${koga.path}?format=pdf`)
  expect(paper.subarray(0, 5).toString()).toBe('%PDF-')
})

test('an owner finds a subsidy, applies before the contract and keeps the evidence; the office answers from its budget', async () => {
  const project = await publishedProjectOf(stage.house, 'craft', { startOn: '2027-01-05' })
  const owner = await stage.phone({ scripts: false })
  await owner.become('nakamura')
  await owner.open(`${craft}/projects/${project}`)
  await owner.press('使える補助を見る')
  await owner.sees('ほたる市 外の力活用補助', '使えそうです', '見込み 40,000円（報酬の分）', '1月4日まで')
  await owner.press('申し込む予定にする')
  await owner.sees('申し込む予定', '6つのうち、あと6つです')
  await owner.page.getByLabel('知らせる', { exact: false }).first().check()
  await owner.press('申し込みました')
  await owner.sees('窓口が決めると、メールでお知らせします')
  const pack = await owner.download(`${owner.path}/evidence.zip`)
  expect(pack.subarray(0, 2).toString()).toBe('PK')

  const koga = await stage.phone({ scripts: false })
  await koga.become('koga')
  await koga.open(town)
  await koga.press('補助')
  await koga.sees('返事を待つ申し込みが1件', '残り 3,000,000円')
  await koga.page.getByText('に返事をする').first().click()
  await koga.choose('交付する')
  await koga.press('この返事を送る')
  await koga.sees('残り 2,960,000円', '交付が決まりました')
})

test('who goes to another office leaves a pack, and the colleague takes it over part by part', async () => {
  const { house } = stage
  await asOwner(house.db, (tx) =>
    tx.insert(memberships).values(
      (['suzuki', 'ito'] as const).map((name) => ({
        ...{ id: house.deps.newId(), accountId: accountId(name), organisationId: partnerId('bank') },
        ...{ since: house.now(), role: 'member' as const },
      })),
    ),
  )
  await (await house.as('suzuki')).act(`${bank}/referrals`, SLIP)

  const suzuki = await stage.phone({ scripts: false })
  await suzuki.become('suzuki')
  await suzuki.open(bank)
  await suzuki.press('引継ぎ書')
  await suzuki.page.getByLabel('受け取る人').selectOption(accountId('ito'))
  await suzuki.fill('申し送り', '毎月十日に伺う約束です。')
  await suzuki.press('作って渡す')
  await suzuki.sees(`受け取りがまだの部分：${PARTS.length}つ`, `${SLIP.firm}のお取次ぎ`)

  const ito = await stage.phone({ scripts: false })
  await ito.become('ito')
  await ito.open(bank)
  await ito.sees('引継ぎ書が届いています')
  await ito.open(suzuki.path)
  await ito.sees('毎月十日に伺う約束です。', SLIP.phone)
  for (let left = PARTS.length; left > 0; left--) {
    await ito.sees(`受け取りがまだの部分：${left}つ`)
    await ito.press('を受け取りました')
  }
  await ito.sees('すべて受け取りました')
  await suzuki.page.reload()
  await suzuki.sees('すべて受け取りました')
})
