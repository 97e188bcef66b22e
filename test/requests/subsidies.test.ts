import { expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
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
  const counted = await owner.get(`${pageOf(project)}?travel=３万&lodging=12,500`)
  expect(counted.text).toContain('68,000円')
  expect((await owner.get(`${pageOf(project)}?elsewhere=yes`)).text).toContain('ほかの補助を受けるときは使えません')
  const slip = await owner.get(`${pageOf(project)}?travel=たくさん`)
  expect([slip.status, slip.html.includes('value="たくさん"')]).toEqual([422, true])
})

test('nobody else finds it', async () => {
  const project = await publishedProjectOf(house, 'craft')
  expect((await (await house.as('chiyo')).get(pageOf(project))).status).toBe(200)
  expect((await (await house.as('sato')).get(pageOf(project))).status).toBe(404)
  const foreign = pageOf(project).replace(companyId('craft'), companyId('fertiliser'))
  expect((await (await house.as('sato')).get(foreign)).status).toBe(404)
})
