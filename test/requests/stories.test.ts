import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { applications } from '../../src/applications/schema.ts'
import { cases, stories } from '../../src/cases/schema.ts'
import { consultations } from '../../src/desk/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { fillIn, reviewedContract, staff } from '../fixtures/contracts.ts'
import { DOT } from '../fixtures/pictures.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const desk = await staff(house, 'mori')
const visitor = house.visitor()
const home = `/companies/${companyId('craft')}`
const contract = await reviewedContract(house, owner, person)
const [row] = await asOwner(house.db, (tx) => tx.select().from(cases).where(eq(cases.contractId, contract.contractId)))
const id = row!.id
const STORY = {
  ...{ title: '提灯の値段は、だれが決める', lead: '三代つづく工房が、はじめて手の時間を測りました。' },
  ...{ body: '夕方の工房は、竹と糊のにおいがします。\n\n■測ってみる\n紙を一枚、机に置きました。', spot: 'talk' },
  photoWords: '提灯に絵をつける手',
}
const mails = () => house.mails.map(({ to, text }) => ({ to, text }))
const versionOf = (html: string, form: string) => {
  return new RegExp(`action="${form}"[\\s\\S]*?name="version" value="(\\d+)"`).exec(html)![1]!
}

test('a case may be told as a story once it is public with both names, and not before', async () => {
  expect((await desk.get(`/desk/cases/${id}`)).text).not.toContain('読みものにする')
  expect((await desk.post(`/desk/cases/${id}/story`, STORY)).status).toBe(409)
  await fillIn(desk, `/desk/cases/${id}`, `/desk/cases/${id}`, {
    ...{ title: '手仕事の値段を決めなおした', problem: '品ごとの費用が見えないままでした。' },
    done: '工房で手の時間を測りました。',
  })
  for (const [browser, base] of [
    [owner, contract.company],
    [person, contract.talent],
  ] as const) {
    await fillIn(browser, `${base}/case`, `${base}/case`, { openness: 'named' })
  }
  const page = await desk.get(`/desk/cases/${id}`)
  await desk.act(`/desk/cases/${id}/publication`, { version: versionOf(page.html, `/desk/cases/${id}/publication`) })
  expect((await desk.get(`/desk/cases/${id}`)).text).toContain('読みものにする')
  expect((await owner.post(`/desk/cases/${id}/story`, STORY)).status).toBe(404)
  expect((await desk.post(`/desk/cases/${id}/story`, { ...STORY, lead: '' })).text).toContain('はじめの一文')
  const sent = await desk.upload(`/desk/cases/${id}/story`, STORY, { photo: DOT })
  expect(sent.status).toBe(303)
  await house.drain()
  for (const name of ['nakamura', 'tanaka']) {
    expect(mails().findLast(({ to }) => to === `${name}@cast.example`)!.text).toContain('これでよいかを教えてください')
  }
  expect((await owner.get(home)).html).toContain(`${contract.company}/case#story`)
  expect((await person.get('/me')).html).toContain(`${contract.talent}/case#story`)
  expect((await desk.get('/desk')).text).not.toContain(STORY.title)
  for (const path of [`/stories/${id}`, `/stories/${id}/photo`, `/stories/${id}/picture.png`]) {
    expect((await visitor.get(path)).status).toBe(404)
  }
  expect((await visitor.get('/stories')).text).toContain('最初の読みもの')
})

test('both sides read it with its photo and agree to it as it stands; a changed text is asked for again', async () => {
  const story = (base: string) => `${base}/case/story`
  const agree = async (browser: typeof owner, base: string) => {
    const page = await browser.get(`${base}/case`)
    return browser.post(story(base), { version: versionOf(page.html, story(base)) })
  }
  const seen = await person.get(`${contract.talent}/case`)
  expect(seen.text).toContain('夕方の工房は')
  expect(seen.text).toContain('元にもどせません')
  expect(seen.html).not.toContain('aria-label="記事を取り下げる"')
  expect((await person.get(`${story(contract.talent)}/photo`)).headers.get('content-type')).toBe('image/png')
  expect((await owner.get(`${story(contract.company)}/photo`)).status).toBe(200)
  expect((await (await house.as('sato')).get(`${story(contract.talent)}/photo`)).status).toBe(404)
  expect((await agree(person, contract.talent)).status).toBe(303)
  expect((await desk.post(`/desk/cases/${id}/story/publication`, { version: 1 })).status).toBe(409)
  expect((await desk.post(`/desk/cases/${id}/story`, { ...STORY, body: '朝の工房。', version: 1 })).status).toBe(303)
  expect((await owner.post(story(contract.company), { version: 1 })).status).toBe(409)
  for (const [browser, base] of [
    [owner, contract.company],
    [person, contract.talent],
  ] as const) {
    expect((await agree(browser, base)).status).toBe(303)
  }
  await house.drain()
  expect(mails().findLast(({ to }) => to === 'mori@cast.example')!.text).toContain('この記事でよい')
  expect((await desk.get('/desk')).html).toContain(`/desk/cases/${id}#story`)
  expect((await owner.get(home)).html).not.toContain('/case#story')
  expect((await person.get('/me')).html).not.toContain('/case#story')
  await desk.act(`/desk/cases/${id}/story/publication`, { version: 2 })
  expect((await desk.get('/desk')).html).not.toContain(`/desk/cases/${id}#story`)
})

test('everybody reads it, on its page, in the list, the feeds and where its region and its case are', async () => {
  const page = await visitor.get(`/stories/${id}`)
  expect(page.text).toContain('朝の工房。')
  expect(page.html).toContain(`/stories/${id}/picture.png`)
  expect(page.html).toMatch(/alt="提灯に絵をつける手"/)
  expect(page.text).toMatch(/なかむら提灯工房と、田中/)
  for (const path of ['/stories', '/', '/regions/40', `/cases/${id}`, '/stories.atom', '/stories.feed.json']) {
    expect((await visitor.get(path)).html.replaceAll('<wbr/>', '')).toContain(STORY.title)
  }
  for (const path of [`/stories/${id}/photo`, `/stories/${id}/picture.png`]) {
    expect((await visitor.get(path)).headers.get('content-type')).toBe('image/png')
  }
})

test('either side takes it back for good; it goes with its case, and history holds no word of it', async () => {
  await person.act(`${contract.talent}/case/story/withdrawal`)
  expect((await visitor.get(`/stories/${id}`)).status).toBe(404)
  expect((await visitor.get(`/cases/${id}`)).status).toBe(200)
  expect((await desk.post(`/desk/cases/${id}/story`, { ...STORY, version: 2 })).status).toBe(409)
  const [gone] = await asOwner(house.db, (tx) => tx.select().from(stories))
  expect([gone!.photo, gone!.photoType]).toEqual([null, null])
  const photo = { photo: gone!.photo ?? Buffer.from(DOT), photoType: 'image/png' as const }
  await asOwner(house.db, (tx) => tx.update(stories).set({ withdrawnAt: null, ...photo }))
  expect((await visitor.get(`/stories/${id}`)).status).toBe(200)
  await owner.act(`${contract.company}/case/withdrawal`)
  expect((await visitor.get(`/stories/${id}`)).status).toBe(404)
  expect((await visitor.get('/stories')).text).not.toContain(STORY.title)
  const [left] = await asOwner(house.db, (tx) => tx.select().from(stories))
  expect([left!.withdrawnAt, left!.photo, left!.photoType]).toEqual([expect.any(Date), null, null])
  expect((await desk.get(`/desk/cases/${id}/story/photo`)).status).toBe(404)
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectId, id)))
  expect(acts.filter(({ act }) => act.startsWith('story.')).map(({ act }) => act.slice(6))).toEqual([
    ...['written', 'agreed', 'written', 'agreed', 'agreed', 'published', 'withdrawn'],
  ])
  expect(JSON.stringify(acts)).not.toMatch(/工房/)
})

test('whoever leaves takes their cases and stories along, with the name', async () => {
  await asOwner(house.db, async (tx) => {
    await tx.update(cases).set({ withdrawnAt: null, talentName: '田中 正雄' }).where(eq(cases.id, id))
    await tx.update(stories).set({ withdrawnAt: null, photo: Buffer.from(DOT), photoType: 'image/png' })
  })
  for (const path of [`/stories/${id}`, `/cases/${id}`]) expect((await visitor.get(path)).text).toContain('田中')
  await person.post('/calls', {
    ...{ name: '田中', phone: '090-0000-0000', wish: 'soon', note: '', from: '' },
  })
  expect(await asOwner(house.db, (tx) => tx.select().from(consultations))).toHaveLength(1)
  expect((await person.post('/me/leaving', { sure: 'yes' })).location).toBe('/sign-in?left=yes')
  await house.drain()
  for (const path of [`/stories/${id}`, `/cases/${id}`]) expect((await visitor.get(path)).status).toBe(404)
  await asOwner(house.db, async (tx) => {
    const [gone] = await tx.select().from(cases).where(eq(cases.id, id))
    const [story] = await tx.select().from(stories)
    expect([gone!.withdrawnAt, gone!.talentName, story!.photo]).toEqual([expect.any(Date), null, null])
    expect(await tx.select().from(consultations)).toEqual([])
  })
  expect((await owner.get(`${contract.company}/case`)).text).toContain('取り下げました')
  // What was sent stays to be read; nothing more is written to nobody.
  const [application] = await asOwner(house.db, (tx) => tx.select().from(applications))
  const kept = `${home}/applications/${application!.id}`
  for (const path of [contract.company, kept]) expect((await owner.get(path)).status).toBe(200)
  expect((await owner.get(`${kept}/messages`)).text).toContain('このやりとりは、いまは閉じています')
  expect((await owner.post(`${kept}/messages`, { body: 'お元気ですか。' })).status).toBe(409)
})
