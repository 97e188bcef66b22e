import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { challengeNodes, worries } from '../../src/challenges/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const GX = '取引先から、肥料の環境の証明書を出せと言われたが何をしたらいいか分からん'
const CRAFT = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん'
const _DAY = 86_400_000

const idIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
const tell = async (browser: Browser, text: string) => idIn((await browser.post('/worries', { text })).location)
const worryRow = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id))))[0]
const nodesOf = (id: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, id)).orderBy(challengeNodes.position),
  )
const mainWork = async (id: string) => (await nodesOf(id)).find((node) => node.kind === 'work' && node.reading === 0)!

describe('before any account', () => {
  test('one sentence becomes a tree with the owner’s own words and the work that helps', async () => {
    const owner = house.visitor()
    const first = await owner.get('/worries/new')
    expect(first.text).toContain('いま、お困りのことは')
    const page = await owner.act('/worries', { text: GX })
    expect(page.text).toContain('こう受けとめました')
    expect(page.text).toContain('環境認証・GX認証の取得支援')
    expect(page.text).toContain(GX)
    expect(page.text).toMatch(/「.+」(というお困りごと)?に近い/)
    expect(page.text).toContain('もとの言葉')
    expect(page.text).toContain('このまま案件を作る')
    expect(page.text).toContain('別の受けとめ方')
  })

  test.each([
    '跡継ぎがいない',
    '会社の跡継ぎがいない',
    '後継者がいない',
  ])('%s is the firm’s own matter, no town hall’s', async (text) => {
    expect(await mainWork(await tell(house.visitor(), text))).toMatchObject({ code: '71031' })
  })

  test('a town without successors still gets the work of a town', async () => {
    const id = await tell(house.visitor(), '町の店の半分に跡継ぎがおらん')
    expect(await mainWork(id)).toMatchObject({ code: '71133' })
  })

  test('what is typed is kept without a button, and comes back', async () => {
    const owner = house.visitor()
    expect((await owner.post('/worries/draft', { text: '' })).status).toBe(204)
    expect((await owner.post('/worries/draft', { text: '人が' })).status).toBe(204)
    expect((await owner.post('/worries/draft', { text: '人が足りん' })).status).toBe(204)
    expect((await owner.get('/worries/new')).html).toContain('>人が足りん</textarea>')
    expect((await house.visitor().get('/worries/new')).html).not.toContain('人が足りん')
    const id = await tell(owner, '人が足りんで困っとる')
    const drafts = await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.text, '人が足りん')))
    expect(drafts).toEqual([])
    expect((await worryRow(id))!.structuredAt).not.toBeNull()
    expect((await owner.get('/worries/new')).html).not.toContain('足りん')
  })

  test('a second copy of the form makes no second worry', async () => {
    const owner = house.visitor()
    const fields = { text: `${CRAFT}。二度押し`, _once: 'worry-told-once' }
    const answers = [await owner.post('/worries', fields), await owner.post('/worries', fields)]
    expect(answers[0]!.location).toBe(answers[1]!.location)
    const told = await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.text, fields.text)))
    expect(told).toHaveLength(1)
  })

  test('nobody else sees it, whatever they ask for', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const { id: node } = await mainWork(id)
    for (const stranger of [house.visitor(), await house.as('nakamura'), await house.as('mori')]) {
      const pages = ['', '/words', '/sheet', `/nodes/${node}`].map((path) => stranger.get(`/worries/${id}${path}`))
      expect((await Promise.all(pages)).map(({ status }) => status)).toEqual([404, 404, 404, 404])
      await stranger.post(`/worries/${id}/draft`, { text: '盗' })
      expect((await stranger.post(`/worries/${id}/words`, { text: '盗', version: 1 })).status).toBe(404)
      expect((await stranger.post(`/worries/${id}/nodes/${node}/removal`)).status).toBe(409)
      expect((await stranger.post(`/worries/${id}/sheet`)).status).toBe(404)
    }
    expect(await worryRow(id)).toMatchObject({ text: GX, resumeHash: null })
    expect((await mainWork(id)).removedAt).toBeNull()
    expect((await (await house.as('mori')).get(`/desk/worries/${id}`)).text).toContain(GX)
    expect((await (await house.as('sato')).get(`/desk/worries/${id}`)).status).toBe(404)
    for (const odd of ['x', '00000000-0000-4000-8000-000000000000']) {
      expect((await owner.get(`/worries/${odd}`)).status).toBe(404)
    }
  })
})

describe('what is typed', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' 　\n '],
  ])('%s is asked for again', async (_what, text) => {
    const answer = await house.visitor().post('/worries', { text })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('お困りのことを入れてください')
  })

  test('20,000 letters are read; more come back with a sentence and nothing lost', async () => {
    const owner = house.visitor()
    const long = '売れない。人が来ん。'.repeat(2000)
    expect(long).toHaveLength(20_000)
    expect((await owner.act('/worries', { text: long })).text).toContain('こう受けとめました')
    const longer = `${long}あ`
    expect((await owner.post('/worries/draft', { text: longer })).status).toBe(204)
    const answer = await owner.post('/worries', { text: longer })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('20000字以内にしてください（いま20001字）')
    expect(answer.html).toContain(`>${longer}</textarea>`)
  })

  test.each([
    '😊😊😊',
    'ああああああ',
    'zzzz',
  ])('nothing is recognised in %s: kindly said, with ways on', async (text) => {
    const page = await house.visitor().act('/worries', { text })
    expect(page.text).toContain('もう少し聞かせてください')
    expect(page.text).toContain('0120-000-000')
    expect(page.text).toContain('言葉を足す')
    expect(page.text).toContain('このまま案件を作る')
    expect(page.text).toContain(text)
  })

  test('what looks like a program is words', async () => {
    const page = await house.visitor().act('/worries', { text: '<script>alert(1)</script> 人が足りん' })
    expect(page.html).not.toContain('<script>alert')
    expect(page.html).toContain('&lt;script>alert(1)&lt;/script>')
  })

  test('what nothing may store is refused, with every letter still there', async () => {
    const answer = await house.visitor().post('/worries', { text: '困った\u202e' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('困った')
  })
})

describe('the answers', () => {
  test('はい, 少し違う, いいえ, each taken back', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const work = await mainWork(id)
    const at = `/worries/${id}/nodes/${work.id}`
    const confirmed = await owner.act(`${at}/confirmation`)
    expect(confirmed.location).toBe(`/worries/${id}#node-${work.id}`)
    expect(confirmed.text).toContain('取り消し')
    expect(confirmed.text).toContain('この内容で案件を作る')
    await owner.act(`${at}/retraction`)
    expect(await mainWork(id)).toEqual(work)

    const search = await owner.get(`${at}?q=${encodeURIComponent('原価')}`)
    const other = /name="code" value="(\d{5})"/.exec(search.html)![1]!
    const changed = await owner.act(`${at}/code`, { code: other })
    expect(changed.text).toContain('直しました')
    expect(await mainWork(id)).toMatchObject({ code: other, firstCode: work.code, firstText: work.text })
    await owner.act(`${at}/retraction`)
    expect(await mainWork(id)).toEqual(work)

    const removed = await owner.act(`${at}/removal`)
    expect(removed.text).toContain('を外しました')
    expect(removed.text).toContain('外したもの')
    expect((await owner.post(`${at}/confirmation`)).status).toBe(409)
    await owner.act(`${at}/retraction`)
    expect(await mainWork(id)).toEqual(work)
  })

  test('other words for a line', async () => {
    const owner = house.visitor()
    const id = await tell(owner, CRAFT)
    const cause = (await nodesOf(id)).find(({ kind }) => kind === 'cause')!
    const at = `/worries/${id}/nodes/${cause.id}`
    expect((await owner.get(at)).html).toContain(`>${cause.text}</textarea>`)
    const empty = await owner.post(`${at}/words`, { text: ' ' })
    expect(empty.status).toBe(422)
    expect((await owner.act(`${at}/words`, { text: '時間を測っていない' })).text).toContain('時間を測っていない')
    await owner.act(`${at}/words`, { text: '時間を量っていない' })
    expect((await nodesOf(id)).find((node) => node.id === cause.id)!.firstText).toBe(cause.text)
    await owner.act(`${at}/retraction`)
    expect((await owner.get(`/worries/${id}`)).text).toContain(cause.text)
  })

  test('a code that there is not is asked for again', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const at = `/worries/${id}/nodes/${(await mainWork(id)).id}`
    for (const code of ['', '00000', 'x']) expect((await owner.post(`${at}/code`, { code })).status).toBe(422)
    const nothing = await owner.get(`${at}?q=${encodeURIComponent('ぬぬぬぬぬ')}`)
    expect(nothing.text).toContain('見つかりませんでした')
  })

  test('everything taken away is not an empty page', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    for (const node of await nodesOf(id)) {
      if (node.reading === 0) await owner.post(`/worries/${id}/nodes/${node.id}/removal`)
    }
    const page = await owner.get(`/worries/${id}`)
    expect(page.text).toContain('もう少し聞かせてください')
    expect(page.text).toContain('もどす')
  })

  test('the other reading, and back', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const other = (await nodesOf(id)).find((node) => node.reading === 1 && node.kind === 'work')!
    const page = await owner.act(`/worries/${id}/reading`, { reading: 1 })
    expect(page.html).toContain(`node-${other.id}`)
    expect((await owner.act(`/worries/${id}/reading`, { reading: 0 })).html).not.toContain(`node-${other.id}`)
    expect((await owner.post(`/worries/${id}/reading`, { reading: 7 })).status).toBe(409)
  })

  test('other words make the tree anew and keep the answers to the same lines', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const work = await mainWork(id)
    const before = await nodesOf(id)
    await owner.act(`/worries/${id}/nodes/${work.id}/confirmation`)
    const form = await owner.get(`/worries/${id}/words`)
    expect(form.html).toContain('name="version" value="1"')
    const text = `${GX}。ホームページも古いまま`
    house.setTime(new Date(house.now().getTime() + 60_000))
    expect((await owner.post(`/worries/${id}/draft`, { text })).status).toBe(204)
    expect((await owner.get(`/worries/${id}`)).text).toContain('言葉を書きかけです')
    const page = await owner.act(`/worries/${id}/words`, { text, version: 1 })
    expect(page.text).not.toContain('言葉を書きかけです')
    const after = await nodesOf(id)
    expect(after.find((node) => node.id === work.id)!.confirmedAt).not.toBeNull()
    const gone = before.find((node) => !after.some((other) => other.id === node.id))!
    expect((await owner.post(`/worries/${id}/words`, { text: GX, version: 1 })).status).toBe(409)
    expect((await owner.post(`/worries/${id}/nodes/${gone.id}/confirmation`)).status).toBe(409)
  })
})
