import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { worries, worryAnswers, worryPhotos } from '../../src/challenges/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { entries } from '../../src/mandates/schema.ts'
import { craft, WORRY } from '../drafting.ts'
import { assisting } from '../fixtures/assistance.ts'
import { photo } from '../fixtures/pictures.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const { owner, later, koga } = await assisting(house)

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
