import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId } from '../../seed/cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { choiceToken } from '../../src/projects/rules/paper.ts'
import { paperPhotos, papers } from '../../src/projects/schema.ts'
import { scouts } from '../../src/scouts/schema.ts'
import { craft, drafting } from '../drafting.ts'
import { assisting } from '../fixtures/assistance.ts'
import { PLACE, photo } from '../fixtures/pictures.ts'
import { seatsIn } from '../fixtures/seats.ts'
import { openHouse } from '../house.ts'
import { COST, publish } from '../publishing.ts'

const house = await openHouse()
const { rowOf } = drafting(house)
const { owner, later, koga, newDraft } = await assisting(house)
const DAY = 24 * 60
const answersOf = (html: string) => /\/answers\/[\w.-]+/.exec(html)![0]

test('the questions of a draft go onto paper, and whoever holds it answers from the phone without signing in', async () => {
  const id = await newDraft(owner)
  const sheet = await owner.get(`${craft}/projects/${id}/sheet`)
  expect(sheet.text).toContain('いま、何に困っていますか')
  expect(sheet.text).toContain('□ わからない')
  expect(sheet.text).toContain('QRコードは2026年11月30日（月）まで使えます')
  const answers = answersOf(sheet.html)
  // An assistant prints it for the pen: nothing that outlives the session.
  expect((await (await koga('draft')).get(`${craft}/projects/${id}/sheet`)).html).not.toContain('/answers/')
  expect((await (await house.as('chiyo')).get(`${craft}/projects/${id}/sheet`)).status).toBe(404)

  const phone = house.visitor()
  await owner.post(`${craft}/projects/${id}/draft/background`, { version: 1, background: 'もとからある言葉' })
  const page = await phone.get(answers)
  expect([page.status, page.html.includes('もとからある言葉')]).toEqual([200, false])
  expect((await phone.post(answers, { hours: '9999' })).status).toBe(422)
  const sent = await phone.act(answers, {
    background: '',
    goal: '三か月後には、値段を決められる。',
    hours: '10',
    fee: 'unsure',
  })
  expect(sent.text).toContain('答えを受け取りました')
  expect(await rowOf(id)).toMatchObject({
    background: 'もとからある言葉',
    goal: '三か月後には、値段を決められる。',
    hours: 10,
  })
  expect((await rowOf(id)).unsure).toContain('fee')
  await house.drain()
  expect(house.mails.at(-1)!.subject).toBe('質問の紙から、答えが届きました')

  // It opens nothing else: no draft, no other project, no session.
  expect((await phone.get(`${craft}/projects/${id}/draft`)).location).toContain('/sign-in')
  await phone.post(answers, { posterName: 'ほかの会社', title: 'ほかの題' })
  expect(await rowOf(id)).not.toMatchObject({ posterName: 'ほかの会社' })
  const other = await newDraft(owner)
  expect((await phone.get(answers.replace(id, other))).status).toBe(409)
  expect((await phone.get('/answers/abc')).status).toBe(404)
  expect((await phone.get(`/answers/${id}.zzzzzz.${encodeURIComponent('あ'.repeat(32))}`)).status).toBe(409)
  expect((await phone.get(answers.replace(id, companyId('craft')))).status).toBe(409)
})

test('the code is over after a week, and when the draft is no draft any more', async () => {
  const id = await newDraft(owner)
  const answers = answersOf((await owner.get(`${craft}/projects/${id}/sheet`)).html)
  later(7 * DAY - 60)
  expect((await house.visitor().get(answers)).status).toBe(200)
  later(60)
  const late = await house.visitor().post(answers, { goal: '遅れて書いた言葉' })
  expect([late.status, late.text.includes('遅れて書いた言葉')]).toEqual([409, true])
  const again = answersOf((await owner.get(`${craft}/projects/${id}/sheet`)).html)
  await owner.post(`${craft}/projects/${id}/withdrawal`, { version: (await rowOf(id)).version })
  expect((await house.visitor().get(again)).status).toBe(409)
  expect((await owner.get(`${craft}/projects/${id}/sheet`)).location).toBe(`${craft}/projects/${id}`)
})

test('every sheet has a number for whoever has no camera, typed at one short address', async () => {
  const id = await newDraft(owner)
  const sheet = `${craft}/projects/${id}/sheet`
  expect((await owner.get(sheet)).text).not.toContain('カメラが使えないとき')
  expect((await (await koga('draft')).post(sheet)).status).toBe(404)
  expect((await (await house.as('chiyo')).post(sheet)).status).toBe(404)
  const page = await owner.act(sheet)
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(page.text)![0]
  expect(page.text).toContain('カメラが使えないときは、この番号を')
  // Printed again on the same day it is the same sheet; the page of the draft gives it with its number.
  expect((await owner.act(sheet)).text).toContain(code)
  expect((await owner.get(`${craft}/projects/${id}`)).html).toContain(`action="${sheet}"`)
  // An address breaks only between its parts.
  expect(page.html).toMatch(/<wbr\/?>p<\/strong>/)
  const phone = house.visitor()
  expect((await phone.get('/p')).status).toBe(200)
  const way = await phone.post('/p', { code: ` ${code.toLowerCase()} ` })
  expect(way.location).toMatch(/^\/answers\//)
  expect((await phone.get(way.location!)).text).toContain('質問に答える')
  expect((await phone.post('/p', { code: 'O0O0' })).status).toBe(422)
  // What is no sheet of a project may be one of a worry: that page says so.
  expect((await phone.post('/p', { code: 'ABCD-2345' })).location).toBe('/resume/ABCD2345')
  later(7 * DAY)
  expect((await phone.post('/p', { code })).location).toMatch(/^\/resume\//)
})

test('a sheet that was filled in by hand comes back as a photo, and whoever types has it before them', async () => {
  const id = await newDraft(owner)
  const base = `${craft}/projects/${id}`
  const answers = answersOf((await owner.get(`${base}/sheet`)).html)
  const rows = () => asOwner(house.db, (tx) => tx.select().from(paperPhotos).where(eq(paperPhotos.projectId, id)))
  const phone = house.visitor()
  // From whoever holds the paper: cleaned as every photo is, and no more than five.
  expect((await phone.upload(`${answers}/photos`, {}, { photo: Buffer.from('no picture') })).status).toBe(422)
  const sent = await phone.upload(`${answers}/photos`, {}, { photo: photo() })
  expect((await phone.get(sent.location)).text).toContain('写真を受け取りました')
  expect((await owner.upload(`${base}/photos`, { sheet: 'draft' }, { photo: photo() })).location).toContain('#photos')
  const [first, second] = await rows()
  expect(Buffer.from(first!.content).includes(PLACE)).toBe(false)
  const picture = `${base}/photos/${first!.id}`
  expect((await owner.get(`${base}/sheet`)).html).toContain(`src="${picture}"`)
  expect((await owner.get(picture)).status).toBe(200)
  for (const stranger of [phone, await house.as('sato'), await house.as('chiyo')])
    expect((await stranger.get(picture)).status).not.toBe(200)
  // Taken away, and put back.
  const away = await owner.act(`${base}/photos/${second!.id}/removal`)
  expect(away.text).toContain('写真を消しました')
  expect((await owner.get(`${base}/photos/${second!.id}`)).status).toBe(404)
  await owner.act(`${base}/photos/${second!.id}/restoration`)
  for (let n = 0; n < 3; n++) await owner.upload(`${base}/photos`, { sheet: 'draft' }, { photo: photo() })
  expect((await owner.upload(`${base}/photos`, { sheet: 'draft' }, { photo: photo() })).status).toBe(409)

  // The desk types what it says, as whoever holds the paper could.
  await house.drain()
  const typing = `/desk/papers/${id}/typing`
  expect(house.mails.filter(({ to, text }) => to === 'mori@cast.example' && text.includes(typing))).toHaveLength(1)
  const desk = await house.as('mori')
  expect((await desk.get('/desk')).html).toContain(typing)
  const page = await desk.get(typing)
  expect(page.html).toContain(`src="/desk/papers/${id}/photos/${first!.id}"`)
  expect((await desk.get(`/desk/papers/${id}/photos/${first!.id}`)).status).toBe(200)
  const photos = /name="photos" value="([^"]+)"/.exec(page.html)![1]!
  expect((await desk.post(typing, { photos, hours: '9999' })).status).toBe(422)
  await desk.act(typing, { photos, goal: '手で書いた言葉。', hours: '10' })
  expect(await rowOf(id)).toMatchObject({ goal: '手で書いた言葉。', hours: 10 })
  expect((await rows()).every(({ typedBy }) => typedBy === accountId('mori'))).toBe(true)
  expect((await desk.post(typing, { photos, goal: '二度' })).status).toBe(409)
  expect((await desk.get(`/desk/papers/${id}/photos/${first!.id}`)).status).toBe(404)
  await house.drain()
  expect(house.mails.at(-1)!.subject).toBe('質問の紙から、答えが届きました')

  // Whoever types for the owner adds one and has it beside the form; what they save is typed.
  const other = await newDraft(owner)
  const helping = await koga('draft')
  const there = `${craft}/projects/${other}`
  await helping.upload(`${there}/photos`, { sheet: 'draft' }, { photo: photo() })
  expect((await helping.upload(`${there}/photos`, { sheet: 'proposals' }, { photo: photo() })).status).toBe(404)
  expect((await desk.get('/desk')).html).toContain(`/desk/papers/${other}/typing`)
  const form = await helping.get(`${there}/draft/background`)
  expect(form.html).toContain(`src="${there}/photos/`)
  await helping.act(`${there}/draft/background`, { version: 1, background: '紙のとおりに写しました。' })
  expect((await desk.get('/desk')).html).not.toContain(`/desk/papers/${other}/typing`)
  expect((await helping.get(`${there}/draft/goal`)).html).toContain(`src="${there}/photos/`)

  // Nobody could read it: the company is asked for another.
  const third = await newDraft(owner)
  await owner.upload(`${craft}/projects/${third}/photos`, { sheet: 'draft' }, { photo: photo() })
  const dark = /name="photos" value="([^"]+)"/.exec((await desk.get(`/desk/papers/${third}/typing`)).html)![1]!
  await desk.act(`/desk/papers/${third}/typing/unreadable`, { photos: dark })
  await house.drain()
  expect(house.mails.at(-1)!.subject).toBe('紙の写真を読めませんでした')
  // It goes as its sheet does.
  later(38 * DAY)
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'projects.forgetDraftCopies', {}))
  await house.drain()
  expect(await rows()).toEqual([])
})

test('people proposed go onto one sheet, are marked from the phone by their number, and nobody hears of it', async () => {
  const { id, address } = await publish(house, 'craft', COST)
  await house.drain()
  expect((await house.as('sato').then((sato) => sato.post(`${address}/sheet`))).status).toBe(404)
  const sheet = await owner.act(`${address}/sheet`)
  for (const words of ['に合いそうな人', '1人目', '□ 声をかけたい', '確かめたいこと', '相手には何も届きません'])
    expect(sheet.text).toContain(words)
  for (const secret of ['田中', '西陣みやび']) expect(sheet.html).not.toContain(secret)
  const choices = /\/choices\/[\w.-]+/.exec(JSON.stringify(await tokenOf(id)))![0]
  const phone = house.visitor()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sheet.text)![0]
  expect((await phone.post('/p', { code })).location).toBe(choices)
  const page = await phone.get(choices)
  expect(page.text).toContain('1人目')
  // The paper has the people; the screen shows nothing of them.
  expect(page.text).not.toContain('手作業')
  const before = house.mails.length
  const marked = await phone.act(choices, { person1: 'invite', person2: 'shelve', person9: 'invite' })
  expect(marked.text).toContain('まだ、だれにも声はかかっていません')
  await house.drain()
  // The company's own people, and nobody else.
  const told = house.mails.slice(before)
  expect(told.map(({ to }) => to).sort()).toEqual(['chiyo@cast.example', 'nakamura@cast.example'])
  for (const { subject } of told) expect(subject).toBe('合いそうな人の紙から、印が届きました')
  const list = await owner.get(address)
  expect(list.text).toContain('紙の印：声をかけたい')
  expect(list.text).toContain('紙の印：見送る')
  // The same by a photo of what was marked by hand.
  const shot = await phone.upload(`${choices}/photos`, {}, { photo: photo() })
  expect((await phone.get(shot.location)).text).toContain('写真を受け取りました')
  const [picture] = new RegExp(`/companies/[^"]+/projects/${id}/photos/[0-9a-f-]{36}`).exec(
    (await owner.get(`${address}?paper=1`)).html,
  )!
  // Whoever only posts sees nothing of people, nor does an assistant.
  const { join, browserOf } = seatsIn(house, companyId('craft'))
  const lookers = [await browserOf(await join('poster')), await koga('draft'), await browserOf(await join('chooser'))]
  expect(await Promise.all(lookers.map(async (looker) => (await looker.get(picture)).status))).toEqual([404, 404, 200])
  const desk = await house.as('mori')
  const typing = await desk.get(`/desk/papers/${id}/typing`)
  expect(typing.text).toContain('1人目')
  const photos = /name="photos" value="([^"]+)"/.exec(typing.html)![1]!
  await desk.act(`/desk/papers/${id}/typing`, { photos, person1: 'shelve', person2: 'open' })
  expect((await owner.get(address)).text).not.toContain('紙の印：声をかけたい')
  expect(await asOwner(house.db, (tx) => tx.select().from(scouts).where(eq(scouts.projectId, id)))).toEqual([])
  // One purpose, a few days, and only what we printed.
  expect((await phone.get(choices.replace('/choices/', '/answers/'))).status).toBe(404)
  expect((await phone.get(`${choices}x`)).status).toBe(404)
  later(7 * DAY)
  expect((await phone.post(choices, { person1: 'shelve' })).status).toBe(409)
  for (let n = 0; n < 15; n++) await phone.post('/p', { code: 'ABCD-2345' })
  expect((await phone.post('/p', { code: 'ABCD-2345' })).status).toBe(429)

  async function tokenOf(projectId: string) {
    const [paper] = await asOwner(house.db, (tx) => tx.select().from(papers).where(eq(papers.projectId, projectId)))
    return `/choices/${choiceToken(house.deps.secrets, paper!.id)}`
  }
})
