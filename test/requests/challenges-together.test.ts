import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CastName, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { challengeNodes, worries } from '../../src/challenges/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const CRAFT = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん'
const NAMES = ['nakamura', 'chiyo', 'sato', 'mori', 'koga', 'abe'] as const satisfies readonly CastName[]
const people = Object.fromEntries(
  await Promise.all(NAMES.map(async (name) => [name, await house.as(name)] as const)),
) as Record<(typeof NAMES)[number], Browser>
const { nakamura, chiyo, sato, mori, koga, abe } = people
const [craft, bank, town] = [companyId('craft'), partnerId('bank'), partnerId('town')]

const idIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
const tell = async (browser: Browser) => idIn((await browser.post('/worries', { text: CRAFT })).location)
const worryRow = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id))))[0]!
const nodesOf = (id: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, id)).orderBy(challengeNodes.position),
  )
const nodeOf = async (id: string, kind: string) =>
  (await nodesOf(id)).find((node) => node.kind === kind && node.reading === 0)!
const actsOn = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, id)))).map(({ act }) => act)

/** A worry of the workshop, brought into the company. */
async function ofCraft(): Promise<string> {
  const id = await tell(nakamura)
  await nakamura.post(`/worries/${id}/company`, { company: craft })
  return id
}

let id = ''
beforeEach(async () => {
  id = await ofCraft()
})

afterEach(async () => {
  await nakamura.post(`/worries/${id}/help/ending`)
})

describe('whom to ask', () => {
  test('the desk, and the partners that the company shows itself to; nobody else', async () => {
    const page = await nakamura.get(`/worries/${id}/help`)
    expect(page.text).toContain('だれに見てもらいますか')
    expect(page.html).toContain(`value="${town}"`)
    expect(page.html).not.toContain(bank)
    for (const from of ['', 'x', bank]) {
      const answer = await nakamura.post(`/worries/${id}/help`, { from })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('ひとつ選んでください')
    }
    expect((await worryRow(id)).helpAskedAt).toBeNull()
  })

  test('a worry without a company has the desk only, a visitor’s too', async () => {
    for (const browser of [nakamura, house.visitor()]) {
      const own = await tell(browser)
      const page = await browser.get(`/worries/${own}/help`)
      expect(page.text).toContain('めぐりの事務局')
      expect(page.html).not.toContain(town)
      expect((await browser.post(`/worries/${own}/help`, { from: town })).status).toBe(422)
      expect((await browser.act(`/worries/${own}/help`, { from: 'desk' })).text).toContain('事務局に、いっしょに見て')
    }
  })

  test('who may only look, and who has nothing to do with it, ask nobody', async () => {
    for (const browser of [chiyo, sato, mori, koga, house.visitor()]) {
      expect((await browser.get(`/worries/${id}/help`)).status).toBe(404)
      expect((await browser.post(`/worries/${id}/help`, { from: 'desk' })).status).toBe(404)
      expect((await browser.post(`/worries/${id}/help/ending`)).status).toBe(409)
    }
    expect((await worryRow(id)).helpAskedAt).toBeNull()
  })

  test('once: a second asking is too late, an ending ends it', async () => {
    await nakamura.act(`/worries/${id}/help`, { from: town })
    expect((await nakamura.post(`/worries/${id}/help`, { from: 'desk' })).status).toBe(409)
    expect((await nakamura.get(`/worries/${id}/help`)).location).toBe(`/worries/${id}`)
    expect((await worryRow(id)).helpFrom).toBe(town)
    const ended = await nakamura.act(`/worries/${id}/help/ending`)
    expect(ended.text).toContain('いっしょに見てもらう')
    expect(await worryRow(id)).toMatchObject({ helpAskedAt: null, helpFrom: null })
    expect((await nakamura.post(`/worries/${id}/help/ending`)).status).toBe(409)
    expect(await actsOn(id)).toEqual(expect.arrayContaining(['worry.help-asked', 'worry.help-ended']))
  })
})

describe('the desk', () => {
  const at = () => `/desk/worries/${id}`

  test('reads all, and writes only where it was asked', async () => {
    const { id: node } = await nodeOf(id, 'cause')
    const before = await mori.get(at())
    expect(before.text).toContain(CRAFT)
    expect(before.text).not.toContain('少し違う')
    expect((await mori.get(`${at()}/nodes/${node}`)).status).toBe(404)
    expect((await mori.get(`${at()}/lines/new`)).status).toBe(404)
    expect((await mori.post(`${at()}/nodes/${node}/confirmation`)).status).toBe(409)
    expect((await mori.post(`${at()}/lines`, { kind: 'cause', text: '足す' })).status).toBe(404)
    expect((await mori.post(`${at()}/help/finish`)).status).toBe(409)
    await nakamura.act(`/worries/${id}/help`, { from: town })
    expect((await mori.post(`${at()}/nodes/${node}/confirmation`)).status).toBe(409)
    expect((await nodeOf(id, 'cause')).confirmedAt).toBeNull()
  })

  test('is told, finds it where things wait, changes and adds; the owner reads who it was', async () => {
    const { id: node } = await nodeOf(id, 'cause')
    await nakamura.act(`/worries/${id}/help`, { from: 'desk' })
    await house.drain()
    expect(house.mails.findLast(({ to }) => to === 'mori@cast.example')!.text).toContain(at())
    expect((await mori.get('/desk')).html).toContain(`href="${at()}"`)
    const page = await mori.get(at())
    expect(page.text).toContain('いっしょに見る')
    expect(page.html).toContain(`${at()}/nodes/${node}/confirmation`)
    expect(page.html).not.toContain(`action="/worries/`)

    const changed = await mori.act(`${at()}/nodes/${node}/words`, { text: '手間を測ったことがない' })
    expect(changed.location).toBe(`${at()}#node-${node}`)
    expect(changed.text).toContain('あなたが直しました')
    await mori.act(`${at()}/lines`, { kind: 'scope', text: '一週間だけ時間を測る' })
    const work = await nodeOf(id, 'work')
    await mori.act(`${at()}/nodes/${work.id}/confirmation`)
    const owners = await nakamura.get(`/worries/${id}`)
    for (const words of [
      '事務局の森さんが直しました',
      '事務局の森さんが足しました',
      'はい（事務局の森さん）',
      '一週間だけ時間を測る',
    ]) {
      expect(owners.text).toContain(words)
    }
    expect(await actsOn(node)).toEqual(['node.changed'])
    // Each of them sees what the other wrote, without the owner's name.
    await nakamura.act(`/worries/${id}/nodes/${node}/words`, { text: '測る人がいない' })
    expect((await nakamura.get(`/worries/${id}`)).text).toContain('あなたが直しました')
    const again = await mori.get(at())
    expect(again.text).toContain('ご相談の方が直しました')
    expect(again.text).not.toContain('中村')
  })

  test('what it took away can be put back by both', async () => {
    const { id: node } = await nodeOf(id, 'cause')
    await nakamura.act(`/worries/${id}/help`, { from: 'desk' })
    const removed = await mori.act(`${at()}/nodes/${node}/removal`)
    expect(removed.text).toContain('を外しました')
    expect(removed.html).toContain(`${at()}/nodes/${node}/retraction`)
    expect((await nakamura.get(`/worries/${id}`)).text).toContain('（事務局の森さんが外しました）')
    await nakamura.act(`/worries/${id}/nodes/${node}/retraction`)
    expect(await nodeOf(id, 'cause')).toMatchObject({ removedAt: null, writtenBy: null, writtenAs: null })
  })

  test('is done: the owner is told once, and may ask again', async () => {
    await nakamura.act(`/worries/${id}/help`, { from: 'desk' })
    expect((await mori.post(`${at()}/help/finish`)).location).toBe('/desk')
    expect((await mori.post(`${at()}/help/finish`)).status).toBe(409)
    await house.drain()
    const told = house.mails.filter(({ to, text }) => to === 'nakamura@cast.example' && text.includes(`/worries/${id}`))
    expect(told).toHaveLength(1)
    expect(told[0]!.text).toContain('事務局が、お困りごとの整理を見終わりました')
    expect((await mori.get(at())).text).not.toContain('見終わりました')
    expect((await nakamura.get(`/worries/${id}`)).text).toContain('いっしょに見てもらう')
  })
})

describe('a partner', () => {
  const at = () => `/partners/${town}/worries/${id}`

  test('sees nothing that it was not asked to see', async () => {
    expect((await koga.get(at())).status).toBe(404)
    expect((await koga.get(`/worries/${id}`)).status).toBe(404)
    await nakamura.act(`/worries/${id}/help`, { from: 'desk' })
    expect((await koga.get(at())).status).toBe(404)
    expect((await koga.get(`/partners/${town}`)).text).not.toContain('いっしょに見てほしい')
  })

  test('works on what it was asked for, by its own page, and another partner does not', async () => {
    const { id: node } = await nodeOf(id, 'cause')
    const other = await ofCraft()
    await nakamura.act(`/worries/${id}/help`, { from: town })
    await house.drain()
    expect(house.mails.findLast(({ to }) => to === 'koga@cast.example')!.text).toContain(at())
    expect((await koga.get(`/partners/${town}`)).html).toContain(`href="/partners/${town}/worries"`)
    const list = await koga.get(`/partners/${town}/worries`)
    expect(list.html).toContain(`href="${at()}"`)
    expect(list.html).not.toContain(other)
    const page = await koga.get(at())
    expect(page.text).toContain(CRAFT)
    expect(page.text).not.toMatch(/案件を作る|紙と番号|言葉を直す/)
    await koga.act(`${at()}/nodes/${node}/words`, { text: '値段を決める人がいない' })
    await koga.act(`${at()}/lines`, { kind: 'exclusion', text: '夜の電話' })
    const owners = await nakamura.get(`/worries/${id}`)
    expect(owners.text).toContain(`${PARTNERS.town.name}に、いっしょに見てもらっています`)
    expect(owners.text).toContain(`${PARTNERS.town.name}の古賀さんが直しました`)
    expect(owners.text).toContain(`${PARTNERS.town.name}の古賀さんが足しました`)

    for (const path of ['', '/words', '/sheet', '/help', `/nodes/${node}`, '/lines/new']) {
      expect((await koga.get(`/worries/${id}${path}`)).status, path).toBe(404)
    }
    expect((await koga.post(`/worries/${id}/nodes/${node}/removal`)).status).toBe(409)
    for (const [browser, base] of [
      [abe, at()],
      [abe, `/partners/${bank}/worries/${id}`],
      [sato, at()],
      [nakamura, at()],
    ] as const) {
      expect((await browser.get(base)).status).toBe(404)
      expect((await browser.post(`${base}/nodes/${node}/removal`)).status).toBeGreaterThanOrEqual(404)
    }
    expect((await nodeOf(id, 'cause')).removedAt).toBeNull()
    expect((await koga.get(`/companies/${craft}`)).status).toBe(404)
    expect((await koga.get(`/partners/${town}/worries/${other}`)).status).toBe(404)
  })

  test('is done, and then sees it no longer; the owner is told who was', async () => {
    await nakamura.act(`/worries/${id}/help`, { from: town })
    expect((await koga.post(`${at()}/help/finish`)).location).toBe(`/partners/${town}/worries`)
    const done = await koga.get(at())
    expect([done.status, done.text]).toEqual([409, expect.stringContaining('見終わったお困りごと')])
    expect((await koga.get(`/partners/${town}/worries`)).text).toContain('いま頼まれているものはありません')
    await house.drain()
    const told = house.mails.findLast(({ to, text }) => to === 'nakamura@cast.example' && text.includes(id))!
    expect(told.text).toContain(`${PARTNERS.town.name}が、お困りごとの整理を見終わりました`)
  })

  test('sees it no longer when the company stops showing itself', async () => {
    await nakamura.act(`/worries/${id}/help`, { from: town })
    await nakamura.act(`/companies/${craft}/partners/${town}/revocation`)
    const { id: node } = await nodeOf(id, 'cause')
    const text = '段取りを決める人がいないようです'
    const gone = [
      await koga.get(at()),
      await koga.get(`${at()}/nodes/${node}`),
      await koga.post(`${at()}/lines`, { kind: 'cause', text }),
    ]
    for (const page of gone) {
      expect(page.status).toBe(409)
      expect(page.text).toContain('この企業は、窓口に見せるのをやめました')
      expect(page.html).toContain(`href="/partners/${town}/worries"`)
      expect(page.text).not.toContain(CRAFT)
    }
    expect(gone[2]!.html).toContain(`>${text}</textarea>`)
    // Whoever was never asked learns nothing, not even that there was something.
    const bare = (html: string) => html.replace(/受付番号「\w+」/, '').replace(/[0-9a-f-]{36}/g, '')
    const never = `/partners/${bank}/worries/00000000-0000-4000-8000-000000000000`
    const other = await abe.get(`/partners/${bank}/worries/${id}`)
    expect([other.status, bare(other.html)]).toEqual([404, bare((await abe.get(never)).html)])
    expect((await abe.get(at())).status).toBe(404)
    expect((await nakamura.get(`/worries/${id}`)).text).toContain('からは、いま見えません')
    await nakamura.act(`/companies/${craft}/partners/${town}/consent`)
    expect((await koga.get(at())).status).toBe(200)
    await nakamura.act(`/worries/${id}/help/ending`)
    const ended = await koga.get(at())
    expect([ended.status, ended.text]).toEqual([409, expect.stringContaining('見てもらうのを終えました')])
  })
})

test('history holds no word of any of it', async () => {
  const rows = await asOwner(house.db, (tx) => tx.select().from(history))
  expect(JSON.stringify(rows)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
})
