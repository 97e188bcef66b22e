import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, partnerId } from '../../seed/cast.ts'
import { eventAnswers, events, registrations, travelSupports } from '../../src/events/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { letPass, publishedEvent, registeredByMail, TOWN, WHY } from '../fixtures/events.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const koga = await house.as('koga')
const lettersTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@mail.example`)
const rowsOf = (id: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(registrations).where(eq(registrations.eventId, id)).orderBy(registrations.number),
  )

test('a work-stay chooses among those who applied: a yes with a note, a no with a reason, all others at once', async () => {
  const stay = {
    kind: 'stay',
    title: '蔵の三日間',
    endsOn: '2026-12-22',
    choosing: 'selection',
    capacity: '1',
  } as const
  const { host, page, id } = await publishedEvent(koga, TOWN, stay)
  const email = 'x@mail.example'
  const without = await house
    .visitor()
    .post(`${page}/registrations`, { name: 'あ', kana: 'あ', affiliation: '', words: '', email })
  expect(without.text).toContain('参加したいわけを入れてください')
  for (const name of ['ichi', 'ni', 'san', 'shi']) await registeredByMail(house, page, name, WHY)
  expect((await house.visitor().get(page)).text).toContain('申し込みの中から選びます')
  const seen = await koga.get(host)
  expect(seen.text).toContain(WHY.words)
  const [ichi, ni] = await rowsOf(id)
  const act = (row: { id: string }, name: string) => `${host}/registrations/${row.id}/${name}`
  expect((await (await house.as('abe')).post(act(ichi!, 'choice'), { note: '' })).status).toBe(404)
  await koga.act(act(ichi!, 'choice'), { note: '蔵の経験がある' })
  expect((await koga.post(act(ni!, 'choice'), { note: '' })).status).toBe(409)
  expect((await koga.post(act(ni!, 'refusal'), { refusal: '', note: '' })).status).toBe(400)
  await koga.act(act(ni!, 'refusal'), { refusal: 'balance', note: '' })
  expect((await koga.post(act(ichi!, 'refusal'), { refusal: 'full', note: '' })).status).toBe(409)
  await koga.act(`${host}/refusals`, { refusal: 'full' })
  await house.drain()
  expect(lettersTo('ichi').at(-1)!.text).toContain('お席を用意しました')
  expect(lettersTo('ichi').at(-1)!.text).not.toContain('蔵の経験')
  expect(lettersTo('ni').at(-1)!.text).toContain('役割の組み合わせ')
  for (const name of ['san', 'shi']) {
    expect(lettersTo(name).at(-1)!.text).toContain('定員を上回る')
    expect(lettersTo(name).at(-1)!.text).toContain('/events?prefecture=40')
  }
})

const over = await publishedEvent(koga, TOWN, { title: '答えを聞く会', capacity: '20', travelCeiling: '10000' })
const asked = (await house.visitor().get(over.page)).text
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const own: string[] = []

test('who came is thanked once, and asked three things', async () => {
  for (const name of NAMES) own.push(await registeredByMail(house, over.page, name))
  const absent = await registeredByMail(house, over.page, 'absent')
  expect((await house.visitor().get(`${own[0]}/answers`)).status).toBe(404)
  await letPass(house, over.id)
  await asOwner(house.db, (tx) => tx.update(events).set({ heldAt: null }).where(eq(events.id, over.id)))
  await koga.act(`${over.host}/door/numbers`, { numbers: '1-6' })
  for (let twice = 0; twice < 2; twice++) await house.handlers['events.hold']!({}, { id: '' })
  await house.drain()
  const thanks = house.mails.filter(({ subject }) => subject === 'めぐり：ご参加ありがとうございました')
  expect(thanks.map(({ to }) => to).sort()).toEqual(NAMES.map((name) => `${name}@mail.example`))
  expect((await house.visitor().get(own[0]!)).text).toContain('三つの質問に答える')
  expect((await house.visitor().get(absent)).status).toBe(200)
  expect((await koga.get(over.host)).text).toMatch(/席のあった方 ?7 ?人.*受付をした方 ?6 ?人.*受付なし/)
})

test('answers are read together, from five on, whole fives while they come and the last ones wait; nobody reads whose they are', async () => {
  const answer = (at: number) => {
    house.setTime(new Date(house.now().getTime() + 60_000))
    return house
      .visitor()
      .act(`${own[at]}/answers`, { useful: 'very', wishes: ['consult', 'again'], words: `ひとこと${at}` })
  }
  expect((await house.visitor().post(`${own[0]}/answers`, { useful: '', words: '' })).status).toBe(422)
  for (const at of [0, 1, 2, 3]) await answer(at)
  expect((await house.visitor().post(`${own[0]}/answers`, { useful: 'little', words: '' })).status).toBe(404)
  expect((await koga.get(over.host)).text).not.toContain('ひとこと')
  await answer(4)
  await answer(5)
  // Of six, five would be read today, and the sixth alone when no more can come.
  expect((await koga.get(over.host)).text).not.toContain('ひとこと')
  await answersOfOthers(5)
  const page = await koga.get(over.host)
  expect(page.text).toContain('アンケート（5人の答え）')
  expect(page.text).toContain('困りごとを相談したい 5')
  expect(page.text).not.toContain('ひとこと5')
  expect(page.text).toContain('あとで案件に応募した方：5人より少ない')
  const host = { id: accountId('koga'), power: 'person' } as const
  expect(await readAs(house.db, host, partnerId('town'), (tx) => tx.select().from(eventAnswers))).toEqual([])
  house.setTime(new Date(house.now().getTime() + 15 * 86_400_000))
  expect((await koga.get(over.host)).text).toContain('アンケート（11人の答え）')
  const answers = (await koga.get(`${over.host}?table=answers&format=csv`)).bytes.toString('utf8')
  expect(answers).toContain('とても役に立った,')
  expect(answers).not.toContain('mail.example')
  const events = (await koga.get(`${TOWN}?format=csv`)).bytes.toString('utf8')
  expect(events).toMatch(
    /蔵の三日間,泊まって働く体験,ほたる会館（八女市見本1-1）,2026-12-20,2026-12-22,[^,]+,1,\d,0\r\n/,
  )
  expect((await (await house.as('abe')).get(`${over.host}?table=answers&format=csv`)).status).toBe(404)
  expect((await house.visitor().get(`${own[0]}/answers`)).status).toBe(404)
})

/** What more people say who were at the door without an address. */
async function answersOfOthers(count: number) {
  const at = new Date(house.now().getTime() + 60_000)
  const ids = Array.from({ length: count }, () => crypto.randomUUID())
  await asOwner(house.db, async (tx) => {
    await tx.insert(registrations).values(ids.map((id) => ({ id, eventId: over.id, name: '来た人', createdAt: at })))
    const said = { eventId: over.id, useful: 'some' as const, wishes: [] as string[], words: '', answeredAt: at }
    await tx.insert(eventAnswers).values(ids.map((registrationId) => ({ registrationId, ...said })))
  })
}

test('who registered leaves as a file for its host alone, without a way to write to anybody, and that is written down', async () => {
  const file = (await koga.get(`${over.host}?format=csv`)).bytes.toString('utf8')
  expect(file).toContain('番号,お名前,ふりがな,会社や団体,いま,申し込んだ日,受付をした日')
  expect(file).toMatch(/1,a,てすと たろう,,来ました,2026-\d\d-\d\d,2026-\d\d-\d\d/)
  expect(file).toContain('この催しのことにだけ使えます')
  expect(file).not.toContain('mail.example')
  for (const name of ['abe', 'nakamura', 'mori'] as const)
    expect((await (await house.as(name)).get(`${over.host}?format=csv`)).status).toBe(404)
  const taken = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.act, 'event.names-taken')))
  expect(taken.map(({ subjectId, actor }) => [subjectId, actor])).toEqual([[over.id, accountId('koga')]])
})

test('ways are written down, never above the ceiling, and paid after the receipt', async () => {
  // What is paid stays in the books: whoever registers is told so.
  expect(asked).toContain('旅費の補助を受けた方のお名前は、支払いの記録に残ります')
  const travel = `${over.host}/travel`
  const said = { number: '1', route: '東京から久留米', amount: '３万円' }
  expect((await koga.post(travel, { ...said, number: '99' })).text).toContain('99番の方はいません')
  const page = await koga.act(travel, said)
  expect(page.text).toContain('補助の合計 10,000円')
  expect((await koga.post(travel, said)).status).toBe(409)
  const [row] = await asOwner(house.db, (tx) => tx.select().from(travelSupports))
  const step = (name: string) => `${travel}/${row!.id}/${name}`
  expect((await koga.post(step('payment'))).status).toBe(409)
  expect((await (await house.as('abe')).post(step('receipt'))).status).toBe(404)
  await koga.act(step('receipt'))
  expect((await koga.act(step('payment'))).text).toContain('支払い済み 10,000円')
  expect((await koga.post(step('withdrawal'))).status).toBe(409)
  const file = await koga.get(`${travel}?format=csv`)
  expect(file.bytes.toString('utf8')).toContain('a,東京から久留米,30000,10000,10000,見た,')
})

test('three months later no name is left, and whoever has an account by then is still counted', async () => {
  await asOwner(house.db, (tx) =>
    tx.update(registrations).set({ email: 'tanaka@cast.example' }).where(eq(registrations.name, 'b')),
  )
  house.setTime(new Date(house.now().getTime() + 100 * 86_400_000))
  await house.handlers['events.forget']!({}, { id: '' })
  const rows = await rowsOf(over.id)
  expect(rows.map(({ name, email, kana }) => name + kana + (email ?? '')).join('')).toBe('')
  expect(rows.filter((one) => one.accountId !== null).map((one) => one.accountId)).toEqual([accountId('tanaka')])
  const clerk = await house.as('koga')
  expect((await clerk.get(over.host)).text).toContain('（名前は消しました）')
  const file = (await clerk.get(`${over.host}?format=csv`)).bytes.toString('utf8')
  expect(file).toContain('1,（名前は消しました）,,,')
  expect(file).not.toContain('てすと')
  expect((await house.visitor().get(own[0]!)).status).toBe(409)
  expect((await clerk.get(`${over.host}/travel`)).text).toContain('東京から久留米')
})
