import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { companies } from '../../src/companies/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
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

test('nobody else finds it', async () => {
  const project = await publishedProjectOf(house, 'craft')
  expect((await (await house.as('chiyo')).get(pageOf(project))).status).toBe(200)
  expect((await (await house.as('sato')).get(pageOf(project))).status).toBe(404)
  const foreign = pageOf(project).replace(companyId('craft'), companyId('fertiliser'))
  expect((await (await house.as('sato')).get(foreign)).status).toBe(404)
})
