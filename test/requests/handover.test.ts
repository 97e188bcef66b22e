import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, partnerId } from '../../seed/cast.ts'
import { memberships } from '../../src/accounts/schema.ts'
import { partnerLooks } from '../../src/companies/schema.ts'
import { history } from '../../src/history/schema.ts'
import { asActor, asOwner, readAs } from '../../src/lib/db.ts'
import { PARTS } from '../../src/referrals/rules/handover.ts'
import { handoverReceipts, handovers } from '../../src/referrals/schema.ts'
import { SLIP } from '../fixtures/referrals.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const BANK = partnerId('bank')
const list = `/partners/${BANK}/handovers`
await asOwner(house.db, (tx) =>
  tx.insert(memberships).values(
    (['suzuki', 'ito', 'tanaka'] as const).map((name) => ({
      ...{ id: house.deps.newId(), accountId: accountId(name), organisationId: BANK, since: house.now() },
      ...{ role: 'member' as const, side: name === 'tanaka' ? ('lending' as const) : null },
    })),
  ),
)
const [abe, suzuki, ito, tanaka, koga] = await Promise.all(
  (['abe', 'suzuki', 'ito', 'tanaka', 'koga'] as const).map((name) => house.as(name)),
)
const signed = await suzuki!.act(`/partners/${BANK}/referrals`, SLIP)
await suzuki!.act(`${signed.location}/signature`, { signedOn: '2026-11-23', seen: 'yes' })
await abe!.act(`/partners/${BANK}/referrals`, { ...SLIP, firm: '阿部だけの会社', phone: '023-555-0000' })
await abe!.post(`/partners/${BANK}/programmes`, { template: 'clients', year: '2026' })
let pack = ''

test('somebody leaves what they look after to a colleague, and to nobody else', async () => {
  const form = { from: accountId('suzuki'), to: accountId('ito'), words: '毎月十日に、月山フーズさんに伺う約束です。' }
  expect((await suzuki!.get(list)).html.match(/<option value="[^"]*" selected/g)).toHaveLength(1)
  expect((await suzuki!.post(list, { ...form, from: accountId('abe') })).status).toBe(422)
  expect((await suzuki!.post(list, { ...form, to: accountId('suzuki') })).status).toBe(422)
  expect((await suzuki!.post(list, { ...form, to: accountId('tanaka') })).status).toBe(422)
  expect((await suzuki!.post(list, { ...form, to: accountId('koga') })).status).toBe(422)
  expect((await koga!.post(list, form)).status).toBe(404)
  const alone = await koga!.get(`/partners/${partnerId('town')}/handovers`)
  expect(alone.text).toContain('受け取る人が、まだいません。先に「一緒に使う人」で招いてください。')
  expect(alone.html).not.toContain('<select')
  pack = (await suzuki!.act(list, form)).location
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'ito@cast.example', subject: '引継ぎ書が届いています' })
  expect(house.mails.at(-1)!.text).not.toContain(SLIP.firm)
})

test('in it stand the matters, promises, contacts, acts and days of who leaves, as they are today', async () => {
  const page = await ito!.get(pack)
  expect(page.text).toContain('毎月十日に')
  expect(page.text).toContain('株式会社月山フーズのお取次ぎ 101-0 事務局の最初の電話を待っています')
  expect(page.text).toContain('2026年11月25日（水） 株式会社月山フーズへの最初の電話（事務局）')
  expect(page.text).toContain(`株式会社月山フーズ 鈴木 ${SLIP.phone}`)
  expect(page.text).toContain('お取次ぎの同意書を作りました')
  expect(page.text).toContain('紙の同意を記録しました')
  expect(page.text).not.toMatch(/阿部だけの会社|023-555-0000/)
  expect(page.text).toContain(
    '2027年2月1日（月） 次の年度の予算を求める（事業「令和8年度 お取引先の経営を支える事業」）',
  )
  expect(page.html.match(/を受け取りました"/g)).toHaveLength(PARTS.length)
  const file = (await ito!.get(`${pack}?format=csv`)).bytes.toString('utf8')
  expect(file).toContain('進んでいること,,株式会社月山フーズのお取次ぎ 101-0,事務局の最初の電話を待っています,,\r\n')
  expect(file).toContain('約束と期限,2026-11-25,株式会社月山フーズへの最初の電話（事務局）,,,\r\n')
  expect(file).toContain(`連絡先,,株式会社月山フーズ,鈴木さん,${SLIP.phone},\r\n`)
  expect(file).toContain('申し送り：毎月十日に')
  expect(file).not.toMatch(/阿部だけの会社|023-555-0000/)
  for (const browser of [tanaka!, koga!]) expect((await browser.get(`${pack}?format=csv`)).status).toBe(404)
  // Who gives and an owner read it too, and acknowledge nothing; everybody else finds nothing.
  for (const browser of [suzuki!, abe!]) {
    const seen = await browser.get(pack)
    expect([seen.status, seen.html.includes('/receipts')]).toEqual([200, false])
    expect((await browser.post(`${pack}/receipts`, { part: 'matters' })).status).toBe(404)
  }
  for (const browser of [tanaka!, koga!]) expect((await browser.get(pack)).status).toBe(404)
  expect((await tanaka!.get(list)).status).toBe(404)
})

test('the owner of the partner sees what nobody took over yet; the successor sees it first', async () => {
  const bank = `/partners/${BANK}`
  expect((await abe!.get(bank)).text).toContain('受け取られていない引継ぎ書が1つあります')
  expect((await ito!.get(bank)).text).toContain('引継ぎ書が届いています')
  expect((await suzuki!.get(bank)).text).not.toContain('引継ぎ書が届いています')
  expect((await abe!.get(list)).text).toContain(
    'まだの部分：進んでいること、約束と期限、連絡先、これまでにしたこと、これからの予定（0/5）',
  )
})

test('each part is acknowledged with its day, and with the last one everything is the successor’s', async () => {
  expect((await ito!.post(`${pack}/receipts`, { part: 'everything' })).status).toBe(404)
  for (const part of PARTS.slice(0, -1)) await ito!.act(`${pack}/receipts`, { part })
  expect((await ito!.act(`${pack}/receipts`, { part: PARTS[0] })).text).toContain('受け取りがまだの部分：1つ')
  const done = await ito!.act(`${pack}/receipts`, { part: PARTS.at(-1)! })
  expect(done.text).toContain('すべて受け取りました')
  expect(done.text).toContain('2026年11月23日（月）に受け取りました')
  expect(done.text).toContain('株式会社月山フーズのお取次ぎ')
  expect((await ito!.post(`${pack}/receipts`, { part: 'matters' })).status).toBe(409)
  expect((await suzuki!.post(`${pack}/withdrawal`)).status).toBe(409)
  expect((await abe!.get(`/partners/${BANK}`)).text).not.toContain('受け取られていない')
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'suzuki@cast.example', subject: '引継ぎ書が受け取られました' })
  // News of the referral go to the successor from now on.
  const mori = await house.as('mori')
  const id = signed.location.split('/').at(-1)!
  const [, version] = /name="version" value="(\d+)"/.exec((await mori.get('/desk/referrals')).html)!
  await mori.act(`/desk/referrals/${id}/call`, { version: version! })
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'ito@cast.example' })
})

test('an owner hands over for others; what was given by mistake is taken back; nobody acknowledges for somebody else', async () => {
  const given = await abe!.act(list, { from: accountId('ito'), to: accountId('suzuki'), words: '' })
  const id = given.location.split('/').at(-1)!
  const forged = asActor(house.db, { id: accountId('ito'), power: 'person' }, BANK, (tx) =>
    tx.insert(handoverReceipts).values({ handoverId: id, part: 'matters', acknowledgedAt: house.now() }),
  )
  await expect(forged).rejects.toThrow()
  expect((await ito!.post(`${given.location}/withdrawal`)).status).toBe(404)
  expect((await abe!.act(`${given.location}/withdrawal`)).text).toContain('取りやめました')
  expect((await suzuki!.post(`${given.location}/receipts`, { part: 'matters' })).status).toBe(409)
  const seen = (name: 'koga' | 'tanaka', organisation: string) =>
    readAs(house.db, { id: accountId(name), power: 'person' }, organisation, (tx) => tx.select().from(handovers))
  expect(await seen('koga', partnerId('town'))).toEqual([])
  expect(await seen('tanaka', BANK)).toEqual([])
  const acts = await asOwner(house.db, (tx) => tx.select().from(history).where(eq(history.subjectKind, 'handover')))
  expect(acts.map(({ act }) => act)).toEqual([
    ...[
      'handover.given',
      'handover.taken',
      ...PARTS.map((_, at) => (at < 4 ? 'handover.acknowledged' : 'handover.received')),
    ],
    ...['handover.given', 'handover.withdrawn'],
  ])
  expect(JSON.stringify(acts)).not.toMatch(/月山|十日/)
})

test('whoever reads in a pack how far a company is, is seen by the company to have looked', async () => {
  const craft = companyId('craft')
  const slip = await ito!.act(`/partners/${BANK}/referrals`, {
    ...{ ...SLIP, corporateNumber: COMPANIES.craft.corporateNumber },
  })
  const nakamura = await house.as('nakamura')
  await nakamura.act(`/companies/${craft}/referrals/${slip.location.split('/').at(-1)}/consent`)
  const looks = () => asOwner(house.db, (tx) => tx.select().from(partnerLooks).where(eq(partnerLooks.companyId, craft)))
  expect(await looks()).toEqual([])
  const given = await abe!.act(list, { from: accountId('ito'), to: accountId('suzuki'), words: '' })
  expect(given.text).toContain(`${SLIP.firm}のお取次ぎ`)
  expect((await looks()).map(({ partnerId, field }) => [partnerId, field])).toEqual([[BANK, 'state']])
  await abe!.act(`${given.location}/withdrawal`)
})

test('the desk hands over all that is open there, part by part, and to nobody outside of it', async () => {
  const [mori, hayashi] = await Promise.all([house.as('mori'), house.as('hayashi')])
  await house
    .visitor()
    .act('/calls', { name: '東海林 さち', phone: '0234-00-0707', wish: 'soon', note: '秘密の話', from: '' })
  const form = { from: accountId('mori'), to: accountId('hayashi'), words: '火曜の朝に、電話をまとめてかけています。' }
  const desk = '/desk/handovers'
  for (const one of [{ from: accountId('hayashi') }, { to: accountId('mori') }, { to: accountId('koga') }])
    expect((await mori.post(desk, { ...form, ...one })).status).toBe(422)
  for (const browser of [abe!, koga!]) {
    expect((await browser.post(desk, form)).status).toBe(404)
    expect((await browser.get(desk)).status).toBe(404)
  }
  const given = await mori.act(desk, form)
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'hayashi@cast.example', subject: '引継ぎ書が届いています' })
  expect(house.mails.at(-1)!.text).toContain(given.location)
  expect((await hayashi.get('/desk')).text).toContain('引継ぎ書が届いています')
  expect((await mori.get('/desk')).text).not.toContain('引継ぎ書が届いています')

  const page = await hayashi.get(given.location)
  expect(page.text).toContain('電話 2026年11月23日（月）から')
  expect(page.text).toContain('お電話を待っている方 東海林 さち 0234-00-0707')
  expect(page.text).toContain('お取次ぎの最初の電話をしました')
  expect(page.html).not.toContain('秘密の話')
  expect(page.text).toMatch(/2026年11月2\d日（.） お取次ぎの最初の電話：/)
  const file = await hayashi.get(`${given.location}?format=csv`)
  expect(file.html).toContain('連絡先,,お電話を待っている方,東海林 さちさん,0234-00-0707,\r\n')
  for (const browser of [abe!, koga!, ito!]) expect((await browser.get(given.location)).status).toBe(404)
  // Neither side reads or takes over what is the other's.
  const other = `/partners/${BANK}/handovers/${given.location.split('/').at(-1)}`
  expect((await abe!.get(other)).status).toBe(404)
  expect((await mori.get(`${desk}/${pack.split('/').at(-1)}`)).status).toBe(404)
  const read = (name: 'abe' | 'mori', organisation: string | null) =>
    readAs(house.db, { id: accountId(name), power: name === 'mori' ? 'operator' : 'person' }, organisation, (tx) =>
      tx.select({ partnerId: handovers.partnerId }).from(handovers),
    )
  expect((await read('abe', BANK)).filter(({ partnerId: house }) => house === null)).toEqual([])
  expect((await read('mori', null)).every(({ partnerId: house }) => house === null)).toBe(true)

  expect((await mori.post(`${given.location}/receipts`, { part: 'matters' })).status).toBe(404)
  for (const part of PARTS) await hayashi.act(`${given.location}/receipts`, { part })
  expect((await mori.get(given.location)).text).toContain('すべて受け取りました')
  await house.drain()
  expect(house.mails.at(-1)).toMatchObject({ to: 'mori@cast.example', subject: '引継ぎ書が受け取られました' })
  // Whoever runs the instance hands over for others; only they and whoever gave it take it back.
  const second = await hayashi.act(desk, { ...form, words: '' })
  expect((await mori.post(`${second.location}/withdrawal`)).status).toBe(404)
  expect((await hayashi.act(`${second.location}/withdrawal`)).text).toContain('取りやめました')
})
