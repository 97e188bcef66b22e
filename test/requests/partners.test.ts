import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { COMPANIES, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { partnerCompanies } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { telephoneNumber } from '../../src/lib/ids.ts'
import { municipalityName } from '../../src/lib/regions.ts'
import { writeProject } from '../fixtures/partners.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const day = (text: string) => new Date(`${text}T03:00:00Z`)
await writeProject(house.db, 'fertiliser', 2001, { submittedAt: day('2026-10-01'), publishedAt: day('2026-10-05') })
await writeProject(house.db, 'fertiliser', 2002, {})
await writeProject(house.db, 'craft', 2003, { submittedAt: day('2026-11-02') })

const [bank, town] = [`/partners/${partnerId('bank')}`, `/partners/${partnerId('town')}`]
const [fertiliser, craft] = [COMPANIES.fertiliser.name, COMPANIES.craft.name]
const [abe, koga, sato] = await Promise.all([house.as('abe'), house.as('koga'), house.as('sato')])

test('the bank sees its company: name, stage and date, and nothing of the content', async () => {
  const page = await abe.get(bank)
  expect(page.status).toBe(200)
  expect(page.text).toContain(fertiliser)
  expect(page.text).toContain('募集しています')
  expect(page.text).toContain('2026年10月5日（月）')
  expect(page.text).not.toContain(craft)
  expect(page.html).not.toMatch(/ないしょ|54,?321/)
})

test('the same list leaves as a workbook and as CSV, for nobody else', async () => {
  const file = await abe.get(`${bank}?format=csv`)
  expect(file.html).toBe(
    '\ufeff企業,都道府県,市区町村,見られる日まで,案件,いま,この段階の日\r\n' +
      `${fertiliser},山形県,${municipalityName(COMPANIES.fertiliser.municipality ?? '') ?? ''},,${telephoneNumber(2001)},募集しています,2026-10-05\r\n`,
  )
  const name = encodeURIComponent('わたしたちの企業-2026-11-23.xlsx')
  const book = await abe.get(`${bank}?format=xlsx`)
  expect(book.headers.get('content-disposition')).toBe(`attachment; filename="meguri.xlsx"; filename*=UTF-8''${name}`)
  expect([book.headers.get('content-type'), book.bytes.toString('latin1', 0, 2)]).toEqual([
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'PK',
  ])
  const old = await abe.get(`${bank}?format=sjis`)
  expect(new TextDecoder('shift_jis').decode(old.bytes)).toBe(file.html.slice(1))
  for (const link of ['xlsx', 'csv', 'sjis']) expect((await abe.get(bank)).html).toContain(`?format=${link}"`)
  expect((await koga.get(`${bank}?format=csv`)).status).toBe(404)
})

test('a draft that was never sent stays with the company', async () => {
  const page = await abe.get(bank)
  expect(page.text).toContain(telephoneNumber(2001))
  expect(page.text).not.toContain(telephoneNumber(2002))
  // One part of it, by its address; one that is not known shows all.
  const over = await abe.get(`${bank}?part=over`)
  expect(over.text).not.toContain(telephoneNumber(2001))
  expect(over.text).toContain('ここには、いま何もありません。')
  for (const part of ['open', 'x'])
    expect((await abe.get(`${bank}?part=${part}`)).text).toContain(telephoneNumber(2001))
})

test('the town sees its own company only, before publication too', async () => {
  const page = await koga.get(town)
  expect(page.text).toContain(craft)
  expect(page.text).toContain('事務局が確認しています')
  expect(page.text).not.toContain(fertiliser)
})

test.each(['sato', 'koga', 'mori'] as const)('%s has no business on the page of the bank', async (name) => {
  expect((await (await house.as(name)).get(bank)).status).toBe(404)
})

test('a visitor is asked to sign in', async () => {
  expect((await house.visitor().get(bank)).location).toContain('/sign-in')
})

test('the company sees who sees it; somebody who only looks on has no button', async () => {
  const home = `/companies/${companyId('fertiliser')}`
  expect((await sato.get(home)).html).toContain(`href="${home}/partners"`)
  const page = await sato.get(`${home}/partners`)
  expect(page.text).toContain(PARTNERS.bank.name)
  expect(page.text).toContain('見えないもの')
  expect(page.html).toContain(`/partners/${partnerId('bank')}/revocation`)
  const looking = await (await house.as('chiyo')).get(`/companies/${companyId('craft')}/partners`)
  expect(looking.text).toContain(PARTNERS.town.name)
  expect(looking.html).not.toContain('/revocation')
})

test('nobody ends a consent for somebody else', async () => {
  const path = `/companies/${companyId('fertiliser')}/partners/${partnerId('bank')}/revocation`
  for (const name of ['abe', 'nakamura', 'mori'] as const) {
    expect((await (await house.as(name)).post(path)).status).toBe(404)
  }
  const chiyo = await house.as('chiyo')
  const own = `/companies/${companyId('craft')}/partners/${partnerId('town')}/revocation`
  expect((await chiyo.post(own)).status).toBe(404)
  expect((await abe.get(bank)).text).toContain(fertiliser)
})

test('after revocation the bank sees nothing, is told so, and half an hour long it can be taken back', async () => {
  const path = `/companies/${companyId('fertiliser')}/partners/${partnerId('bank')}`
  const after = await sato.act(`${path}/revocation`)
  expect(after.text).toContain('見せるのをやめました')
  const gone = await abe.get(bank)
  expect(gone.text).toContain('まだ、同意した企業はありません')
  expect(gone.html).not.toContain(fertiliser)
  await house.drain()
  const mail = house.mails.at(-1)!
  expect(mail.to).toBe('abe@cast.example')
  expect(mail.text).not.toContain(fertiliser)
  expect((await sato.post(`${path}/revocation`)).status).toBe(409)

  await sato.act(`${path}/consent`)
  expect((await abe.get(bank)).text).toContain(fertiliser)

  await sato.act(`${path}/revocation`)
  const start = house.now()
  house.setTime(new Date(start.getTime() + 31 * 60_000))
  expect((await sato.post(`${path}/consent`)).status).toBe(409)
  expect((await abe.get(bank)).html).not.toContain(fertiliser)
  const acts = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(history)
      .where(eq(history.subjectId, partnerId('bank'))),
  )
  expect(acts.map(({ act }) => act)).toEqual(['consent.revoked', 'consent.restored', 'consent.revoked'])
})

test('a consent that has run out shows nothing', async () => {
  await asOwner(house.db, (tx) =>
    tx
      .update(partnerCompanies)
      .set({ until: house.now() })
      .where(
        and(eq(partnerCompanies.partnerId, partnerId('town')), eq(partnerCompanies.companyId, companyId('craft'))),
      ),
  )
  const page = await koga.get(town)
  expect(page.text).toContain('まだ、同意した企業はありません')
  expect(page.html).not.toContain(craft)
})
