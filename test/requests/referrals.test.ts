import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, partnerId } from '../../seed/cast.ts'
import { partnerCompanies } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { referrals } from '../../src/referrals/schema.ts'
import { codeIn, SLIP, signIn } from '../fixtures/referrals.ts'
import { openHouse, type Page } from '../house.ts'

const house = await openHouse()
const DAY = 86_400_000
const bank = `/partners/${partnerId('bank')}`
const [abe, koga, sato, mori] = [
  await house.as('abe'),
  await house.as('koga'),
  await house.as('sato'),
  await house.as('mori'),
]

const rowOf = async (page: Page) => {
  const id = page.location.split('/').at(-1)!
  const [row] = await asOwner(house.db, (tx) => tx.select().from(referrals).where(eq(referrals.id, id)))
  return row!
}
const later = (ms: number) => house.setTime(new Date(house.now().getTime() + ms))

test('a slip says what is passed on, and is read and refused on a phone without an account; that can be undone', async () => {
  const slip = await abe.act(`${bank}/referrals`, SLIP)
  expect(slip.text).toContain('会社の名前、担当の方の名前、電話番号')
  expect(slip.text).toContain('融資の担当には伝わりません')
  const phone = house.visitor()
  const seen = await phone.get(codeIn(slip))
  expect(seen.text).toContain('困りごとを聞いて')
  expect(seen.html).not.toContain(SLIP.phone)
  expect(seen.html).toContain(`/sign-in?next=${encodeURIComponent(codeIn(slip))}`)
  expect((await mori.get('/desk/referrals')).html).not.toContain(SLIP.firm)
  expect((await koga.get(slip.location)).status).toBe(404)

  expect((await phone.act(`${codeIn(slip)}/refusal`)).text).toContain('「同意しない」と伝えました')
  const list = await abe.get(`${bank}/referrals`)
  expect(list.text).toContain('同意しませんでした')
  expect(list.html).not.toContain(SLIP.firm)
  expect((await abe.get(slip.location)).status).toBe(404)
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'abe@cast.example' })
  expect(house.mails.at(-1)!.text).not.toContain(SLIP.firm)
  // Whoever printed the slip knows its code, and must not take back what the company said.
  expect((await abe.get(codeIn(slip))).html).not.toContain('/restoration')
  expect((await abe.post(`${codeIn(slip)}/restoration`)).status).toBe(404)
  expect((await phone.act(`${codeIn(slip)}/restoration`)).text).toContain('からのお取次ぎ')
  expect((await abe.get(slip.location)).text).toContain(SLIP.firm)
})

test('an owner without an account signs in, founds the company and agrees; the desk rings by the second business day', async () => {
  const note = '跡つぎがおらず、菓子の作り方を書いたものもありません。'
  const unread = await abe.post(`${bank}/referrals`, { ...SLIP, note })
  expect([unread.status, unread.text]).toEqual([422, expect.stringContaining('読み上げて、このとおりでよいか')])
  const slip = await abe.act(`${bank}/referrals`, { ...SLIP, back: ['titles'], note, readBack: 'yes' })
  const owner = await signIn(house, 'owner@new.example', codeIn(slip))
  const asked = await owner.get(codeIn(slip))
  expect(asked.html).toContain(`value="${SLIP.firm}"`)
  expect((await owner.post(`${codeIn(slip)}/consent`, { name: SLIP.firm })).status).toBe(422)
  const founding = { name: SLIP.firm, prefecture: '6', industry: 'chemicals' }
  const home = await owner.act(`${codeIn(slip)}/consent`, founding)
  // What the owner had told is a draft of the owner's own now; nobody else has it any more.
  expect(home.text).toContain(note)
  expect((await abe.get(slip.location)).html).not.toContain(note)
  const row = await rowOf(slip)
  expect(row).toMatchObject({ consentWay: 'phone', callBy: '2026-11-25' })
  const [shown] = await asOwner(house.db, (tx) =>
    tx.select().from(partnerCompanies).where(eq(partnerCompanies.companyId, row.companyId!)),
  )
  expect(shown).toMatchObject({ partnerId: partnerId('bank'), fields: ['titles'], revokedAt: null })
  expect((await house.visitor().get(codeIn(slip))).status).toBe(409)

  const desk = await mori.get('/desk')
  expect(desk.text).toContain(`${SLIP.firm}に、最初の電話をする`)
  expect(desk.text).toContain('2026年11月25日（水）まで')
  await house.drain()
  expect(house.mails.filter(({ to }) => to === 'mori@cast.example').at(-1)!.text).toContain('2026年11月25日')
  const call = { version: row.version }
  expect((await mori.post(`/desk/referrals/${row.id}/call`, { version: row.version - 1 })).status).toBe(404)
  expect((await mori.act(`/desk/referrals/${row.id}/call`, call)).html).not.toContain(SLIP.firm)
  expect((await mori.post(`/desk/referrals/${row.id}/call`, { version: row.version + 1 })).status).toBe(409)
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'abe@cast.example' })
  expect((await abe.get(slip.location)).text).toContain('事務局が最初の電話をしました')
  const told = await owner.act('/worries', { text: note })
  await owner.post(`/worries/${told.location.split('/')[2]}/company`, { company: row.companyId! })
  expect((await abe.get(slip.location)).text).toContain('困りごとを整理した')
  const funnel = await abe.get(`${bank}/referrals`)
  expect(funnel.text).toContain('最初の電話1件のうち1件は、約束の日までにかかりました')
  expect(funnel.text).toMatch(
    /同意書を作った 2社 .* 会社が同意した 1社 50% .* 困りごとを整理した 1社 100% .* 案件を出した 0社 0%/,
  )
  expect((await mori.get('/desk/referrals')).text).toMatch(/出羽ひなた銀行 1 1（0日） 1（0日） 0 0 0 0 1\/1/)
  const table = await abe.get(`${bank}/referrals?table=funnel&format=csv`)
  expect(table.html).toMatch(/同意書を作った,2,,\r\n会社が同意した,1,50,\d+\r\n/)
  expect((await mori.get('/desk/referrals?format=csv')).html).toContain('出羽ひなた銀行,1,1,0,1,0,0,,0,,0,,0,,1,1')

  const gone = await owner.act(`/companies/${row.companyId}/partners/${partnerId('bank')}/revocation`)
  expect(gone.text).toContain('見せるのをやめました')
  const after = await abe.get(`${bank}/referrals`)
  expect(after.text).toContain('取り消されました')
  expect(after.text).toContain('2026年11月23日')
  expect(after.html).not.toContain(row.id)
  await owner.act(`/companies/${row.companyId}/partners/${partnerId('bank')}/consent`)
  expect((await abe.get(slip.location)).status).toBe(200)
})

test('a company that is here is asked by us, and its own people answer', async () => {
  const number = COMPANIES.craft.corporateNumber
  const slip = await abe.act(`${bank}/referrals`, { ...SLIP, firm: '提灯工房', corporateNumber: number })
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'nakamura@cast.example', subject: 'お取次ぎの同意書が届いています' })
  const list = await abe.get(`${bank}/referrals?format=csv`)
  expect(list.html).toMatch(/\d-\d,提灯工房,同意を待っています,,2026-11-\d\d,,,/)
  expect((await sato.get(`${bank}/referrals?format=csv`)).status).toBe(404)
  const own = `/companies/${companyId('craft')}`
  expect((await sato.post(`${codeIn(slip)}/consent`, { company: companyId('fertiliser') })).status).toBe(404)
  const founding = { name: 'x', prefecture: '6', industry: 'chemicals' }
  expect((await sato.post(`${codeIn(slip)}/consent`, founding)).status).toBe(404)
  const { id } = await rowOf(slip)
  const nakamura = await house.as('nakamura')
  expect((await nakamura.get(`${own}/partners`)).html).toContain(`${own}/referrals/${id}/consent`)
  const looking = await house.as('chiyo')
  expect((await looking.get(`${own}/partners`)).html).not.toContain(`/referrals/${id}/consent`)
  expect((await looking.post(`${own}/referrals/${id}/consent`)).status).toBe(404)
  expect((await sato.post(`/companies/${companyId('fertiliser')}/referrals/${id}/consent`)).status).toBe(404)
  await nakamura.act(`${own}/referrals/${id}/refusal`)
  expect((await nakamura.post(`${own}/referrals/${id}/consent`)).status).toBe(409)
  expect((await abe.get(bank)).html).not.toContain(COMPANIES.craft.name)
})

test('a sheet signed on paper is only the partner’s word: it shows nothing until the desk or the company confirms it', async () => {
  const number = COMPANIES.craft.corporateNumber
  const slip = await abe.act(`${bank}/referrals`, { ...SLIP, corporateNumber: number })
  const signed = { 'signedOn.year': '2026', 'signedOn.month': '11', 'signedOn.day': '23', seen: 'yes' }
  expect((await abe.post(`${slip.location}/signature`, { ...signed, seen: '' })).status).toBe(422)
  expect((await abe.post(`${slip.location}/signature`, { ...signed, 'signedOn.day': '24' })).text).toContain('今日まで')
  expect((await abe.act(`${slip.location}/signature`, signed)).text).toContain('紙の同意を確かめています')
  expect((await abe.post(`${slip.location}/signature`, signed)).status).toBe(409)
  expect((await abe.get(bank)).html).not.toContain(COMPANIES.craft.name)
  await house.drain()
  expect(house.mails.filter(({ to }) => to === 'nakamura@cast.example').at(-1)!.text).toContain('覚えがないとき')
  const row = await rowOf(slip)
  expect((await mori.get('/desk/referrals')).text).toContain('紙の同意です。本人に確かめてください')
  await mori.act(`/desk/referrals/${row.id}/call`, { version: row.version })
  expect((await abe.get(bank)).text).toContain(COMPANIES.craft.name)
  // By telephone, too, it is taken back in one act.
  await mori.act(`/desk/referrals/${row.id}/revocation`, { version: row.version + 1 })
  expect((await abe.get(bank)).html).not.toContain(COMPANIES.craft.name)
  expect((await abe.get(`${bank}/referrals`)).html).not.toContain(row.id)
})

test('a paper that the company knows nothing of ends no consent; what is taken back ends every slip of the two', async () => {
  const nakamura = await house.as('nakamura')
  const own = `/companies/${companyId('craft')}/referrals`
  const opened = async () => {
    const slip = await abe.act(`${bank}/referrals`, { ...SLIP, corporateNumber: COMPANIES.craft.corporateNumber })
    return { ...slip, id: (await rowOf(slip)).id }
  }
  const first = await opened()
  await nakamura.act(`${own}/${first.id}/consent`)
  const paper = await opened()
  await abe.act(`${paper.location}/signature`, { signedOn: '2026-11-23', seen: 'yes' })
  await nakamura.act(`${own}/${paper.id}/refusal`)
  expect((await abe.get(bank)).text).toContain(COMPANIES.craft.name)
  const second = await opened()
  await nakamura.act(`${own}/${second.id}/consent`)
  await mori.act(`/desk/referrals/${second.id}/revocation`, { version: (await rowOf(second)).version })
  expect((await abe.get(bank)).html).not.toContain(COMPANIES.craft.name)
  const list = await abe.get(`${bank}/referrals`)
  expect(list.status).toBe(200)
  for (const { id } of [first, paper, second]) expect(list.html).not.toContain(id)
  // Agreed to anew twice in this file, what was before is kept beside it; while it holds, one more slip adds nothing.
  for (const slip of [await opened(), await opened()]) await nakamura.act(`${own}/${slip.id}/consent`)
  const { rows } = await asOwner(house.db, (tx) =>
    tx.execute<{ n: number; before: boolean }>(sql`select jsonb_array_length(earlier) as n,
      (earlier->0->>1)::timestamptz <= consented_at as before from partner_companies
      where partner_id = ${partnerId('bank')} and company_id = ${companyId('craft')}`),
  )
  expect(rows).toEqual([{ n: 2, before: true }])
})

test('paper of a company that is not here: the sheet itself goes on, or takes it back; the desk may end it with a reason', async () => {
  const signed = { signedOn: '2026-11-23', seen: 'yes' }
  const first = await abe.act(`${bank}/referrals`, SLIP)
  await abe.act(`${first.location}/signature`, signed)
  const phone = house.visitor()
  expect((await phone.get(codeIn(first))).text).toContain('紙で同意しています')
  expect((await phone.act(`${codeIn(first)}/refusal`)).text).toContain('同意を取り消しました')
  expect((await mori.get('/desk/referrals')).html).not.toContain(SLIP.firm)
  const second = await abe.act(`${bank}/referrals`, SLIP)
  await abe.act(`${second.location}/signature`, signed)
  const row = await rowOf(second)
  expect((await mori.post(`/desk/referrals/${row.id}/end`, { version: row.version })).status).toBe(409)
  await mori.act(`/desk/referrals/${row.id}/end`, { version: row.version, reason: 'not-now' })
  expect((await abe.get(second.location)).text).toContain('いまはしないとのこと')
  const owner = await signIn(house, 'paper@new.example', codeIn(second))
  await owner.act(`${codeIn(second)}/consent`, { name: '紙の会社', prefecture: '6', industry: 'chemicals' })
  expect((await abe.get(bank)).text).toContain('紙の会社')
})

test('a code is good for a week; what nobody agreed to is gone after a month, what was refused at once', async () => {
  const slip = await abe.act(`${bank}/referrals`, SLIP)
  later(8 * DAY)
  const phone = house.visitor()
  expect((await phone.get(codeIn(slip))).status).toBe(409)
  const renewed = await abe.act(`${slip.location}/code`)
  expect(codeIn(renewed)).not.toBe(codeIn(slip))
  expect((await phone.get(codeIn(slip))).status).toBe(404)
  expect((await phone.get(codeIn(renewed))).status).toBe(200)
  const given = await abe.act(`${bank}/referrals`, SLIP)
  await abe.act(`${given.location}/withdrawal`)
  expect((await abe.get(given.location)).status).toBe(404)
  later(23 * DAY)
  await house.handlers['referrals.forget']!({}, { id: '' })
  expect((await abe.get(slip.location)).status).toBe(404)
  const rows = await asOwner(house.db, (tx) => tx.select().from(referrals))
  const ended = rows.filter(({ declinedAt, revokedAt }) => declinedAt ?? revokedAt)
  expect(ended.length).toBeGreaterThan(2)
  for (const { firm, contact, phone: number } of ended) expect([firm, contact, number]).toEqual([null, null, null])
  // What a slip said goes with its last day, too: the firm said until when it may be known.
  expect(rows.some(({ consentedAt, revokedAt, phone }) => consentedAt && !revokedAt && phone)).toBe(true)
  const now = house.now()
  later(800 * DAY)
  await house.handlers['referrals.forget']!({}, { id: '' })
  const left = await asOwner(house.db, (tx) => tx.select().from(referrals))
  expect(left.filter(({ firm, contact, phone, note }) => firm ?? contact ?? phone ?? note)).toEqual([])
  house.setTime(now)
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectKind, 'referral')))
  expect(JSON.stringify(acts)).not.toMatch(new RegExp(`月山|${SLIP.phone}`))
})

test('the database gives a slip to its partner, its company and, once agreed to, the desk', async () => {
  await abe.act(`${bank}/referrals`, { ...SLIP, firm: '下書きだけの会社' })
  const seen = (who: 'abe' | 'koga' | 'sato' | 'mori', organisation: string | null) =>
    readAs(house.db, { id: accountId(who), power: who === 'mori' ? 'operator' : 'person' }, organisation, async (tx) =>
      (await tx.select().from(referrals)).map(({ firm }) => firm),
    )
  expect(await seen('abe', partnerId('bank'))).toContain('下書きだけの会社')
  expect(await seen('koga', partnerId('town'))).toEqual([])
  expect(await seen('sato', companyId('fertiliser'))).toEqual([])
  expect(await seen('mori', null)).not.toContain('下書きだけの会社')
})
