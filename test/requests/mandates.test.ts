import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { accountId, COMPANIES, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { accounts } from '../../src/accounts/schema.ts'
import { asOwner } from '../../src/lib/db.ts'
import { mandates } from '../../src/mandates/schema.ts'
import { craft } from '../drafting.ts'
import { assisting, HELP } from '../fixtures/assistance.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [town, bank] = [partnerId('town'), partnerId('bank')]
const MINUTE = 60_000
const { owner, type, codeFor, later, newDraft } = await assisting(house)

describe('a mandate', () => {
  const rowsOf = () => asOwner(house.db, (tx) => tx.select().from(mandates).orderBy(mandates.givenAt))
  const start = `/partners/${town}/assistance`

  test('opens without a code as long as it holds, and ends in one press', async () => {
    const given = await owner.act(`${craft}/mandates`, { whom: town, scope: 'draft', days: '31' })
    expect(given.text).toContain(PARTNERS.town.name)
    expect(given.text).toContain('2026年12月')
    const [mandate] = await rowsOf()
    const koga = await house.as('koga')
    expect((await koga.get(start)).text).toContain(COMPANIES.craft.name)
    expect((await (await house.as('abe')).post(`/partners/${bank}/assistance/${mandate!.id}`)).status).toBe(404)
    expect((await koga.post(`${start}/${mandate!.id}`)).location).toBe(HELP)
    const id = await newDraft(koga)
    expect((await owner.get(HELP)).text).toContain('委任・下書きを書くところまで')

    const after = await owner.act(`${craft}/mandates/${mandate!.id}/revocation`)
    expect(after.text).toContain('委任をやめました')
    expect((await koga.get(`${craft}/projects/${id}/draft/background`)).status).toBe(409)
    expect((await koga.post(`${start}/${mandate!.id}`)).status).toBe(404)
    await owner.act(`${craft}/mandates/${mandate!.id}/restoration`)
    expect((await koga.get(`${craft}/projects/${id}/draft/background`)).status).toBe(200)
    await owner.act(`${craft}/mandates/${mandate!.id}/revocation`)
    later(31)
    expect((await owner.post(`${craft}/mandates/${mandate!.id}/restoration`)).status).toBe(409)
    expect((await owner.post(`${craft}/mandates/${mandate!.id}/revocation`)).status).toBe(409)
  })

  test('ends by the time, also while somebody works; a new one takes the place of the one before', async () => {
    await owner.act(`${craft}/mandates`, { whom: town, scope: 'submit', days: '31' })
    await owner.act(`${craft}/mandates`, { whom: town, scope: 'look', days: '31' })
    const live = (await rowsOf()).filter(({ revokedAt }) => revokedAt === null)
    expect(live.map(({ scope }) => scope)).toEqual(['look'])
    house.setTime(new Date(live[0]!.endsAt.getTime() - 5 * MINUTE))
    const koga = await house.as('koga')
    expect((await koga.post(`${start}/${live[0]!.id}`)).location).toBe(HELP)
    later(4)
    expect((await koga.get(HELP)).status).toBe(200)
    later(2)
    expect((await koga.get(HELP)).status).toBe(409)
    expect((await koga.post(`${start}/${live[0]!.id}`)).status).toBe(404)
  })

  test('is given by an owner alone', async () => {
    const chiyo = await house.as('chiyo')
    expect((await chiyo.post(`${craft}/mandates`, { whom: town, scope: 'look', days: '31' })).status).toBe(404)
    // Nor given back by anybody else: who ends one for the company cannot begin it again.
    await owner.act(`${craft}/mandates`, { whom: town, scope: 'look', days: '31' })
    const { id } = (await rowsOf()).at(-1)!
    await owner.act(`${craft}/mandates/${id}/revocation`)
    expect((await chiyo.post(`${craft}/mandates/${id}/restoration`)).status).toBe(404)
    const koga = await house.as('koga')
    expect((await koga.post(`${craft}/mandates`, { whom: town, scope: 'look', days: '31' })).status).toBe(404)
    expect((await owner.post(`${craft}/mandates`, { whom: town, scope: 'look', days: '9999' })).status).toBe(422)
  })

  test('on a signed sheet is told to the owner at once, and does nothing before the owner could say no', async () => {
    const koga = await house.as('koga')
    const sheet = { company: companyId('craft'), scope: 'draft', days: '31' }
    expect((await koga.get(`${start}?paper=1`)).text).toMatch(/日付\s+年\s+月\s+日\s+署名/)
    expect((await koga.get(start)).text).toContain('署名した紙を書きとめる')
    expect((await koga.post(`/partners/${town}/mandates`, { ...sheet, company: '' })).status).toBe(422)
    // Only a company that shows itself to this partner.
    expect((await koga.post(`/partners/${town}/mandates`, { ...sheet, company: companyId('fertiliser') })).status).toBe(
      404,
    )
    expect((await (await house.as('abe')).post(`/partners/${bank}/mandates`, sheet)).status).toBe(404)
    expect((await koga.post(`/partners/${town}/mandates`, sheet)).location).toBe(start)
    expect((await koga.post(`/partners/${town}/mandates`, sheet)).status).toBe(409)
    await house.drain()
    const mail = house.mails.findLast(({ subject }) => subject === '入力を手伝う人が決まりました')!
    expect([mail.to, mail.text.includes('3日のあいだは何もできません')]).toEqual(['nakamura@cast.example', true])
    const mandate = (await rowsOf()).at(-1)!
    expect((await koga.post(`${start}/${mandate.id}`)).status).toBe(404)
    expect((await owner.get(HELP)).text).toContain('覚えがなければ「やめる」を押してください')
    later(3 * 24 * 60)
    expect((await koga.post(`${start}/${mandate.id}`)).location).toBe(HELP)
    await owner.act(`${craft}/mandates/${mandate.id}/revocation`)
    expect((await koga.get(HELP)).status).toBe(409)

    // The owner may also say yes before that.
    await koga.post(`/partners/${town}/mandates`, sheet)
    const second = (await rowsOf()).at(-1)!
    expect((await koga.post(`${craft}/mandates/${second.id}/confirmation`)).status).toBe(404)
    await owner.act(`${craft}/mandates/${second.id}/confirmation`)
    expect((await koga.post(`${start}/${second.id}`)).location).toBe(HELP)
    expect((await owner.post(`${craft}/mandates/${second.id}/confirmation`)).status).toBe(409)

    // A partner to which a company shows itself no more sees nothing of it by working for it either.
    await owner.act(`${craft}/partners/${town}/revocation`)
    expect((await koga.get(HELP)).status).toBe(409)
    await owner.act(`${craft}/partners/${town}/consent`)
    expect((await koga.post(`${start}/${second.id}`)).status).toBe(404)
  })
})

test('on the telephone the digits go to the owner alone: the desk is let in by whoever reads them back, never by itself', async () => {
  const mori = await house.as('mori')
  const found = await mori.get(`/desk/assistance?q=${encodeURIComponent('提灯')}`)
  expect(found.text).toContain(COMPANIES.craft.name)
  expect((await mori.get('/desk/assistance?q=%25')).text).toContain('見つかりませんでした')
  const ask = () => mori.post('/desk/assist-codes', { company: companyId('craft'), scope: 'draft' })
  for (const who of ['koga', 'nakamura', 'abe'] as const)
    expect((await (await house.as(who)).post('/desk/assist-codes', { company: companyId('craft') })).status).toBe(404)
  const forTown = await codeFor(town)
  later(1)
  await house.drain()
  const told = house.mails.length
  const sent = await ask()
  expect(sent.location).toBe('/desk/assistance?sent=1')
  await house.drain()
  const [mail, ...others] = house.mails.slice(told)
  expect([mail!.to, others]).toEqual(['nakamura@cast.example', []])
  const digits = /\d{3} \d{3}/.exec(mail!.text)![0]
  // Nowhere that the desk can look, and among nobody's notices.
  const looks = ['/desk/assistance?sent=1', '/desk', '/desk/assistance', '/desk/telephone', '/notices']
  for (const path of looks) expect((await mori.get(path)).text).not.toContain(digits)
  expect((await owner.get('/notices')).text).not.toContain(digits)
  expect((await owner.get(HELP)).text).toContain(digits)
  // What the owner made for another house is still good.
  expect(
    (await (await house.as('koga')).post(`/partners/${partnerId('town')}/assistance`, { code: digits })).status,
  ).toBe(422)
  expect((await type(await house.as('koga'), partnerId('town'), forTown)).location).toBe(HELP)
  const wrong = digits === '111 111' ? '222222' : '111111'
  expect((await mori.post('/desk/assistance', { code: wrong })).status).toBe(422)
  expect((await mori.post('/desk/assistance', { code: digits })).location).toBe(HELP)
  expect((await mori.get(HELP)).text).toContain('森さん（めぐりの事務局）。下書きを書くところまで。あと30分。')
  expect((await mori.post('/desk/assistance', { code: digits })).status).toBe(422)
  // The one before is over when another is sent; after ten minutes it is over anyway, and three an hour are enough.
  await ask()
  await house.drain()
  const second = /\d{3} \d{3}/.exec(house.mails.at(-1)!.text)![0]
  await ask()
  expect((await mori.post('/desk/assistance', { code: second })).status).toBe(422)
  expect((await ask()).status).toBe(409)
  later(61)
  // Nor more than three where many press at the same moment.
  const pressed = await Promise.all(Array.from({ length: 6 }, ask))
  expect(pressed.map(({ status }) => status).sort()).toEqual([303, 303, 303, 409, 409, 409])
  await house.drain()
  const last = /\d{3} \d{3}/.exec(house.mails.at(-1)!.text)![0]
  later(10)
  expect((await mori.post('/desk/assistance', { code: last })).status).toBe(422)
  // Whoever has no mailbox hears nothing of it by the desk's own voice.
  await asOwner(house.db, (tx) =>
    tx
      .update(accounts)
      .set({ email: 'x@no-mail.invalid' })
      .where(eq(accounts.id, accountId('nakamura'))),
  )
  later(61)
  expect((await ask()).text).toContain('代表の方には、メールが届きません')
})
