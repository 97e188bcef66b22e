import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { contracts } from '../../src/contracts/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { directoryOf, unpackedFrom } from '../../src/lib/document/zip.ts'
import { grants, subsidyLedgers } from '../../src/subsidies/schema.ts'
import { acceptedApplication, agreeAs, fieldsOf, fillIn, propose } from '../fixtures/contracts.ts'
import { DOT } from '../fixtures/pictures.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const owner = await house.as('nakamura')
const person = await house.as('tanaka')
const koga = await house.as('koga')
const craft = `/companies/${companyId('craft')}`
const office = `/partners/${partnerId('town')}`
const mailsTo = (name: string) => house.mails.filter(({ to }) => to === `${name}@cast.example`)
const at = (day: string) => house.setTime(new Date(`${day}T10:00:00+09:00`))
const plan = (project: string, more = {}) =>
  owner.post(`${craft}/projects/${project}/grants`, { subsidy: 'example-hotaru', ...more })
const rowOf = async (grant: string) => {
  const id = grant.split('/').at(-1)!
  return (await asOwner(house.db, (tx) => tx.select().from(grants).where(eq(grants.id, id))))[0]!
}
const ledger = async () => (await asOwner(house.db, (tx) => tx.select().from(subsidyLedgers)))[0]
const answer = async (grant: string, fields: Record<string, string>) => {
  const { id, version } = await rowOf(grant)
  return koga.post(`${office}/grants/${id}/decision`, { version, yen: '', reason: '', ...fields })
}

const contract = await acceptedApplication(house)
const [{ projectId } = { projectId: '' }] = await asOwner(house.db, (tx) =>
  tx.select().from(contracts).where(eq(contracts.id, contract.contractId)),
)
let grant = ''

test('a company plans to apply before the contract, and is reminded of it', async () => {
  const page = await owner.get(`${craft}/projects/${projectId}/subsidies?travel=30000`)
  expect(fieldsOf(page.html, `${craft}/projects/${projectId}/grants`)).toMatchObject({ travel: '30000' })
  const planned = await plan(projectId, { travel: '30000' })
  grant = planned.location
  expect(grant).toMatch(new RegExp(`^${craft}/grants/`))
  // 40,000 × 3 × 1/2 = 60,000 and 30,000 × 2/3.
  expect((await rowOf(grant)).expectedYen).toBe(80_000)
  const seen = await owner.get(grant)
  for (const words of [
    '補助 6001-',
    '申し込む予定',
    '2026年11月30日（月）まで',
    '6つのうち、あと6つです',
    PARTNERS.town.name,
  ]) {
    expect(seen.text).toContain(words)
  }
  for (const page of [`${craft}/projects/${projectId}/subsidies`, craft])
    expect((await owner.get(page)).html).toContain(`href="${grant}"`)
  expect((await owner.get(craft)).text).toContain('に申し込む予定です。')
  expect((await plan(projectId)).status).toBe(409)
  expect((await owner.post(`${craft}/projects/${projectId}/grants`, { subsidy: 'toyama-new' })).status).toBe(409)
  expect((await owner.post(`${craft}/projects/${projectId}/grants`, { subsidy: 'nothing' })).status).toBe(404)
  const preview = await fillIn(owner, `${contract.company}/terms`, `${contract.company}/terms`, {
    ...{ ip: 'none', ipScope: '' },
  })
  expect(preview.location).toBe(`${contract.company}/preview`)
  expect((await owner.get(preview.location)).text).toContain('補助に、まだ申し込んでいません')

  const before = mailsTo('nakamura').length
  for (const id of ['1', '2']) await house.handlers['subsidies.remind']!({}, { id })
  expect(
    mailsTo('nakamura')
      .slice(before)
      .map(({ text }) => text.includes(grant)),
  ).toEqual([true])
})

test('only the company sees it until it shows it to the office', async () => {
  expect((await (await house.as('sato')).get(grant)).status).toBe(404)
  expect((await koga.get(`${office}/subsidies`)).text).toContain('申し込みは、まだありません')
  expect((await answer(grant, { answer: 'yes', yen: '1' })).status).toBe(404)
  const looking = await (await house.as('chiyo')).get(grant)
  expect([looking.status, looking.html.includes('申し込みました</button>')]).toEqual([200, false])

  const { version } = await rowOf(grant)
  const slip = await owner.post(`${grant}/application`, { version, on: '2026-12-24', share: 'here' })
  expect([slip.status, slip.text.includes('今日までの日にしてください')]).toEqual([422, true])
  const unsaid = await owner.post(`${grant}/application`, { version, on: '2026-11-23' })
  expect([unsaid.status, unsaid.text.includes('窓口に知らせるかを選んで')]).toEqual([422, true])
  expect((await owner.post(`${grant}/application`, { version, on: '2026-11-23', share: 'here' })).status).toBe(303)
  expect((await owner.post(`${grant}/application`, { version, on: '2026-11-23', share: 'direct' })).status).toBe(409)
  await house.drain()
  expect(mailsTo('koga').at(-1)!.text).toContain(`${office}/subsidies`)
  expect(mailsTo('koga').at(-1)!.text).not.toContain('なかむら')
  const list = await koga.get(`${office}/subsidies`)
  for (const words of ['返事を待つ申し込みが1件', '有限会社なかむら提灯工房', '3,000,000', '80,000円']) {
    expect(list.text).toContain(words)
  }
  expect(list.text).not.toMatch(/田中|提灯ごとの原価/)
  const bank = await (await house.as('abe')).get(`/partners/${partnerId('bank')}/subsidies`)
  expect(bank.text).not.toContain('なかむら')
  expect((await owner.get(`${contract.company}/preview`)).text).toContain('補助の返事が、まだです')
})

test('the office answers within its budget; the company hears it', async () => {
  const { version } = await rowOf(grant)
  // What was shown to the office is decided by the office.
  expect(
    (await owner.post(`${grant}/decision`, { version, answer: 'yes', yen: '90000', on: '2026-11-23' })).status,
  ).toBe(409)
  expect((await answer(grant, { answer: 'no' })).text).toContain('認められないわけを')
  expect((await answer(grant, { answer: 'yes', yen: '3000001' })).status).toBe(409)
  expect((await answer(grant, { answer: 'yes', yen: '80000' })).status).toBe(303)
  expect((await answer(grant, { answer: 'yes', yen: '80000' })).status).toBe(409)
  expect(await ledger()).toMatchObject({ grantedYen: 80_000, outsideYen: 0, fiscalYear: 2026 })
  await house.drain()
  expect(mailsTo('nakamura').at(-1)!.text).toContain('交付が決まりました')
  const outside = (yen: string) =>
    koga.post(`${office}/subsidies/outside`, { subsidy: 'example-hotaru', fiscalYear: '2026', yen })
  expect((await outside('2920001')).status).toBe(409)
  expect((await outside('たくさん')).status).toBe(422)
  expect((await outside('2820000')).status).toBe(303)
  expect(
    (await koga.post(`${office}/subsidies/outside`, { subsidy: 'toyama-new', fiscalYear: '2026', yen: '1' })).status,
  ).toBe(404)
  expect((await koga.get(`${office}/subsidies`)).text).toMatch(/残り\s*100,000/)
  const sheet = await koga.get(`${office}/subsidies?format=csv`)
  expect(sheet.html).toContain('有限会社なかむら提灯工房')
  expect(sheet.html).toContain('2026年度（令和8年度）の残り 100,000円')
})

test('two answers at once never promise more than is left', async () => {
  const asked: string[] = []
  for (const startOn of ['2026-12-10', '2026-12-11']) {
    const project = await publishedProjectOf(house, 'craft', { startOn })
    asked.push((await plan(project)).location)
    if (asked.length === 2) break
    const { version } = await rowOf(asked[0]!)
    await owner.act(`${asked[0]}/application`, { version, on: '2026-11-23', share: 'here' })
  }
  // Twice a year is the most: the first of these is the second, so the third is not planned.
  expect(asked[1]).toBe('')
  const twin = { ...(await rowOf(asked[0]!)), id: crypto.randomUUID(), subsidyId: 'example-hotaru' }
  const { number: _, ...row } = { ...twin, projectId: await publishedProjectOf(house, 'craft') }
  await asOwner(house.db, (tx) => tx.insert(grants).values(row))
  const both = await Promise.all(
    [asked[0]!, `${craft}/grants/${twin.id}`].map((one) => answer(one, { answer: 'yes', yen: '60000' })),
  )
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
  expect(await ledger()).toMatchObject({ grantedYen: 140_000, outsideYen: 2_820_000 })
})

test('the evidence fills itself from the contract and the months; what is missing is said', async () => {
  await propose(owner, contract)
  await agreeAs(house, person, contract.talent)
  await agreeAs(house, owner, contract.company)
  await house.drain()
  at('2027-01-05')
  const month = {
    month: '2026-12-01',
    hours: '8',
    done: '=工房で手の時間を測った',
    visit1Day: '10',
    visit1Town: '40210',
  }
  await person.act(`${contract.talent}/months`, month)
  const seen = await owner.get(grant)
  for (const words of [
    '訪問が1日',
    '会社が確かめていない月が1つ',
    '振込の控えや領収書を用意してください',
    '交付が決まりました',
  ]) {
    expect(seen.text).toContain(words)
  }
  await owner.act(`${grant}/evidence`, { what: '実績報告書（市の様式）' })
  const refused = await owner.upload(
    `${grant}/evidence`,
    { what: '報酬の振込が分かるもの' },
    { file: Buffer.from('MZ') },
  )
  expect([refused.status, refused.text.includes('この種類のファイルは送れません')]).toEqual([422, true])
  const sent = await owner.upload(`${grant}/evidence`, { what: '報酬の振込が分かるもの' }, { file: DOT })
  expect(sent.status).toBe(303)
  expect((await owner.post(`${grant}/evidence`, { what: '契約書' })).status).toBe(404)
  expect((await owner.get(grant)).text).toContain('6つのうち、あと2つです')

  const packed = new Uint8Array(await (await owner.open(`${grant}/evidence.zip`)).arrayBuffer())
  const directory = directoryOf(packed)
  expect([...directory.keys()]).toEqual([
    '20270105_田中・正雄_出すものの一覧.csv',
    expect.stringMatching(/^20261123_田中・正雄_契約8001-\d_40000円\.pdf$/),
    '20270105_田中・正雄_月の記録.csv',
    '20270105_田中・正雄_訪れた日.csv',
    expect.stringMatching(/^20270105_田中・正雄_報酬の振込が分かるもの\.(png|jpg)$/),
  ])
  const visits = Buffer.from(unpackedFrom(packed, directory.get('20270105_田中・正雄_訪れた日.csv')!)).toString()
  expect(visits).toContain('2026年12月10日（木）,八女市')
  expect((await (await house.as('sato')).get(`${grant}/evidence.zip`)).status).toBe(404)
  expect((await koga.get(`${grant}/evidence.zip`)).status).toBe(404)
})

test('the work is handed in and paid; what is given up is free for others again', async () => {
  const step = async (path: string, fields: Record<string, string>) =>
    (await owner.post(`${grant}/${path}`, { version: (await rowOf(grant)).version, ...fields })).status
  expect(await step('payment', { on: '2027-01-05', yen: '80000' })).toBe(409)
  expect(await step('claim', { on: '2027-01-05' })).toBe(303)
  expect(await step('withdrawal', {})).toBe(409)
  expect(await step('payment', { on: '2027-01-05', yen: '78000' })).toBe(303)
  expect((await owner.get(grant)).text).toContain('補助を受け取りました')
  expect((await owner.post(`${grant}/evidence`, { what: '実績報告書（市の様式）' })).status).toBe(409)

  const [other] = await asOwner(house.db, (tx) => tx.select().from(grants).where(eq(grants.grantedYen, 60_000)))
  await owner.act(`${craft}/grants/${other!.id}/withdrawal`, { version: other!.version })
  await house.drain()
  expect(await ledger()).toMatchObject({ grantedYen: 80_000 })
  await house.handlers['subsidies.release']!({ subjectId: other!.id }, { id: '9' })
  expect(await ledger()).toMatchObject({ grantedYen: 80_000 })
  const told = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectKind, 'grant')))
  expect(JSON.stringify(told.map(({ data }) => data))).not.toMatch(/なかむら|田中|わけ/)
})

test('what goes past the office is written down by the company itself', async () => {
  const sato = await house.as('sato')
  const project = await publishedProjectOf(house, 'fertiliser', { startOn: '2027-02-01', prefecture: 6 })
  const base = `/companies/${companyId('fertiliser')}`
  const { location } = await sato.post(`${base}/projects/${project}/grants`, { subsidy: 'example-mogami' })
  const step = async (path: string, fields: Record<string, string>) =>
    sato.post(`${location}/${path}`, { version: (await rowOf(location)).version, ...fields })
  expect((await sato.get(location)).text).not.toContain('ここでも知らせますか')
  expect((await step('application', { on: '2027-01-04', share: 'here' })).status).toBe(303)
  expect((await rowOf(location)).sharedAt).toBeNull()
  expect((await step('decision', { on: '2027-01-05', answer: 'yes', yen: '' })).text).toContain(
    '決まった額を入れてください',
  )
  expect((await step('decision', { on: '2027-01-05', answer: 'no', yen: '' })).status).toBe(303)
  expect((await sato.get(location)).text).toContain('今回は認められませんでした')
  // Another try is free.
  expect((await sato.post(`${base}/projects/${project}/grants`, { subsidy: 'example-mogami' })).status).toBe(303)
})
