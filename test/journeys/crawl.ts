import type { Page } from 'playwright-core'
import { routes } from '../../src/app/routes.ts'
import { paleWordsOf } from './axe.ts'
import { sideways } from './inspect.ts'
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

/** Looks at pages, and keeps what is wrong with them and where they lead. */
export class Crawl {
  readonly wrong: string[] = []
  /** The words of each page's main action. */
  private readonly actions = new Map<string, string>()
  /** Each link, and a page where it stands. */
  private readonly links = new Map<string, string>()

  async look(phone: Walker, address: string): Promise<void> {
    const { page } = phone
    this.note(address, await arrival(phone, address))
    this.note(address, await faultsOf(() => phone.look()))
    const action = await mainAction(page)
    if (action && action.count > 1 && address !== PARTS)
      this.note(address, [`${action.count} main actions, the first 「${action.words}」`])
    if (OF_OWNER.test(address)) this.note(address, await inspectForOwner(page, action))
    if (this.actions.size % OTHERWISE === 0) this.note(address, await inspectOtherwise(page))
    this.actions.set(address, action?.words ?? '')
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
      if (answer.status() >= 400) this.note(from, [`the link to ${link} answers ${answer.status()}`])
    }
  }

  /** The same pages once more: each is there, with its main action. */
  async lookWithoutScripts(phone: Walker): Promise<void> {
    for (const [address, words] of this.actions) {
      this.note(address, await arrival(phone, address))
      const titles = await phone.page.locator('h1').count()
      if (titles !== 1) this.note(address, [`without scripts: ${titles} h1`])
      const action = (await mainAction(phone.page))?.words ?? ''
      if (action !== words) this.note(address, [`without scripts: 「${action}」 for 「${words}」`])
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
  readonly isInView: boolean
  /** How many there are with other words: a page that is long may repeat its one. */
  readonly count: number
}

/** The page's main action, and whether it is in view before any scrolling. Null where there is only reading. */
async function mainAction(page: Page): Promise<Action | null> {
  return page.evaluate(() => {
    window.scrollTo(0, 0)
    const buttons = 'main .button[data-kind=main], main .form-actions .button[data-kind=danger]'
    // What belongs to one card of a list, or to the thread below a page, is not what the page itself is for.
    const parts = location.pathname.endsWith('/messages') ? '.card-list' : '.card-list, #messages'
    const all = [...document.querySelectorAll<HTMLElement>(buttons)].filter((button) => !button.closest(parts))
    const [first] = all
    if (!first) return null
    const { top, bottom } = first.getBoundingClientRect()
    const wordsOf = ({ innerText }: HTMLElement) => innerText.replace(/\s|\u200b/g, '')
    const isInView = top >= 0 && bottom <= window.innerHeight
    return {
      words: wordsOf(first),
      isInView,
      count: new Set(all.filter((button) => button.checkVisibility()).map(wordsOf)).size,
    }
  })
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
