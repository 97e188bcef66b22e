import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { routes } from '../../src/app/routes.ts'
import { sideways } from './inspect.ts'

const INSTRUCTION_LETTERS = 60
/** Half of a phone's width: what is left of it at 200 %. */
const HALF = 180

/** Everything a page leads to: its links, and where its forms are sent. */
export type Doors = { readonly links: readonly string[]; readonly forms: readonly string[] }

export async function doorsOf(page: Page): Promise<Doors & { lost: string[] }> {
  return page.evaluate(() => {
    const here = (address: string) => new URL(address, location.href)
    const anchors = [...document.querySelectorAll('a[href]')].map((link) => here(link.getAttribute('href')!))
    const own = anchors.filter(({ origin }) => origin === location.origin)
    const forms = [...document.querySelectorAll('form')].flatMap((form) => [
      ...(form.method === 'post' ? [form.getAttribute('action') ?? ''] : []),
      ...[...form.querySelectorAll('[formaction]')].map((button) => button.getAttribute('formaction')!),
    ])
    return {
      links: [...new Set(own.map(({ pathname, search }) => pathname + search))],
      forms: [...new Set(forms.map((address) => here(address).pathname))],
      /** Links to a place of the same page that is not there. */
      lost: own
        .filter(({ pathname, hash }) => hash && pathname === location.pathname)
        .filter(({ hash }) => !document.getElementById(decodeURIComponent(hash.slice(1))))
        .map(({ hash }) => `no place ${hash}`),
    }
  })
}

const posts = routes.filter(({ method }) => method === 'POST').map(({ path }) => patternOf(path))

/** Does anything take what is posted there? */
export function isTaken(path: string): boolean {
  return posts.some((pattern) => pattern.test(path))
}

/** The declared path as a pattern of addresses. */
export function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)
}

/** The words of the main action, and whether it is in view before any scrolling. */
export async function mainAction(page: Page): Promise<{ words: string; inView: boolean } | null> {
  return page.evaluate(() => {
    window.scrollTo(0, 0)
    const [first] = [
      ...document.querySelectorAll<HTMLElement>(
        'main .button[data-kind=main], main .form-actions .button[data-kind=danger]',
      ),
    ]
    if (!first) return null
    const { top, bottom } = first.getBoundingClientRect()
    return {
      words: (first.innerText ?? '').replace(/\s|\u200b/g, ''),
      inView: top >= 0 && bottom <= window.innerHeight,
    }
  })
}

/** What an owner of sixty-five must never meet. */
export async function inspectForOwner(page: Page): Promise<string[]> {
  const leads = await page.locator('.page-lead').allInnerTexts()
  const letters = leads.map((text) => text.replace(/\s|\u200b/g, '').length)
  const action = await mainAction(page)
  return [
    ...letters.filter((count) => count > INSTRUCTION_LETTERS).map((count) => `${count} letters of instruction`),
    ...(action && !action.inView ? [`「${action.words}」 is below the fold`] : []),
  ]
}

/** The other ways of looking: in the dark, and enlarged to twice the size. */
export async function inspectOtherwise(page: Page): Promise<string[]> {
  const enlarged = await sideways(page, HALF)
  await page.emulateMedia({ colorScheme: 'dark' })
  const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
  await page.emulateMedia({ colorScheme: 'light' })
  const dark = violations.flatMap(({ nodes }) => nodes.map(({ html }) => `pale in the dark: ${html.slice(0, 160)}`))
  return [...enlarged, ...dark]
}
