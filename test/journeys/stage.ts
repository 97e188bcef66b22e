import { createServer } from 'node:net'
import { join } from 'node:path'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  devices,
  type Page,
} from 'playwright-core'
import { afterAll } from 'vitest'
import { accountId, type CastName, PEOPLE } from '../../seed/cast.ts'
import { readAssets } from '../../src/server/assets.ts'
import { listen } from '../../src/server/listen.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '../browser.ts'
import { type House, openHouse } from '../house.ts'
import { root } from '../source.ts'
import { inspect } from './inspect.ts'

/** A phone of the size that old ones have. */
const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true }
/** What stands on the desk of an office. */
const DESK = { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 }
/** Generous: another file may have both cores. */
const SLOWEST_MS = 45_000

export type Stage = {
  readonly house: House
  readonly address: string
  mailOf(name: CastName): string
  /** A phone of somebody's own; with `scripts: false` one on which JavaScript is switched off. */
  phone(options?: { scripts?: boolean }): Promise<Walker>
  /** The same on the screen of an office. */
  desk(options?: { scripts?: boolean }): Promise<Walker>
}

type Options = {
  mode?: 'demo' | 'real'
  /** Fills the database before anything runs. */
  before?: (house: House) => Promise<void>
}

/** A running server with the cast in its database, and a real browser in front of it. */
export async function openStage(options: Options = {}): Promise<Stage> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const built = readAssets(join(root, 'dist'))
  const house = await openHouse({
    running: true,
    built,
    config: { port, publicUrl: address, mode: options.mode ?? 'demo' },
  })
  await options.before?.(house)
  const server = await listen(house.app, house.deps.config)
  await house.jobs.start(house.handlers, { pollSeconds: 1 })
  const { newContext, closeContexts } = await phones()
  afterAll(async () => {
    await closeContexts()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await house.jobs.stop(5)
  })
  return {
    house,
    address,
    mailOf: (name) => PEOPLE[name].email,
    phone: (options) => walker({ ...PHONE, userAgent: devices['Galaxy S8']!.userAgent }, options),
    desk: (options) => walker(DESK, options),
  }

  async function walker(device: BrowserContextOptions, { scripts = true } = {}): Promise<Walker> {
    const context = await newContext({
      ...device,
      javaScriptEnabled: scripts,
      // Colours on their way are neither of the two.
      reducedMotion: 'reduce',
      baseURL: address,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
    })
    context.setDefaultTimeout(SLOWEST_MS)
    return new Walker(context, await context.newPage(), house, scripts)
  }
}

let browser: Promise<Browser> | undefined

/**
 * One browser for all files of this process: it takes a second to start, and its contexts know nothing of each other. It
 * ends with the process.
 */
async function phones() {
  browser ??= chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] })
  const shop = await browser
  const contexts: BrowserContext[] = []
  return {
    async newContext(options: BrowserContextOptions): Promise<BrowserContext> {
      const context = await shop.newContext(options)
      contexts.push(context)
      return context
    },
    closeContexts: () => Promise.all(contexts.map((context) => context.close())),
  }
}

/** Somebody with a phone in the hand: goes to pages, fills in, presses; every page on the way is looked at. */
export class Walker {
  readonly context: BrowserContext
  page: Page
  private readonly house: House
  private readonly scripts: boolean
  constructor(context: BrowserContext, page: Page, house: House, scripts: boolean) {
    this.scripts = scripts
    this.context = context
    this.page = page
    this.house = house
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path)
    await this.look()
  }

  /** Signs in as one of the cast through the page of the demo. */
  async become(name: CastName): Promise<void> {
    await this.page.goto('/demo')
    await this.page.locator(`form:has(input[value="${accountId(name)}"]) button`).click()
    await this.page.waitForURL((url) => !url.pathname.startsWith('/demo'))
    await this.look()
  }

  /** Signs in by the code from the mail, starting at the sign-in page that is shown. */
  async signInByMail(email: string): Promise<void> {
    const before = this.house.mails.length
    await this.page.getByLabel('メールアドレス').fill(email)
    await this.press('番号を送る')
    const code = await this.waitForCode(email, before)
    await this.page.getByLabel('番号', { exact: false }).fill(code)
    await this.press('入る')
  }

  /** The six digits of the newest mail to an address. */
  async waitForCode(email: string, after: number): Promise<string> {
    for (let tries = 0; tries < 100; tries++) {
      const mail = this.house.mails.slice(after).find(({ to, text }) => to === email && /^\d{6}$/m.test(text))
      if (mail) return /^\d{6}$/m.exec(mail.text)![0]
      await this.page.waitForTimeout(100)
    }
    throw new Error(`No code came to ${email}`)
  }

  /** Gives the phone a fingerprint sensor that always agrees. */
  async withPasskeys(): Promise<void> {
    const session = await this.context.newCDPSession(this.page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
        ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
      },
    })
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.getByLabel(label).first().fill(value)
  }

  /** Ticks a box or a choice by its words. */
  async choose(label: string): Promise<void> {
    await this.page.getByLabel(label).first().check()
  }

  /** Presses a button or a link by its words, and looks at the page that comes. */
  async press(words: string): Promise<void> {
    const named = (role: 'button' | 'link') => this.page.locator('main').getByRole(role, { name: words })
    const target = named('button').or(named('link')).first()
    try {
      await Promise.all([this.page.waitForEvent('load'), target.click()])
    } catch (error) {
      throw new Error(`Could not press 「${words}」 at ${this.page.url()}:\n${await this.words()}`, { cause: error })
    }
    await this.look()
  }

  /** Waits until what was typed is kept, then kills the tab and comes back to the same address in a new one. */
  async interrupt(): Promise<void> {
    await this.page.getByText('保存しました').first().waitFor()
    const { pathname, search } = new URL(this.page.url())
    await this.page.close({ runBeforeUnload: false })
    this.page = await this.context.newPage()
    await this.open(pathname + search)
  }

  /** What a link to a file gives this person. */
  async download(path: string): Promise<Buffer> {
    const answer = await this.page.request.get(path, { maxRetries: 2 })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()}`)
    return answer.body()
  }

  /** Reloads until the words are there: for what is done in the background. */
  async waitFor(words: string): Promise<void> {
    for (let tries = 0; tries < 60; tries++) {
      if ((await this.words()).includes(words)) return
      await this.page.waitForTimeout(250)
      await this.page.reload()
    }
    throw new Error(`「${words}」 never came to ${this.page.url()}:\n${await this.words()}`)
  }

  /** What a reader sees, in one line, without the invisible marks between phrases. */
  async words(): Promise<string> {
    return (await this.page.locator('body').innerText()).replace(/[\u200b\s]+/g, ' ')
  }

  async sees(...sentences: string[]): Promise<void> {
    const words = await this.words()
    for (const sentence of sentences) {
      if (!words.replace(/ /g, '').includes(sentence.replace(/ /g, ''))) {
        throw new Error(`「${sentence}」 is not on ${this.page.url()}:\n${words.slice(0, 3000)}`)
      }
    }
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }

  async look(): Promise<void> {
    await inspect(this.page, this.scripts)
  }
}

/** A port on which nobody listens now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
