import { expect, test } from 'vitest'
import { partnerId } from '../../seed/cast.ts'
import { verifySeal } from '../../src/lib/pdf/verify.ts'
import { addDays, startOfDay, today } from '../../src/lib/time.ts'
import { writeCrowd } from '../fixtures/crowd.ts'
import { letPass, publishedEvent, someone, TOWN, WHY } from '../fixtures/events.ts'
import { cameTo, letCount } from '../fixtures/ladder.ts'
import { writeCase } from '../fixtures/stories.ts'
import { openStage, type Walker } from './stage.ts'

const stage = await openStage()

/** The newest letter of a subject to an address. */
async function letterTo(email: string, walker: Walker, subject: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const mail = stage.house.mails.findLast((one) => one.to === email && one.subject.includes(subject))
    if (mail) return mail.text
    await walker.page.waitForTimeout(100)
  }
  throw new Error(`No letter 「${subject}」 came to ${email}`)
}

/** The link of it to the registration. */
async function linkFor(email: string, walker: Walker, subject: string): Promise<string> {
  return /\/registrations\/[\w./-]+/.exec(await letterTo(email, walker, subject))![0]
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
  await phone.sees('キャンセル待ちをしています', '次に席が空いたら、あなたの番です')

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

test('a visitor reads a case, follows its region by mail, registers for its event, and from there as somebody who helps', async () => {
  const { house } = stage
  const title = '手仕事の値段を決めなおした'
  await writeCase(house, title)
  const beginsOn = addDays(today(house.now()), 1)
  await publishedEvent(await house.as('koga'), TOWN, { beginsOn, registerOn: '', title: 'はじめての説明会' })
  const email = 'hajimete@mail.example'
  const visitor = await stage.phone()
  await visitor.open('/')
  await visitor.sees(
    'その困りごと、詳しい人がいます',
    'いくらくらいかかりますか',
    'お金はどう動きますか',
    '0120-000-000',
  )
  await visitor.press('工芸・木・布（1件）')
  await visitor.press(title)
  await visitor.sees(
    '品ごとの費用が見えないままでした。',
    '福岡県',
    '月40,000円',
    '月12時間',
    '有限会社なかむら提灯工房',
  )
  await visitor.press('福岡県の案件と催しを見る')
  await visitor.sees(title, 'はじめての説明会')
  await open(visitor, '新しい案件を知らせてもらう')
  await visitor.fill('メールアドレス', email)
  await visitor.press('確認のメールを受け取る')
  await visitor.open(/\/watches\/\S+/.exec(await letterTo(email, visitor, '確認のお願い'))![0])
  await visitor.press('始める')
  await visitor.open('/regions/40')
  await visitor.press('はじめての説明会')
  await visitor.fill('お名前', '初音 学')
  await visitor.fill('ふりがな', 'はつね まなぶ')
  await visitor.fill('メールアドレス', email)
  await visitor.page.locator('#form').getByRole('button', { name: '申し込む', exact: true }).click()
  await visitor.page.getByRole('heading', { name: 'メールを確かめてください' }).waitFor()
  await visitor.open(await linkFor(email, visitor, '申し込みの確認'))
  await visitor.press('申し込みをすませる')
  await visitor.sees('参加できます')
  await visitor.open('/me')
  await visitor.signInByMail(email)
  await visitor.sees('プロフィールを作る', 'まだ、どの会社にも見えません')
  await visitor.open('/events')
  await visitor.sees('申し込んだ催し', 'はじめての説明会')
})

const STAY = {
  kind: 'stay',
  title: '蔵の三日間',
  choosing: 'selection',
  capacity: '1',
  travelCeiling: '10000',
} as const
/** What the first of the two that follow left behind. */
const stay = { id: '' }
const open = (walker: Walker, words: string) => walker.page.locator('summary', { hasText: words }).first().click()

test('three apply for one place of a work-stay: one is chosen and comes, two hear kindly why not; the way is paid, three questions asked', async () => {
  const { house } = stage
  const beginsOn = addDays(today(house.now()), 1)
  const event = await publishedEvent(await house.as('koga'), TOWN, { ...STAY, beginsOn, registerOn: '' })
  stay.id = event.id
  const tanaka = await stage.phone()
  for (const [name, email] of Object.entries({ '上田 文': 'ueda@mail.example', '大野 進': 'ohno@mail.example' })) {
    const one = house.visitor()
    await one.act(`${event.page}/registrations`, { ...someone(name, email), ...WHY })
    await one.act(await linkFor(email, tanaka, '申し込みの確認'))
  }
  await tanaka.become('tanaka')
  await tanaka.open(event.page)
  await tanaka.sees('申し込みの中から選びます', 'ひとり10,000円まで')
  await tanaka.fill('ふりがな', 'たなか まさお')
  await tanaka.fill('参加したいわけ', WHY.words)
  await tanaka.page.locator('#form').getByRole('button', { name: '申し込む', exact: true }).click()
  await tanaka.page.getByRole('heading', { name: '申し込みを受けつけました' }).waitFor()
  await tanaka.sees('申し込みを受けつけました', '参加していただく方を選んでいます')
  const own = tanaka.path

  const koga = await stage.phone({ scripts: false })
  await koga.become('koga')
  await koga.open(event.host)
  await koga.sees('選考中 3人', 'あと1人選べます', WHY.words)
  const card = (name: string) => koga.page.locator('article', { hasText: name })
  await card('上田').locator('summary').click()
  await card('上田').locator('select').selectOption({ label: '参加する方の役割の組み合わせを考えて決めました。' })
  await card('上田').getByRole('button', { name: '今回は見送る' }).click()
  await card('田中').locator('summary').click()
  await card('田中').getByLabel('選んだわけのメモ').fill('蔵の経験がある')
  await card('田中').getByRole('button', { name: '参加していただく' }).click()
  await open(koga, '残りの方みなさんに、見送りを伝える')
  await koga.press('1人に伝える')
  await koga.sees('参加できる方 1人', '選考中 0人')
  const visitor = await stage.phone({ scripts: false })
  expect(await letterTo('ueda@mail.example', visitor, '申し込みへのお返事')).toContain('役割の組み合わせ')
  expect(await letterTo('ohno@mail.example', visitor, '申し込みへのお返事')).toContain('定員を上回る')
  await visitor.open((await linkFor('ueda@mail.example', visitor, '申し込みの確認')).replace('/confirmation', ''))
  await visitor.sees('今回は見送りとなりました', '役割の組み合わせ', 'ほかの催しを見る')
  expect(await visitor.words()).not.toContain('蔵の経験')

  await koga.press('当日の受付')
  await koga.press('来た：田中')
  await koga.sees('1人が来ました（来る予定は1人）')
  await koga.open(event.host)
  await koga.press('旅費の補助')
  await koga.fill('受付の番号', '3')
  await koga.fill('行き方', '東京から八女、飛行機とバスの往復')
  await koga.fill('かかった額', '３万円')
  await koga.choose('領収書を見た')
  await koga.press('書きこむ')
  await koga.press('支払った：田中')
  await koga.sees('支払い済み 10,000円')

  await letPass(house, event.id)
  await tanaka.open(own)
  await tanaka.press('三つの質問に答える')
  await tanaka.choose('とても役に立った')
  await tanaka.press('送る')
  await tanaka.sees('アンケートの答えを受け取りました')
})

test('whoever came says how much the town may know: it sees her name at once, and counts her from the next month on, with four others', async () => {
  const { house } = stage
  const crowd = await writeCrowd(house.db, 4, house.now())
  await cameTo(house.db, crowd, stay.id, new Date(house.now().getTime() - 3_600_000))
  await letCount(house.db, crowd, partnerId('town'), house.now())
  const koga = await stage.phone({ scripts: false })
  await koga.become('koga')
  await koga.open(`/partners/${partnerId('town')}`)
  await koga.press('関係人口')
  await koga.sees('まだ、いません')

  const tanaka = await stage.phone({ scripts: false })
  await tanaka.become('tanaka')
  await tanaka.open('/me/ladder')
  await tanaka.sees('催しに来た', '伝えていません')
  await open(tanaka, '伝えていません')
  await tanaka.choose('名前も伝える')
  await tanaka.press('これに決める')
  await tanaka.sees('名前を伝えています')

  // What she can hand in where somebody asks for a paper: it says what the host confirmed, and nobody can change it.
  const proof = tanaka.page.getByRole('link', { name: 'での活動の証明' })
  expect(verifySeal(await tanaka.download((await proof.getAttribute('href'))!))).toMatchObject({ valid: true })

  await koga.page.reload()
  await koga.sees('田中', '催しに来た 20')
  expect(await koga.words()).not.toContain('5人以上')
  // What stays when a programme is over: people who like to hear of the place.
  await open(koga, '1人に便りを送る')
  await koga.fill('題', '提灯まつりのご案内')
  await koga.fill('便りの言葉', '八月に、また会いましょう。')
  await koga.press('1人に送る')
  await koga.sees('便りを送りました')
  const said = () =>
    house.mails.some(({ to, text }) => to === stage.mailOf('tanaka') && text.includes('八月に、また会い'))
  await expect.poll(said, { timeout: 10_000 }).toBe(true)
  const [year, month] = today(house.now()).split('-').map(Number) as [number, number]
  const next = month === 12 ? `${year + 1}-01-02` : `${year}-${String(month + 1).padStart(2, '0')}-02`
  house.setTime(startOfDay(next as Parameters<typeof startOfDay>[0]))
  await koga.page.reload()
  await koga.sees('催しに来た', '5人以上')
})
