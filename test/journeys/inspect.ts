import { createHash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { PDFDocument } from 'pdf-lib'
import type { Page } from 'playwright-core'
import { inject } from 'vitest'
import { violationsOf } from './axe.ts'

/** Pages in a state that was looked at already in this process: the same words in the same place need no second look. */
const seen = new Set<string>()

/** Bytes of each script and style by its path, which tells what is in it: every house serves what one build made. */
const weighed = new Map<string, number>()

const NARROW = 320
const TARGET_PX = 44
const SCRIPT_BYTES = 15_000
const STYLE_BYTES = 20_000

/** What every page must keep, in whatever state it is met. Throws with everything that is wrong. */
export async function inspect(page: Page, scripts = true): Promise<void> {
  const { shape, parts } = await stateOf(page)
  const wrong = [
    ...(isNew(seen, shape)
      ? [
          ...(await outline(page)),
          ...(await sideways(page)),
          ...(await smallTargets(page)),
          ...(await weight(page)),
          ...(await paper(page)),
        ]
      : []),
    // axe itself is a script; with scripts off the same pages were seen by the phone that has them.
    ...(scripts && isFirst(parts) ? await violationsOf(page) : []),
  ]
  if (wrong.length > 0) throw new Error(`${page.url()}\n${wrong.join('\n')}`)
}

/** Its words in their place; and the form of its address with how it is built. */
async function stateOf(page: Page): Promise<{ shape: string; parts: string }> {
  return page.evaluate(() => {
    /**
     * An element with its attributes, whether it has words, and what is in it, in order. What is there several times in the
     * same way stands once; so do words of people, addresses and ids.
     */
    const builtOf = (element: Element): string => {
      const attributes = [...element.attributes].map(({ name, value }) =>
        /^[a-z -]+$/.test(value) ? `${name}=${value}` : name,
      )
      const hasWords = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const within = new Set([...element.children].map(builtOf))
      return `${element.tagName}[${attributes.sort()}]${hasWords ? 'words' : ''}(${[...within].join()})`
    }
    const form = location.pathname.replace(/[0-9a-f-]{36}/g, ':id')
    return {
      shape: `${location.pathname} ${document.body.innerText.length}`,
      parts: `${form} ${builtOf(document.documentElement)}`,
    }
  })
}

/**
 * Pages that are built in the same way are seen by axe once, whichever process meets the first: it is by far the slowest to
 * look.
 */
export function isFirst(parts: string): boolean {
  try {
    closeSync(openSync(join(inject('looked'), createHash('sha256').update(parts).digest('hex')), 'wx'))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isNew(known: Set<string>, state: string): boolean {
  const before = known.size
  return known.add(state).size > before
}

async function outline(page: Page): Promise<string[]> {
  const found = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    lang: document.documentElement.lang,
    telephone: document.querySelectorAll('a[href^="tel:"]').length,
    main: document.querySelectorAll('main .button[data-kind="main"]').length,
    inline: document.querySelectorAll('[style], script:not([src], [type="application/ld+json"]), style').length,
    foreign: [...document.querySelectorAll('[src], link[href]')].filter((element) => {
      const address = element.getAttribute('src') ?? element.getAttribute('href') ?? ''
      return new URL(address, location.href).origin !== location.origin
    }).length,
  }))
  return [
    ...(found.h1 === 1 ? [] : [`${found.h1} h1`]),
    ...(found.lang === 'ja' ? [] : [`lang=${found.lang}`]),
    ...(found.telephone > 0 ? [] : ['no telephone number']),
    ...(found.inline === 0 ? [] : [`${found.inline} inline styles or scripts`]),
    ...(found.foreign === 0 ? [] : [`${found.foreign} third-party addresses`]),
  ]
}

/** At the narrowest width nothing sticks out to the side; at half a phone's width neither: it stands for 200 %. */
export async function sideways(page: Page, width = NARROW): Promise<string[]> {
  const before = page.viewportSize()
  await page.setViewportSize({ width, height: 640 })
  const out = await page.evaluate(() => {
    const limit = document.documentElement.clientWidth
    const { scrollWidth } = document.documentElement
    if (scrollWidth <= limit) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > limit + 1)
      .slice(-3)
      .map((element) => `sticks out at ${limit} px: ${element.outerHTML.slice(0, 160)}`)
      .concat(`scrolls to the side at ${limit} px (${scrollWidth} px)`)
  })
  if (before) await page.setViewportSize(before)
  return out
}

/** What is called a sheet is one: nobody staples what a machine at a counter prints. */
async function paper(page: Page): Promise<string[]> {
  if (page.url().endsWith('/styleguide') || (await page.locator('main section.sheet').count()) === 0) return []
  const printed = await PDFDocument.load(await page.pdf({ preferCSSPageSize: true }))
  return printed.getPageCount() === 1 ? [] : [`${printed.getPageCount()} sheets of paper`]
}

/** What is touched is as large as a thumb. Links inside a sentence are read, and exempt as in WCAG 2.5.8. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const isInSentence = (element: Element) => {
      const parent = element.parentElement
      if (element.tagName !== 'A' || !parent || !['P', 'LI', 'DD', 'TD'].includes(parent.tagName)) return false
      const around = (parent.textContent ?? '').replace(element.textContent ?? '', '').trim()
      return around.length > 0
    }
    const areaOf = (element: Element) => {
      const label =
        element.closest('label') ?? (element.id ? document.querySelector(`label.choice[for="${element.id}"]`) : null)
      return (label ?? element).getBoundingClientRect()
    }
    return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter(
        (element) =>
          (element as HTMLElement).checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true,
      )
      .filter((element) => !element.classList.contains('skip') && !isInSentence(element))
      .map((element) => ({ element, area: areaOf(element) }))
      .filter(
        ({ area }) => area.width > 0 && area.height > 0 && (area.height < least - 0.5 || area.width < least - 0.5),
      )
      .map(
        ({ element, area }) =>
          `target ${Math.round(area.width)}×${Math.round(area.height)}: ${element.outerHTML.slice(0, 140)}`,
      )
  }, TARGET_PX)
}

/** Scripts and styles as they come over the line, compressed. Asked again where a kept connection was just being closed. */
async function weight(page: Page): Promise<string[]> {
  const files = await page.evaluate(() => ({
    js: [...document.querySelectorAll('script[src]')].map((element) => element.getAttribute('src') ?? ''),
    css: [...document.querySelectorAll('link[rel=stylesheet]')].map((element) => element.getAttribute('href') ?? ''),
  }))
  const size = async (paths: string[]) => {
    let total = 0
    for (const path of paths) {
      const known = weighed.get(path) ?? gzipSync(await (await page.request.get(path, { maxRetries: 2 })).body()).length
      weighed.set(path, known)
      total += known
    }
    return total
  }
  const [js, css] = [await size(files.js), await size(files.css)]
  return [
    ...(js <= SCRIPT_BYTES ? [] : [`${js} bytes of scripts`]),
    ...(css <= STYLE_BYTES ? [] : [`${css} bytes of styles`]),
  ]
}
