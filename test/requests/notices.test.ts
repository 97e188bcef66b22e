import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, type CastName, companyId } from '../../seed/cast.ts'
import { accounts } from '../../src/accounts/schema.ts'
import { classifier } from '../../src/jobcodes/rules/standard.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { notices } from '../../src/notices/schema.ts'
import { apply } from '../fixtures/applications.ts'
import { comesOut } from '../fixtures/watches.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [nakamura, kobayashi] = [await house.as('nakamura'), await house.as('kobayashi')]
const craft = `/companies/${companyId('craft')}`
const noticesOf = (name: CastName) =>
  asOwner(house.db, (tx) =>
    tx
      .select()
      .from(notices)
      .where(eq(notices.accountId, accountId(name))),
  )
let project = ''
beforeAll(async () => {
  classifier.now()
  project = await comesOut(house, 'craft')
  await apply(kobayashi, project)
  await house.drain()
}, 120_000)

test('whoever gets a letter finds the same among the notices, and nothing else', async () => {
  await house.visitor().act('/sign-in', { email: 'nakamura@mail.example' })
  await house.drain()
  const rows = await asOwner(house.db, (tx) =>
    tx
      .select({ key: notices.key, email: accounts.email, subject: notices.subject, lines: notices.lines })
      .from(notices)
      .innerJoin(accounts, eq(accounts.id, notices.accountId)),
  )
  const mails = house.mails.filter(({ id }) => !id.startsWith('code-'))
  expect(rows.length).toBeGreaterThan(3)
  expect(rows.map(({ key, email, subject }) => [key, email, subject]).toSorted()).toEqual(
    mails.map(({ id, to, subject }) => [id, to, subject]).toSorted(),
  )
  for (const { key, lines } of rows) expect(mails.find(({ id }) => id === key)!.text).toContain(lines.join('\n'))
})

test('the count stands on every page; opening what a notice leads to reads it, and only one’s own', async () => {
  const before = (await noticesOf('nakamura')).length
  const list = await nakamura.get('/me/notices')
  expect(list.text).toContain(`読んでいないお知らせが${before}件あります`)
  expect(list.text).toContain('応募が届きました')
  expect((await nakamura.get('/projects')).html).toContain(`${before}件の新しいお知らせ`)
  const href = (await noticesOf('nakamura')).find(({ kind }) => kind === 'application')!.href!
  expect(list.html).toContain(`href="${href}"`)
  expect((await nakamura.get(href)).html).toContain(`${before - 1}件の新しいお知らせ`)
  const colleague = await house.as('chiyo')
  expect((await colleague.get('/me/notices')).text).toContain(
    `読んでいないお知らせが${(await noticesOf('chiyo')).length}件`,
  )
  await colleague.act('/me/notices/readings')
  expect((await colleague.get(craft)).html).not.toContain('件の新しいお知らせ')
  expect((await nakamura.get('/me/notices')).html).toContain(`${before - 1}件の新しいお知らせ`)
  expect((await house.visitor().get('/projects')).html).not.toContain('お知らせ（')
})

test('nobody else reads them: not a colleague, not the company, not the desk', async () => {
  for (const [name, power] of [
    ['chiyo', 'person'],
    ['mori', 'operator'],
  ] as const)
    for (const organisation of [null, companyId('craft')]) {
      const rows = await readAs(house.db, { id: accountId(name), power }, organisation, (tx) =>
        tx.select().from(notices),
      )
      expect(rows.filter((row) => row.accountId !== accountId(name))).toEqual([])
    }
})

test('what the mail’s subject hides is said in the list; old ones are forgotten', async () => {
  house.setTime(new Date(house.now().getTime() + 9 * 86_400_000))
  await house.handlers['applications.remind']!({}, { id: '' })
  const hers = await noticesOf('kobayashi')
  expect(hers.every(({ subject }) => subject === 'めぐりからのお知らせ')).toBe(true)
  expect(hers.length).toBeGreaterThan(0)
  expect((await kobayashi.get('/me/notices')).text).toContain(hers[0]!.lines[0])
  expect((await kobayashi.get('/me/notices?page=99')).status).toBe(200)
  house.setTime(new Date(house.now().getTime() + 366 * 86_400_000))
  await house.handlers['notices.forget']!({}, { id: '' })
  expect(await noticesOf('nakamura')).toEqual([])
})
