import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../src/app/routes.ts'
import { type Town, writeTown } from '../fixtures/full.ts'
import { looksOf, NO_PAGES, type Visitor } from './addresses.ts'
import { doorsOf, inspectForOwner, inspectOtherwise, isTaken, mainAction } from './crawl.ts'
import { openStage, type Walker } from './stage.ts'

let town!: Town
const stage = await openStage({
  before: async (house) => {
    town = await writeTown(house)
  },
})
const declared = routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
const NOBODY = { id: '', work: '' }

test('every declared address is looked at, or it is said why not', () => {
  const known = [...Object.keys(looksOf(town, NOBODY)), ...Object.keys(NO_PAGES)]
  expect(known.toSorted()).toEqual(declared.toSorted())
})

const people = [...new Set(Object.values(looksOf(town, NOBODY)).flatMap((looks) => Object.keys(looks)))] as Visitor[]

describe.concurrent('the pages of', () => {
  test.each(people)('%s', async (who) => {
    const phone = await stage.phone()
    const worry = who === 'visitor' ? await tellWorry(phone) : NOBODY
    if (who !== 'visitor') await phone.become(who)
    const addresses = Object.values(looksOf(town, worry)).flatMap((looks) => looks[who] ?? [])
    const wrong: string[] = []
    const note = (address: string, faults: readonly string[]) =>
      wrong.push(...faults.map((fault) => `${address}: ${fault}`))
    const links = new Map<string, string>()
    const actions = new Map<string, string>()

    for (const [n, address] of addresses.entries()) {
      const answer = await phone.page.goto(address)
      note(address, arrival(answer?.status(), phone, address))
      note(address, await faultsOf(() => phone.look()))
      if (isOfOwner(address)) note(address, await inspectForOwner(phone.page))
      if (n % 3 === 0) note(address, await inspectOtherwise(phone.page))
      actions.set(address, (await mainAction(phone.page))?.words ?? '')
      const doors = await doorsOf(phone.page)
      note(address, doors.lost)
      note(
        address,
        doors.forms.filter((path) => !isTaken(path)).map((path) => `nothing takes a form to ${path}`),
      )
      for (const link of doors.links) if (!links.has(link)) links.set(link, address)
    }

    for (const [link, from] of links) {
      if (addresses.includes(link)) continue
      const answer = await phone.context.request.get(link, { maxRedirects: 0 })
      if (answer.status() >= 400) note(from, [`the link to ${link} answers ${answer.status()}`])
    }

    const bare = await stage.phone({ scripts: false })
    await bare.context.addCookies(await phone.context.cookies())
    for (const [address, words] of actions) {
      const answer = await bare.page.goto(address)
      note(address, arrival(answer?.status(), bare, address))
      if ((await bare.page.locator('h1').count()) !== 1) note(address, ['without scripts: no h1'])
      const action = await mainAction(bare.page)
      if ((action?.words ?? '') !== words) note(address, [`without scripts: 「${action?.words}」 for 「${words}」`])
    }
    await Promise.all([phone.context.close(), bare.context.close()])
    expect(wrong).toEqual([])
  })
})

/** Told as anybody tells it, before there is an account. Also asks for a code, so that the page that takes it opens. */
async function tellWorry(phone: Walker): Promise<{ id: string; work: string }> {
  await phone.page.goto('/sign-in')
  await phone.fill('メールアドレス', 'dare@mail.example')
  await phone.press('番号を送る')
  await phone.page.goto('/worries/new')
  await phone.fill('お困りのこと', '若い衆が続かん、教え方が悪いんじゃろか。')
  await phone.press('課題を整理する')
  const nodes = await phone.page
    .locator('a[href*="/nodes/"]')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href')!))
  return { id: phone.path.split('/')[2]!, work: nodes[0]!.split('/').at(-1)! }
}

function arrival(status: number | undefined, { path }: Walker, address: string): string[] {
  const asked = new URL(address, stage.address).pathname
  return [...(status === 200 ? [] : [`answers ${status}`]), ...(path === asked ? [] : [`leads on to ${path}`])]
}

/** The owner's side: what stands under a worry or a company. */
function isOfOwner(address: string): boolean {
  return /^\/(worries|companies)\//.test(address)
}

async function faultsOf(look: () => Promise<void>): Promise<string[]> {
  try {
    await look()
    return []
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
      .split('\n')
      .slice(1)
  }
}
