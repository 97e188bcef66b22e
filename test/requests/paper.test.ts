import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { craft, drafting } from '../drafting.ts'
import { assisting } from '../fixtures/assistance.ts'
import { openHouse } from '../house.ts'

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
