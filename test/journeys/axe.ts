import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with the page as it stands, by its rules for everything that we promise. */
export async function violationsOf(page: Page): Promise<string[]> {
  return run(page, { runOnly: { type: 'tag', values: TAGS } })
}

/** Words that stand out too little from what is behind them. */
export async function paleWordsOf(page: Page): Promise<string[]> {
  return run(page, { runOnly: { type: 'rule', values: ['color-contrast'] } })
}

type Axe = Pick<typeof axe, 'run'>

/** Put into the page by hand, once: axe's own builder does so four times for a look, which is most of what it takes. */
async function run(page: Page, options: axe.RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as { readonly axe: Axe }
    const { violations } = await axe.run(document, { ...options, resultTypes: ['violations'], preload: false })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`))
  }, options)
}
