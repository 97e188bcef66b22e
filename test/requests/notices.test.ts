import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, type CastName, companyId } from '../../seed/cast.ts'
import { accounts } from '../../src/accounts/schema.ts'
import { classifier } from '../../src/jobcodes/rules/standard.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { notices } from '../../src/notices/schema.ts'
import { apply } from '../fixtures/applications.ts'
import { USUAL_WISHES } from '../fixtures/notices.ts'
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

test('from a hundred on nobody counts, neither in the head of the page nor in the list', async () => {
  const row = { accountId: accountId('suzuki'), kind: 'other', subject: '見本', lines: [], createdAt: house.now() }
  const many = Array.from({ length: 101 }, (_, n) => ({ id: randomUUID(), key: `many-${n}`, ...row }))
  await asOwner(house.db, (tx) => tx.insert(notices).values(many))
  const list = await (await house.as('suzuki')).get('/me/notices')
  expect(list.text).toContain('読んでいないお知らせが100件以上あります')
  expect(list.html).toContain('99+件の新しいお知らせ')
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

const at = (time: string) => house.setTime(new Date(`${time}+09:00`))
const mailsTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)

test('mails wait for the morning, come once a day, or stay away, as each wishes; over a year’s end too', async () => {
  const given = USUAL_WISHES
  expect((await nakamura.get('/me/notices/settings')).text).toContain('返事の約束の日があるため、止められません。')
  expect((await nakamura.post('/me/notices/settings', { ...given, application: 'none' })).status).toBe(422)
  expect((await nakamura.act('/me/notices/settings', { ...given, project: 'digest', holidays: 'yes' })).text).toContain(
    '保存しました',
  )
  const chiyo = await house.as('chiyo')
  await chiyo.act('/me/notices/settings', { ...given, project: 'none' })
  const [owner, colleague] = [mailsTo('nakamura').length, mailsTo('chiyo').length]
  const counts = () => [mailsTo('nakamura').length - owner, mailsTo('chiyo').length - colleague]
  at('2026-12-28T22:30:00')
  await comesOut(house, 'craft')
  await comesOut(house, 'craft')
  const other = await comesOut(house, 'craft', { title: '年末の案件' })
  await apply(kobayashi, other)
  await house.drain()
  expect(counts()).toEqual([0, 0])
  expect((await chiyo.get('/me/notices')).text).toContain('公開しました')
  at('2026-12-29T08:00:00')
  await house.drain()
  // The application has a promise to keep; what is only of interest rests until the fourth.
  expect(counts()).toEqual([1, 1])
  expect(mailsTo('nakamura').at(-1)!.text).toContain('新しい応募が届きました')
  at('2027-01-04T07:59:00')
  await house.drain()
  expect(counts()).toEqual([1, 1])
  at('2027-01-04T08:00:00')
  await house.drain()
  await house.drain()
  expect(counts()[1]).toBe(1)
  const all = mailsTo('nakamura').slice(owner + 1)
  expect(all.length).toBe(1)
  expect(all[0]!.subject).toBe('めぐりからのお知らせ')
  expect(all[0]!.text.match(/^■ .*公開しました$/gm)!.length).toBe(3)
})

test('a discreet mail says nothing; what guards the account is said openly and at once', async () => {
  at('2027-01-05T12:00:00')
  await nakamura.act('/me/notices/settings', { ...USUAL_WISHES, discreet: 'yes' })
  await comesOut(house, 'craft', { title: 'だれにも知られたくない案件' })
  await house.drain()
  const mail = mailsTo('nakamura').at(-1)!
  expect([mail.subject, mail.text.includes('知られたくない')]).toEqual(['めぐりからのお知らせ', false])
  expect(mail.html).not.toContain('知られたくない')
  expect((await nakamura.get('/me/notices')).text).toContain('だれにも知られたくない案件')
  at('2027-01-05T23:00:00')
  const asked = house.mails.length
  await house.visitor().act('/sign-in', { email: 'nakamura@cast.example' })
  await house.drain()
  expect(house.mails.slice(asked).map(({ subject }) => subject)).toEqual(['めぐりの確認番号'])
})

test('what the mail’s subject hides is said in the list; old ones are forgotten', async () => {
  at('2027-01-10T12:00:00')
  await house.handlers['applications.remind']!({}, { id: '' })
  const hers = await noticesOf('kobayashi')
  expect(hers.every(({ subject }) => subject === 'めぐりからのお知らせ')).toBe(true)
  expect(hers.length).toBeGreaterThan(0)
  expect((await kobayashi.get('/me/notices')).text).toContain('約束の日までに、企業から返事がありませんでした')
  expect((await kobayashi.get('/me/notices?page=99')).status).toBe(200)
  house.setTime(new Date(house.now().getTime() + 366 * 86_400_000))
  await house.handlers['notices.forget']!({}, { id: '' })
  expect(await noticesOf('nakamura')).toEqual([])
})
