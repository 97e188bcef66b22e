import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from '../source.ts'
import { isFirst } from './inspect.ts'

/** Every chart, and every sheet for paper. */
const DRAWN = 'main :is(figure.chart, section.sheet)'
/** What is printed of an A4 page, at 96 points an inch. */
const PAPER = { width: 673, height: 1001 }
const folder = join(root, 'artefacts/walk')

export async function isDrawn(page: Page): Promise<boolean> {
  return (await page.locator(DRAWN).count()) > 0
}

/** Pictures of a page with charts or a sheet, to be looked at: on a phone, and as it is printed. One of each form of page. */
export async function keepPictures(page: Page, address: string): Promise<void> {
  const name = address
    .replaceAll(/[0-9a-f-]{36}/g, 'id')
    .replaceAll(/\/(answers|asked|choices)\/[^?]+/g, '/$1')
    .replaceAll(/[^\w=-]+/g, '-')
    .slice(0, 80)
  if (!isFirst(`picture ${name}`)) return
  mkdirSync(folder, { recursive: true })
  const shot = (kind: string) => page.screenshot({ path: join(folder, `${name}${kind}.png`), fullPage: true })
  const before = page.viewportSize()
  await shot('-phone')
  await page.setViewportSize(PAPER)
  await page.emulateMedia({ media: 'print' })
  await shot('-print')
  // Not 'screen': a page that is printed later would be printed as one.
  await page.emulateMedia({ media: null })
  if (before) await page.setViewportSize(before)
}
