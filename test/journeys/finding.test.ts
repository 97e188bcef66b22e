import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { classifier } from '../../src/jobcodes/rules/standard.ts'
import { ANSWERS } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const TITLE = '手作業の原価が分かる表を一緒に作ってほしい'
const EMAIL = 'dare@mail.example'

test('a visitor finds a project by daily words, judges it by what stands on top, and is told by mail where there is none', async () => {
  // A server makes it ready at its start.
  classifier.now()
  await publishedProjectOf(stage.house, 'craft')
  const visitor = await stage.phone()
  await visitor.open('/')
  await visitor.press('案件をさがす')
  await visitor.fill('言葉でさがす', 'どんぶり勘定')
  await visitor.press('さがす')
  await visitor.sees(TITLE, '原価')
  await visitor.press(TITLE)
  await visitor.sees(
    '月40,000円',
    '月12時間',
    '1時間あたり3,333円',
    '業務委託（会社と直接）',
    '返事の約束',
    '有限会社なかむら提灯工房',
  )

  await visitor.open('/projects?words=どんぶり勘定&prefecture=47')
  await visitor.sees('沖縄県')
  await visitor.page.locator('summary', { hasText: '新しい案件を知らせてもらう' }).click()
  await visitor.fill('メールアドレス', EMAIL)
  const before = stage.house.mails.length
  await visitor.press('確認のメールを受け取る')
  await visitor.sees('メールを確かめてください')
  await expect.poll(() => stage.house.mails.slice(before).find(({ to }) => to === EMAIL)).toBeTruthy()
  const letter = stage.house.mails.slice(before).find(({ to }) => to === EMAIL)!
  await visitor.open(/\/watches\/\S+/.exec(letter.text)![0])
  await visitor.press('始める')
  await visitor.sees('お知らせ')
})

test('somebody checks the rules of the main job alone, and sees by when an answer was promised', async () => {
  const project = await publishedProjectOf(stage.house, 'craft')
  const person = await stage.phone()
  await person.become('tanaka')
  await person.open('/me/main-job')
  await person.page.locator('main input[type=radio]').first().check()
  await person.press('結果を見る')
  await person.sees('本業の決まり：確かめた結果')
  await person.open(`/projects/${project}`)
  await person.press('応募する')
  for (const [at, words] of [ANSWERS.answer1, ANSWERS.answer2].entries())
    await person.page.locator('main textarea').nth(at).fill(words)
  await person.press('送る前に確かめる')
  await person.press('この内容で応募する')
  await person.sees('次は企業の番です', '返事が来る約束です')
  // Neither the desk nor a company sees the check.
  for (const [name, path] of [
    ['mori', '/desk'],
    ['nakamura', `/companies/${companyId('craft')}/projects/${project}/applications`],
  ] as const) {
    const other = await stage.phone()
    await other.become(name)
    await other.open(path)
    expect(await other.words()).not.toContain('本業の決まり')
  }
})
