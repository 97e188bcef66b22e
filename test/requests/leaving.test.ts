import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { accounts, consents, people, sessions } from '../../src/accounts/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { currentMarket } from '../../src/matching/actions/market.ts'
import { notices } from '../../src/notices/schema.ts'
import { employerBlocks, employers, talentCodes, talents } from '../../src/talents/schema.ts'
import { watches } from '../../src/watches/schema.ts'
import { apply, step } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const CRAFT = companyId('craft')
const TANAKA = accountId('tanaka')
const sure = { sure: 'yes' }

test('whoever others count on is told what goes on, and stays', async () => {
  for (const [name, words] of [
    ['sato', '会社か提携先の一員です'],
    ['koga', '会社か提携先の一員です'],
    ['mori', '事務局の役目があります'],
  ] as const) {
    const browser = await house.as(name)
    const page = await browser.get('/me/person')
    expect([page.text.includes(words), page.html.includes('/me/leaving')]).toEqual([true, false])
    expect((await browser.post('/me/leaving', sure)).status).toBe(409)
    expect((await browser.get('/me/person')).status).toBe(200)
  }
})

test('somebody leaves: all that was theirs alone goes, what a company was sent stays, and nobody finds them again', async () => {
  const projectId = await publishedProjectOf(house, 'craft')
  const tanaka = await house.as('tanaka')
  await tanaka.act('/me/watches', { address: '/projects?prefecture=40', cadence: 'daily' })
  const id = await apply(tanaka, projectId)
  await house.drain()
  expect((await tanaka.get('/me/person')).text).toContain('返事を待っている応募があります')
  expect((await tanaka.post('/me/leaving', sure)).status).toBe(409)
  await step(house, tanaka, `/me/applications/${id}/withdrawal`)
  await house.drain()

  const unsure = await tanaka.post('/me/leaving')
  expect([unsure.status, unsure.text.includes('「もとに戻せないことが分かりました」に印を付けてください。')]).toEqual([
    422,
    true,
  ])
  const elsewhere = await house.as('tanaka')
  const left = await tanaka.act('/me/leaving', sure)
  expect([left.location, left.text.includes('消しました')]).toEqual(['/sign-in?left=yes', true])
  for (const browser of [tanaka, elsewhere]) expect((await browser.get('/me')).location).toContain('/sign-in?')
  const letters = house.mails.length
  await house.drain()
  expect(house.mails.length).toBe(letters)

  await asOwner(house.db, async (tx) => {
    const [account] = await tx.select().from(accounts).where(eq(accounts.id, TANAKA))
    expect(account).toMatchObject({ email: `${TANAKA}@no-mail.invalid`, name: '', closedAt: house.now() })
    const [talent] = await tx.select().from(talents).where(eq(talents.accountId, TANAKA))
    expect(talent).toMatchObject({
      headline: '',
      about: '',
      prefecture: null,
      municipality: null,
      hiddenAt: house.now(),
    })
    const gone = [
      await tx.select().from(people).where(eq(people.accountId, TANAKA)),
      await tx.select().from(sessions).where(eq(sessions.userId, TANAKA)),
      await tx.select().from(notices).where(eq(notices.accountId, TANAKA)),
      await tx.select().from(watches).where(eq(watches.accountId, TANAKA)),
      await tx
        .select()
        .from(talentCodes)
        .where(eq(talentCodes.talentId, talentId('tanaka'))),
      await tx
        .select()
        .from(employers)
        .where(eq(employers.talentId, talentId('tanaka'))),
    ]
    expect(gone).toEqual(gone.map(() => []))
    const given = await tx.select().from(consents).where(eq(consents.accountId, TANAKA))
    expect(given.every(({ revokedAt }) => revokedAt !== null)).toBe(true)
    const told = await tx.select().from(history).where(eq(history.subjectId, TANAKA))
    expect(told.at(-1)).toMatchObject({ act: 'account.closed', data: {} })
  })
  const nakamura = await house.as('nakamura')
  const list = await nakamura.get(`/companies/${CRAFT}/projects/${projectId}/applications`)
  const page = await nakamura.get(`/companies/${CRAFT}/applications/${id}`)
  expect([list.status, page.status, (list.html + page.html).includes('田中')]).toEqual([200, 200, false])
  expect((await nakamura.get(`/companies/${CRAFT}/talents?words=`)).html).not.toContain(talentId('tanaka'))
  const market = await currentMarket(house.db, house.now())
  expect(JSON.stringify([...market.hidden.byCompany])).not.toContain('田中')
  for (const path of ['/desk', '/desk/people']) expect((await (await house.as('mori')).get(path)).status).toBe(200)

  // The address is free: whoever comes with it begins anew.
  const again = house.visitor()
  await again.post('/sign-in', { email: 'tanaka@cast.example' })
  await house.drain()
  const code = /\b\d{6}\b/.exec(house.mails.at(-1)!.text)![0]
  expect((await again.post('/sign-in/code', { code })).status).toBe(303)
  expect((await again.get('/me/person')).html).not.toContain('田中')
})

test('what somebody hid from stays shut when they leave', async () => {
  const kobayashi = await house.as('kobayashi')
  const blocks = () =>
    asOwner(house.db, (tx) =>
      tx
        .select()
        .from(employerBlocks)
        .where(eq(employerBlocks.talentId, talentId('kobayashi'))),
    )
  const before = await blocks()
  expect(before.length).toBeGreaterThan(0)
  expect((await kobayashi.post('/me/leaving', sure)).location).toBe('/sign-in?left=yes')
  expect(await blocks()).toEqual(before)
})
