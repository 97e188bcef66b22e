import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { consents } from '../../src/accounts/schema.ts'
import { applications } from '../../src/applications/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { messagesOf, signCounts } from '../../src/messages/queries.ts'
import { attachments } from '../../src/messages/schema.ts'
import { archive, heif, office } from '../fixtures/archives.ts'
import { DOT, PLACE, photo } from '../fixtures/pictures.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
let tanaka: Browser
let nakamura: Browser
let id: string
let mine: string
let theirs: string

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
  id = randomUUID()
  const projectId = await publishedProjectOf(house, 'craft')
  await asOwner(house.db, (tx) =>
    tx.insert(applications).values({
      ...{ id, projectId, companyId: companyId('craft'), talentId: talentId('tanaka'), accountId: accountId('tanaka') },
      ...{ createdAt: house.now(), sentAt: house.now(), answer1: 'a', answer2: 'b' },
    }),
  )
  mine = `/me/applications/${id}`
  theirs = `/companies/${companyId('craft')}/applications/${id}`
})

const letters = async (name: string) => {
  await house.drain()
  return house.mails.filter(({ to }) => to === `${name}@cast.example`)
}
const set = (facts: Partial<typeof applications.$inferInsert>) =>
  asOwner(house.db, (tx) => tx.update(applications).set(facts).where(eq(applications.id, id)))

test('both sides write; one letter until it was read', async () => {
  expect((await nakamura.get(theirs)).text).toContain('人は、どちらかが知らせたときのほかは読みません')
  await nakamura.act(`${theirs}/messages`, { body: 'はじめまして。\n冬のあいだは来られますか。' })
  await nakamura.act(`${theirs}/messages`, { body: 'ゆっくりで構いません。' })
  expect((await nakamura.get(theirs)).text).toContain('機械による確かめに、2026年11月23日（月）に同意しています')
  expect((await tanaka.get(mine)).text).toContain('同意した日を記録します')
  const agreed = await asOwner(house.db, (tx) => tx.select().from(consents).where(eq(consents.purpose, 'watching')))
  expect(agreed).toMatchObject([{ accountId: accountId('nakamura'), recipientId: null, givenAt: house.now() }])
  expect(await letters('tanaka')).toHaveLength(1)
  const [letter] = await letters('tanaka')
  expect(letter!.subject).toBe('めぐりからのお知らせ')
  expect(letter!.text).not.toContain('冬のあいだ')
  const read = await tanaka.get(mine)
  expect(read.text).toContain('冬のあいだは来られますか。')
  expect((await nakamura.get(theirs)).text).toContain('相手はまだ読んでいません')

  await tanaka.act(`${mine}/messages`, { body: 'はい、月に一度うかがえます。' })
  expect((await nakamura.get(theirs)).text).toContain('相手が読みました')
  expect(await letters('nakamura')).toHaveLength(1)
  const home = `/companies/${companyId('craft')}`
  expect((await nakamura.get(home)).text).toContain('新しいメッセージが1通あります')
  await nakamura.act(`${theirs}/messages/reading`)
  expect((await nakamura.get(home)).text).not.toContain('新しいメッセージが')
  await tanaka.act(`${mine}/messages`, { body: '電車で参ります。' })
  expect(await letters('nakamura')).toHaveLength(2)
  await nakamura.act(`${theirs}/messages`, { body: '駅まで迎えに行きます。' })
  expect(await letters('tanaka')).toHaveLength(2)
})

test('files go with a message to the other side alone, cleaned, and only to keep', async () => {
  const named = (name: string, bytes: Uint8Array) => new File([Buffer.from(bytes)], name)
  const chosen = [
    named('C:\\work\\工房の写真.HEIC', heif()),
    named('原価の表 090-0001-0002.xlsx', office('xlsx')),
    named('../\u202etxt.exe', photo(500)),
  ]
  const sent = await nakamura.upload(`${theirs}/messages`, { body: '' }, { files: chosen })
  expect(sent.status).toBe(303)
  const page = await tanaka.get(mine)
  for (const name of ['工房の写真.heic', '原価の表 ［連絡先］.xlsx', 'txt.jpg']) expect(page.text).toContain(name)
  expect(page.text).toContain('ほかの機械では開けないことがあります')
  const links = [...page.html.matchAll(/href="([^"]+\/files\/[^"]+)" download/g)].map(([, href]) => href!)
  expect(links).toHaveLength(3)
  for (const link of links) {
    const file = await tanaka.get(link)
    expect(file.status).toBe(200)
    expect(file.headers.get('content-disposition')).toMatch(
      /^attachment; filename="file\.\w+"; filename\*=UTF-8''[\w%.-]+$/,
    )
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect(file.bytes.includes(PLACE)).toBe(false)
    for (const name of ['kobayashi', 'sato', 'mori'] as const) {
      const stranger = await house.as(name)
      expect((await stranger.get(link)).status).toBe(404)
      expect((await stranger.get(link.replace(mine, theirs))).status).toBe(404)
    }
    expect((await nakamura.get(link.replace(mine, theirs))).bytes.equals(file.bytes)).toBe(true)
  }
  const desk = { id: accountId('mori'), power: 'operator' } as const
  expect(await readAs(house.db, desk, null, (tx) => tx.select().from(attachments))).toEqual([])
})

test('what may not be sent comes back with a sentence and the words', async () => {
  const body = '工房の図面です。ご覧ください。'
  const macros = office('docx', { 'word/vbaProject.bin': 'x' })
  for (const [bytes, words] of [
    [macros, 'マクロなど、開くと動くもの'],
    [archive({ 'a.exe': 'MZ' }), 'この種類のファイルは送れません'],
    [Buffer.alloc(20_000_001), '20MBより大きくて送れません'],
  ] as const) {
    const answer = await nakamura.upload(`${theirs}/messages`, { body }, { files: bytes })
    expect([answer.status, answer.text.includes(`「IMG」は、${words}`)]).toEqual([422, true])
    expect(answer.html).toContain(`${body}</textarea>`)
  }
  const six = Array.from({ length: 6 }, () => new File([Buffer.from(DOT)], 'a.png'))
  expect((await nakamura.upload(`${theirs}/messages`, { body }, { files: six })).text).toContain('5つまで')
  const large = await nakamura.upload(`${theirs}/messages`, { body }, { files: Buffer.alloc(50_200_000) })
  expect(large.status).toBe(413)
  expect(large.text).toContain('1つ20MBまで')
  expect(large.text).toContain(body)
  expect((await nakamura.upload(`${theirs}/messages`, { body: '' }, {})).text).toContain('書くか、ファイルを選んで')
})

test('contact details are covered until the offer, on both sides', async () => {
  await tanaka.act(`${mine}/messages`, { body: '携帯は ０９０ー０００１ー０００２ です。masao@tanaka.example でも。' })
  for (const [browser, path] of [
    [tanaka, mine],
    [nakamura, theirs],
  ] as const) {
    const page = await browser.get(path)
    expect(page.text).toContain('携帯は ［連絡先］ です。［連絡先］ でも。')
    expect(page.text).toContain('企業が「お願いしたい」と決めると見えます')
    expect(page.html).not.toContain('masao@')
  }
  await set({ offeredAt: house.now() })
  expect((await nakamura.get(theirs)).text).toContain('masao@tanaka.example')
})

test('what a swindler would write is asked back, then goes with a warning, and the desk sees a number', async () => {
  const body = '本人確認のため、免許証の写真を送ってください。届いたら保証金を振り込んでください。'
  const asked = await nakamura.upload(`${theirs}/messages`, { body }, { files: DOT })
  expect(asked.status).toBe(422)
  for (const words of ['身分証の写しを求めている', 'このまま送る', 'もう一度選んで', '機械による確かめに'])
    expect(asked.text).toContain(words)
  expect(asked.html).toContain(`${body}</textarea>`)
  const sure = /name="sure" value="([^"]*)"/.exec(asked.html)![1]!
  expect(sure.split(' ')).toEqual(['payment', 'papers'])
  const more = `${body}暗証番号も教えてください。`
  expect((await nakamura.post(`${theirs}/messages`, { body: more, sure })).status).toBe(422)
  expect((await tanaka.get(mine)).text).not.toContain('保証金')
  const sent = await nakamura.act(`${theirs}/messages`, { body, sure })
  expect(sent.text).not.toContain('払わずに')
  const got = await tanaka.get(mine)
  expect(got.text).toContain('身分証の写しを求める言葉があります')
  expect(got.text).toContain('手伝う人がお金を払うことはありません')
  const mori = await house.as('mori')
  const desk = await mori.get('/desk')
  expect(desk.text).toContain('やりとりの見守り（この30日）')
  expect(desk.text).toContain('身分証の写しを送ること 1通')
  expect(desk.html).not.toContain('免許証')
  const counted = (power: 'person' | 'visitor') =>
    readAs(house.db, { id: accountId('sato'), power }, null, (tx) => signCounts(tx, new Date(0)))
  expect([await counted('person'), await counted('visitor')]).toEqual([[], []])
  const about = await house.visitor().get('/about')
  for (const told of ['事務局に見えるのは、種類ごとの数だけです', 'お預かりする個人情報', '催しの名簿は90日'])
    expect(about.text).toContain(told)
})

test('what is too long or empty stays in the box', async () => {
  const long = 'あ'.repeat(2001)
  const answer = await tanaka.post(`${mine}/messages`, { body: long })
  expect(answer.status).toBe(422)
  expect(answer.text).toContain('2000字以内')
  expect(answer.html).toContain(`${long}</textarea>`)
  expect((await tanaka.post(`${mine}/messages`, { body: ' ' })).status).toBe(422)
})

test('one form sent twice is one message', async () => {
  const fields = { body: '一度だけ', _once: randomUUID() }
  await tanaka.post(`${mine}/messages`, fields)
  await tanaka.post(`${mine}/messages`, fields)
  const kept = await asOwner(house.db, (tx) => messagesOf(tx, id))
  expect(kept.filter(({ body }) => body === '一度だけ')).toHaveLength(1)
})

/** What a stream says until something in it fits. */
async function heard(reader: ReadableStreamDefaultReader<Uint8Array>, what: RegExp): Promise<string> {
  let text = ''
  while (!what.test(text)) {
    const { done, value } = await reader.read()
    if (done) throw new Error(`ended after ${text}`)
    text += new TextDecoder().decode(value)
  }
  return text
}

test('an open thread hears that something was written or read, never what, and at most in six places', async () => {
  const page = await tanaka.get(`${mine}/messages`)
  const [, events] = /data-events="([^"]+)"/.exec(page.html)!
  expect((await nakamura.get(theirs)).html).toContain(`data-events="${theirs}/messages/events?seen=`)
  const answer = await tanaka.open(events!)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(answer.headers.get('cache-control')).toContain('no-transform')
  const reader = answer.body!.getReader()
  await heard(reader, /retry: \d+/)
  await nakamura.act(`${theirs}/messages`, { body: 'いま書いています。' })
  const [, mark] = /id: (\d+-\d+)/.exec(await heard(reader, /event: changed[\s\S]*\n\n/))!
  await tanaka.act(`${mine}/messages/reading`)
  const read = await heard(reader, /event: changed[\s\S]*\n\n/)
  expect(read).not.toContain(mark!)
  // Whoever comes late is told at once.
  const late = (await tanaka.open(events!)).body!.getReader()
  await heard(late, /event: changed/)
  const more = await Promise.all([1, 2, 3, 4, 5].map(() => tanaka.open(`${mine}/messages/events`)))
  expect(more.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 429])
  for (const one of [reader, late, ...more.flatMap(({ status, body }) => (status === 200 ? body!.getReader() : []))])
    await one.cancel()
  const again = await tanaka.open(events!)
  expect(again.status).toBe(200)
  // A program that is told to stop ends what is open.
  house.life.stopping = true
  await nakamura.act(`${theirs}/messages/reading`)
  const ending = again.body!.getReader()
  while (!(await ending.read()).done);
  house.life.stopping = false
  for (const name of ['kobayashi', 'sato', 'mori'] as const)
    for (const home of [mine, theirs])
      expect((await (await house.as(name)).open(`${home}/messages/events`)).status).toBe(404)
})

test('nobody else reads or writes, the desk neither', async () => {
  for (const name of ['kobayashi', 'sato', 'koga'] as const) {
    const stranger = await house.as(name)
    for (const path of [mine, theirs]) {
      const got = await stranger.get(`${path}/messages`)
      expect([name, path, got.status, got.location]).toEqual([name, path, 404, ''])
      expect((await stranger.post(`${path}/messages`, { body: 'x' })).status).toBe(404)
      expect((await stranger.post(`${path}/messages/reading`)).status).toBe(404)
    }
  }
  const desk = { id: accountId('mori'), power: 'operator' } as const
  expect(await readAs(house.db, desk, null, (tx) => messagesOf(tx, id))).toEqual([])
  const chiyo = await house.as('chiyo')
  expect((await chiyo.get(`${theirs}/messages`)).status).toBe(200)
  expect((await chiyo.post(`${theirs}/messages`, { body: 'x' })).status).toBe(404)
})

test('after an end both may read, and nobody writes', async () => {
  await set({ offeredAt: null, declinedAt: new Date(house.now().getTime() - 86_400_000), declineReason: 'fee' })
  expect((await tanaka.get(mine)).text).toContain('冬のあいだは来られますか。')
  expect((await tanaka.get(mine)).html).not.toContain('name="body"')
  expect((await tanaka.post(`${mine}/messages`, { body: 'もう一度' })).status).toBe(409)
  expect((await nakamura.post(`${theirs}/messages`, { body: 'もう一度' })).status).toBe(409)
})
