import { describe, expect, test } from 'vitest'
import { routes } from '../../src/app/routes.ts'
import { type Town, writeTown } from '../fixtures/full.ts'
import { looksOf, NO_PAGES, type Visitor } from './addresses.ts'
import { Crawl } from './crawl.ts'
import { openStage, type Walker } from './stage.ts'

let town!: Town
const stage = await openStage({
  before: async (house) => {
    town = await writeTown(house)
  },
})
/** The visitor's own worry is told in the browser that opens its pages; before that nobody knows its number. */
const NOT_TOLD = { id: '', work: '' }
const looks = looksOf(town, NOT_TOLD)

test('every declared address is looked at, or it is said why not', () => {
  const declared = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  expect([...Object.keys(looks), ...Object.keys(NO_PAGES)].toSorted()).toEqual(declared.toSorted())
  expect(Object.entries(looks).filter(([, look]) => Object.values(look).flat().length === 0)).toEqual([])
})

/** Pages to one browser: several work beside each other, so that both cores have something to do until the end. */
const BATCH = 20
/** Each batch waits for those beside it. */
const timeout = 400_000
const people = [...new Set(Object.values(looks).flatMap((look) => Object.keys(look)))] as Visitor[]
const batches = people.flatMap((who) => {
  const count = Object.values(looks).reduce((sum, look) => sum + (look[who]?.length ?? 0), 0)
  return Array.from({ length: Math.ceil(count / BATCH) }, (_, n) => ({ who, from: n * BATCH }))
})
/** A link is followed once for each person, wherever it stands. */
const followed = new Set<string>()

describe.concurrent('every page of', () => {
  test.each(batches)('$who, from the page $from on', { timeout }, async ({ who, from }) => {
    const phone = await stage.phone()
    const worry = who === 'visitor' ? await tellWorry(phone) : NOT_TOLD
    if (who !== 'visitor') await phone.become(who)
    const all = Object.values(looksOf(town, worry)).flatMap((look) => look[who] ?? [])
    for (const address of all) followed.add(who + address)
    const crawl = new Crawl()
    for (const address of all.slice(from, from + BATCH)) await crawl.look(phone, address)
    await crawl.follow(phone, (link) => {
      const isNew = !followed.has(who + link)
      followed.add(who + link)
      return isNew
    })
    await phone.context.close()
    expect(crawl.wrong).toEqual([])
  })
})

/** Told as anybody tells it, before there is an account. A code is asked for too: the page that takes it opens then. */
async function tellWorry(phone: Walker): Promise<{ id: string; work: string }> {
  await phone.page.goto('/sign-in')
  await phone.fill('メールアドレス', 'dare@mail.example')
  await phone.press('番号を送る')
  await phone.page.goto('/worries/new')
  await phone.fill('お困りのこと', '若い衆が続かん、教え方が悪いんじゃろか。')
  await phone.press('課題を整理する')
  const node = await phone.page.locator('a[href*="/nodes/"]').first().getAttribute('href')
  return { id: phone.path.split('/')[2]!, work: node!.split('/').at(-1)! }
}
