import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId, companyId, talentId } from '../../seed/cast.ts'
import { stateOf } from '../../src/applications/rules/state.ts'
import { asActor, asOwner, readAs, type Tx } from '../../src/lib/db.ts'
import { hiddenPairs } from '../../src/matching/queries/talents.ts'
import { messagesOf } from '../../src/messages/queries.ts'
import { attachments, blocks, messages, reports } from '../../src/messages/schema.ts'
import { applicationRow, forCompany, lettersTo, writeApplication } from '../fixtures/applications.ts'
import { DOT } from '../fixtures/pictures.ts'
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

describe('a report', () => {
  const desk = { id: accountId('mori'), power: 'operator' } as const
  const atDesk = (name: 'mori' | 'hayashi', id: string) =>
    readAs(house.db, { id: accountId(name), power: 'operator' }, null, (tx) => messagesOf(tx, id))
  let id: string
  let report: string
  let mori: Browser

  test('brings one message before one person of the desk, and no other', async () => {
    id = await writeApplication(house, 'shortlisted')
    mori = await house.as('mori')
    await tanaka.act(`${mine(id)}/messages`, { body: 'よろしくお願いします。' })
    await nakamura.upload(`${forCompany(id)}/messages`, { body: '夜に、二人で会えませんか。' }, { files: DOT })
    const thread = await tanaka.get(`${mine(id)}/messages`)
    const [, about] = /<option value="([0-9a-f-]{36})"/.exec(thread.html)!
    const empty = await tanaka.post(`${mine(id)}/messages/reports`, { about: about!, words: 'いやでした' })
    expect([empty.status, empty.text.includes('何があったかを選んでください')]).toEqual([422, true])
    expect(empty.html).toContain('いやでした</textarea>')
    expect(await atDesk('mori', id)).toEqual([])
    const told = await tanaka.act(`${mine(id)}/messages/reports`, {
      about: about!,
      reason: 'unkind',
      words: 'いやでした',
    })
    expect(told.text).toContain('事務局に知らせました')
    await house.drain()
    const letter = lettersTo(house, 'mori').at(-1)!
    expect(letter.subject).toContain('やりとりの知らせ')
    expect(letter.text).not.toMatch(/いやでした|二人で/)
    report = /\/desk\/reports\/[0-9a-f-]{36}/.exec((await mori.get('/desk')).html)![0]
    const closed = await mori.get(report)
    expect(closed.text).toContain('いやでした')
    expect(closed.text).not.toContain('二人で')
    expect(await atDesk('mori', id)).toEqual([])
    const opened = await mori.act(`${report}/opening`)
    expect(opened.text).toContain('二人で会えませんか')
    expect(opened.text).not.toContain('よろしくお願いします。')
    expect((await atDesk('mori', id)).map(({ body }) => body)).toEqual(['夜に、二人で会えませんか。'])
    const [, file] = /href="(\/desk\/reports\/[^"]+\/files\/[^"]+)"/.exec(opened.html)!
    expect((await mori.get(file!)).headers.get('content-disposition')).toMatch(/^attachment/)
    expect(await atDesk('hayashi', id)).toEqual([])
    expect((await (await house.as('hayashi')).get(report)).text).not.toContain('二人で')
    for (const name of ['tanaka', 'nakamura', 'abe'] as const)
      expect((await (await house.as(name)).get(report)).status).toBe(404)
    expect((await nakamura.get(`${forCompany(id)}/messages`)).text).not.toContain('知らせました')
  })

  test('ends with nothing, a warning or a frozen thread, and letters about it', async () => {
    const before = lettersTo(house, 'nakamura').length
    expect((await mori.post(`${report}/decision`, { decision: 'warned', answer: '' })).status).toBe(422)
    const hayashi = await house.as('hayashi')
    expect((await hayashi.post(`${report}/decision`, { decision: 'warned', answer: 'x' })).status).toBe(409)
    await mori.act(`${report}/decision`, { decision: 'dismissed', answer: '今回は、ようすを見ます。' })
    await house.drain()
    expect(lettersTo(house, 'nakamura')).toHaveLength(before)
    expect(lettersTo(house, 'tanaka').at(-1)!.text).toContain('今回は、ようすを見ます。')
    expect((await tanaka.get(`${mine(id)}/messages`)).text).toContain('今回は、ようすを見ます。')
    expect((await mori.post(`${report}/decision`, { decision: 'warned', answer: 'x' })).status).toBe(409)

    await nakamura.act(`${forCompany(id)}/messages/reports`, { about: 'thread', reason: 'other', words: '' })
    const second = /\/desk\/reports\/[0-9a-f-]{36}/.exec((await mori.get('/desk')).html)![0]
    expect((await mori.act(`${second}/opening`)).text).toContain('よろしくお願いします。')
    house.setTime(new Date(house.now().getTime() + 60_000))
    await tanaka.act(`${mine(id)}/messages`, { body: 'あとのことば' })
    expect((await mori.get(second)).text).not.toContain('あとのことば')
    expect((await atDesk('mori', id)).map(({ body }) => body)).not.toContain('あとのことば')
    await mori.act(`${second}/decision`, { decision: 'frozen', answer: '確かめるあいだ、止めます。' })
    await house.drain()
    for (const name of ['tanaka', 'nakamura']) {
      expect(lettersTo(house, name).at(-1)!.text).toContain('確かめるあいだ、止めます。')
    }
    expect(lettersTo(house, 'tanaka').at(-1)!.subject).toBe('めぐりからのお知らせ')
    expect((await tanaka.get(`${mine(id)}/messages`)).text).toContain('事務局が、このやりとりを止めています')
    expect((await tanaka.post(`${mine(id)}/messages`, { body: 'x' })).status).toBe(409)
    await mori.act(`${second}/thaw`)
    await tanaka.act(`${mine(id)}/messages`, { body: 'また送れます' })
  })

  test('is in nobody’s power to open but the desk’s, also beside the pages', async () => {
    const forged = asActor(house.db, { id: accountId('tanaka'), power: 'person' }, null, (tx) =>
      tx
        .update(reports)
        .set({ openedBy: accountId('tanaka') })
        .returning({ id: reports.id }),
    )
    expect(await forged).toEqual([])
    expect((await readAs(house.db, desk, null, (tx) => tx.select().from(attachments))).length).toBeLessThan(2)
  })
})
