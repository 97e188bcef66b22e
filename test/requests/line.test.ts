import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountId } from '../../seed/cast.ts'
import { classifier } from '../../src/jobcodes/rules/standard.ts'
import { loadConfig } from '../../src/lib/config.ts'
import { asOwner } from '../../src/lib/db.ts'
import { lineLinks } from '../../src/notices/schema.ts'
import { comesOut } from '../fixtures/watches.ts'
import { type Browser, openHouse } from '../house.ts'
import { openLine } from '../line.ts'

const line = await openLine()
const house = await openHouse({ config: { lineAccount: line.account } })
const nakamura = await house.as('nakamura')
beforeAll(() => void classifier.now(), 120_000)

const joined = () =>
  asOwner(house.db, (tx) =>
    tx
      .select({ user: lineLinks.lineUserId })
      .from(lineLinks)
      .where(eq(lineLinks.accountId, accountId('nakamura'))),
  )
/** The link that LINE got for somebody who wrote there. */
const offered = async (user: string) => {
  expect(await line.follow(house, user)).toBe(200)
  await house.drain()
  return /\/me\/line\?\S+/.exec(line.replied.at(-1)!.text)![0]
}
/** Presses here, and gets the address where LINE asks. */
const pressed = async (browser: Browser, link: string) => {
  const linkToken = new URLSearchParams(link.split('?')[1]).get('linkToken')!
  const page = await browser.act('/me/line', { linkToken })
  return /href="(https:\/\/access\.line\.me\/[^"]+)"/.exec(page.html)![1]!.replaceAll('&amp;', '&')
}

test('without an account of LINE nothing of it is there', async () => {
  const plain = await openHouse()
  const browser = await plain.as('nakamura')
  expect((await browser.get('/me/notices/settings')).text).not.toContain('LINE')
  expect((await browser.get('/me/line?linkToken=x')).status).toBe(404)
  expect(await line.tell(plain, { type: 'follow' })).toBe(404)
}, 60_000)

test('is named beside other services', () => {
  const account = '@meguri:0123456789abcdef0123456789abcdef:a/b+c='
  const { lineAccount } = loadConfig({ SERVICES: `line:1:x ${account}` })
  expect(lineAccount).toEqual({
    id: '@meguri',
    secret: account.slice(8, 40),
    token: 'a/b+c=',
    api: 'https://api.line.me',
  })
  expect(() => loadConfig({ SERVICES: `${account} ${account}` })).toThrow('SERVICES')
})

describe('joining', () => {
  test('letters that LINE did not sign are refused', async () => {
    for (const signature of ['', 'x', Buffer.alloc(32).toString('base64')])
      expect(await line.tell(house, { type: 'unfollow', source: { userId: 'U1' } }, signature)).toBe(403)
  })

  test('begins in LINE, is agreed to here and there, and only for the one whom LINE gave the token', async () => {
    const link = await offered('U-stranger')
    expect((await house.visitor().get(link)).location).toBe(`/sign-in?next=${encodeURIComponent(link)}`)
    expect((await nakamura.get(link)).text).toContain('LINEでも受け取る')
    await line.agree(house, await pressed(nakamura, link), 'U-other')
    expect(await joined()).toEqual([{ user: null }])
    const own = await offered('U-nakamura')
    const asks = await pressed(nakamura, own)
    house.setTime(new Date(house.now().getTime() + 11 * 60_000))
    await line.agree(house, asks, 'U-nakamura')
    expect(await joined()).toEqual([{ user: null }])
    await line.agree(house, await pressed(nakamura, await offered('U-nakamura')), 'U-nakamura')
    expect(await joined()).toEqual([{ user: 'U-nakamura' }])
    expect((await nakamura.get('/me/notices/settings')).text).toContain('LINEでも伝えています')
    const before = line.replied.length
    await line.follow(house, 'U-nakamura')
    // Words in a group are read by others: nothing is said there.
    await line.follow(house, 'U-colleague', 'group')
    await house.drain()
    expect(line.replied.length).toBe(before)
  })
})

describe('a notice', () => {
  test('is told without a word of what it is, beside the mail', async () => {
    await comesOut(house, 'craft', { title: 'だれにも知られたくない案件' })
    await house.drain()
    expect(line.pushed).toEqual([
      { to: 'U-nakamura', text: 'めぐりのお知らせが2件あります。\nhttp://localhost:3000/me/notices' },
    ])
    expect(house.mails.filter(({ to }) => to === 'nakamura@cast.example').length).toBe(2)
  })

  test('is told once, also when LINE is busy, or its answer gets lost', async () => {
    line.failures.push(429)
    await comesOut(house, 'craft')
    await expect(house.drain()).rejects.toThrow('notices.push')
    line.failures.push(599)
    house.setTime(new Date(house.now().getTime() + 3_600_000))
    await expect(house.drain()).rejects.toThrow('notices.push')
    expect(line.pushed.length).toBe(2)
    house.setTime(new Date(house.now().getTime() + 3_600_000))
    await house.drain()
    expect(line.pushed.length).toBe(2)
  })

  test('of the night comes in the morning, with the others in one message', async () => {
    house.setTime(new Date('2026-11-30T23:00:00+09:00'))
    await comesOut(house, 'craft')
    await comesOut(house, 'craft')
    await house.drain()
    expect(line.pushed.length).toBe(2)
    house.setTime(new Date('2026-12-01T08:00:00+09:00'))
    await house.drain()
    expect(line.pushed.slice(2).map(({ text }) => text.split('\n')[0])).toEqual(['めぐりのお知らせが4件あります。'])
  })

  test('that LINE refuses is not tried again; whoever took us off their list, or left here, gets none', async () => {
    await line.unfollow(house, 'U-nakamura')
    expect(await joined()).toEqual([])
    await comesOut(house, 'craft')
    await house.drain()
    house.setTime(new Date(house.now().getTime() + 60_000))
    await line.agree(house, await pressed(nakamura, await offered('U-nakamura')), 'U-nakamura')
    await comesOut(house, 'craft')
    await house.drain()
    // Of what came before LINE was joined it says nothing.
    expect(line.pushed.at(-1)!.text).toContain('お知らせが2件')
    const before = line.pushed.length
    line.failures.push(400)
    await comesOut(house, 'craft')
    await house.drain()
    expect((await nakamura.act('/me/line/removal')).location).toBe('/me/notices/settings')
    await comesOut(house, 'craft')
    await house.drain()
    expect([line.pushed.length, await joined()]).toEqual([before, []])
  })
})
