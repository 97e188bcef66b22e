/**
 * Sources → dist/: the programs, what the browser loads (names carry a hash), the reference data as JSON.
 * Does nothing when no source changed since the last build, because every start passes here.
 * Options: --force builds anyway, --verbose says what was done; --quick leaves out what a start need not wait for, and
 * --rest makes just that.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BuildOptions, OutputFile } from 'esbuild'

const root = import.meta.dirname
const dist = join(root, 'dist')
const stamp = join(dist, 'build.txt')
const kernel = join(dist, 'talents.wasm')

/** Machine code, packages that read files beside themselves, and what is asked for but not installed. */
const UNBUNDLED = [
  ...['@electric-sql/pglite', '@electric-sql/pglite-prepopulatedfs', '@myriaddreamin/*', '@napi-rs/canvas'],
  ...['sudachi-synonyms-dictionary', 'esbuild', 'pg-native'],
]
/** Older packages in the programs look for it by this name. */
const REQUIRE = "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);"

const options = process.argv.slice(2)
const say = options.includes('--verbose') ? (line: string) => console.error(line) : () => {}

const fingerprint = fingerprintOf(['src', 'seed', 'reference', 'build.ts', 'package-lock.json', 'tsconfig.json'])
if (options.includes('--rest')) {
  await writeRest()
} else if (!options.includes('--force') && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) {
  say('変わったところはありません（dist/ は最新です）。')
} else {
  const started = performance.now()
  rmSync(stamp, { force: true })
  await build().catch(endAfterErrors)
  write(stamp, fingerprint)
  say(`dist/ を作りました（${Math.round(performance.now() - started)} ms）。`)
}

async function build(): Promise<void> {
  // One of older sources would read a row in the wrong places; until there is a new one its plain twin does the work.
  rmSync(kernel, { force: true })
  const assets = join(dist, 'assets')
  const bundling = Promise.all([
    // With the packages in them: a start that looks up a thousand files by name takes twice as long.
    bundle({
      entryPoints: programEntries(),
      outdir: dist,
      platform: 'node',
      target: 'node22',
      format: 'esm',
      external: UNBUNDLED,
      banner: { js: REQUIRE },
      splitting: true,
      chunkNames: 'part-[hash]',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: true,
      sourcesContent: false,
    }),
    bundle({
      ...forBrowsers('src/ui/elements/main.ts'),
      outdir: assets,
      format: 'iife',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    }),
    bundle({ ...forBrowsers('src/ui/styles/main.css'), outdir: assets }),
  ])
  // Made here while esbuild works, which is a process of its own.
  const [[programs, script, styles]] = await Promise.all([bundling, writeReference()])
  const statics = staticFiles('src/ui/static', assets)
  for (const file of [...programs, ...script, ...styles]) write(file.path, file.contents)
  const kept = [...programs, ...script, ...styles].map((file) => file.path).concat(Object.values(statics))
  removeOthers(dist, kept, /\.js(\.map)?$/)
  removeOthers(assets, kept, /./)
  writeManifest(script, styles, statics)
  if (!options.includes('--quick')) await writeRest()
}

/** esbuild has already printed what is wrong in the sources; its stack says nothing about them. */
function endAfterErrors(error: unknown): never {
  if (!(error instanceof Error && 'errors' in error)) throw error
  console.error('dist/ を作れませんでした。')
  process.exit(1)
}

/**
 * Server, worker, command line, and what they start as threads (`…-worker.ts`) or as processes that may do nothing
 * (`…-confined.ts`): these lie beside their starter in dist/ too.
 */
function programEntries(): Record<string, string> {
  const programs = ['server', 'worker', 'cli'].map((name) => join(root, 'src', `${name}.ts`)).filter(existsSync)
  const threads = filesUnder(join(root, 'src')).filter((file) => /-(worker|confined)\.ts$/.test(file))
  return Object.fromEntries([...programs, ...threads].map((file) => [basename(file, '.ts'), file]))
}

function forBrowsers(entry: string): BuildOptions {
  const file = join(root, entry)
  return {
    entryPoints: existsSync(file) ? { main: file } : {},
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.svg': 'file', '.woff2': 'file' },
    minify: true,
    // Phones of 2019: nesting and newer syntax are written out for them.
    target: ['es2019', 'chrome80', 'safari13.1', 'firefox78'],
    // Safari 13 has destructuring; esbuild marks it as missing for one rare form that we do not use.
    supported: { destructuring: true },
  }
}

/** esbuild is loaded only when there is something to build: loading it costs more than a start may. */
async function bundle(settings: BuildOptions): Promise<OutputFile[]> {
  if (Object.keys(settings.entryPoints ?? {}).length === 0) return []
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    ...settings,
    bundle: true,
    write: false,
    logLevel: 'warning',
    absWorkingDir: root,
  })
  return result.outputFiles ?? []
}

/** Icons and the like, copied under a name with a hash. Returns name → written path. */
function staticFiles(from: string, to: string): Record<string, string> {
  const folder = join(root, from)
  return Object.fromEntries(
    filesUnder(folder).map((file) => {
      const content = readFileSync(file)
      const extension = extname(file)
      const hash = createHash('sha256').update(content).digest('hex').slice(0, 8)
      const path = join(to, `${basename(file, extension)}-${hash}${extension}`)
      write(path, content)
      return [relative(folder, file), path]
    }),
  )
}

/** dist/assets.json: `js` and `css` of every page, and every other file by its name. What is not in it is not served. */
function writeManifest(script: OutputFile[], styles: OutputFile[], statics: Record<string, string>): void {
  const address = (path: string) => `/${relative(dist, path)}`
  const manifest: Record<string, string> = {}
  for (const { path, contents } of [...script, ...styles]) {
    const isMain = /^main-\w+\.(js|css)$/.test(basename(path))
    manifest[isMain ? extname(path).slice(1) : basename(path)] = address(path)
    if (isMain) say(`${address(path)}: gzip ${gzipSync(contents).length} bytes`)
  }
  for (const [name, path] of Object.entries(statics)) manifest[name] = address(path)
  write(join(dist, 'assets.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

async function writeReference(): Promise<void> {
  const { writeReferenceJson } = await import('./src/lib/reference.ts')
  const folder = join(dist, 'reference')
  const { CLUE_KINDS, CLUES, writeSynonymGroups } = await import('./src/jobcodes/rules/standard.ts')
  const names = writeReferenceJson(folder, CLUE_KINDS)
  // After the job codes, which it reads.
  names.push(writeSynonymGroups(folder), CLUES)
  const kept = names.map((name) => join(folder, `${name}.json`))
  removeOthers(folder, kept, /\.json$/)
}

/** What takes longer than everything else together. */
async function writeRest(): Promise<void> {
  await Promise.all([writeClues(), writeKernel()])
}

/** The vector kernel of the engine. Its compiler is not there where only what production needs is installed. */
async function writeKernel(): Promise<void> {
  const { compileAssembly } = await import('./src/lib/assembly.ts')
  const { kernelSource } = await import('./src/engine/retrieval/kernel/source.ts')
  const bytes = await compileAssembly(kernelSource()).catch((error) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    say('AssemblyScript がないため、ベクトル命令なしで動きます。')
  })
  if (bytes) write(kernel, bytes)
}

async function writeClues(): Promise<void> {
  const { writeClueTerms } = await import('./src/jobcodes/rules/standard.ts')
  writeClueTerms(join(dist, 'reference'))
}

/** Changes whenever a source is added, removed, or written. */
function fingerprintOf(sources: string[]): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(join(root, source))) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.sort()
}

/** A process that is reading never sees half a file. */
function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, content)
  renameSync(unfinished, path)
}

function removeOthers(folder: string, kept: string[], which: RegExp): void {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile() && which.test(entry.name) && !kept.includes(path)) rmSync(path)
  }
}
