import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { companyId } from '../../seed/cast.ts'
import { deleteOldWorries } from '../../src/challenges/jobs.ts'
import { worryOfCompany } from '../../src/challenges/queries.ts'
import { confirmedWorks } from '../../src/challenges/rules/nodes.ts'
import { challengeNodes, worries } from '../../src/challenges/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const GX = '取引先から、肥料の環境の証明書を出せと言われたが何をしたらいいか分からん'
const CRAFT = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん'
const DAY = 86_400_000

const idIn = (location: string) => /\/worries\/([0-9a-f-]{36})/.exec(location)![1]!
const tell = async (browser: Browser, text: string) => idIn((await browser.post('/worries', { text })).location)
const worryRow = async (id: string) =>
  (await asOwner(house.db, (tx) => tx.select().from(worries).where(eq(worries.id, id))))[0]
const nodesOf = (id: string) =>
  asOwner(house.db, (tx) =>
    tx.select().from(challengeNodes).where(eq(challengeNodes.worryId, id)).orderBy(challengeNodes.position),
  )
const mainWork = async (id: string) => (await nodesOf(id)).find((node) => node.kind === 'work' && node.reading === 0)!

describe('on another device', () => {
  test('the code on the sheet opens it there too, however it is typed', async () => {
    const owner = house.visitor()
    const id = await tell(owner, CRAFT)
    expect((await owner.get(`/worries/${id}/sheet`)).text).toContain('番号を作る')
    const sheet = await owner.act(`/worries/${id}/sheet`)
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sheet.text)![0]
    expect(sheet.text).toContain(CRAFT)
    expect(sheet.text).toContain('2026年12月23日（水）まで')
    expect((await owner.get(`/worries/${id}/sheet`)).text).toContain(code)
    const typed = [
      code.toLowerCase(),
      code.replace('-', ''),
      code.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ]
    for (const [at, as] of typed.entries()) {
      const phone = house.visitor()
      if (at === 0) expect((await phone.get(`/resume/${code}`)).html).toContain(`value="${code.replace('-', '')}"`)
      expect((await phone.get(`/worries/${id}`)).status).toBe(404)
      expect((await phone.act('/resume', { code: as })).text).toContain(CRAFT)
      const { id: node } = await mainWork(id)
      expect((await phone.post(`/worries/${id}/nodes/${node}/confirmation`)).status).toBe(303)
      expect((await phone.post('/resume', { code })).location).toBe(`/worries/${id}`)
    }
    expect((await owner.get(`/worries/${id}`)).status).toBe(200)
  })

  test('a wrong code says so and opens nothing; guessing ends', async () => {
    const guesser = house.visitor()
    expect((await guesser.get('/resume/%20')).status).toBe(404)
    const answer = await guesser.post('/resume', { code: '2222-2222' })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('見つかりません')
    expect((await guesser.post('/resume', { code: '短い' })).text).toContain('8つの文字')
    let status = 0
    for (let n = 0; n < 20 && status !== 429; n++) {
      status = (await guesser.post('/resume', { code: '2222-2222' })).status
    }
    expect(status).toBe(429)
    house.setTime(new Date(house.now().getTime() + 3_600_000))
  })
})

describe('whose it becomes', () => {
  const signIn = async (browser: Browser, email: string) => {
    await browser.post('/sign-in', { email })
    await house.drain()
    const mail = house.mails.findLast(({ to }) => to === email)!
    await browser.post('/sign-in/code', { code: /\b\d{6}\b/.exec(mail.text)![0] })
  }

  test('signing in claims it; the browser alone then no longer opens it', async () => {
    const owner = house.visitor()
    const id = await tell(owner, GX)
    const sheet = await owner.act(`/worries/${id}/sheet`)
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(sheet.text)![0]
    expect((await owner.get(`/worries/${id}/company`)).location).toContain('/sign-in?next=')
    await signIn(owner, 'newcomer@koba.example')
    expect((await owner.get(`/worries/${id}`)).status).toBe(200)
    expect((await owner.get(`/worries/${id}/company`)).location).toBe(`/companies/new?worry=${id}`)
    await owner.post('/sign-out')
    expect((await owner.get(`/worries/${id}`)).status).toBe(404)
    const other = await house.visitor().post('/resume', { code })
    expect(other.text).toContain('メールアドレスで入ってから')
  })

  test('a new company is founded around it', async () => {
    const owner = house.visitor()
    const id = await tell(owner, CRAFT)
    await signIn(owner, 'koubou@shin-koubou.example')
    const form = await owner.get(`/companies/new?worry=${id}`)
    expect(form.text).toContain('会社のことを教えてください')
    const answer = await owner.post(`/companies?worry=${id}`, { name: '新工房', prefecture: 40, industry: 'crafts' })
    const company = /^\/companies\/([0-9a-f-]{36})\/projects\/[0-9a-f-]{36}\/draft\/background$/.exec(answer.location)!
    expect((await owner.get(answer.location)).html).toContain(CRAFT)
    const brought = await asOwner(house.db, (tx) => worryOfCompany(tx, company[1]!, id))
    expect(brought!.worry.text).toBe(CRAFT)
    expect(confirmedWorks(brought!.nodes)[0]).toBe((await mainWork(id)).code)
    expect(await asOwner(house.db, (tx) => worryOfCompany(tx, companyId('craft'), id))).toBeUndefined()
  })

  test('one company: straight on; its people see it, a viewer only reads, others do not', async () => {
    const sato = await house.as('nakamura')
    const id = await tell(sato, CRAFT)
    const page = await sato.get(`/worries/${id}`)
    expect(page.html).toContain(`value="${companyId('craft')}"`)
    const foreign = await sato.post(`/worries/${id}/company`, { company: companyId('fertiliser') })
    expect(foreign.status).toBe(422)
    const chiyo = await house.as('chiyo')
    expect((await chiyo.get(`/worries/${id}`)).status).toBe(404)
    const answer = await sato.post(`/worries/${id}/company`, { company: companyId('craft') })
    expect(answer.location).toMatch(
      new RegExp(`^/companies/${companyId('craft')}/projects/[0-9a-f-]{36}/draft/background$`),
    )
    const read = await chiyo.get(`/worries/${id}`)
    expect(read.status).toBe(200)
    expect(read.text).not.toContain('少し違う')
    expect((await chiyo.get(`/worries/${id}/words`)).status).toBe(404)
    const { id: node } = await mainWork(id)
    expect((await chiyo.post(`/worries/${id}/nodes/${node}/removal`)).status).toBe(409)
    expect((await (await house.as('sato')).get(`/worries/${id}`)).status).toBe(404)
  })

  test('after thirty days what nobody claimed is gone, with its tree; the rest stays', async () => {
    const left = await tell(house.visitor(), GX)
    const claimed = await tell(await house.as('sato'), GX)
    house.setTime(new Date(house.now().getTime() + 29 * DAY))
    await deleteOldWorries(house.deps, {})
    expect(await worryRow(left)).toBeDefined()
    house.setTime(new Date(house.now().getTime() + 2 * DAY))
    await deleteOldWorries(house.deps, {})
    expect(await worryRow(left)).toBeUndefined()
    expect(await nodesOf(left)).toEqual([])
    expect(await worryRow(claimed)).toBeDefined()
  })

  test('history holds no word of it', async () => {
    const rows = await asOwner(house.db, (tx) => tx.select().from(history))
    expect(rows.length).toBeGreaterThan(20)
    expect(JSON.stringify(rows)).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
  })
})

test('whoever may only look is not led to a second company', async () => {
  const clerk = await house.as('chiyo')
  const told = await clerk.post('/worries', { text: '手作業ばかりで、ひとつ作るのにいくら掛かるか分からん。' })
  const page = await clerk.get(`${told.location}/company`)
  expect(page.text).toContain('代表の方にお願いしてください')
  expect(page.html).toContain(`href="${told.location}/sheet"`)
})

test('a cry for help meets people, not work', async () => {
  const visitor = house.visitor()
  const told = await visitor.act('/worries', { text: 'もう限界です。消えたい' })
  expect(told.text).toContain('ひとりで抱えないでください')
  expect(told.html).toContain('href="tel:0120-279-338"')
  for (const words of ['役に立つ仕事', 'このまま案件を作る']) expect(told.text).not.toContain(words)
})
