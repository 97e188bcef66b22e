import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { PARTNERS } from '../../seed/cast.ts'
import { companies } from '../../src/companies/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { entries } from '../../src/mandates/schema.ts'
import { draftCopies } from '../../src/projects/schema.ts'
import { craft, drafting } from '../drafting.ts'
import { assisting, HELP } from '../fixtures/assistance.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const { rowOf, drafted, answered } = drafting(house)
const { owner, later, koga, newDraft } = await assisting(house)
// Reading the first words of all takes its time.
const first = await drafted(owner)
const KOGA = `古賀さん（${PARTNERS.town.name}）`

/** Sends one screen of a draft. */
async function write(browser: Browser, id: string, step: string, fields: Record<string, string>) {
  const { version } = await rowOf(id)
  const answer = await browser.post(`${craft}/projects/${id}/draft/${step}`, { version, ...fields })
  expect(answer.status).toBe(303)
}
/** The page on which the owner reads what was entered; the newest session stands first. */
async function sheetOf(browser: Browser = owner): Promise<string> {
  return /href="([^"]+\/assistance\/[0-9a-f-]{36})"/.exec((await browser.get(HELP)).html)![1]!
}
const rowsOf = (id: string) => asOwner(house.db, (tx) => tx.select().from(entries).where(eq(entries.subjectId, id)))
const copiesOf = (id: string) =>
  asOwner(house.db, (tx) => tx.select().from(draftCopies).where(eq(draftCopies.projectId, id)))

test('every field that was typed for the owner says so, is read back in plain words, and goes back in one press', async () => {
  const id = first
  await answered(owner, id)
  const before = await rowOf(id)
  const helping = await koga('submit')
  await write(helping, id, 'background', { background: '月末になると、\n現金が足りない。' })
  await write(helping, id, 'fee', { fee: '30000', feeOther: '' })
  await write(helping, id, 'hours', { hours: 'unsure', hoursOther: '' })
  const sheet = await sheetOf(helping)
  expect((await helping.get(sheet)).text).toContain('月のお礼（税別） 30,000円')
  expect((await helping.get(`${craft}/projects/${id}/draft/background`)).text).not.toContain('さんが入力')

  // Only what changed, and never what it says.
  expect((await rowsOf(id)).map(({ field }) => field).toSorted()).toEqual(['background', 'fee', 'hours'])
  expect(JSON.stringify(await rowsOf(id))).not.toContain('現金')
  expect((await owner.get(`${craft}/projects/${id}/draft/background`)).text).toContain(`${KOGA}が入力`)
  expect((await owner.get(`${craft}/projects/${id}/draft/goal`)).text).not.toContain('さんが入力')
  expect((await owner.get(`${craft}/projects/${id}`)).text).toContain('代わりに入力したところがあります')

  await helping.post(`${craft}/projects/${id}/submission`, { version: (await rowOf(id)).version })
  await helping.post(`${sheet}/ending`)
  await house.drain()
  const mail = house.mails.find(({ subject }) => subject.includes('代わりに入力した内容'))!
  expect(mail.to).toBe('nakamura@cast.example')
  expect(mail.text).toContain('月のお礼（税別）：30,000円')
  expect(mail.text).toContain('月の時間：わからない')
  expect(mail.text).toContain(sheet)

  const page = await owner.get(sheet)
  expect(page.text).toContain(`${KOGA}が、2026年11月23日（月）に入力しました`)
  expect(page.text).toContain('現金が足りない。')
  expect(page.text).toContain('事務局に送りました。')
  expect((await (await house.as('chiyo')).post(`${sheet}/undoing`)).status).toBe(404)
  expect((await (await koga('look')).get(sheet)).status).toBe(404)
  expect((await (await house.as('sato')).get(sheet)).status).toBe(404)

  expect((await owner.act(`${sheet}/undoing`)).text).toContain('取り消しました')
  const after = await rowOf(id)
  expect(after).toMatchObject({
    submittedAt: null,
    fee: before.fee,
    hours: before.hours,
    background: before.background,
  })
  expect(after.unsure).toEqual(before.unsure)
  expect((await owner.get(`${craft}/projects/${id}/draft/background`)).text).not.toContain('さんが入力')
  expect(await copiesOf(id)).toEqual([])
  expect((await owner.post(`${sheet}/undoing`)).status).toBe(409)
})

test('what the owner confirms is the owner’s; what the owner wrote over stays', async () => {
  const id = await drafted(owner)
  const helping = await koga()
  await write(helping, id, 'background', { background: '仕込みに時間がかかる。' })
  await write(helping, id, 'goal', { goal: '三か月後には、夕方に帰れる。' })
  await write(owner, id, 'goal', { goal: '夕方の六時には、店を閉められる。' })
  const first = await sheetOf()
  await owner.act(`${first}/undoing`)
  const row = await rowOf(id)
  expect(row.goal).toBe('夕方の六時には、店を閉められる。')
  expect(row.background).not.toBe('仕込みに時間がかかる。')

  await write(helping, id, 'background', { background: '仕込みに、朝から時間がかかる。' })
  expect((await owner.act(`${first}/confirmation`)).text).toContain('確かめました')
  expect((await owner.get(craft)).text).not.toContain('読んで、確かめてください')
  expect((await owner.post(`${first}/undoing`)).status).toBe(409)
  expect((await rowOf(id)).background).toBe('仕込みに、朝から時間がかかる。')
})

test('a draft that was begun for the owner is withdrawn with it, and after a week nothing goes back', async () => {
  const helping = await koga()
  const id = await newDraft(helping)
  await write(helping, id, 'background', { background: '値段が決められない。' })
  expect((await owner.get(craft)).text).toContain('読んで、確かめてください')
  await owner.act(`${await sheetOf()}/undoing`)
  expect((await rowOf(id)).withdrawnAt).toEqual(house.now())

  const again = await koga()
  const other = await newDraft(again)
  await write(again, other, 'background', { background: '値段が決められない。' })
  const sheet = await sheetOf()
  // Nobody ended it: after half an hour it is over by itself, and read back.
  const told = house.mails.length
  later(31)
  await house.drain()
  expect(house.mails.slice(told).some(({ subject }) => subject.includes('代わりに入力した内容'))).toBe(true)
  later(7 * 24 * 60)
  expect((await owner.get(sheet)).text).toContain('取り消せる日が過ぎました')
  expect((await owner.post(`${sheet}/undoing`)).status).toBe(409)
  await house.handlers['projects.forgetDraftCopies']!({}, { id: '' })
  expect(await copiesOf(other)).toEqual([])
})

test('what an assistant sent is not published while the company can still say no', async () => {
  await asOwner(house.db, (tx) => tx.update(companies).set({ verifiedAt: house.now() }))
  const send = async () => {
    const id = await drafted(owner)
    await answered(owner, id)
    const helping = await koga('submit')
    await helping.post(`${craft}/projects/${id}/submission`, { version: (await rowOf(id)).version })
    return id
  }
  const publish = async (id: string) =>
    (await house.as('mori')).post(`/desk/projects/${id}/publication`, { version: (await rowOf(id)).version })
  const first = await send()
  const early = await publish(first)
  expect([early.status, early.text.includes('会社が取り消せます')]).toEqual([409, true])
  await owner.act(`${await sheetOf()}/confirmation`)
  expect((await publish(first)).status).toBe(303)
  const second = await send()
  later(30)
  expect((await publish(second)).status).toBe(303)
  expect((await owner.post(`${await sheetOf()}/undoing`)).text).toContain('もう公開されている')
  const [kept] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(entries)
      .where(and(eq(entries.subjectId, second), eq(entries.field, '_sent'))),
  )
  expect(kept!.undoneAt).toBeNull()
})
