import { and, eq, isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { worries } from '../../src/challenges/schema.ts'
import { partnerCompanies } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { partners } from '../../src/partners/schema.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const bank = `/partners/${partnerId('bank')}`
const lastTo = (email: string) => house.mails.findLast(({ to }) => to === email)
const linkTo = (email: string) => new URL(/https?:\/\/\S+/.exec(lastTo(email)!.text)![0]).pathname

/** Somebody new who takes the invitation in the last mail to this address. */
async function comer(email: string) {
  await house.drain()
  const link = linkTo(email)
  const visitor = house.visitor()
  await visitor.post('/sign-in', { email })
  await house.drain()
  const code = /\b\d{6}\b/.exec(lastTo(email)!.text)![0]
  await visitor.post('/sign-in/code', { code })
  return { visitor, link, taken: await visitor.post(link) }
}

test('the desk founds a partner and invites the first of its people, who then is its owner', async () => {
  const mori = await house.as('mori')
  const form = {
    ...{ kind: 'municipality', name: 'みどり町役場 産業課', prefecture: 6, area: '最上町、新庄市' },
    ...{ about: '町の会社の相談を受けています。', phone: '0233-00-0909', email: 'hatano@midori.example' },
  }
  const wrong = await mori.post('/desk/partners', { ...form, area: '八女市', phone: '1' })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('value="八女市"')
  const elsewhere = await mori.post('/desk/partners', { ...form, area: '八女市' })
  expect(elsewhere.text).toContain('「八女市」は、その都道府県にありません')
  expect((await mori.post('/desk/partners', { ...form, area: '' })).text).toContain('市町村のときは')
  const list = await mori.act('/desk/partners', form)
  expect(list.text).toContain('提携先を作り、招待のメールを送ります')
  expect(list.text).toContain('山形県新庄市・最上町')
  expect(list.text).toContain('招待の返事待ち：1人')
  const [row] = await asOwner(house.db, (tx) => tx.select().from(partners).where(eq(partners.name, form.name)))
  expect(row).toMatchObject({ area: ['06205', '06362'], municipality: '06205', kind: 'municipality' })

  const again = await mori.act(`/desk/partners/${row!.id}/invitations`, { email: 'hatano@midori.example' })
  expect(again.text).toContain('招待のメールを送ります')
  expect((await mori.post(`/desk/partners/${companyId('craft')}/invitations`, { email: 'x@y.example' })).status).toBe(
    404,
  )
  expect((await (await house.as('koga')).get('/desk/partners')).status).toBe(404)
  expect((await (await house.as('koga')).post('/desk/partners', form)).status).toBe(404)

  const { visitor, taken } = await comer('hatano@midori.example')
  expect(taken.location).toBe(`/partners/${row!.id}`)
  expect((await visitor.get(`/partners/${row!.id}/members`)).text).toContain('責任者')
  expect((await visitor.post(`/partners/${row!.id}/members/departure`)).status).toBe(409)
  expect((await visitor.get(bank)).status).toBe(404)
})

test('an owner keeps what stands on the own page; others of the partner do not', async () => {
  const abe = await house.as('abe')
  const page = await abe.get(`${bank}/details`)
  expect(page.text).toContain(PARTNERS.bank.about)
  const form = { about: '新しい紹介', message: 'ことば', phone: '023-000-0404', colour: 'earth', version: 1 }
  expect((await abe.post(`${bank}/details`, { ...form, about: '' })).status).toBe(422)
  expect((await abe.act(`${bank}/details`, form)).text).toContain('保存しました')
  expect((await house.visitor().get(`${bank}/about`)).html).toContain('data-colour="earth"')
  expect((await abe.post(`${bank}/details`, form)).status).toBe(409)
  for (const name of ['koga', 'sato', 'mori'] as const) {
    expect((await (await house.as(name)).get(`${bank}/details`)).status).toBe(404)
    expect((await (await house.as(name)).post(`${bank}/details`, form)).status).toBe(404)
  }
})

test('who lends for a bank opens no company, hears of none, and learns no small number', async () => {
  const abe = await house.as('abe')
  expect((await abe.get(`${bank}/members`)).text).toContain('融資の側')
  const lender = { email: 'kashi@hinata.example', role: 'member', side: 'lending' }
  expect((await abe.post(`${bank}/members`, { ...lender, side: '' })).status).toBe(422)
  expect((await abe.post(`${bank}/members`, { ...lender, role: 'owner' })).text).toContain('企業を支える側の方に')
  await abe.act(`${bank}/members`, lender)
  const { visitor, taken } = await comer(lender.email)
  expect(taken.location).toBe(bank)

  const home = await visitor.get(bank)
  expect(home.status).toBe(200)
  expect(home.text).toContain('5社より少ない')
  expect(home.html).not.toContain(COMPANIES.fertiliser.name)
  for (const path of ['worries', 'members', 'details']) expect((await visitor.get(`${bank}/${path}`)).status).toBe(404)

  const [lending] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(memberships)
      .where(and(eq(memberships.organisationId, partnerId('bank')), eq(memberships.side, 'lending'))),
  )
  // The wall holds what the guard holds, should a page ever let them in.
  await asOwner(house.db, (tx) => tx.update(worries).set({ helpFrom: partnerId('bank') }))
  const actor = (id: string) => ({ id, power: 'person' }) as const
  const seen = (id: string) =>
    readAs(house.db, actor(id), partnerId('bank'), async (tx) => ({
      companies: (await tx.select().from(partnerCompanies)).length,
      worries: (await tx.select().from(worries)).length,
    }))
  expect(await seen(lending!.accountId)).toEqual({ companies: 0, worries: 0 })
  expect((await seen(accountId('abe'))).companies).toBe(1)

  const before = house.mails.length
  const sato = await house.as('sato')
  await sato.act(`/companies/${companyId('fertiliser')}/partners/${partnerId('bank')}/revocation`)
  await sato.act(`/companies/${companyId('fertiliser')}/partners/${partnerId('bank')}/consent`)
  await house.drain()
  const told = house.mails.slice(before).map(({ to }) => to)
  expect(told).toContain('abe@cast.example')
  expect(told).not.toContain(lender.email)

  const changed = await abe.act(`${bank}/members/${lending!.accountId}/membership`, { role: 'viewer', side: 'support' })
  expect(changed.text).toContain('見るだけ・企業を支える側')
  expect((await visitor.get(bank)).text).toContain(COMPANIES.fertiliser.name)
  expect((await visitor.post(`${bank}/members`, lender)).status).toBe(404)
  await house.drain()
  expect(lastTo(lender.email)!.text).toContain('見るだけ')
  await abe.act(`${bank}/members/${lending!.accountId}/removal`)
  expect((await visitor.get(bank)).status).toBe(404)

  const live = await asOwner(house.db, (tx) =>
    tx
      .select({ id: memberships.id })
      .from(memberships)
      .where(and(eq(memberships.organisationId, partnerId('bank')), isNull(memberships.until))),
  )
  expect(live).toHaveLength(1)
  const acts = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(history)
      .where(eq(history.organisation, partnerId('bank'))),
  )
  expect(acts.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['partner.changed', 'invitation.made', 'membership.changed', 'membership.ended']),
  )
})

test('whom a partner invites as a clerk works with companies as its owner does', async () => {
  const [koga, nakamura] = [await house.as('koga'), await house.as('nakamura')]
  const town = `/partners/${partnerId('town')}`
  await koga.act(`${town}/members`, { email: 'tanto@town.example', role: 'member' })
  const { visitor: clerk } = await comer('tanto@town.example')
  expect((await clerk.get(`${town}/dialogues`)).html).toContain('name="sheet"')
  const told = await nakamura.post('/worries', { text: 'ひとつ作るのにいくら掛かっとるのか誰も分からん' })
  await nakamura.post(`${told.location}/company`, { company: companyId('craft') })
  await nakamura.act(`${told.location}/help`, { from: partnerId('town') })
  const asked = `${town}${told.location}`
  expect((await clerk.get(asked)).html).toContain(`action="${asked}/help/finish"`)
  expect((await clerk.post(`${asked}/help/finish`)).status).toBe(303)
})
