import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findProgram, installPackages } from './programs.ts'

/** No network of its own, and no sandbox because tests run as root in containers. */
export const CHROMIUM_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
]

/** Without windows and all that belongs to them the pages are the same, and made in two thirds of the time. */
const HEADLESS = 'chromium-headless-shell'

const MISSING =
  'ブラウザーの試験には Chromium・日本語の文字（fonts-noto-cjk）・pdfsig（poppler-utils）が必要です。入れてから、もう一度実行してください。'

const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The system's Chromium, for playwright-core's `executablePath`. Throws a sentence when there is none. */
export function chromiumPath(): string {
  const found = findChromium()
  if (!found) throw new Error(MISSING)
  return found
}

/** What journeys need from the system. Called once before they start, because two apt-get at a time fail. */
export function ensureBrowser(): void {
  if (isComplete()) return
  installPackages(['fonts-noto-cjk', 'fontconfig', 'poppler-utils'], MISSING)
  if (!findChromium()) installChromium()
  if (!isComplete()) throw new Error(MISSING)
}

/** Not every release of Debian has the one without windows. */
function installChromium(): void {
  try {
    installPackages([HEADLESS], MISSING)
  } catch {
    installPackages(['chromium'], MISSING)
  }
}

function isComplete(): boolean {
  return findChromium() !== null && hasJapaneseFont() && findProgram(['pdfsig']) !== null
}

function findChromium(): string | null {
  const named = findProgram([HEADLESS, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'])
  return named ?? (existsSync(MAC) ? MAC : null)
}

/** Without fontconfig (macOS) the system brings its fonts. */
function hasJapaneseFont(): boolean {
  const list = findProgram(['fc-list'])
  return list === null || execFileSync(list, [':lang=ja', 'family'], { encoding: 'utf8' }).trim() !== ''
}
