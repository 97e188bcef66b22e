import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId, partnerId } from '../../seed/cast.ts'
import { companies } from '../../src/companies/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { fieldsOf } from '../fixtures/contracts.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const pageOf = (project: string) => `/companies/${companyId('craft')}/projects/${project}/subsidies`

test('a company reads what it could use for a project, why, how much and until when', async () => {
  const project = await publishedProjectOf(house, 'craft', { startOn: '2027-01-05' })
  const page = await owner.get(pageOf(project))
  expect(page.status).toBe(200)
  expect((await owner.get(pageOf(project).replace('/subsidies', ''))).html).toContain(`href="${pageOf(project)}"`)
  // January and February are whole months until 31 March: 80,000 × 1/2.
  for (const words of ['ほたる市 外の力活用補助', '例として作ったもの', '40,000円', '1月4日まで', '契約してからでは']) {
    expect(page.text).toContain(words)
  }
  expect(page.text).toContain('富山県の会社が対象です')
  expect(page.text).toContain('見込み 40,000円（報酬の分）')
  const counted = await owner.get(`${pageOf(project)}?travel=３万&lodging=12,500`)
  expect(counted.text).toContain('68,000円')
  expect((await owner.get(`${pageOf(project)}?elsewhere=yes`)).text).toContain('ほかの補助を受けるときは使えません')
  const slip = await owner.get(`${pageOf(project)}?travel=たくさん`)
  expect([slip.status, slip.html.includes('value="たくさん"')]).toEqual([422, true])
})

test('what was said of costs when it was planned counts on the card as on the page of the grant', async () => {
  const project = await publishedProjectOf(house, 'craft', { startOn: '2027-01-06' })
  const base = `/companies/${companyId('craft')}/projects/${project}`
  const { location } = await owner.post(`${base}/grants`, { subsidy: 'example-hotaru', travel: '30000' })
  for (const path of [location, pageOf(project)]) {
    expect((await owner.get(path)).text).toMatch(/見込み 60,000円\s?（報酬・交通費の分/)
  }
  expect((await owner.get(`${pageOf(project)}?travel=`)).text).toContain('見込み 40,000円（報酬の分）')
})

test('the rules of a year that is over are shown as an orientation, not as closed', async () => {
  const sato = await house.as('sato')
  const project = await publishedProjectOf(house, 'fertiliser', { startOn: '2027-02-01', prefecture: 6 })
  await asOwner(house.db, (tx) =>
    tx
      .update(companies)
      .set({ prefecture: 16 })
      .where(eq(companies.id, companyId('fertiliser'))),
  )
  const base = `/companies/${companyId('fertiliser')}/projects/${project}`
  const page = await sato.get(`${base}/subsidies`)
  for (const words of [
    '前の年度の決まりで見たもの',
    '前の決まりでは、使えそうです',
    '2025年度（令和7年度）の決まりで見ています',
    '窓口に聞いてください',
  ]) {
    expect(page.text).toContain(words)
  }
  expect(page.html).not.toContain('value="toyama-new"')
  expect((await sato.post(`${base}/grants`, { subsidy: 'toyama-new' })).status).toBe(409)
})

test('the office writes a year of its own subsidy; companies are answered by it at once, and by the next when this one is over', async () => {
  const [koga, office] = [await house.as('koga'), `/partners/${partnerId('town')}`]
  const write = (year: number, fields: Record<string, string>, subsidy = 'example-hotaru') =>
    koga.post(`${office}/subsidies/${subsidy}/years/${year}`, fields)
  const formOf = async (year: number) =>
    fieldsOf((await koga.get(`${office}/subsidies`)).html, `${office}/subsidies/example-hotaru/years/${year}`)
  const first = await formOf(2026)
  expect(first).toMatchObject({ version: '0', feeRate: '1/2', budget: '3,000,000', outline: '' })
  const project = await publishedProjectOf(house, 'craft', { startOn: '2027-01-05' })

  const wrong = await write(2026, { ...first, feeRate: '3/2', 'applyUntil.year': '2028', url: 'hotaru' })
  for (const words of ['報酬の補助率は、', '2026年度（令和8年度）（4月から', 'もとにした要綱を入れて', 'https://']) {
    expect(wrong.text).toContain(words)
  }
  expect([wrong.status, wrong.html.includes('value="3/2"')]).toEqual([422, true])
  const outline = '令和8年度 外の力活用補助 交付要綱（改正）'
  const terms = { ...first, feeRate: '４分の３', feeCeiling: '50,000', outline, url: 'https://hotaru.example/youkou' }
  expect((await write(2026, terms)).status).toBe(303)
  expect((await write(2026, { ...terms, _once: crypto.randomUUID() })).status).toBe(409)
  const card = await owner.get(pageOf(project))
  // 40,000 × 2 × 3/4 = 60,000, up to 50,000.
  for (const words of ['見込み 50,000円', '× 4分の3', outline]) expect(card.text).toContain(words)
  expect(card.html).toContain('href="https://hotaru.example/youkou"')

  // What was promised stays inside the budget.
  await koga.act(`${office}/subsidies/outside`, { subsidy: 'example-hotaru', fiscalYear: '2026', yen: '500000' })
  const small = await write(2026, { ...(await formOf(2026)), budget: '499999' })
  expect([small.status, small.text.includes('もう500,000円を決めています')]).toEqual([422, true])

  const closed = { ...(await formOf(2026)), 'applyUntil.year': '2026', 'applyUntil.month': '11', 'applyUntil.day': '1' }
  expect((await write(2026, closed)).status).toBe(303)
  expect((await owner.get(pageOf(project))).text).toContain('受付は、2026年11月1日')
  const next = { ...(await formOf(2027)), outline: '令和9年度 交付要綱', budget: '５，０００，０００' }
  expect(next).toMatchObject({ version: '0', feeRate: '3/4', 'applyFrom.year': '2027' })
  expect((await write(2027, next)).status).toBe(303)
  expect((await owner.get(pageOf(project))).text).toContain('受付は2027年4月1日')
  const seen = await koga.get(`${office}/subsidies`)
  for (const words of ['2027年度（令和9年度）の決まりを直す', '5,000,000円']) expect(seen.text).toContain(words)
  expect((await write(2027, { ...(await formOf(2027)), offered: 'no' })).status).toBe(303)
  expect((await owner.get(pageOf(project))).text).toContain('2027年度（令和9年度）は、募集がありません')

  for (const [year, subsidy] of [[2028], [2025], [2027, 'toyama-new'], [2027, 'nothing']] as const) {
    expect((await write(year, next, subsidy)).status).toBe(404)
  }
  const foreign = await (await house.as('abe')).post(
    `/partners/${partnerId('bank')}/subsidies/example-hotaru/years/2026`,
    terms,
  )
  expect(foreign.status).toBe(404)
  expect((await owner.post(`${office}/subsidies/example-hotaru/years/2026`, terms)).status).toBe(404)
})

test('nobody else finds it', async () => {
  const project = await publishedProjectOf(house, 'craft')
  expect((await (await house.as('chiyo')).get(pageOf(project))).status).toBe(200)
  expect((await (await house.as('sato')).get(pageOf(project))).status).toBe(404)
  const foreign = pageOf(project).replace(companyId('craft'), companyId('fertiliser'))
  expect((await (await house.as('sato')).get(foreign)).status).toBe(404)
})
