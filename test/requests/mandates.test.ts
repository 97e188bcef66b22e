import { describe, expect, test } from 'vitest'
import { COMPANIES, companyId, PARTNERS, partnerId } from '../../seed/cast.ts'
import { asOwner } from '../../src/lib/db.ts'
import { mandates } from '../../src/mandates/schema.ts'
import { craft } from '../drafting.ts'
import { assisting, HELP } from '../fixtures/assistance.ts'
import { openHouse } from '../house.ts'

const house = await openHouse()
const [town, bank] = [partnerId('town'), partnerId('bank')]
const MINUTE = 60_000
const { owner, later, newDraft } = await assisting(house)

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
    expect((await koga.get(`${start}?paper=1`)).text).toContain('署名：')
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
