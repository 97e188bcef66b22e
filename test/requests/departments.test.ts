import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { accounts, departments, memberships } from '../../src/accounts/schema.ts'
import { applications } from '../../src/applications/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { scouts } from '../../src/scouts/schema.ts'
import { LARGE, WORRY, worryIn } from '../drafting.ts'
import { writeTown } from '../fixtures/full.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { seatsIn } from '../fixtures/seats.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const town = await writeTown(house)
const COMPANY = companyId('craft')
const craft = `/companies/${COMPANY}`
const { join, browserOf } = seatsIn(house, COMPANY)

test('departments are made, named once, filled by invitation, and ended when nobody is in them', async () => {
  const owner = await house.as('nakamura')
  const shown = await owner.act(`${craft}/departments`, { name: '企画部' })
  expect(shown.text).toContain('企画部（0人）')
  expect((await owner.post(`${craft}/departments`, { name: '企画部' })).status).toBe(409)
  expect((await owner.post(`${craft}/departments`, { name: '' })).status).toBe(422)
  const id = /departments\/([0-9a-f-]{36})\/closure/.exec(shown.html)![1]!
  const email = 'kikaku@craft.example'
  expect(
    (await owner.post(`${craft}/members`, { email, role: 'member', tasks: 'post', department: randomUUID() })).status,
  ).toBe(404)
  const idle = await owner.post(`${craft}/members`, { email, role: 'member' })
  expect([idle.status, idle.text]).toEqual([422, expect.stringContaining('担当の方に任せることを、1つは')])
  const tasks = ['choose', 'sign']
  const invited = await owner.act(`${craft}/members`, { email, role: 'member', tasks, department: id })
  expect(invited.text).toContain('企画部・担当（応募を読んで選ぶ・契約にサインする）')
  await house.drain()
  const link = new URL(/https?:\/\/\S+/.exec(house.mails.findLast(({ to }) => to === email)!.text)![0]).pathname
  const guest = house.visitor()
  await guest.post('/sign-in', { email })
  await house.drain()
  await guest.post('/sign-in/code', { code: /\b\d{6}\b/.exec(house.mails.at(-1)!.text)![0] })
  await guest.act(link)
  expect((await owner.post(`${craft}/departments/${id}/closure`)).status).toBe(409)
  const [row] = await asOwner(house.db, (tx) => tx.select().from(accounts).where(eq(accounts.email, email)))
  expect((await guest.get(`${craft}/projects/${town.projects.busy}`)).text).not.toContain('募集を終える')
  // Another task: told, and from now on another page; then another role.
  await owner.act(`${craft}/members/${row!.id}/membership`, { role: 'member', tasks: 'post', department: id })
  await house.drain()
  expect(house.mails.findLast(({ to }) => to === email)!.text).toContain('いまの役目は「担当（案件を出す）」です')
  expect((await guest.get(`${craft}/projects/${town.projects.busy}`)).text).toContain('募集を終える')
  // Another role: told to the person, and what was before stays known.
  const form = await owner.get(`${craft}/members?change=${row!.id}`)
  expect(form.text).toContain(`${email}さんの役目`)
  const changed = await owner.act(`${craft}/members/${row!.id}/membership`, { role: 'viewer', department: '' })
  expect(changed.text).toContain('役目を変えました')
  expect(changed.text).toMatch(/これまでの役目.*kikaku@craft.example：企画部・担当（案件を出す）/)
  await house.drain()
  expect(house.mails.findLast(({ to }) => to === email)!.text).toContain('いまの役目は「見るだけ」です')
  expect((await owner.post(`${craft}/members/${row!.id}/membership`, { role: 'boss' })).status).toBe(422)
  expect((await owner.act(`${craft}/departments/${id}/closure`)).text).not.toContain('企画部（')
  expect((await owner.post(`${craft}/departments/${id}/closure`)).status).toBe(409)
  // The last owner stays one.
  await asOwner(house.db, (tx) =>
    tx.execute(sql`update memberships set until = now() where organisation_id = ${COMPANY} and role = 'owner'
      and account_id <> ${accountId('nakamura')}`),
  )
  const alone = await owner.post(`${craft}/members/${accountId('nakamura')}/membership`, {
    role: 'member',
    tasks: 'post',
  })
  expect(alone.status).toBe(409)
  expect((await owner.get(`/companies/${companyId('fertiliser')}/members?change=${row!.id}`)).status).toBe(404)
})

test('where the company says so, a department sees its own projects and everything about them, and hears of no others', async () => {
  const [sales, making] = [randomUUID(), randomUUID()]
  await asOwner(house.db, (tx) =>
    tx.insert(departments).values([
      { id: sales, organisationId: COMPANY, name: '営業部', createdAt: house.now() },
      { id: making, organisationId: COMPANY, name: '製造部', createdAt: house.now() },
    ]),
  )
  const person = await join('all', sales, 'sales@craft.example')
  const [seller, owner, viewer] = [await browserOf(person), await house.as('nakamura'), await house.as('chiyo')]
  const own = `${craft}/projects/${town.projects.busy}`
  const lists = [craft, own, `${own}/applications`, `${own}/proposals`, `${own}/questions`]
  const pages = async (browser: Browser) => Promise.all(lists.map(async (path) => (await browser.get(path)).status))
  expect(await pages(seller)).toEqual([200, 200, 200, 200, 200])

  expect((await seller.post(`${craft}/departments/separation`, { on: 'yes' })).status).toBe(404)
  await owner.act(`${craft}/departments/separation`, { on: 'yes' })
  expect(await pages(seller)).toEqual([200, 404, 404, 404, 404])
  expect(await pages(viewer)).toEqual([200, 200, 200, 200, 200])
  expect((await seller.get(craft)).text).not.toContain('案件 ')
  // Published, it stays what everybody may read.
  expect((await seller.get(`/projects/${town.projects.busy}`)).status).toBe(200)
  const { rows: walled } = await asOwner(house.db, (tx) =>
    tx.execute<{ name: string; walled: boolean }>(sql`select table_name as name, exists (select 1 from pg_policies p
      where p.tablename = table_name and p.policyname = 'department' and p.permissive = 'RESTRICTIVE') as walled
      from information_schema.columns where table_schema = 'public' group by table_name
      having bool_or(column_name = 'company_id')
        and (table_name = 'projects' or bool_or(column_name in ('project_id', 'application_id', 'contract_id')))`),
  )
  // A table that is new here: its migration ends with `SELECT app_wall_departments();`.
  expect(walled.filter((table) => !table.walled)).toEqual([])
  const tables = walled.map(({ name }) => name)
  const counts = (id: string) =>
    readAs(house.db, { id, power: 'person' }, COMPANY, async (tx) => {
      const found: [string, number][] = []
      for (const name of tables) {
        const { rows } = await tx.execute<{ n: string }>(
          sql.raw(`select count(*) as n from ${name} where company_id = '${COMPANY}'`),
        )
        found.push([name, Number(rows[0]!.n)])
      }
      return found
    })
  expect((await counts(person.id)).filter(([, n]) => n > 0)).toEqual([])
  expect((await counts(accountId('nakamura'))).filter(([, n]) => n > 0).length).toBeGreaterThan(6)

  // Nor do letters: of a talk that somebody asked for, and of a scout that was refused.
  const other = await publishedProjectOf(house, 'craft')
  const tanaka = await house.as('tanaka')
  await tanaka.act(`/me/projects/${other}/talk`, { topic: '自分の経験が役に立つか、聞いてみたいです。' })
  const words = '手仕事の値段の付け方で困っています。織物での三十五年の経験を、ぜひ貸してください。'
  await owner.act(`${craft}/talents/${talentId('tanaka')}/scouts`, { project: other, words })
  const [scout] = await asOwner(house.db, (tx) => tx.select().from(scouts).where(eq(scouts.projectId, other)))
  const { version } = scout!
  await tanaka.act(`/me/scouts/${scout!.id}/refusal`, { told: 'yes', version })
  house.setTime(new Date(house.now().getTime() + 31 * 60_000))
  await house.drain()
  const heard = (to: string) => house.mails.filter((mail) => mail.to === to).map(({ subject }) => subject)
  expect(heard('nakamura@cast.example')).toEqual(
    expect.arrayContaining(['めぐり：15分話したい方がいます', 'めぐり：声をかけた方から返事がありました']),
  )
  expect(heard(person.email)).toEqual([])

  // The owner gives it one of them: that, and what hangs on it, and letters about it.
  const given = await owner.act(`${own}/department`, { department: sales })
  expect(given.text).toContain('部署：営業部')
  expect((await owner.post(`${own}/department`, { department: randomUUID() })).status).toBe(404)
  expect(await pages(seller)).toEqual([200, 200, 200, 200, 200])
  const [application] = await asOwner(house.db, (tx) =>
    tx.select().from(applications).where(eq(applications.projectId, town.projects.busy)).limit(1),
  )
  expect((await seller.get(`${craft}/applications/${application!.id}`)).status).toBe(200)

  // What a department's people begin is theirs, and nobody of another sees it.
  const begun = await seller.post(`${craft}/projects`, {})
  expect(begun.status).toBe(303)
  const draft = /projects\/([0-9a-f-]{36})/.exec(begun.location)![1]!
  const [row] = await asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.id, draft)))
  expect(row!.departmentId).toBe(sales)
  const maker = await browserOf(await join('all', making))
  expect((await maker.get(begun.location)).status).toBe(404)
  expect((await maker.post(`${craft}/projects/${draft}/withdrawal`)).status).toBe(404)
  expect((await owner.get(begun.location)).status).toBe(200)
})

test('a worry, its roles and its projects are of one department, and go to another one together', async () => {
  const [selling, making] = await asOwner(house.db, (tx) =>
    tx.select().from(departments).orderBy(departments.name),
  ).then((all) => ['営業部', '製造部'].map((name) => all.find((one) => one.name === name)!))
  const people = { seller: await join('all', selling!.id), maker: await join('all', making!.id) }
  const [seller, maker] = [await browserOf(people.seller), await browserOf(people.maker)]
  const [owner, viewer] = [await house.as('nakamura'), await house.as('chiyo')]
  const statuses = async (path: string) =>
    Promise.all([owner, viewer, seller, maker].map(async (browser) => (await browser.get(path)).status))

  // What the whole company has is for whoever sees all of it; nobody else is shown its words, neither by a list.
  const whole = `/worries/${town.worry.id}`
  expect(await statuses(whole)).toEqual([200, 200, 404, 404])
  expect((await seller.post(`${whole}/company`, { company: COMPANY })).status).toBe(404)
  expect((await owner.get(`${craft}/projects/new`)).text).toContain(WORRY.slice(0, 10))
  expect((await seller.get(`${craft}/projects/new`)).text).not.toContain(WORRY.slice(0, 10))

  // Told by somebody of a department, it is that one's, as are the roles that it is divided into.
  const worry = worryIn((await seller.post('/worries', { text: LARGE })).location)
  const choice = await seller.post(`/worries/${worry}/company`, { company: COMPANY, roles: 'yes' })
  expect(await statuses(choice.location)).toEqual([200, 404, 200, 404])
  const group = (await seller.post(`${craft}/project-groups`, { worry, kind: 'relay' })).location
  expect([await statuses(`/worries/${worry}`), await statuses(group)]).toEqual([
    [200, 200, 200, 404],
    [200, 200, 200, 404],
  ])
  const made = () => asOwner(house.db, (tx) => tx.select().from(projects).where(eq(projects.worryId, worry)))
  const [first, ...others] = await made()
  expect([first, ...others].map((one) => one!.departmentId)).toEqual([first, ...others].map(() => selling!.id))
  expect(others.length).toBeGreaterThan(0)

  // The owner gives one of them to another department: all of it goes. What somebody wrote stays theirs to read.
  expect((await owner.get(`${craft}/projects/${first!.id}`)).text).toContain('もとの悩みと、その悩みから作った案件も')
  await owner.act(`${craft}/projects/${first!.id}/department`, { department: making!.id })
  expect((await made()).map(({ departmentId }) => departmentId)).toEqual((await made()).map(() => making!.id))
  expect([await statuses(`/worries/${worry}`), await statuses(group)]).toEqual([
    [200, 200, 200, 200],
    [200, 200, 404, 200],
  ])
  // What is of the whole company becomes the department's that draws up its first project.
  const open = await worryOfAll(owner)
  await owner.act(`${craft}/departments/separation`, { on: 'no' })
  expect((await maker.post(`${craft}/projects`, { worry: open })).status).toBe(303)
  await owner.act(`${craft}/departments/separation`, { on: 'yes' })
  expect(await statuses(`/worries/${open}`)).toEqual([200, 200, 404, 200])
})

/** Told and brought by somebody of no department. */
async function worryOfAll(owner: Browser): Promise<string> {
  const worry = worryIn((await owner.post('/worries', { text: '値段の付け方が分からん。' })).location)
  await owner.post(`/worries/${worry}/company`, { company: COMPANY, roles: 'yes' })
  return worry
}

test('two hundred people: found by name or address, a page at a time', async () => {
  await asOwner(house.db, async (tx) => {
    const at = { createdAt: house.now(), updatedAt: house.now() }
    const ids = Array.from({ length: 200 }, () => randomUUID())
    await tx.insert(accounts).values(ids.map((id, n) => ({ id, email: `person${n}_x@large.example`, ...at })))
    await tx.insert(memberships).values(
      ids.map((id) => ({
        id: randomUUID(),
        accountId: id,
        organisationId: COMPANY,
        role: 'viewer' as const,
        since: house.now(),
      })),
    )
  })
  const owner = await house.as('nakamura')
  const first = await owner.get(`${craft}/members`)
  expect(first.html.match(/\/removal"/g)!.length).toBeLessThanOrEqual(30)
  expect(first.text).toContain('次のページ')
  const hit = await owner.get(`${craft}/members?words=person137_`)
  expect(hit.text).toContain('person137_x@large.example')
  expect(hit.html.match(/\/removal"/g)).toHaveLength(1)
  expect((await owner.get(`${craft}/members?words=%25`)).text).toContain('の方はいません')
  expect((await owner.get(`${craft}/members?page=7`)).status).toBe(200)
})

test('nobody has us write to strangers: not often, not to many, and not what a name would lead to', async () => {
  const owner = await browserOf(await join('viewer'))
  const name = '至急 evil.example/win をご覧ください'
  const founded = await owner.post('/companies', { name, prefecture: 6, industry: 'food' })
  const id = /companies\/([0-9a-f-]{36})/.exec(founded.location)![1]!
  const invite = (email: string) => owner.post(`/companies/${id}/members`, { email, role: 'viewer' })
  for (let n = 0; n < 3; n++) expect((await invite('stranger@mail.example')).status).toBe(303)
  const fourth = await invite('stranger@mail.example')
  expect([fourth.status, fourth.text]).toEqual([422, expect.stringContaining('この方には、今日3通お送りしました')])
  const others = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => invite(`stranger${n}@mail.example`)))
  expect(others.map(({ status }) => status).sort()).toEqual([...Array(7).fill(303), 409, 409])
  await house.drain()
  const letters = house.mails.filter(({ to }) => to === 'stranger@mail.example')
  expect(letters.length).toBe(3)
  for (const { text, html } of letters) expect(text + html).not.toContain('evil')
  // Another company's comes a day later, and is not lost.
  const nakamura = await house.as('nakamura')
  expect((await nakamura.post(`${craft}/members`, { email: 'stranger@mail.example', role: 'viewer' })).status).toBe(303)
  const arrived = () => house.mails.filter(({ to }) => to === 'stranger@mail.example').length
  await house.drain()
  expect(arrived()).toBe(3)
  house.setTime(new Date(house.now().getTime() + 86_400_000 + 60_000))
  await house.drain()
  expect(arrived()).toBe(4)
})
