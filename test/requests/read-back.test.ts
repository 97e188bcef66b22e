import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId, PARTNERS } from '../../seed/cast.ts'
import { companies, companyContacts } from '../../src/companies/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { entries } from '../../src/mandates/schema.ts'
import { draftCopies } from '../../src/projects/schema.ts'
import { craft, drafting } from '../drafting.ts'
import { assisting, HELP } from '../fixtures/assistance.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const { rowOf, drafted, answered } = drafting(house)
const { owner, later, koga, newDraft, sheetOf } = await assisting(house)
// Reading the first words of all takes its time.
const first = await drafted(owner)
const KOGA = `古賀さん（${PARTNERS.town.name}）`

/** Sends one screen of a draft. */
async function write(browser: Browser, id: string, step: string, fields: Record<string, string>) {
  const { version } = await rowOf(id)
  const answer = await browser.post(`${craft}/projects/${id}/draft/${step}`, { version, ...fields })
  expect(answer.status).toBe(303)
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

test('of the company itself only what was let, never by what it is known or called, marked, read back and taken back', async () => {
  const DETAILS = `${craft}/details`
  const firm = async () =>
    (
      await asOwner(house.db, (tx) =>
        tx
          .select()
          .from(companies)
          .where(eq(companies.id, companyId('craft'))),
      )
    )[0]!
  const phone = async () =>
    (
      await asOwner(house.db, (tx) =>
        tx
          .select()
          .from(companyContacts)
          .where(eq(companyContacts.companyId, companyId('craft'))),
      )
    )[0]
  const [before, contacts] = [await firm(), await phone()]
  expect((await (await koga('look')).get(DETAILS)).status).toBe(404)
  const drafting = await koga('draft')
  const page = await drafting.get(DETAILS)
  for (const name of ['about', 'industry', 'phone', 'email', 'corporateNumber', 'name'])
    expect([name, page.html.includes(`name="${name}"`)]).toEqual([name, false])
  const all = {
    version: before.version,
    employees: '7',
    officers: '1',
    contactName: '中村',
    address: '福岡県八女市1-1',
  }
  // What the form does not hold is refused, and nothing of it written.
  for (const name of ['about', 'name', 'phone', 'email'])
    expect([name, (await drafting.post(DETAILS, { ...all, [name]: 'だめ' })).status]).toEqual([name, 422])
  expect((await drafting.post(DETAILS, { ...all, employees: '多い' })).status).toBe(422)
  expect((await drafting.post(DETAILS, all)).location).toBe(`${DETAILS}?done=saved`)
  expect(await firm()).toMatchObject({
    ...{ employees: 7, about: before.about, name: before.name, nameKana: before.nameKana },
  })
  expect(await phone()).toMatchObject({ address: '福岡県八女市1-1', phone: contacts!.phone, email: contacts!.email })
  expect((await drafting.post(DETAILS, all)).status).toBe(409)
  const seen = await owner.get(DETAILS)
  expect(seen.text).toContain(`${KOGA}が入力`)
  const read = await owner.get(await sheetOf())
  for (const words of ['会社のこと', '働いている人の数 7人', '住所 福岡県八女市1-1']) expect(read.text).toContain(words)
  expect((await owner.get(HELP)).text).toContain('会社のことを書きました')
  await owner.act(`${await sheetOf()}/undoing`)
  expect(await firm()).toMatchObject({ employees: before.employees })
  expect(await phone()).toMatchObject({ address: contacts!.address, contactName: contacts!.contactName })

  const sending = await koga('submit')
  const { version } = await firm()
  const [elsewhere, here] = ['01101', before.municipality ?? '40210']
  const open = { version, industry: before.industry, about: '八女で提灯を作っています。' }
  expect((await sending.post(DETAILS, { ...open, municipality: elsewhere })).status).toBe(422)
  // By its name and how that is read people hide from a company: neither is typed for it, whatever the scope.
  expect((await sending.get(DETAILS)).html).not.toMatch(/name="(?:name|nameKana|corporateNumber)"/)
  expect((await sending.post(DETAILS, { ...open, municipality: here, nameKana: 'べつのかいしゃ' })).status).toBe(422)
  expect((await sending.post(DETAILS, { ...open, municipality: here })).status).toBe(303)
  expect((await house.visitor().get(craft)).status).not.toBe(500)
  expect((await firm()).about).toBe('八女で提灯を作っています。')
  // What the owner saves over it is the owner's: it stays when the rest is taken back.
  const form = { ...(await formOf()), about: '提灯の工房です。' }
  expect((await owner.post(DETAILS, form)).status).toBe(303)
  await owner.post(`${await sheetOf()}/undoing`)
  expect((await firm()).about).toBe('提灯の工房です。')

  async function formOf(): Promise<Record<string, string>> {
    const { version: now, name, industry, prefecture } = await firm()
    return { version: String(now), name, industry, prefecture: String(prefecture) }
  }
})
