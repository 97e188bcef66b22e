import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { stateOf } from '../../src/applications/rules/state.ts'
import { asActor, asOwner, readAs, type Tx } from '../../src/lib/db.ts'
import { hiddenPairs } from '../../src/matching/queries/talents.ts'
import { blocks, messages } from '../../src/messages/schema.ts'
import { applicationRow, forCompany, lettersTo, writeApplication } from '../fixtures/applications.ts'
import { publishedProjectOf } from '../fixtures/projects.ts'
import { type Browser, openHouse } from '../house.ts'

const house = await openHouse()
let tanaka: Browser
let nakamura: Browser
let accepted: string
let projectId: string
const mine = (id: string) => `/me/applications/${id}`
const stateNow = async (id: string) => stateOf(await applicationRow(house, id))
const pair = { talentId: talentId('tanaka'), companyId: companyId('craft') }
const asCraft = { actor: { id: accountId('nakamura'), power: 'person' }, organisation: companyId('craft') } as const

beforeAll(async () => {
  tanaka = await house.as('tanaka')
  nakamura = await house.as('nakamura')
  accepted = await writeApplication(house, 'accepted')
  projectId = await publishedProjectOf(house, 'craft')
})

describe.each(['talent', 'company'] as const)('when the %s closes the ways between the two', (side) => {
  let sent: string
  const own = () =>
    (side === 'talent' ? [tanaka, mine(accepted)] : [nakamura, forCompany(accepted)]) as [Browser, string]
  const other = () =>
    (side === 'talent' ? [nakamura, forCompany(accepted)] : [tanaka, mine(accepted)]) as [Browser, string]

  test('nothing more comes about, and what is under way ends', async () => {
    sent = await writeApplication(house, 'sent')
    const [browser, home] = own()
    const [otherBrowser, otherHome] = other()
    await otherBrowser.act(`${otherHome}/messages`, { body: '最後のことば' })
    const page = await browser.act(`${home}/messages/block`)
    expect(page.text).toContain('こちらから、やりとりを閉じています')
    expect(await stateNow(sent)).toBe(side === 'talent' ? 'withdrawn' : 'declined')
    expect(await stateNow(accepted)).toBe('accepted')
    const before = lettersTo(house, side === 'talent' ? 'tanaka' : 'nakamura').length
    await house.drain()
    expect(lettersTo(house, side === 'talent' ? 'tanaka' : 'nakamura')).toHaveLength(before)
    for (const [who, where] of [own(), other()]) {
      for (const path of [where, `${where}/messages`]) {
        const shown = await who.get(path)
        expect(shown.text).toContain('このやりとりは、いまは閉じています')
        expect(shown.html).not.toContain('name="body"')
      }
      const late = await who.post(`${where}/messages`, { body: 'まだいますか' })
      expect([late.status, late.text.includes('いまは閉じています')]).toEqual([409, true])
    }
    await expect(
      asActor(house.db, asCraft.actor, asCraft.organisation, (tx) =>
        tx.insert(messages).values({
          ...{
            id: crypto.randomUUID(),
            applicationId: accepted,
            companyId: pair.companyId,
            accountId: accountId('tanaka'),
          },
          ...{ side: 'company', senderId: accountId('nakamura'), body: 'x', sentAt: house.now() },
        }),
      ),
    ).rejects.toThrow()
  })

  test('the other side learns nothing of it', async () => {
    const [browser, home] = other()
    const page = await browser.get(`${home}/messages`)
    expect(page.text).not.toContain('こちらから、やりとりを閉じて')
    expect(page.text).toContain('この相手とのやりとりを閉じる')
    const closedBy = (tx: Tx) => tx.select().from(blocks).where(eq(blocks.side, side))
    const [actor, organisation] =
      side === 'talent'
        ? [asCraft.actor, asCraft.organisation]
        : [{ id: accountId('tanaka'), power: 'person' } as const, null]
    expect(await readAs(house.db, actor, organisation, closedBy)).toEqual([])
    const desk = { id: accountId('mori'), power: 'operator' } as const
    expect(await readAs(house.db, desk, null, closedBy)).toEqual([])
  })

  test('neither is shown to the other, and no application is taken', async () => {
    expect(await asOwner(house.db, (tx) => hiddenPairs(tx, { talents: [pair.talentId] }))).toContainEqual(pair)
    const refused = await tanaka.get(`/me/projects/${projectId}/application`)
    expect(refused.text).toContain(side === 'talent' ? 'あなたが見せないことにした企業' : 'いまは応募できません')
  })

  test('who closed may open again, and nobody else', async () => {
    const [browser, home] = own()
    const [otherBrowser, otherHome] = other()
    await otherBrowser.act(`${otherHome}/messages/block/removal`)
    expect((await browser.get(`${home}/messages`)).text).toContain('こちらから、やりとりを閉じています')
    const opened = await browser.act(`${home}/messages/block/removal`)
    expect(opened.html).toContain('name="body"')
    await otherBrowser.act(`${otherHome}/messages`, { body: 'またお願いします。' })
    expect((await tanaka.get(`/me/projects/${projectId}/application`)).status).toBe(200)
    expect(await asOwner(house.db, (tx) => hiddenPairs(tx, { talents: [pair.talentId] }))).not.toContainEqual(pair)
  })
})
