import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { openStage, type Walker } from './stage.ts'

const stage = await openStage()

test('somebody makes a profile, and the own employer never finds it', async () => {
  const person = await stage.phone()
  await person.open('/sign-in?next=%2Fme%2Fprofile')
  await person.signInByMail('shinjin@mail.example')
  await makeProfile(person)
  const id = await newestProfile()

  const elsewhere = await stage.phone()
  await elsewhere.become('sato')
  await elsewhere.open(`/companies/${companyId('fertiliser')}/talents/${id}`)
  await elsewhere.sees('工場の省エネ')

  const employer = await stage.phone()
  await employer.become('kuroda')
  const answer = await employer.page.goto(`/companies/${companyId('employer')}/talents/${id}`)
  expect(answer?.status()).toBe(404)
})

async function makeProfile(person: Walker): Promise<void> {
  await person.press('はじめる')
  await person.fill(
    '何をしてきましたか',
    '工場の省エネを進めてきました。電気とガスの使い方を測り、ボイラーと照明を直して費用を下げました。',
  )
  await person.fill('ひとことで言うと', '工場の省エネを十年')
  await person.press('次へ')
  await person.page.locator('main input[name^=code-]').first().check()
  await person.press('次へ')
  await person.page.locator('main input[name=hours]').nth(1).check()
  await person.page.locator('main input[name=fee]').nth(1).check()
  await person.page.locator('main input[name=style]').first().check()
  await person.page.locator('main input[name=availability]').first().check()
  await person.press('次へ')
  await person.page.getByLabel('住んでいる都道府県').selectOption({ label: '東京都' })
  await person.press('次へ')
  await person.sees('勤め先を教えてください')
  await person.page.locator('main input[name=kind]').first().check()
  await person.fill('勤め先の名前', '大東ケミカル（株）')
  await person.press('これで決める')
  await person.sees('もう案件が見られます')
  await person.press('どのくらいできるかを答える')
  await person.choose('慣れている')
  await person.page.locator('main input[name^=years-]').nth(2).check()
  await person.press('保存する')
  await person.press('会社からの見え方を見る')
  await person.press('会社から見えるようにする')
}

/** The newest profile in the database: the person's own pages do not show its number. */
async function newestProfile(): Promise<string> {
  const { rows } = await stage.house.db.pool.query<{ id: string }>(
    'select id from talents order by created_at desc limit 1',
  )
  return rows[0]!.id
}
