import { expect, test } from 'vitest'
import { addDays, today } from '../../src/lib/time.ts'
import { publishedEvent, someone, TOWN } from '../fixtures/events.ts'
import { openStage, type Walker } from './stage.ts'

const stage = await openStage()

/** The link that the newest letter to an address leads to. */
async function linkFor(email: string, walker: Walker, subject: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = stage.house.mails.findLast((one) => one.to === email && one.subject.includes(subject))
    const [path] = /\/registrations\/[\w./-]+/.exec(mail?.text ?? '') ?? []
    if (path) return path
    await walker.page.waitForTimeout(100)
  }
  throw new Error(`No letter 「${subject}」 came to ${email}`)
}

test('a visitor follows a region to an event and registers by mail, waits for a seat, gets it, and is let in at the door', async () => {
  const { house } = stage
  const beginsOn = addDays(today(house.now()), 1)
  const event = await publishedEvent(await house.as('koga'), TOWN, { beginsOn, registerOn: '', capacity: '1' })
  const first = await (await house.as('tanaka')).act(`${event.page}/registrations`, someone('田中 誠'))

  const phone = await stage.phone()
  await phone.open('/regions/40')
  await phone.press('副業の人と会う午後')
  await phone.sees('満席', 'ほたる会館', '無料')
  await phone.fill('お名前', '江口 進')
  await phone.fill('ふりがな', 'えぐち すすむ')
  await phone.fill('メールアドレス', 'eguchi@mail.example')
  await phone.press('キャンセル待ちを申し込む')
  await phone.sees('メールを確かめてください')
  await phone.open(await linkFor('eguchi@mail.example', phone, '申し込みの確認'))
  await phone.press('申し込みをすませる')
  await phone.sees('キャンセル待ちをしています', '前に0人がお待ちです')

  const other = await stage.phone({ scripts: false })
  await other.open(first.location)
  await other.press('申し込みを取り消す')
  await other.sees('取り消しました')
  await phone.open(await linkFor('eguchi@mail.example', phone, '席が空きました'))
  await phone.press('参加する')
  await phone.sees('参加できます', '受付の番号 2')
  expect((await phone.download(`${event.page}/calendar.ics`)).toString()).toContain('BEGIN:VEVENT')

  const clerk = await stage.phone({ scripts: false })
  await clerk.become('koga')
  await clerk.open(`${event.host}/door?number=2`)
  await clerk.press('来た：江口 進さん')
  await clerk.sees('2番 江口 進さんを受け付けました', '1人が来ました')
  await phone.page.reload()
  await phone.sees('ご参加ありがとうございました')
})
