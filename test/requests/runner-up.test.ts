import { and, eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { accountId, companyId, type FirmName } from '../../seed/cast.ts'
import { consents } from '../../src/accounts/schema.ts'
import { interviews } from '../../src/applications/schema.ts'
import { suggestedRunnersUp } from '../../src/desk/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner, readAs } from '../../src/lib/db.ts'
import { projects } from '../../src/projects/schema.ts'
import { talentCodes } from '../../src/talents/schema.ts'
import { applicationRow, forCompany, lettersTo, step, writeApplication } from '../fixtures/applications.ts'
import { writeBids, writeCrowd } from '../fixtures/crowd.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
const NEARBY = '近くの会社で次点になった方'
let nakamura: Browser
let tanaka: Browser
let kobayashi: Browser
let hers: string
let his: string
const codes: string[] = ['10035']

beforeAll(async () => {
  nakamura = await house.as('nakamura')
  tanaka = await house.as('tanaka')
  kobayashi = await house.as('kobayashi')
  hers = await writeApplication(house, 'read', { name: 'kobayashi', project: await publishedProjectOf(house, 'craft') })
  his = await writeApplication(house, 'read', { name: 'tanaka', project: await publishedProjectOf(house, 'craft') })
  const own = await asOwner(house.db, (tx) => tx.select().from(talentCodes))
  const row = await applicationRow(house, hers)
  codes.push(own.find(({ talentId }) => talentId === row.talentId)!.code)
})

const project = (firm: FirmName, prefecture: number) => publishedProjectOf(house, firm, { prefecture, codes })
const listOf = async (name: 'kuroda' | 'sato' | 'nakamura', firm: FirmName, id: string) =>
  (await (await house.as(name)).get(`/companies/${companyId(firm)}/projects/${id}/proposals`)).text
const later = (minutes: number) => house.setTime(new Date(house.now().getTime() + minutes * 60_000))

test('a company marks whom it did not choose, and the person is asked when that is final', async () => {
  for (const id of [hers, his]) {
    await step(house, nakamura, `${forCompany(id)}/decline`, { reason: 'chosen', words: '' })
    await step(house, nakamura, `${forCompany(id)}/runner-up`)
  }
  await step(house, nakamura, `${forCompany(his)}/runner-up/cancellation`)
  expect((await applicationRow(house, his)).runnerUpAt).toBe(null)
  later(1)
  await step(house, nakamura, `${forCompany(his)}/runner-up`)
  expect((await tanaka.get(`/me/applications/${his}`)).text).not.toContain('次点')
  expect((await tanaka.post(`/me/applications/${his}/sharing`)).status).toBe(409)
  later(31)
  await house.drain()
  expect(lettersTo(house, 'tanaka').filter(({ text }) => text.includes('次点'))).toHaveLength(1)
  const asked = await tanaka.get(`/me/applications/${his}`)
  for (const words of ['見せるもの', '見る会社', '90日', 'この会社に、返事は伝わりません']) {
    expect(asked.text).toContain(words)
  }
  const late = await nakamura.post(`${forCompany(his)}/runner-up/cancellation`, {
    version: (await applicationRow(house, his)).version,
  })
  expect(late.status).toBe(409)
})

test('with consent the card stands with companies nearby, never with the employer or far away', async () => {
  const [employer, near, far] = [
    await project('employer', 41),
    await project('fertiliser', 41),
    await project('fertiliser', 6),
  ]
  expect(await listOf('sato', 'fertiliser', near)).not.toContain(NEARBY)
  expect((await nakamura.post(`/me/applications/${his}/sharing`)).status).toBe(404)
  await tanaka.act(`/me/applications/${his}/sharing`)
  const shared = await kobayashi.act(`/me/applications/${hers}/sharing`)
  expect(shared.text).toContain('近くの会社に紹介しています')
  expect((await kobayashi.post(`/me/applications/${hers}/sharing`)).status).toBe(409)
  const [consent] = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(consents)
      .where(and(eq(consents.subjectId, hers), eq(consents.purpose, 'runner-up'))),
  )
  expect(consent).toMatchObject({ recipientId: null, accountId: accountId('kobayashi'), revokedAt: null })
  expect(consent!.until!.getTime() - house.now().getTime()).toBe(90 * 86_400_000)

  const seen = await listOf('sato', 'fertiliser', near)
  expect(seen).toContain(NEARBY)
  expect(seen).toContain('織物メーカー')
  expect(seen).toContain('化学メーカー')
  expect(seen).not.toMatch(/田中|小林|提灯工房/)
  expect(await listOf('sato', 'fertiliser', far)).not.toContain(NEARBY)
  const atHerEmployer = await listOf('kuroda', 'employer', employer)
  expect(atHerEmployer).toContain('織物メーカー')
  expect(atHerEmployer).not.toContain('化学メーカー')
})

test('the company that marked never learns of the answer', async () => {
  const own = await project('craft', 41)
  expect(await listOf('nakamura', 'craft', own)).not.toContain(NEARBY)
  const page = (await nakamura.get(forCompany(hers))).text
  expect(page).toContain('答えは、こちらには届きません')
  const read = await readAs(
    house.db,
    { id: accountId('nakamura'), power: 'person' },
    companyId('craft'),
    async (tx) => [
      ...(await tx.select().from(consents).where(eq(consents.purpose, 'runner-up'))),
      ...(await tx.select().from(history).where(eq(history.act, 'runner-up.shared'))),
    ],
  )
  expect(read).toEqual([])
})

test('the desk points a company nearby to them, once, and nobody hears where they were not chosen', async () => {
  const mori = await house.as('mori')
  const view = await mori.get('/desk/runners-up')
  expect(view.text).toContain('織物メーカー')
  expect(view.text).toContain('まだ応募がありません')
  expect(view.text).toContain('案件が求める仕事ができます')
  expect(view.text).not.toMatch(/田中|小林|提灯工房/)
  const forms = [...view.html.matchAll(/name="project" value="([^"]+)".*?name="talent" value="([^"]+)"/gs)]
  const row = await applicationRow(house, hers)
  const atHers = forms.filter(([, , talent]) => talent === row.talentId).map(([, id]) => id)
  const owners = await asOwner(house.db, (tx) =>
    tx
      .select()
      .from(projects)
      .where(inArray(projects.id, atHers as string[])),
  )
  expect(new Set(owners.map((one) => one.companyId))).toEqual(new Set([companyId('fertiliser')]))
  const pair = { project: atHers[0]!, talent: row.talentId }
  expect((await (await house.as('sato')).post('/desk/runners-up', pair)).status).toBe(404)
  expect((await mori.post('/desk/runners-up', { ...pair, project: row.projectId })).status).toBe(404)
  expect((await mori.act('/desk/runners-up', pair)).text).toContain('会社にお知らせしました')
  expect((await mori.post('/desk/runners-up', pair)).status).toBe(409)
  await house.drain()
  const letter = house.mails.findLast(({ to }) => to === 'sato@cast.example')!
  expect(letter.text).toContain('近くの会社で次点になり')
  expect(letter.text).not.toMatch(/小林|提灯工房|化学メーカー/)
  for (const firm of ['craft', 'fertiliser'] as const) {
    const name = firm === 'craft' ? 'nakamura' : 'sato'
    const seen = await readAs(house.db, { id: accountId(name), power: 'person' }, companyId(firm), async (tx) => [
      ...(await tx.select().from(suggestedRunnersUp)),
      ...(await tx.select().from(history).where(eq(history.act, 'runner-up.suggested'))),
    ])
    expect(seen).toEqual([])
  }
})

test('nobody hears of two whom the list no more offers to each other when the letter goes out', async () => {
  const mori = await house.as('mori')
  const row = await applicationRow(house, his)
  const near = await project('fertiliser', 41)
  // Each exists, and they are no pair: the company is far away, or is the person's own employer.
  const { talentId: talent } = await applicationRow(house, hers)
  for (const id of [await project('fertiliser', 6), await project('employer', 41)])
    expect((await mori.post('/desk/runners-up', { project: id, talent })).status).toBe(404)
  const before = house.mails.length
  await mori.act('/desk/runners-up', { project: near, talent: row.talentId })
  await tanaka.act(`/me/applications/${his}/sharing/cancellation`)
  await house.drain()
  expect(house.mails.slice(before).filter(({ to }) => to === 'sato@cast.example')).toEqual([])
  await tanaka.act(`/me/applications/${his}/sharing`)
})

test('one tap, or the end of the time, and nobody sees it any more', async () => {
  const near = await project('fertiliser', 41)
  await kobayashi.act(`/me/applications/${hers}/sharing/cancellation`)
  expect((await kobayashi.post(`/me/applications/${hers}/sharing/cancellation`)).status).toBe(409)
  const without = await listOf('sato', 'fertiliser', near)
  expect([without.includes('織物メーカー'), without.includes('化学メーカー')]).toEqual([true, false])
  later(91 * 24 * 60)
  expect(await listOf('sato', 'fertiliser', near)).not.toContain(NEARBY)
  const again = await (await house.as('tanaka')).get(`/me/applications/${his}`)
  expect(again.text).toContain('紹介してもよいですか')
})

test('the desk reads how many who were declined soon had another conversation before them, and no small number', async () => {
  const mori = await house.as('mori')
  expect((await mori.get('/desk/runners-up')).text).toContain('5人より少ないので、まだ出せません')
  const at = (day: string) => new Date(`${day}T03:00:00Z`)
  const crowd = await writeCrowd(house.db, 12, at('2026-05-01'))
  const first = { id: await project('craft', 40), companyId: companyId('craft') }
  await writeBids(house.db, crowd, first, at('2026-06-01'), { sentAt: at('2026-06-01'), declinedAt: at('2026-06-10') })
  const second = { id: await project('fertiliser', 6), companyId: companyId('fertiliser') }
  const bids = await writeBids(house.db, crowd.slice(0, 9), second, at('2026-06-12'), { sentAt: at('2026-06-12') })
  // Five in time, one after the thirty days, one that was called off, two that never came to a day.
  const days = [...Array.from({ length: 5 }, () => '2026-07-10'), '2026-07-11', '2026-07-01', null, null]
  await asOwner(house.db, (tx) =>
    tx.insert(interviews).values(
      bids.map((applicationId, nth) => ({
        ...{ id: house.deps.newId(), applicationId, companyId: second.companyId, accountId: crowd[nth]!.accountId },
        ...{ time1: at('2026-07-20'), time2: at('2026-07-21'), place: '', proposedBy: accountId('sato') },
        ...{ proposedAt: at('2026-06-13'), cancelledAt: nth === 6 ? at('2026-07-02') : null },
        chosenAt: days[nth] ? at(days[nth]) : null,
      })),
    ),
  )
  const page = await mori.get('/desk/runners-up')
  // With the two of before, who found nobody: 14 people, of whom 5.
  expect(page.text).toMatch(/今回は見送られた方\D*10人以上\D*36%/)
  expect(page.text).not.toContain('次点に選ばれていた方')
})
