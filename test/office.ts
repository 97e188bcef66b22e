import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram, installPackages } from './programs.ts'

const PROGRAMS = ['soffice', 'libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice']
const MISSING =
  '表計算のファイルと写真の試験には LibreOffice（libreoffice-calc）と libheif-examples、bubblewrap が必要です。入れてから、もう一度実行してください。'

/** What makes photos as newer telephones do and reads them again, and what is put around that. */
const PHOTOS = ['heif-enc', 'bwrap']

/** Called once before the journeys start, because two apt-get at a time fail. */
export function ensureOffice(): void {
  if (isComplete()) return
  installPackages(['libreoffice-calc', 'libheif-examples', 'bubblewrap'], MISSING)
  if (!isComplete()) throw new Error(MISSING)
}

function isComplete(): boolean {
  return findProgram(PROGRAMS) !== null && PHOTOS.every((name) => findProgram([name]) !== null)
}

/** Comma, quote, UTF-8; cells as they are shown. */
const AS_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true'
/** Comma, quote, and what somebody chooses in its window: UTF-8 or Windows-932. */
const READING = {
  xlsx: [],
  utf8: ['--infilter=Text - txt - csv (StarCalc):44,34,76'],
  sjis: ['--infilter=Text - txt - csv (StarCalc):44,34,60'],
} as const

/** What LibreOffice shows in each cell of files that it opens; each call is a start of it, and takes a second or two. */
export function opened(contents: readonly Uint8Array[], kind: keyof typeof READING): string[][][] {
  const folder = mkdtempSync(join(tmpdir(), 'meguri-office-'))
  try {
    const files = contents.map((content, at) => {
      const file = join(folder, `${at}.${kind === 'xlsx' ? 'xlsx' : 'csv'}`)
      writeFileSync(file, content)
      return file
    })
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const out = join(folder, 'out')
    execFileSync(
      findProgram(PROGRAMS)!,
      [profile, '--headless', '--norestore', ...READING[kind], '--convert-to', AS_CSV, '--outdir', out, ...files],
      { stdio: ['ignore', 'ignore', 2], timeout: 120_000 },
    )
    return files.map((_, at) => cellsOf(readFileSync(join(out, `${at}.csv`), 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The cells of a CSV (RFC 4180). */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.length > 1 || row[0] !== '')
}
