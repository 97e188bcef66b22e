import { desc, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId, partnerId } from '../../seed/cast.ts'
import { nameBasedId } from '../../seed/ids.ts'
import { mailbox } from '../../src/accounts/schema.ts'
import { recount } from '../../src/cli/recount.ts'
import { SHARES, shareOf } from '../../src/insights/rules/figures.ts'
import { releases } from '../../src/insights/schema.ts'
import { fiscalYearOf } from '../../src/law/fiscal-year.ts'
import { asOwner } from '../../src/lib/db.ts'
import { isPng } from '../../src/lib/picture/png.ts'
import { today } from '../../src/lib/time.ts'
import { fillDemo } from '../../src/server/demo.ts'
import { HOME, openHouse } from '../house.ts'

const house = await openHouse({ cast: false })
/** A fifth of it; the first start (test/journeys/start) writes the whole. */
const FIFTH = { people: 400, companies: 180, projects: 300, seed: 1 }

/** Every index and reference of the tables, by name. */
const keys = () =>
  asOwner(house.db, async (tx) => {
    const { rows } = await tx.execute<{ name: string; definition: string }>(sql`
      select indexname as name, indexdef as definition from pg_indexes where schemaname = 'public'
      union all
      select conname, pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace
      order by 1, 2`)
    return rows
  })

test('the demo is written, and the tables are as they were', async () => {
  const before = await keys()
  await fillDemo(house.db, house.deps.secrets, house.now(), FIFTH)
  expect(await keys()).toEqual(before)
  const counts = await asOwner(house.db, async (tx) => {
    const { rows } = await tx.execute<Record<string, number>>(sql`select
      (select count(*) from talents) as talents, (select count(*) from companies) as companies,
      (select count(*) from projects) as projects, (select seed from instance) as seed`)
    return rows[0]!
  })
  expect(counts).toEqual({ talents: 406, companies: 183, projects: 303, seed: 1 })
}, 60_000)

test('the cast stands in the middle of it, and nobody of the bulk on the page of the demo', async () => {
  const page = await house.visitor().get('/demo')
  expect(page.text).toContain('小林 恵（43）')
  expect(page.html.match(/name="account"/g)!.length).toBeLessThan(30)
})

test('its lists and its people open', async () => {
  const list = await house.visitor().get('/projects')
  expect(list.status).toBe(200)
  const [, first] = /href="(\/projects\/[0-9a-f-]{36})"/.exec(list.html)!
  expect((await house.visitor().get(first!)).status).toBe(200)
  const event = await house.visitor().get(`/events/${nameBasedId('demo:event:tea')}`)
  expect(event.text).toContain('この催しで話す案件')
  const owner = await house.as('nakamura')
  expect((await owner.get(`/companies/${companyId('craft')}`)).status).toBe(200)
  expect((await owner.get(`/companies/${companyId('craft')}/assistance`)).text).toContain(
    '古賀さん（ほたる市役所 商工振興課）',
  )
  const drawn = await house.request(new Request(`${HOME}/partners/${partnerId('town')}/logo`))
  expect(isPng(new Uint8Array(await drawn.arrayBuffer()))).toBe(true)
  // What was typed for the workshop yesterday waits for its owner.
  const typed = `/companies/${companyId('craft')}/assistance/${nameBasedId('assistance:second-session')}`
  const read = await owner.get(typed)
  for (const words of ['盆の前に注文が集まって', '「はい」とした行', 'このままでよい'])
    expect(read.text).toContain(words)
  expect((await owner.get(`/worries/${nameBasedId('assistance:worry')}`)).text).toContain('が入力')
  expect((await owner.act(`${typed}/confirmation`)).text).toContain('このままでよいと、確かめました')
  expect((await owner.get(`/companies/${companyId('craft')}/scouts`)).text).toContain('返事を待っています')
  expect((await owner.get('/me/notices')).text).toContain('補助の返事が届きました')
  expect((await (await house.as('sato')).get('/me/notices')).text).toContain('応募が届きました')
  const browser = house.visitor()
  await browser.post('/demo/sign-in', { account: nameBasedId('talent:1:0:account') })
  expect((await browser.get('/me/proposals')).text).toContain('あなたに合いそうな案件')
})

test('whoever looks around as a professional finds what has come, what was marked and the places known by it', async () => {
  const suzuki = await house.as('suzuki')
  expect((await suzuki.get('/me/notices')).text).toContain('合いそうな案件が見つかりました')
  expect((await suzuki.get('/me')).text).toContain('気になる案件')
  expect((await suzuki.get('/me/watches')).text).toContain('脱炭素')
  const ladder = (await suzuki.get('/me/ladder')).text
  expect(ladder).toContain('知っている')
  expect(ladder).toContain('出羽ひなた銀行に、あなたを紹介したいそうです')
  expect((await (await house.as('abe')).get(`/partners/${partnerId('bank')}/ladder`)).text).toContain('課の紹介')
  const asked = (await (await house.as('koga')).get(`/partners/${partnerId('town')}/ladder`)).text
  expect(asked).toContain('ご本人から返事がありました')
  expect((await suzuki.get('/me')).text).not.toContain('まだ応募はありません')
})

test('the office and the bank were each asked to look at a worry together, and the office refers, too', async () => {
  for (const [name, partner, words] of [
    ['koga', 'town', '秋の物産展に出すまでに'],
    ['abe', 'bank', '展示会にも一度出たが'],
  ] as const) {
    const browser = await house.as(name)
    const list = await browser.get(`/partners/${partnerId(partner)}/worries`)
    const [path] = /\/partners\/[0-9a-f-]{36}\/worries\/[0-9a-f-]{36}/.exec(list.html)!
    expect((await browser.get(path)).text).toContain(words)
  }
  const referred = await (await house.as('koga')).get(`/partners/${partnerId('town')}/referrals`)
  expect(referred.text).toContain('株式会社見本石灯籠')
})

test('the desk has a working week before it, and both partners a colleague who left something', async () => {
  const desk = await house.as('mori')
  expect((await desk.get('/desk/calls')).text).toContain('何から書けばよいか分からない')
  expect((await desk.get('/desk/people')).text).toContain('工藤')
  expect((await desk.get('/desk/assistance')).text).not.toContain('まだありません')
  const [, waiting] = /待っていることが(\d+)件/.exec((await desk.get('/desk')).text)!
  expect(Number(waiting)).toBeLessThan(30)
  const cases = await desk.get('/desk/cases')
  expect(cases.text).not.toMatch(/ほかに\d{3,}件/)
  const koga = await house.as('koga')
  expect((await koga.get(`/partners/${partnerId('town')}/handovers`)).text).toContain('田島 健二')
  expect((await (await house.as('abe')).get(`/partners/${partnerId('bank')}/ladder`)).text).toContain('5人以上')
})

test('a workshop has its subsidies, and the office what is left', async () => {
  const office = await (await house.as('koga')).get(`/partners/${partnerId('town')}/subsidies`)
  expect(office.text).toContain('返事を待つ申し込みが1件')
  expect(office.text).toMatch(/残り\s*1,[0-9]{3},[0-9]{3}円/)
  const project = nameBasedId('workshop:prices')
  const page = await (await house.as('nakamura')).get(`/companies/${companyId('craft')}/projects/${project}/subsidies`)
  expect(page.text).toContain('交付が決まりました')
  const story = `/companies/${companyId('fertiliser')}/projects/${nameBasedId('story:project')}/subsidies`
  expect((await (await house.as('sato')).get(story)).text).toContain('申し込む予定')
})

test('its statistics, and the years, programmes and events of its partners, come out the same when they are counted by other code', async () => {
  const [koga, year] = [await house.as('koga'), fiscalYearOf(today(house.now())) - 1]
  const address = `/partners/${partnerId('town')}/fiscal-years/${year}`
  const closed = await koga.get(address)
  for (const words of ['出しなおしました', '第2版']) expect(closed.text).toContain(words)
  await koga.act(`${address}/closing`, { version: 2, reason: '見本の数字を確かめるため' })
  const { compared, wrong } = await recount(house.db, house.now())
  expect(wrong).toEqual([])
  expect(compared).toBeGreaterThan(5000)
  const [release] = await asOwner(house.db, (tx) => tx.select().from(releases).orderBy(desc(releases.until)).limit(1))
  // Somebody was recommended from firm to firm.
  expect(shareOf(release!.figures, ...SHARES.introduced)).toBeGreaterThan(0)
})

test('the lists of people for its open projects are made by a job', async () => {
  await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'matching.makeLists', {}))
  await house.drain()
  const { rows } = await asOwner(house.db, (tx) =>
    tx.execute<{ lists: number; hidden: number }>(sql`select count(distinct project_id)::int as lists,
      count(*) filter (where app_is_hidden(talent_id, company_id))::int as hidden from proposals`),
  )
  expect(rows[0]!.lists).toBeGreaterThan(10)
  expect(rows[0]!.hidden).toBe(0)
}, 120_000)

test('an address that somebody wrote into a sentence of a mail is no link', async () => {
  const text = '場所：https://example.com/zoom?a=1\n\nひらく：\nhttp://localhost:3000/me?x=1'
  await asOwner(house.db, (tx) =>
    tx
      .insert(mailbox)
      .values({ id: 'zoom', recipient: 'a@cast.example', subject: '面談', text, html: '', at: house.now() }),
  )
  const page = await house.visitor().get('/demo/mailbox/zoom')
  expect(page.status).toBe(200)
  expect(page.html).toContain('href="/me?x=1"')
  expect(page.html).not.toContain('href="/zoom')
})
