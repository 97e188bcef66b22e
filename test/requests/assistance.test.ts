import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { memberships as seats } from '../../src/accounts/schema.ts'
import { routes } from '../../src/app/routes.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs, type Tx } from '../../src/lib/db.ts'
import { craft, drafting } from '../drafting.ts'
import { assisting, HELP } from '../fixtures/assistance.ts'
import { acceptedApplication, staff } from '../fixtures/contracts.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const { rowOf } = drafting(house)
const [town, bank] = [partnerId('town'), partnerId('bank')]
const MINUTE = 60_000
const { owner, type, codeFor, later, koga: helping, newDraft } = await assisting(house)
await drafting(house).drafted(owner)

describe('a code that the owner says', () => {
  test('opens for half an hour what the owner chose, once, and only to the house it was said to', async () => {
    const code = await codeFor(town)
    const abe = await house.as('abe')
    expect((await type(abe, bank, code)).status).toBe(422)
    const koga = await house.as('koga')
    expect((await koga.get(HELP)).status).toBe(404)
    const typed = await type(koga, town, code.replace(' ', '').replace('1', '１'))
    expect([typed.status, typed.location]).toEqual([303, HELP])
    const again = await type(await house.as('koga'), town, code)
    expect([again.status, again.text.includes('番号が違うか')]).toEqual([422, true])

    const page = await koga.get(HELP)
    expect(page.text).toContain(`${COMPANIES.craft.name}の代行入力をしています`)
    expect(page.text).toContain(`古賀さん（${PARTNERS.town.name}）`)
    expect(page.text).toContain('あと30分')
    later(1)
    // Wherever whoever helps looks, it stands above the page.
    expect((await koga.get('/projects')).text).toContain('あと29分')
    expect((await owner.get(craft)).text).toContain('いま代わりに入力しています')
    expect((await house.visitor().get('/projects')).text).not.toContain('代行入力')
  })

  test('is guessed five times at most, and good for ten minutes', async () => {
    const code = await codeFor(town)
    const koga = await house.as('koga')
    const wrong = code === '111 111' ? '222222' : '111111'
    for (let n = 0; n < 5; n++) expect((await type(koga, town, wrong)).status).toBe(422)
    expect((await type(koga, town, code)).status).toBe(422)
    later(15)
    const late = await codeFor(town)
    later(10)
    expect((await type(koga, town, late)).status).toBe(422)
    expect((await type(koga, town, 'abc')).text).toContain('6桁の数字')
  })

  test('is made by an owner alone, for whom the company was offered', async () => {
    const chiyo = await house.as('chiyo')
    expect((await chiyo.post(`${craft}/assist-codes`, { whom: town, scope: 'look' })).status).toBe(404)
    expect((await chiyo.get(HELP)).html).not.toContain('/assist-codes')
    expect((await owner.post(`${craft}/assist-codes`, { whom: randomUUID(), scope: 'look' })).status).toBe(404)
    const unsaid = await owner.post(`${craft}/assist-codes`, { whom: town, scope: 'sign' })
    expect(unsaid.status).toBe(422)
  })
})

describe('look, draft, submit', () => {
  test('who may look reads drafts and writes nothing', async () => {
    const koga = await helping('look')
    const id = await newDraft(owner)
    expect((await koga.get(HELP)).text).toContain('題のない案件')
    expect((await koga.get(`${craft}/projects/${id}`)).status).toBe(200)
    expect((await koga.get(`${craft}/projects/${id}/preview`)).html).not.toContain('/draft')
    expect((await koga.get(`${craft}/projects/${id}/draft/background`)).status).toBe(404)
    expect((await koga.post(`${craft}/projects`)).status).toBe(404)
  })

  test('who may draft writes and does not send', async () => {
    const koga = await helping('draft')
    const id = await newDraft(koga)
    const { version } = await rowOf(id)
    const saved = await koga.post(`${craft}/projects/${id}/draft/contact`, { version, posterName: '提灯工房' })
    expect(saved.location).toBe(`${craft}/projects/${id}`)
    expect((await rowOf(id)).posterName).toBe('提灯工房')
    expect((await koga.get(`${craft}/projects/${id}`)).html).not.toContain('/submission')
    expect((await koga.post(`${craft}/projects/${id}/submission`, { version: version + 1 })).status).toBe(404)
    const seen = await owner.get(HELP)
    expect(seen.text).toContain('下書きを作りました')
    expect(seen.text).toContain('下書きを書きました')
  })

  test('who may submit sends it to the desk, and the owner hears of it', async () => {
    const koga = await helping('submit')
    const id = await drafting(house).drafted(owner)
    await drafting(house).answered(koga, id)
    const { version } = await rowOf(id)
    expect((await koga.get(`${craft}/projects/${id}/submission`)).text).toContain('事務局に送る')
    expect((await koga.post(`${craft}/projects/${id}/submission`, { version })).location).toBe(
      `${craft}/projects/${id}`,
    )
    expect((await koga.get(`${craft}/projects/${id}`)).text).toContain('事務局が確認しています')
    await house.drain()
    expect(house.mails.some(({ to }) => to === 'nakamura@cast.example')).toBe(true)
    const [row] = await asOwner(house.db, (tx) =>
      tx
        .select()
        .from(history)
        .where(and(eq(history.act, 'project.submitted'), eq(history.subjectId, id))),
    )
    expect(row).toMatchObject({ actor: accountId('koga'), organisation: companyId('craft') })
    expect(row!.data.assisted).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('nothing else of the company is there, whatever was given: no name, no message, no signature, no member', async () => {
    await acceptedApplication(house)
    const koga = await helping('submit')
    const open = routes.filter(({ guard }) => guard.kind === 'member' && guard.assisted)
    expect(
      open
        .map(({ path }) => path)
        .filter((path) => /applica|contract|message|scout|talent|member|interview|partner/.test(path)),
    ).toEqual([])
    const wrong: string[] = []
    for (const route of routes) {
      if (!route.path.startsWith('/companies/:companyId/') || open.includes(route)) continue
      const path = route.path.replace(':companyId', companyId('craft')).replace(/:(\w+)(\{[^}]*\})?/g, randomUUID())
      if (route.guard.kind !== 'member') continue
      const { status } = await (route.method === 'GET' ? koga.get(path) : koga.post(path))
      if (status !== 404) wrong.push(`${route.method} ${path} ${status}`)
    }
    expect(wrong).toEqual([])
  })

  test('the database itself shows and takes no more', async () => {
    const count = async (tx: Tx, table: string) =>
      Number((await tx.execute<{ n: string }>(sql.raw(`select count(*) as n from ${table}`))).rows[0]!.n)
    const actor = {
      id: accountId('koga'),
      power: 'person',
      assisted: { company: companyId('craft'), writes: true },
    } as const
    await readAs(house.db, actor, null, async (tx) => {
      expect(await count(tx, 'projects where published_at is null')).toBeGreaterThan(0)
      expect(await count(tx, 'worries where company_id is not null')).toBeGreaterThan(0)
      for (const table of [
        'applications',
        'talents',
        'contracts',
        'messages',
        'consents',
        'interviews',
        'assist_codes',
      ])
        expect([table, await count(tx, table)]).toEqual([table, 0])
      expect(await count(tx, `people where account_id <> '${accountId('koga')}'`)).toBe(0)
      const other = `projects where company_id <> '${companyId('craft')}' and published_at is null`
      expect(await count(tx, other)).toBe(0)
    })
  })

  test('a company that owes an answer sends nothing, also by somebody else’s hand', async () => {
    const koga = await helping('submit')
    const id = await drafting(house).drafted(owner)
    await drafting(house).answered(koga, id)
    const { applicationId } = { applicationId: (await acceptedApplication(house)).applicationId }
    await asOwner(house.db, (tx) =>
      tx.execute(sql`update applications set accepted_at = null, offered_at = null, interview_at = null,
        shortlisted_at = null, answer_by = ${new Date(house.now().getTime() - MINUTE)} where id = ${applicationId}`),
    )
    const { version } = await rowOf(id)
    const page = await koga.get(`${craft}/projects/${id}/submission`)
    expect(page.text).toContain('先に、応募された方へ返事をお願いします')
    expect(page.html).not.toContain('/applications/')
    expect((await koga.post(`${craft}/projects/${id}/submission`, { version })).status).toBe(409)
    await asOwner(house.db, (tx) =>
      tx.execute(sql`update applications set withdrawn_at = now() where id = ${applicationId}`),
    )
  })
})

describe('the four traps', () => {
  test('whoever signs out works for nobody any more', async () => {
    const koga = await helping()
    await koga.post('/sign-out')
    await koga.post('/demo/sign-in', { account: accountId('koga') })
    expect((await koga.get(HELP)).status).toBe(404)
    expect((await koga.get('/projects')).text).not.toContain('代行入力')
    expect((await owner.get(HELP)).text).not.toContain('いま代わりに入力しています')
  })

  test('the time decides, not the page: what was typed too late is shown and kept nowhere', async () => {
    const koga = await helping()
    const id = await newDraft(koga)
    const before = await rowOf(id)
    later(29)
    expect((await koga.get(`${craft}/projects/${id}/draft/background`)).status).toBe(200)
    later(1)
    const late = await koga.post(`${craft}/projects/${id}/draft/background`, {
      ...{ version: before.version, background: '月末になると、現金が足りない。' },
    })
    expect(late.status).toBe(409)
    expect(late.text).toContain('代行入力の時間が終わりました')
    expect(late.text).toContain('月末になると、現金が足りない。')
    expect(await rowOf(id)).toEqual(before)
    expect((await koga.get(HELP)).status).toBe(409)
    expect((await koga.get('/projects')).text).not.toContain('代行入力')
  })

  test('somebody of two houses acts for the one that was asked, and for no other company', async () => {
    await asOwner(house.db, (tx) =>
      tx.insert(seats).values({
        ...{ id: randomUUID(), accountId: accountId('koga'), organisationId: bank, role: 'member', since: house.now() },
      }),
    )
    const koga = await house.as('koga')
    const code = await codeFor(town)
    expect((await type(koga, bank, code)).status).toBe(422)
    expect((await type(koga, town, code)).status).toBe(303)
    expect((await koga.get(HELP)).text).toContain(`古賀さん（${PARTNERS.town.name}）`)
    expect((await koga.get(`/companies/${companyId('fertiliser')}/assistance`)).status).toBe(404)
    // Gone from the house that was asked; the other one does not help.
    await asOwner(house.db, (tx) =>
      tx
        .update(seats)
        .set({ until: house.now() })
        .where(and(eq(seats.accountId, accountId('koga')), eq(seats.organisationId, town))),
    )
    expect((await koga.get(HELP)).status).toBe(409)
    await asOwner(house.db, (tx) =>
      tx
        .update(seats)
        .set({ until: null })
        .where(and(eq(seats.accountId, accountId('koga')), eq(seats.organisationId, town))),
    )
    await asOwner(house.db, (tx) =>
      tx.delete(seats).where(and(eq(seats.accountId, accountId('koga')), eq(seats.organisationId, bank))),
    )
  })

  test('two at once see each other, and neither writes over the other', async () => {
    const koga = await helping()
    const mori = await staff(house, 'mori')
    expect((await mori.post('/desk/assistance', { code: await codeFor('desk') })).location).toBe(HELP)
    expect((await koga.get(HELP)).text).toContain('森さん（めぐりの事務局）も、いま入力しています')
    expect((await mori.get('/projects')).text).toContain(`古賀さん（${PARTNERS.town.name}）も、いま入力しています`)
    const id = await newDraft(koga)
    const { version } = await rowOf(id)
    const write = (browser: Browser, background: string) =>
      browser.post(`${craft}/projects/${id}/draft/background`, { version, background })
    expect((await write(mori, '値段が昔のままです。')).status).toBe(303)
    const second = await write(koga, '忙しいのに、お金が残りません。')
    expect(second.status).toBe(409)
    expect(second.text).toContain('ほかの人が、さきほど書きかえました')
    expect(second.text).toContain('忙しいのに、お金が残りません。')
    expect((await rowOf(id)).background).toBe('値段が昔のままです。')
    // One at a time from one sign-in: the first is over when another begins.
    await type(koga, town, await codeFor(town))
    expect((await koga.get(HELP)).text).toContain('あと30分')
  })

  test('either side ends it with one press', async () => {
    const koga = await helping()
    const [, ending] = /action="([^"]+\/ending)"/.exec((await koga.get(HELP)).html)!
    expect((await koga.post(ending!)).location).toBe(`/partners/${town}/assistance`)
    expect((await koga.get(HELP)).status).toBe(409)
    const again = await helping()
    const [, ended] = /action="([^"]+\/ending)"/.exec((await again.get(HELP)).html)!
    expect((await (await house.as('chiyo')).post(ended!)).status).toBe(404)
    expect((await owner.post(ended!)).location).toBe(HELP)
    expect((await again.get(HELP)).status).toBe(409)
    expect((await owner.post(ended!)).status).toBe(409)
  })
})
