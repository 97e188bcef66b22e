import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { accountId, type CastName, companyId, partnerId } from '../seed/cast.ts'
import { nameBasedId } from '../seed/ids.ts'
import { fiscalYearOf } from '../src/law/fiscal-year.ts'
import { today } from '../src/lib/time.ts'
import { CHROMIUM_FLAGS, chromiumPath, ensureBrowser } from '../test/browser.ts'
import { root } from '../test/source.ts'

/**
 * Pictures of the five main pages, phone and desk, of every chart and of the papers (also as they are printed; a PDF beside them), from a
 * server of its own with the demo in it: into artefacts/pictures, or with --readme the three of the README into docs/pictures.
 */
const PORT = 3877
const HOME = `http://localhost:${PORT}`
/** A4 upright, at 96 points an inch. */
const SIZES = {
  phone: { width: 360, height: 640 },
  desk: { width: 1280, height: 900 },
  paper: { width: 794, height: 1123 },
}
/** What the demo has of a year that was told, an event and a session that is over. */
const LAST_YEAR = fiscalYearOf(today(new Date())) - 1
const DOOR = nameBasedId('demo:event:tea')
const READ_BACK = `/companies/${companyId('craft')}/assistance/${nameBasedId('assistance:second-session')}`
const README = ['landing-phone', 'tree-phone', 'proposals-phone']
const WORRY = '職人の手作業ばかりで、ひとつ作るのに本当はいくら掛かっとるのか誰も分からん。'

ensureBrowser()
const readme = process.argv.includes('--readme')
const folder = join(root, readme ? 'docs/pictures' : 'artefacts/pictures')
mkdirSync(folder, { recursive: true })
const data = mkdtempSync(join(tmpdir(), 'meguri-pictures-'))
const server = await startServer()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_FLAGS] })
try {
  const proposals = await publishedProject(await newContext('desk'))
  for (const size of ['phone', 'desk'] as const) {
    const page = await (await newContext(size)).newPage()
    await page.goto('/')
    await save(page, 'landing', size)
    await become(page, 'nakamura')
    await tree(page)
    await save(page, 'tree', size)
    await page.goto(proposals)
    await save(page, 'proposals', size)
    await page.goto('/projects')
    await save(page, 'projects', size)
    await page.goto('/insights')
    await save(page, 'insights', size)
  }
  if (!readme) await chartsAndSheets(proposals.replace(/\/proposals$/, ''))
} finally {
  await browser.close()
  server.kill('SIGTERM')
  await new Promise((resolve) => server.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

function startServer(): Promise<ChildProcess> {
  const env = { ...process.env, PORT: String(PORT), DATA_DIR: data, PUBLIC_URL: HOME, LOG_LEVEL: 'error', MODE: 'demo' }
  const child = spawn(process.execPath, [join(root, 'dist/server.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
    child.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes(HOME)) resolve(child)
    })
  })
}

async function newContext(size: keyof typeof SIZES): Promise<BrowserContext> {
  const deviceScaleFactor = size === 'phone' ? 2 : 1
  const context = await browser.newContext({
    ...{ viewport: SIZES[size], deviceScaleFactor, baseURL: HOME, locale: 'ja-JP' },
  })
  // The first pages wait until everything was read and the first lists were made.
  context.setDefaultTimeout(120_000)
  return context
}

async function become(page: Page, name: CastName): Promise<void> {
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${accountId(name)}"]) button`).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/demo'))
}

async function tree(page: Page): Promise<void> {
  await page.goto('/worries/new')
  await page.getByLabel('お困りのこと').fill(WORRY)
  await press(page, '課題を整理する')
}

/** A worry made a draft; its id. */
async function draft(page: Page): Promise<string> {
  await tree(page)
  await press(page, 'このまま案件を作る')
  if (page.url().includes('/projects/new')) await press(page, '下書きを作る')
  return /projects\/([0-9a-f-]{36})/.exec(page.url())![1]!
}

/** A worry of the craft workshop, made a project and published by the desk; the address of its proposals. */
async function publishedProject(context: BrowserContext): Promise<string> {
  const page = await context.newPage()
  await become(page, 'nakamura')
  const project = await draft(page)
  for (const choice of ['', '', '', '月10時間', '月50,000円', 'どちらでも', '', '']) {
    if (choice) await page.getByLabel(choice).first().check()
    if (choice === 'どちらでも') await page.getByLabel('お礼とは別に払う').check()
    await press(page, 'つぎへ')
  }
  await press(page, '事務局に送る')
  await become(page, 'mori')
  await page.goto(`/desk/projects/${project}`)
  await press(page, '公開する')
  await become(page, 'nakamura')
  const address = `/companies/${companyId('craft')}/projects/${project}/proposals`
  for (;;) {
    await page.goto(address)
    if ((await page.locator('main article').count()) > 0) return address
    await page.waitForTimeout(500)
  }
}

/** What is drawn, and what is printed; `project` is the address of one that has a draft's questions. */
async function chartsAndSheets(project: string): Promise<void> {
  const [town, bank] = [`/partners/${partnerId('town')}`, `/partners/${partnerId('bank')}`]
  const shown: readonly (readonly [name: string, who: CastName | null, address: string])[] = [
    ['insights', null, '/insights'],
    ['insights-tiles', null, '/insights?map=tiles'],
    ['insights-data', null, '/insights/data'],
    ['circulation', null, '/circulation'],
    ['failures', null, '/cases?outcome=failed'],
    ['events', null, '/events'],
    ['market', 'mori', '/desk/market'],
    ['fiscal-report', 'koga', `${town}/fiscal-years/now`],
    ['ladder', 'koga', `${town}/ladder`],
    ['partner-companies', 'koga', town],
    ['referrals', 'abe', `${bank}/referrals`],
    ['project-overview', 'nakamura', project],
    ['fiscal-report-closed', 'koga', `${town}/fiscal-years/${LAST_YEAR}`],
    ['door-list', 'koga', `${town}/events/${DOOR}/door`],
    ['read-back', 'nakamura', READ_BACK],
    ['mandate-sheet', 'koga', `${town}/assistance?paper=1`],
  ]
  for (const size of ['phone', 'desk', 'paper'] as const) {
    const page = await (await newContext(size)).newPage()
    for (const [name, who, address] of shown) {
      if (who) await become(page, who)
      const answer = await page.goto(address)
      if (answer?.status() !== 200) throw new Error(`${address}: ${answer?.status()}`)
      await save(page, name, size)
    }
    await become(page, 'nakamura')
    await tree(page)
    await page.goto(`${page.url().split('?')[0]}/sheet`)
    await press(page, '番号を作る')
    await save(page, 'worry-sheet', size)
    await page.goto(`${page.url().replace(/\/sheet.*/, '')}/questions?paper=1`)
    await save(page, 'asked-sheet', size)
    await page.goto(`${project}/proposals`)
    await press(page, '紙に')
    await save(page, 'people-sheet', size)
    const drafted = `/companies/${companyId('craft')}/projects/${await draft(page)}`
    await page.goto(`${drafted}/sheet`)
    await save(page, 'question-sheet', size)
    await page.goto(drafted)
    await press(page, '下書きを紙で確かめてもらう')
    await save(page, 'approval-paper', size)
    await become(page, 'abe')
    await page.goto(`${bank}/referrals/new`)
    await page.getByLabel('会社の名前').fill('株式会社見本もなか本舗')
    await press(page, '同意書を作る')
    await save(page, 'consent-slip', size)
    await spokenCode(page)
    await save(page, 'spoken-code', size)
  }
  const page = await (await newContext('desk')).newPage()
  await become(page, 'koga')
  await savePdf(page, 'fiscal-report', `${town}/fiscal-years/${LAST_YEAR}?format=pdf`)
}

/** A file as it is, and its pages as pictures where poppler is there. */
async function savePdf(page: Page, name: string, address: string): Promise<void> {
  const answer = await page.request.get(address)
  if (answer.status() !== 200) throw new Error(`${address}: ${answer.status()}`)
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, await answer.body())
  spawnSync('pdftoppm', ['-png', '-r', '80', file, join(folder, name)])
  process.stdout.write(`${file}\n`)
}

/** The sheet with the number that lets somebody in who has no mail address. */
async function spokenCode(page: Page): Promise<void> {
  await become(page, 'mori')
  await page.goto('/desk/people/new')
  await page.getByLabel('姓', { exact: true }).fill('鈴木')
  await page.getByLabel('名', { exact: true }).fill('トメ')
  await page.getByLabel('電話番号').fill('0233-12-3456')
  await press(page, '書きとめる')
  await press(page, '入るための番号を出す')
}

async function press(page: Page, words: string): Promise<void> {
  const target = page.locator('main').getByRole('button', { name: words })
  await Promise.all([page.waitForEvent('load'), target.first().click()])
}

async function save(page: Page, name: string, size: keyof typeof SIZES): Promise<void> {
  const file = `${name}-${size}`
  if (readme && !README.includes(file)) return
  // Nobody can press what is not printed: only the picture is of the paper.
  await page.emulateMedia({ media: size === 'paper' ? 'print' : 'screen' })
  await page.screenshot({ path: join(folder, `${file}.png`), fullPage: !readme })
  await page.emulateMedia({ media: 'screen' })
  process.stdout.write(`${join(folder, file)}.png\n`)
}
