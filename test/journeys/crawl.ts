import type { Page } from 'playwright-core'
import { routes } from '../../src/app/routes.ts'
import { paleWordsOf } from './axe.ts'
import { lostWordsOf } from './forced.ts'
import { sideways } from './inspect.ts'
import { isDrawn, keepPictures } from './pictures.ts'
import type { Walker } from './stage.ts'

const INSTRUCTION_LETTERS = 60
/** Half of a phone's width: what is left of it at 200 %. */
const HALF = 180
/** Every third page is also seen in the dark and enlarged: they are made of the same parts. */
const OTHERWISE = 3
/** The owner's side: what stands under a worry or a company. */
const OF_OWNER = /^\/(worries|companies)\//

/** The parts shown by themselves: their forms are sent nowhere. */
const PARTS = '/styleguide'

/** What was sent as letters, and leads where they led. */
const LETTERS = '/me/notices'

/** Looks at pages, and keeps what is wrong with them and where they lead. */
export class Crawl {
  readonly wrong: string[] = []
  private looked = 0
  /** Each link, and a page where it stands. */
  private readonly links = new Map<string, string>()

  async look(phone: Walker, address: string): Promise<void> {
    const { page } = phone
    this.note(address, await arrival(phone, address))
    this.note(address, await faultsOf(() => phone.look()))
    const action = await mainAction(page, address)
    if (action && action.count > 1 && address !== PARTS)
      this.note(address, [`${action.count} main actions, the first 「${action.words}」`])
    if (OF_OWNER.test(address)) this.note(address, await inspectForOwner(page, action))
    const drawn = await isDrawn(page)
    if (drawn) await keepPictures(page, address)
    const isOtherwise = this.looked++ % OTHERWISE === 0
    if (isOtherwise) this.note(address, await inspectOtherwise(page))
    if (isOtherwise || drawn) this.note(address, await lostWordsOf(page))
    this.note(address, await inspectWithoutScripts(phone, address, action?.letters ?? ''))
    const { links, forms, lost } = await doorsOf(page)
    const nowhere = forms.filter((path) => path !== PARTS && !isTaken(path))
    this.note(address, lost)
    this.note(
      address,
      nowhere.map((path) => `nothing takes a form to ${path}`),
    )
    for (const link of links) if (!this.links.has(link)) this.links.set(link, address)
  }

  /** No link leads nowhere; one that asks for a sign-in leads there. */
  async follow(phone: Walker, isWanted: (link: string) => boolean): Promise<void> {
    for (const [link, from] of this.links) {
      if (!isWanted(link)) continue
      const answer = await phone.context.request.get(link, { maxRedirects: 0, maxRetries: 2 })
      // What came as a letter weeks ago may be over: its page says so.
      if (answer.status() === 409 && from === LETTERS) continue
      if (answer.status() >= 400) this.note(from, [`the link to ${link} answers ${answer.status()}`])
    }
  }

  private note(address: string, faults: readonly string[]): void {
    this.wrong.push(...faults.map((fault) => `${address}: ${fault}`))
  }
}

async function arrival(phone: Walker, address: string): Promise<string[]> {
  const answer = await phone.page.goto(address)
  const status = answer?.status()
  const isThere = phone.path === address.split('?')[0]
  return [...(status === 200 ? [] : [`answers ${status}`]), ...(isThere ? [] : [`leads on to ${phone.path}`])]
}

async function faultsOf(look: () => Promise<void>): Promise<string[]> {
  try {
    await look()
    return []
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return error.message.split('\n').slice(1)
  }
}

type Action = {
  readonly words: string
  /** Its letters also where it is folded away and shows no words. */
  readonly letters: string
  readonly isInView: boolean
  /** How many there are with other words: a page that is long may repeat its one. */
  readonly count: number
}

const MAIN_ACTIONS = 'main .button[data-kind=main], main .form-actions .button[data-kind=danger]'

/** What belongs to one card of a list, or to the thread below a page, is not what the page itself is for. */
const partsOf = (address: string) => (/\/messages(\?|$)/.test(address) ? '.card-list' : '.card-list, #messages')

/** The page's main action, and whether it is in view before any scrolling. Null where there is only reading. */
async function mainAction(page: Page, address: string): Promise<Action | null> {
  return page.evaluate(
    ([buttons, parts]) => {
      window.scrollTo(0, 0)
      const all = [...document.querySelectorAll<HTMLElement>(buttons)].filter((button) => !button.closest(parts))
      const [first] = all
      if (!first) return null
      const { top, bottom } = first.getBoundingClientRect()
      const wordsOf = ({ innerText }: HTMLElement) => innerText.replace(/\s|\u200b/g, '')
      // What is folded away is not what the page is for.
      const isInView = !first.checkVisibility() || (top >= 0 && bottom <= window.innerHeight)
      return {
        words: wordsOf(first),
        letters: (first.textContent ?? '').replace(/\s|\u200b/g, ''),
        isInView,
        count: new Set(all.filter((button) => button.checkVisibility()).map(wordsOf)).size,
      }
    },
    [MAIN_ACTIONS, partsOf(address)] as const,
  )
}

/**
 * The same page once more, as it is without scripts: it is there, with its title and its main action. The page that stands
 * open reads it as a phone with scripts switched off would, many times quicker; with such phones others walk (loop,
 * ways-to-tell).
 */
async function inspectWithoutScripts({ page, context }: Walker, address: string, letters: string): Promise<string[]> {
  const answer = await context.request.get(address, { maxRedirects: 0, maxRetries: 2 })
  if (answer.status() !== 200) return [`answers ${answer.status()} the second time`]
  const { titles, found } = await page.evaluate(
    ([html, buttons, parts]) => {
      // Parsed by itself nothing in it runs, and what it says to those without scripts is part of it.
      const bare = new DOMParser().parseFromString(html, 'text/html')
      const first = [...bare.querySelectorAll(buttons)].find((button) => !button.closest(parts))
      const found = (first?.textContent ?? '').replace(/\s|\u200b/g, '')
      return { titles: bare.querySelectorAll('h1').length, found }
    },
    [await answer.text(), MAIN_ACTIONS, partsOf(address)] as const,
  )
  return [
    ...(titles === 1 ? [] : [`without scripts: ${titles} h1`]),
    ...(found === letters ? [] : [`without scripts: 「${found}」 for 「${letters}」`]),
  ]
}

/** What an owner of sixty-five must never meet. */
async function inspectForOwner(page: Page, action: Action | null): Promise<string[]> {
  const leads = await page.locator('.page-lead').allInnerTexts()
  const letters = leads.map((text) => text.replace(/\s|\u200b/g, '').length)
  return [
    ...letters.filter((count) => count > INSTRUCTION_LETTERS).map((count) => `${count} letters of instruction`),
    ...(action && !action.isInView ? [`「${action.words}」 is below the fold`] : []),
  ]
}

/** Enlarged to twice the size, and in the dark. */
async function inspectOtherwise(page: Page): Promise<string[]> {
  const enlarged = await sideways(page, HALF)
  await page.emulateMedia({ colorScheme: 'dark' })
  const pale = await paleWordsOf(page)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...enlarged, ...pale.map((fault) => `in the dark: ${fault}`)]
}

/** Everything a page leads to: its links, and where its forms are sent; and links to places of its own that are not there. */
async function doorsOf(page: Page) {
  return page.evaluate(() => {
    const urlOf = (address: string | null) => new URL(address ?? '', location.href)
    const links = [...document.querySelectorAll('a[href]')]
      .map((link) => urlOf(link.getAttribute('href')))
      .filter(({ origin }) => origin === location.origin)
    const posting = [...document.querySelectorAll('form')].filter(({ method }) => method === 'post')
    const forms = [
      ...posting.map((form) => form.getAttribute('action')),
      ...[...document.querySelectorAll('[formaction]')].map((button) => button.getAttribute('formaction')),
    ]
    return {
      links: [...new Set(links.map(({ pathname, search }) => pathname + search))],
      forms: [...new Set(forms.map((address) => urlOf(address).pathname))],
      lost: links
        .filter(({ pathname, hash }) => hash && pathname === location.pathname)
        .filter(({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1))))
        .map(({ hash }) => `no place ${hash} here`),
    }
  })
}

const TAKERS = routes.filter(({ method }) => method === 'POST').map(({ path }) => patternOf(path))

/** Does any declared address take what is posted there? */
function isTaken(path: string): boolean {
  return TAKERS.some((pattern) => pattern.test(path))
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
}
