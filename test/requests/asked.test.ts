import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { worries, worryAnswers, worryPhotos } from '../../src/challenges/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { entries } from '../../src/mandates/schema.ts'
import { papers } from '../../src/projects/schema.ts'
import { craft, drafting, WORRY } from '../drafting.ts'
import { assisting } from '../fixtures/assistance.ts'
import { photo } from '../fixtures/pictures.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const { rowOf } = drafting(house)
const { owner, later, koga, newDraft } = await assisting(house)
const DAY = 24 * 60

test('what is asked back about a worry goes onto one sheet, and comes back from the phone or is typed at once', async () => {
  const told = await owner.post('/worries', { text: WORRY })
  const id = /[0-9a-f-]{36}/.exec(told.location)![0]
  await owner.post(`/worries/${id}/company`, { company: companyId('craft') })
  const given = async () =>
    Object.fromEntries(
      (await asOwner(house.db, (tx) => tx.select().from(worryAnswers).where(eq(worryAnswers.worryId, id)))).map(
        ({ question, text }) => [question, text],
      ),
    )
  const sheet = await owner.get(`/worries/${id}/questions?paper=1`)
  expect(sheet.text).toContain('いま、どんな様子ですか')
  expect(sheet.text).toContain('□ 月に3万円、月に5時間')
  const asked = /\/asked\/[\w.-]+/.exec(sheet.html)![0]
  // An assistant prints it for the pen, and types what comes back on one page; strangers find nothing.
  const helping = await koga('draft')
  const assisted = `${craft}/worries/${id}/questions`
  const printed = await helping.get(`${assisted}?paper=1`)
  expect([printed.text.includes('いま、どんな様子ですか'), printed.html.includes('/asked/')]).toEqual([true, false])
  expect((await (await house.as('chiyo')).get(`/worries/${id}/questions?paper=1`)).status).toBe(404)
  await helping.act(assisted, { 'text-goal': '半年後に、値段を決められる。', 'choice-decides': 'わたしが決める' })
  expect(await given()).toEqual({ goal: '半年後に、値段を決められる。', decides: 'わたしが決める' })
  const typed = () =>
    asOwner(house.db, (tx) =>
      tx
        .select()
        .from(entries)
        .where(and(eq(entries.subjectId, id), eq(entries.field, 'answer:goal'))),
    )
  expect(await typed()).toMatchObject([{ confirmedAt: null }])

  // Whoever holds the paper: what is open, and nothing of what was told.
  const phone = house.visitor()
  const page = await phone.get(asked)
  expect([page.status, page.text.includes(WORRY), page.text.includes('半年後に、どうなって')]).toEqual([
    200,
    false,
    false,
  ])
  expect((await phone.post(asked, { 'text-now': 'あ'.repeat(501) })).status).toBe(422)
  expect((await phone.post(asked, { 'choice-since': 'ずっと' })).status).toBe(422)
  const sent = await phone.act(asked, {
    'text-now': '盆の前は夜なべが続く',
    'choice-since': '何年も前から',
    'text-goal': 'ほか',
  })
  expect(sent.text).toContain('答えを受け取りました')
  expect(await given()).toMatchObject({
    now: '盆の前は夜なべが続く',
    since: '何年も前から',
    goal: '半年後に、値段を決められる。',
  })
  await house.drain()
  expect(house.mails.filter(({ text }) => text.includes('質問の紙から、答えが届きました'))).toHaveLength(1)
  expect((await owner.get(`/worries/${id}`)).text).toContain('盆の前は夜なべが続く')
  expect((await phone.get(`/worries/${id}`)).status).toBe(404)

  // By hand in one picture; whoever wrote of dying gets the numbers, and nobody is asked on.
  expect((await phone.upload(`${asked}/photos`, {}, { photo: Buffer.from('no picture') })).status).toBe(422)
  expect((await phone.get((await phone.upload(`${asked}/photos`, {}, { photo: photo() })).location)).text).toContain(
    '写真を',
  )
  expect(
    await asOwner(house.db, (tx) => tx.select().from(worryPhotos).where(eq(worryPhotos.worryId, id))),
  ).toHaveLength(1)
  expect((await phone.act(asked, { 'text-tried': 'もう死にたい' })).text).toContain('ひとりで抱えないでください')
  expect((await owner.get(`/worries/${id}/questions?paper=1`)).location).toBe(`/worries/${id}`)
  expect((await phone.get(asked)).html).not.toContain('name="text-where"')

  expect((await phone.get('/asked/abc')).status).toBe(404)
  expect((await phone.get(asked.replace(id, companyId('craft')))).status).toBe(409)
  later(7 * 24 * 60 + 60)
  expect((await phone.post(asked, { 'text-where': '遅れて' })).status).toBe(409)
  expect((await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id))))[0]!.text).toBe(WORRY)
})

test('a whole draft goes onto paper, and a yes by hand or from the phone is one to what stands on it', async () => {
  const id = await newDraft(owner)
  const base = `${craft}/projects/${id}`
  const page = `${base}/sheet?whole=1`
  const approval = async () => {
    const printed = await asOwner(house.db, (tx) => tx.select().from(papers).where(eq(papers.projectId, id)))
    return printed.filter(({ kind }) => kind === 'approval').sort((a, b) => +a.printedAt - +b.printedAt)
  }
  const write = async (said: Record<string, string>) =>
    owner.post(`${base}/draft`, { version: (await rowOf(id)).version, ...said })
  // Nothing was printed: there is nothing to agree to.
  expect((await owner.get(page)).location).toBe(base)
  expect((await owner.post(`${base}/approval`, { answer: 'approved', paper: id })).status).toBe(404)
  await write({ title: '値段の決め方を整えてくれる方', hours: '10' })
  const sheet = await owner.act(`${base}/approval/paper`)
  for (const words of ['値段の決め方を整えてくれる方', '10時間', '□ このまま出してよい', 'まだ決まっていないこと'])
    expect(sheet.text).toContain(words)
  await owner.post(`${base}/approval/paper`)
  expect(await approval()).toHaveLength(1)

  // From the phone: the answers, nothing of the draft, and nothing is sent.
  const phone = house.visitor()
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(sheet.text)![0]
  const answers = (await phone.post('/p', { code })).location!
  const form = await phone.get(answers)
  expect([form.text.includes('下書きに返事をする'), form.text.includes('値段の決め方')]).toEqual([true, false])
  expect((await phone.post(answers, { answer: 'change' })).status).toBe(422)
  expect((await phone.act(answers, { answer: 'change', words: '題を、もっと短く。' })).text).toContain(
    '答えを受け取りました',
  )
  expect((await owner.get(base)).text).toContain('題を、もっと短く。')
  expect((await rowOf(id)).submittedAt).toBeNull()
  await house.drain()
  expect(house.mails.map(({ subject }) => subject)).toContain('下書きを確かめる紙から、返事が届きました')
  await write({ title: '値段を一緒に決める方' })
  const stale = await phone.post(answers, { answer: 'approved' })
  expect([stale.status, stale.text.includes('下書きが変わりました')]).toEqual([409, true])
  expect((await owner.get(page)).text).toContain('新しい紙を出す')

  // Whoever types for the owner prints it for the pen, keeps the photo, and writes down what was ticked.
  later(1)
  const helping = await koga('draft')
  const pen = await helping.act(`${base}/approval/paper`)
  expect([pen.text.includes('値段を一緒に決める方'), pen.html.includes('/answers/')]).toEqual([true, false])
  expect(await approval()).toHaveLength(2)
  await helping.upload(`${base}/photos`, { sheet: 'approval' }, { photo: photo() })
  const [shot] = /\/companies\/[^"]+\/photos\/[0-9a-f-]{36}/.exec((await helping.get(page)).html)!
  expect((await helping.get(shot)).status).toBe(200)
  // The page of a paper that is no longer the newest says yes to nothing; that of the newest does.
  const [old] = await approval()
  const other = await helping.post(`${base}/approval`, { answer: 'approved', paper: old!.id })
  expect([other.status, other.text.includes('新しい紙が出ました')]).toEqual([409, true])
  const { id: paper } = (await approval())[1]!
  expect((await helping.get(page)).html).toContain(`name="paper" value="${paper}"`)
  expect((await helping.act(`${base}/approval`, { answer: 'approved', paper })).text).toContain('：このまま出してよい')
  expect((await approval())[1]).toMatchObject({ answer: 'approved', words: null })
  expect((await owner.get(base)).html).toContain(`href="${base}/submission"`)
  expect((await owner.get(`${craft}/assistance`)).text).toContain('紙の返事を書き写しました')
  // The clerk of whoever may only look, and everybody else, finds nothing.
  const word = { answer: 'change', words: 'だめ', paper }
  for (const stranger of [await koga('look'), await house.as('chiyo'), await house.as('sato')])
    expect((await stranger.post(`${base}/approval`, word)).status).toBe(404)
  expect((await phone.post(`${base}/approval`, word)).location).toContain('/sign-in')
  // The desk types a photo that came back from whoever holds the paper.
  const again = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await owner.get(page)).text)![0]
  const way = (await phone.post('/p', { code: again })).location!
  await phone.upload(`${way}/photos`, {}, { photo: photo() })
  const desk = await house.as('mori')
  const typing = await desk.get(`/desk/papers/${id}/typing`)
  expect(typing.text).toContain('このまま出してよい')
  const photos = /name="photos" value="([^"]+)"/.exec(typing.html)![1]!
  expect((await desk.post(`/desk/papers/${id}/typing`, { photos, answer: 'change' })).status).toBe(422)
  // Another answer within the hour is another letter.
  const toldOf = () => house.mails.filter(({ subject }) => subject.startsWith('下書きを確かめる紙から')).length
  await house.drain()
  const told = toldOf()
  await desk.act(`/desk/papers/${id}/typing`, { photos, answer: 'change', words: '人数は二人。' })
  expect((await owner.get(base)).text).toContain('人数は二人。')
  await house.drain()
  expect(toldOf()).toBeGreaterThan(told)
  // What was answered stays with its photos; a paper without an answer goes.
  await write({ title: '値段を決める方' })
  later(1)
  await owner.post(`${base}/approval/paper`)
  const now = house.now()
  later(60 * DAY)
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'projects.forgetDraftCopies', {}))
  await house.drain()
  expect((await phone.get(way)).status).toBe(409)
  house.setTime(now)
  expect((await approval()).map(({ answer }) => answer)).toEqual(['change', 'change'])
  expect((await owner.get(shot)).status).toBe(200)
})
