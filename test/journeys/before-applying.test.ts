import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { ANSWERS } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openStage } from './stage.ts'

const stage = await openStage()
const QUESTION = '工房には、何人の職人さんがいますか。'
const ANSWER = '四人です。いちばん若い者で、五十二になります。'

test('somebody marks a project, asks, reads the answer, and applies on another telephone with what was written on the first', async () => {
  const project = await publishedProjectOf(stage.house, 'craft')
  const person = await stage.phone()
  await person.become('tanaka')
  await person.open(`/projects/${project}`)
  await person.press('気になる')
  await person.page.getByText('この案件について質問する').click()
  await person.fill('聞きたいこと', QUESTION)
  await person.press('質問する')
  await person.sees('あなたの質問', '会社が答える約束です')

  const owner = await stage.phone()
  await owner.become('nakamura')
  await owner.open(`/companies/${companyId('craft')}`)
  await owner.press('質問に答える')
  await owner.sees(QUESTION)
  await owner.fill('答え', ANSWER)
  await owner.press('答えを出す')
  await owner.sees('伝えました')

  const visitor = await stage.phone({ scripts: false })
  await visitor.open(`/projects/${project}`)
  await visitor.sees(QUESTION, ANSWER)

  await person.open('/me')
  await person.sees('気になる案件', '会社が答えました')
  await person.open(`/projects/${project}`)
  await person.press('応募する')
  const [first, second] = [person.page.locator('textarea').nth(0), person.page.locator('textarea').nth(1)]
  await first.fill(ANSWERS.answer1)
  await second.fill('まず工房に一日')
  await person.interrupt()
  expect(await person.page.locator('textarea').nth(1).inputValue()).toBe('まず工房に一日')

  const other = await stage.phone()
  await other.become('tanaka')
  await other.open('/me')
  await other.sees('応募が書きかけです。')
  await other.press('開いて進める')
  expect(await other.page.locator('textarea').nth(0).inputValue()).toBe(ANSWERS.answer1)
  await other.page.locator('textarea').nth(1).fill(ANSWERS.answer2)
  await other.press('送る前に確かめる')
  await other.sees('見えるようになるもの', ANSWERS.answer2)
  await other.press('この内容で応募する')
  await other.sees('送りました', '答えを直す')
})
