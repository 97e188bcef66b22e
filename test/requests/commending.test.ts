import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, companyId, partnerId, talentId } from '../../seed/cast.ts'
import { consents, memberships } from '../../src/accounts/schema.ts'
import { partnerCompanies } from '../../src/companies/schema.ts'
import { commendations } from '../../src/ladder/schema.ts'
import { asActor, asOwner, readAs } from '../../src/lib/db.ts'
import { partners } from '../../src/partners/schema.ts'
import { bornInYame } from '../fixtures/ladder.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [town, bank] = [partnerId('town'), partnerId('bank')]
const [TOWN, BANK] = [`/partners/${town}/ladder`, `/partners/${bank}/ladder`]
const [tanaka, kobayashi, koga, abe, sato] = await Promise.all([
  house.as('tanaka'),
  house.as('kobayashi'),
  house.as('koga'),
  house.as('abe'),
  house.as('sato'),
])
const [TANAKA, KOBAYASHI] = [accountId('tanaka'), accountId('kobayashi')]
await bornInYame(
  house.db,
  (['tanaka', 'kobayashi'] as const).map((name) => ({ accountId: accountId(name), talentId: talentId(name) })),
)
for (const one of [tanaka, kobayashi]) await one.act(`/me/ladder/${town}`, { share: 'named', years: '3' })
const ask = (person: string, partner = bank) => ({ person, partner, words: '提灯工房でのお手伝いが、すてきでした。' })
const rowOf = (account: string) =>
  asOwner(house.db, async (tx) => {
    const rows = await tx.select().from(commendations)
    return rows.find((one) => one.accountId === account)!
  })
/** How many letters somebody has got after each of these mornings. */
const mailsOn = async (to: string, days: readonly string[]) => {
  const now = house.now()
  const counts = []
  for (const day of days) {
    house.setTime(new Date(`${day}T09:07:00+09:00`))
    await asOwner(house.db, (tx) => house.jobs.enqueue(tx, 'ladder.remindOfCommendations', {}))
    await house.drain()
    counts.push(house.mails.filter((mail) => mail.to === `${to}@cast.example`).length)
  }
  house.setTime(now)
  return counts
}
const answerOf = async (account: string) => {
  const { id, version } = await rowOf(account)
  return { href: `/me/commendations/${id}`, version }
}

test('a town asks somebody of its alumni, and nobody else; the other region sees nothing of it', async () => {
  const before = await koga.get(TOWN)
  expect(before.text).toContain('ほかの地域にも紹介する')
  expect((await koga.post(`${TOWN}/commendations`, ask(accountId('ito')))).status).toBe(422)
  expect((await koga.post(`${TOWN}/commendations`, ask(TANAKA, town))).status).toBe(422)
  expect((await koga.post(`${TOWN}/commendations`, { ...ask(TANAKA), words: '' })).html).toContain(
    `<option value="${TANAKA}" selected`,
  )
  expect((await abe.post(`${TOWN}/commendations`, ask(TANAKA))).status).toBe(404)
  const asked = await koga.act(`${TOWN}/commendations`, ask(TANAKA))
  expect(asked.text).toContain('ご本人に聞きました')
  expect(asked.text).toContain('ご本人に聞いています')
  expect((await koga.post(`${TOWN}/commendations`, ask(TANAKA))).status).toBe(409)
  await house.drain()
  expect((await abe.get(BANK)).html).not.toContain('田中')
  const notices = await tanaka.get('/me/notices')
  expect(notices.text).toContain('ほたる市役所 商工振興課が、あなたを出羽ひなた銀行に紹介したいそうです')
  expect(house.mails.filter(({ to }) => to === 'tanaka@cast.example').at(-1)?.subject).toBe('めぐりからのお知らせ')
  const page = await tanaka.get('/me/ladder')
  expect(page.text).toContain('出羽ひなた銀行に、あなたを紹介したいそうです')
  expect(page.text).toContain('2026年12月23日（水）までに返事がなければ、何も伝わらずに終わります')
  expect(page.text).toContain('提灯工房でのお手伝いが、すてきでした。')
  // Once more, a week before the last day, and never again.
  expect(await mailsOn('tanaka', ['2026-12-15', '2026-12-16', '2026-12-17'])).toEqual([1, 2, 2])
  expect((await tanaka.get('/me/notices')).text).toContain('出羽ひなた銀行への紹介に、2026年12月23日（水）まで返事')
})

test('what she allows goes to the other region, with the steps in the first one; the first learns that there was an answer', async () => {
  const { href, version } = await answerOf(TANAKA)
  const yes = { share: 'named', years: '1', version }
  for (const other of [kobayashi, koga, abe]) expect((await other.post(`${href}/answer`, yes)).status).toBe(404)
  expect((await tanaka.post(`${href}/answer`, { years: '1', version })).status).toBe(422)
  expect((await tanaka.post(`${href}/answer`, { ...yes, version: 7 })).status).toBe(409)
  const after = await tanaka.act(`${href}/answer`, yes)
  expect(after.text).toContain(
    '出羽ひなた銀行：名前を伝えています（2027年11月22日（月）まで）。ほたる市役所 商工振興課の紹介です。',
  )
  expect(after.text).not.toContain('あなたを紹介したいそうです')
  expect((await tanaka.post(`${href}/answer`, yes)).status).toBe(404)
  await house.drain()
  const list = await abe.get(BANK)
  expect(list.text).toMatch(/田中 .*ほたる市役所 商工振興課の紹介（段階は、その地域のもの）.*知っている/)
  expect(list.text).toContain('ほかの地域から紹介された方：5人より少ない')
  // Whom others commended is not passed on.
  expect(list.text).not.toContain('ほかの地域にも紹介する')
  expect((await abe.post(`${BANK}/commendations`, ask(TANAKA, town))).status).toBe(422)
  expect((await abe.get(`${BANK}?format=csv`)).html).toMatch(/田中 [^,]+,[^,]+,ほたる市役所 商工振興課,はい/)
  expect((await abe.get('/me/notices')).text).toContain('地域の仲間が紹介されました')
  const first = await koga.get(TOWN)
  expect(first.text).toContain('ご本人から返事がありました')
  expect(first.text).not.toContain('2027年')
  await abe.act(`${BANK}/letters`, { subject: 'ひなたの市', words: '春に市を開きます。' })
  await house.drain()
  expect((await tanaka.get('/me/notices')).text).toContain('出羽ひなた銀行からの便り：ひなたの市')
})

test('the wall: neither partner reads the consent, only the asker the question, who lends nothing; the employer nothing', async () => {
  const seen = (who: Parameters<typeof accountId>[0], organisation: string | null) =>
    readAs(house.db, { id: accountId(who), power: 'person' }, organisation, async (tx) => {
      const { rows } = await tx.execute<{ asked: number; agreed: number }>(sql`select
        (select count(*)::int from commendations) as asked,
        (select count(*)::int from consents where purpose = 'region') as agreed`)
      return [rows[0]!.asked, rows[0]!.agreed]
    })
  expect(await seen('tanaka', null)).toEqual([1, 1])
  expect(await seen('koga', town)).toEqual([1, 0])
  expect(await seen('abe', bank)).toEqual([0, 0])
  expect(await seen('sato', companyId('fertiliser'))).toEqual([0, 0])
  const { id } = await rowOf(TANAKA)
  const forged = (change: object) =>
    asActor(house.db, { id: accountId('koga'), power: 'person' }, town, (tx) =>
      tx.insert(commendations).values({
        ...{ id: randomUUID(), accountId: KOBAYASHI, fromPartnerId: town, toPartnerId: bank, words: '' },
        ...{
          month: '2026-11-01',
          year: 2026,
          askedBy: accountId('koga'),
          askedAt: house.now(),
          answerUntil: house.now(),
        },
        ...change,
      }),
    )
  await expect(forged({ answeredAt: house.now() })).rejects.toThrow()
  await expect(forged({ fromPartnerId: bank, toPartnerId: town })).rejects.toThrow()
  await asOwner(house.db, (tx) =>
    tx
      .update(memberships)
      .set({ side: 'lending' })
      .where(sql`account_id = ${accountId('koga')}`),
  )
  expect(await seen('koga', town)).toEqual([0, 0])
  expect((await koga.get(TOWN)).status).toBe(404)
  await asOwner(house.db, (tx) =>
    tx
      .update(memberships)
      .set({ side: null })
      .where(sql`account_id = ${accountId('koga')}`),
  )
  expect((await sato.post(`/me/commendations/${id}/revocation`)).status).toBe(404)
})

test('whoever takes it back is gone at once, also from who may be written to', async () => {
  const { href } = await answerOf(TANAKA)
  const after = await tanaka.act(`${href}/revocation`)
  expect(after.text).toContain('もう伝わりません')
  expect((await tanaka.post(`${href}/revocation`)).status).toBe(404)
  for (const one of [BANK, `${BANK}?format=csv`]) expect((await abe.get(one)).html).not.toContain('田中')
  expect((await koga.get(TOWN)).text).toContain('ご本人から返事がありました')
})

test('a partner that is her employer, or has to do with it, is not asked about, and learns nothing of what was agreed', async () => {
  const tie = { partnerId: bank, companyId: companyId('employer'), consentedAt: house.now() }
  const near = () => asOwner(house.db, (tx) => tx.insert(partnerCompanies).values(tie))
  const apart = () =>
    asOwner(house.db, (tx) => tx.delete(partnerCompanies).where(sql`company_id = ${companyId('employer')}`))
  await near()
  // Nobody can tell from the town's page.
  expect((await koga.act(`${TOWN}/commendations`, ask(KOBAYASHI))).text).toContain('ご本人に聞いています')
  await house.drain()
  const { href, version } = await answerOf(KOBAYASHI)
  const counted = { share: 'named', years: '1', version }
  expect(await mailsOn('kobayashi', ['2026-12-20'])).toEqual([0])
  expect((await kobayashi.get('/me/notices')).text).not.toContain('紹介')
  expect((await kobayashi.get('/me/ladder')).text).not.toContain('紹介したいそうです')
  expect((await kobayashi.post(`${href}/answer`, counted)).status).toBe(404)
  await apart()
  await kobayashi.act(`${href}/answer`, counted)
  expect((await abe.get(BANK)).html).toContain('小林')
  await near()
  for (const one of [BANK, `${BANK}?format=csv`]) expect((await abe.get(one)).html).not.toContain('小林')
  await apart()
  // The partner itself is where she works: by name, by the addresses of its people, and by working there.
  const renamed = (name: string) =>
    asOwner(house.db, (tx) => tx.update(partners).set({ name }).where(sql`id = ${bank}`))
  await renamed('大東ケミカル株式会社 社会貢献室')
  expect((await abe.get(BANK)).html).toContain('小林')
  await renamed('大東ケミカル')
  expect((await abe.get(BANK)).html).not.toContain('小林')
  await renamed('出羽ひなた銀行')
  expect((await abe.get(BANK)).html).toContain('小林')
  await asOwner(house.db, (tx) =>
    tx.insert(memberships).values({
      ...{ id: randomUUID(), accountId: KOBAYASHI, organisationId: bank, role: 'viewer', since: house.now() },
    }),
  )
  expect((await abe.get(BANK)).html).not.toContain('小林')
  // It ends with its last day.
  await asOwner(house.db, async (tx) => {
    await tx.delete(memberships).where(sql`account_id = ${KOBAYASHI} and organisation_id = ${bank}`)
    await tx.update(consents).set({ until: house.now() }).where(sql`purpose = 'region'`)
  })
  expect((await abe.get(BANK)).html).not.toContain('小林')
})
