import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, companyId, partnerId } from '../../seed/cast.ts'
import { challengeNodes, worries, worryPhotos } from '../../src/challenges/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { PLACE, photo } from '../fixtures/pictures.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const CRAFT = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん'
const [mori, nakamura, chiyo, sato, koga] = await Promise.all(
  (['mori', 'nakamura', 'chiyo', 'sato', 'koga'] as const).map((name) => house.as(name)),
)
const desk = mori!

const idIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
const sent = async (browser: Browser, text = '', picture = photo()) =>
  idIn((await browser.upload('/worries', { text }, { photo: picture })).location)
const worryRow = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id))))[0]!
const photosOf = (id: string) =>
  asOwner(house.db, (tx) => tx.select().from(worryPhotos).where(eq(worryPhotos.worryId, id)))
const actsOn = async (id: string) =>
  asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, id)))
const photosField = (html: string) => /name="photos" value="([^"]+)"/.exec(html)![1]!

describe('a worry that begins with a photo', () => {
  test('waits for the desk, is typed there, and becomes a tree that says so', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner)
    const before = await owner.get(`/worries/${id}`)
    expect(before.text).toContain('写真をお預かりしました')
    expect(before.text).not.toContain('このまま案件を作る')
    await house.drain()
    const told = house.mails.findLast(({ to }) => to === 'mori@cast.example')!
    expect(told.text).toContain(`/desk/worries/${id}/typing`)

    expect((await desk.get('/desk')).html).toContain(`/desk/worries/${id}/typing`)
    const page = await desk.get(`/desk/worries/${id}/typing`)
    const [row] = await photosOf(id)
    expect(page.html).toContain(`src="/desk/worries/${id}/photos/${row!.id}"`)
    const empty = await desk.post(`/desk/worries/${id}/typing`, { photos: photosField(page.html), text: ' ' })
    expect(empty.status).toBe(422)
    const done = await desk.act(`/desk/worries/${id}/typing`, { photos: photosField(page.html), text: CRAFT })
    expect(done.html).not.toContain(`/desk/worries/${id}/typing`)

    expect(await photosOf(id)).toMatchObject([{ typedBy: accountId('mori'), typedAt: house.now() }])
    const typed = (await actsOn(id)).find(({ act }) => act === 'worry.typed')!
    expect(typed).toMatchObject({ actor: accountId('mori') })
    const after = await owner.get(`/worries/${id}`)
    for (const words of ['こう受けとめました', '写真から書き写しました', CRAFT, '言葉を直す']) {
      expect(after.text).toContain(words)
    }
    await house.drain()
    expect(house.mails.findLast(({ to }) => to === 'nakamura@cast.example')!.text).toContain('書き写しました')
    const changed = await owner.act(`/worries/${id}/words`, { text: `${CRAFT}。値段も昔のまま`, version: 2 })
    expect(changed.text).toContain('値段も昔のまま')
    expect((await desk.post(`/desk/worries/${id}/typing`, { photos: row!.id, text: '二度' })).status).toBe(409)
    expect((await desk.get(`/desk/worries/${id}/typing`)).location).toBe(`/desk/worries/${id}`)
  })

  test('a visitor is told how to come back', async () => {
    const owner = house.visitor()
    const id = await sent(owner)
    const page = await owner.get(`/worries/${id}`)
    expect(page.text).toContain('紙と番号を出す')
    expect((await owner.get('/worries/new')).status).toBe(200)
    await desk.act(`/desk/worries/${id}/typing`, { photos: (await photosOf(id))[0]!.id, text: CRAFT })
    expect((await owner.get(`/worries/${id}`)).text).toContain('手作業・工芸の原価管理')
  })

  test('what nobody can read is said, and another photo may come', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner)
    const [first] = await photosOf(id)
    await desk.act(`/desk/worries/${id}/typing/unreadable`, { photos: first!.id, text: '' })
    expect((await owner.get(`/worries/${id}`)).text).toContain('読めませんでした')
    await owner.upload(`/worries/${id}/photos`, {}, { photo: photo() })
    expect((await owner.get(`/worries/${id}`)).text).toContain('お預かりしました')
  })

  test('words that the owner wrote meanwhile stay, and so does what was typed', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner)
    const { id: first } = (await photosOf(id))[0]!
    await owner.act(`/worries/${id}/words`, { text: '人が足りん', version: 1 })
    await owner.upload(`/worries/${id}/photos`, {}, { photo: photo() })
    const typed = await desk.act(`/desk/worries/${id}/typing`, { photos: first, text: CRAFT })
    // The second one still waits.
    expect(typed.html).toContain(`/desk/worries/${id}/typing`)
    expect((await worryRow(id)).text).toBe(`人が足りん\n${CRAFT}`)
    // A form that was open before may not put the old words over the typed ones.
    await owner.post(`/worries/${id}/draft`, { text: '人が足りんのです', version: 2 })
    expect((await worryRow(id)).text).toContain(CRAFT)
    await owner.post(`/worries/${id}/photos/${(await photosOf(id)).find((one) => one.id !== first)!.id}/removal`)
    const gone = await desk.post(`/desk/worries/${id}/typing`, { photos: first, text: 'まだ' })
    expect(gone.status).toBe(409)
  })

  test('a photo that was taken back while somebody typed comes back with the words', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner)
    await owner.upload(`/worries/${id}/photos`, {}, { photo: photo() })
    const both = await photosOf(id)
    await owner.post(`/worries/${id}/photos/${both[0]!.id}/removal`)
    const photos = both.map((one) => one.id).join(' ')
    const again = await desk.post(`/desk/worries/${id}/typing`, { photos, text: CRAFT })
    expect(again.status).toBe(409)
    expect(again.html).toContain(`>${CRAFT}</textarea>`)
    expect((await worryRow(id)).text).toBe('')
    const long = await desk.post(`/desk/worries/${id}/typing`, { photos: both[1]!.id, text: 'あ'.repeat(20_001) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('20000字以内')
  })
})

describe('beside words', () => {
  test('the tree is made at once, and the photo waits', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner, CRAFT)
    const page = await owner.get(`/worries/${id}`)
    expect(page.text).toContain('こう受けとめました')
    expect(page.text).toContain('事務局が文字に書き写します')
    await desk.act(`/desk/worries/${id}/typing`, { photos: (await photosOf(id))[0]!.id, text: 'ホームページも古い' })
    expect((await worryRow(id)).text).toBe(`${CRAFT}\nホームページも古い`)
    const symptoms = await asOwner(house.db, (tx) =>
      tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, id)),
    )
    expect(symptoms.some(({ kind, text }) => kind === 'symptom' && text.includes('ホームページ'))).toBe(true)
  })

  test('what is no picture, too large or missing comes back with a sentence and the words', async () => {
    const owner = house.visitor()
    for (const [bytes, sentence] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), '開けませんでした'],
      [photo(8_000_001), '8メガバイトまで'],
    ] as const) {
      const answer = await owner.upload('/worries', { text: CRAFT }, { photo: bytes })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(sentence)
      expect(answer.html).toContain(`>${CRAFT}</textarea>`)
    }
    const huge = await owner.upload('/worries', { text: CRAFT }, { photo: photo(18_000_000) })
    expect(huge.status).toBe(413)
    expect(huge.text).toContain('8メガバイトまで')
    expect(huge.text).toContain('なくならないように、ここに置きました')
    expect(huge.html).toContain(`>${CRAFT}</textarea>`)
    const alone = await owner.upload('/worries', { text: '' }, { photo: photo(18_000_000) })
    expect([alone.status, alone.html.includes('<textarea')]).toEqual([413, false])
    const neither = await owner.post('/worries', { text: ' ' })
    expect(neither.text).toContain('お困りのことを入れてください')
    const empty = await owner.upload('/worries', { text: CRAFT }, { photo: new Uint8Array(0) })
    expect(empty.text).toContain('開けませんでした')
    const broken = await owner.upload('/worries', { text: '困った\u202e' }, { photo: photo() })
    expect(broken.text).toContain('もう一度選んでください')
    const id = await sent(owner, CRAFT)
    const wrong: Record<string, Uint8Array>[] = [{}, { photo: Buffer.from('x') }]
    for (const files of wrong) {
      const answer = await owner.upload(`/worries/${id}/photos`, {}, files)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('写真')
    }
  })

  test('five are enough', async () => {
    const owner = house.visitor()
    const id = await sent(owner, CRAFT)
    for (let n = 2; n <= 5; n++) {
      expect((await owner.upload(`/worries/${id}/photos`, {}, { photo: photo() })).status).toBe(303)
    }
    expect((await owner.get(`/worries/${id}`)).html).not.toContain('type="file"')
    const more = await owner.upload(`/worries/${id}/photos`, {}, { photo: photo() })
    expect(more.status).toBe(409)
    expect(more.text).toContain('5枚まで')
    expect(await photosOf(id)).toHaveLength(5)
  })
})

describe('a photo that was taken away', () => {
  const backButton = (html: string) => /action="([^"]+\/restoration)"/.exec(html)?.[1]

  test('is seen by nobody, and comes back with all that was said of it', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner, CRAFT)
    const [row] = await photosOf(id)
    await desk.act(`/desk/worries/${id}/typing`, { photos: row!.id, text: 'ホームページも古い' })
    const page = await owner.act(`/worries/${id}/photos/${row!.id}/removal`)
    expect(page.text).toContain('写真を消しました')
    expect(page.text).toContain('元に戻す')
    expect(page.html).not.toContain('<img')
    expect((await owner.get(`/worries/${id}/photos/${row!.id}`)).status).toBe(404)
    expect((await desk.get(`/desk/worries/${id}/photos/${row!.id}`)).status).toBe(404)
    const back = await owner.act(backButton(page.html)!)
    const [again] = await photosOf(id)
    expect(again).toMatchObject({ type: 'image/jpeg', typedBy: accountId('mori'), createdAt: row!.createdAt })
    expect(back.html).toContain(`src="/worries/${id}/photos/${again!.id}"`)
    expect((await owner.get(`/worries/${id}/photos/${again!.id}`)).bytes.equals(Buffer.from(row!.content))).toBe(true)
    expect((await owner.post(backButton(page.html)!)).status).toBe(409)
  })

  test('waits for nobody to type it; after half an hour it is gone, unless it came back', async () => {
    const owner = house.visitor()
    const id = await sent(owner)
    const [row] = await photosOf(id)
    const page = await owner.act(`/worries/${id}/photos/${row!.id}/removal`)
    expect(page.text).toContain('写真を消しました')
    expect((await desk.get('/desk')).html).not.toContain(`/desk/worries/${id}/typing`)
    expect((await desk.post(`/desk/worries/${id}/typing`, { photos: row!.id, text: CRAFT })).status).toBe(409)
    await owner.act(backButton(page.html)!)
    expect((await desk.get('/desk')).html).toContain(`/desk/worries/${id}/typing`)
    house.setTime(new Date(house.now().getTime() + 31 * 60_000))
    await house.drain()
    const [again] = await photosOf(id)
    const gone = await owner.act(`/worries/${id}/photos/${again!.id}/removal`)
    house.setTime(new Date(house.now().getTime() + 31 * 60_000))
    await house.drain()
    expect(await photosOf(id)).toEqual([])
    expect((await owner.post(backButton(gone.html)!)).status).toBe(409)
    expect((await owner.get(`/worries/${id}?photo=${again!.id}`)).text).not.toContain('元に戻す')
  })

  test('gives its place to another', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner, CRAFT)
    for (let n = 2; n <= 5; n++) await owner.upload(`/worries/${id}/photos`, {}, { photo: photo() })
    const page = await owner.act(`/worries/${id}/photos/${(await photosOf(id))[0]!.id}/removal`)
    expect((await owner.upload(`/worries/${id}/photos`, {}, { photo: photo() })).status).toBe(303)
    const full = await owner.post(backButton(page.html)!)
    expect([full.status, full.text]).toEqual([409, expect.stringContaining('5枚まで')])
  })
})

describe('the picture itself', () => {
  test('keeps nothing of the place, and comes as a picture that can do nothing', async () => {
    const owner = await house.as('nakamura')
    const id = await sent(owner, CRAFT)
    const [row] = await photosOf(id)
    expect(Buffer.from(row!.content).includes(PLACE)).toBe(false)
    const answer = await owner.get(`/worries/${id}/photos/${row!.id}`)
    expect(answer.status).toBe(200)
    expect(answer.bytes.equals(Buffer.from(row!.content))).toBe(true)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('is seen by whoever may see the worry, and taken away only by whoever may write', async () => {
    const id = await sent(nakamura!, CRAFT)
    await nakamura!.post(`/worries/${id}/company`, { company: companyId('craft') })
    const [row] = await photosOf(id)
    const at = `/worries/${id}/photos/${row!.id}`
    const town = `/partners/${partnerId('town')}`
    expect((await chiyo!.get(at)).status).toBe(200)
    expect((await desk.get(`/desk${at}`)).status).toBe(200)
    for (const stranger of [sato!, koga!, house.visitor(), desk]) expect((await stranger.get(at)).status).toBe(404)
    expect((await koga!.get(town + at)).status).toBe(404)
    await nakamura!.act(`/worries/${id}/help`, { from: partnerId('town') })
    expect((await koga!.get(town + at)).status).toBe(200)
    expect((await koga!.get(`${town}/worries/${id}`)).html).toContain(`src="${town}${at}"`)

    for (const stranger of [chiyo!, sato!, koga!, desk, house.visitor()]) {
      expect((await stranger.post(`${at}/removal`)).status).toBe(404)
      expect((await stranger.upload(`/worries/${id}/photos`, {}, { photo: photo() })).status).toBe(404)
    }
    for (const stranger of [nakamura!, sato!, koga!]) {
      expect((await stranger.get(`/desk/worries/${id}/typing`)).status).toBe(404)
      expect((await stranger.post(`/desk/worries/${id}/typing`, { photos: row!.id, text: '盗' })).status).toBe(404)
    }
    const other = await sent(sato!, CRAFT)
    expect((await sato!.get(`/worries/${other}/photos/${row!.id}`)).status).toBe(404)
    expect((await sato!.post(`/worries/${other}/photos/${row!.id}/removal`)).status).toBe(409)
    expect(await photosOf(id)).toHaveLength(1)
    await nakamura!.act(`${at}/removal`)
    expect((await nakamura!.get(at)).status).toBe(404)
    for (const stranger of [chiyo!, sato!, koga!, desk, house.visitor()]) {
      expect((await stranger.post(`${at}/restoration`)).status).toBe(404)
    }
    expect((await nakamura!.post(`${at}/removal`)).status).toBe(409)
  })
})
