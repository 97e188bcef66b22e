import { expect, test } from 'vitest'
import { forCompany, writeApplication } from '../fixtures/applications.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const WORRY = '若い衆が続かん、教え方が悪いんじゃろか。'

test('a worry survives a dead tab before there is any account, and goes on on another telephone', async () => {
  const phone = await stage.phone()
  await phone.open('/worries/new')
  await phone.fill('お困りのこと', WORRY)
  await phone.interrupt()
  expect(await phone.page.getByLabel('お困りのこと').inputValue()).toBe(WORRY)
  await phone.press('課題を整理する')
  await phone.press('紙と番号を出す')
  await phone.press('番号を作る')
  const code = /[2-9A-Z]{4}-?[2-9A-Z]{4}/.exec(await phone.words())![0]

  const other = await stage.phone()
  await other.open('/resume')
  await other.fill('番号', code.toLowerCase())
  await other.press('続きを開く')
  await other.sees('こう受けとめました', '若い衆が続かん')
})

test('a project survives a dead tab at every one of its questions', async () => {
  const phone = await stage.phone()
  await phone.become('nakamura')
  await phone.open('/worries/new')
  await phone.fill('お困りのこと', '提灯をひとつ作るのに、ほんとうはいくら掛かっているのか分からない。')
  await phone.press('課題を整理する')
  await phone.press('このまま案件を作る')
  const words = ['background', 'work', 'goal'] as const
  for (const name of words) {
    const box = phone.page.locator(`main textarea[name=${name}]`)
    const text = `${await box.inputValue()}\n付け足し${name}`
    await box.fill(text)
    await phone.interrupt()
    expect(await phone.page.locator(`main textarea[name=${name}]`).inputValue()).toBe(text)
    await phone.press('つぎへ')
  }
  for (const [name, label] of [
    ['hours', '月15時間'],
    ['fee', '月80,000円'],
    ['style', '来てもらう'],
    ['months', '6か月'],
    ['answerDays', '5日以内'],
  ] as const) {
    await phone.choose(label)
    await phone.interrupt()
    expect([name, await phone.page.getByLabel(label).first().isChecked()]).toEqual([name, true])
    await phone.press('つぎへ')
  }
})

test('what the other side writes appears while somebody writes, and costs no word', async () => {
  const id = await writeApplication(stage.house, 'shortlisted')
  const [owner, person] = [await stage.phone(), await stage.phone()]
  await owner.become('nakamura')
  await person.become('tanaka')
  await person.page.goto(`/me/applications/${id}/messages`)
  await person.fill('伝えたいこと', '書きかけの言葉')
  await owner.page.goto(`${forCompany(id)}/messages`)
  await owner.fill('伝えたいこと', '冬のあいだは来られますか。')
  await owner.press('メッセージを送る')
  await person.page.getByText('冬のあいだは来られますか。').waitFor()
  expect(await person.page.getByLabel('伝えたいこと').first().inputValue()).toBe('書きかけの言葉')
  expect(await person.page.locator('[data-thread-status]').textContent()).toBe('新しいメッセージが届きました')
  await person.press('メッセージを送る')
  await owner.page.getByText('相手が読みました').waitFor()
})

test('a session that ends while somebody writes costs no word', async () => {
  const phone = await stage.phone()
  await phone.become('nakamura')
  await phone.open('/worries/new')
  await phone.fill('お困りのこと', '提灯の値段を、勘で付けている。')
  await phone.press('課題を整理する')
  await phone.press('このまま案件を作る')
  await phone.page.context().clearCookies({ name: 'session' })
  const box = phone.page.locator('main textarea[name=background]')
  await box.fill('書いたばかりの言葉')
  await phone.press('つぎへ')
  expect(phone.path).toBe('/sign-in')
  await phone.signInByMail('nakamura@cast.example')
  expect(phone.path).toMatch(/\/draft\/background$/)
  expect(await box.inputValue()).toBe('書いたばかりの言葉')
  await phone.press('つぎへ')
  const left = await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft ')))
  expect(left).toEqual([])
})
