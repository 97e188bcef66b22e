import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse, YAMLParseError } from 'yaml'

/** The checkout, whether this runs from src/ or from dist/ (which has a `reference/` of its own, as JSON). */
const root = findRoot(dirname(fileURLToPath(import.meta.url)))
const folder = join(root, 'reference')
const built = join(root, 'dist', 'reference')

/**
 * Data that a non-programmer edits: `reference/<name>.yaml`, or the YAML files of the folder `reference/<name>/` as one
 * array in the order of their file names (a file that holds a list adds its entries). The built JSON is read instead when
 * it is newer than every source, because YAML is slow to parse. Throws when there is no such data or it is no YAML.
 */
export function readReference(name: string): unknown {
  const json = join(built, `${name}.json`)
  const sources = sourcesOf(name)
  if (existsSync(json) && sources.every((source) => statSync(source).mtimeMs < statSync(json).mtimeMs)) {
    return JSON.parse(readFileSync(json, 'utf8'))
  }
  return readSources(name, sources)
}

/**
 * What was made of sources that are slow to read. `dist/reference/<name>.json` is read when it is newer than all of them
 * (paths from the checkout; a folder stands for its files), otherwise `make` makes it.
 */
export function readMade<T>(name: string, sources: readonly string[], make: () => T, from: string = built): T {
  return isMade(name, sources, from) ? (JSON.parse(readFileSync(madeFile(name, from), 'utf8')) as T) : make()
}

/** The place of what the build makes, and `readMade` and `isMade` look for. */
export function madeFile(name: string, from: string = built): string {
  return join(from, `${name}.json`)
}

/** Is it there, newer than all of its sources? */
export function isMade(name: string, sources: readonly string[], from: string = built): boolean {
  const json = madeFile(name, from)
  if (!existsSync(json)) return false
  const { mtimeMs } = statSync(json)
  return sources.flatMap((source) => withFiles(join(root, source))).every((path) => statSync(path).mtimeMs < mtimeMs)
}

function withFiles(path: string): string[] {
  if (!existsSync(path)) return []
  return statSync(path).isDirectory() ? [path, ...readdirSync(path).map((file) => join(path, file))] : [path]
}

/** The place of a file of `reference/` that no hand writes. */
export function referenceFile(name: string): string {
  return join(folder, name)
}

/** For the build: every piece of reference data but `left` as `<outDir>/<name>.json`. Returns the names written. */
export function writeReferenceJson(outDir: string = built, left: readonly string[] = []): string[] {
  mkdirSync(outDir, { recursive: true })
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.name.endsWith('.yaml'))
    .map((entry) => entry.name.replace(/\.yaml$/, ''))
    .filter((name) => !left.includes(name))
    .filter((name) => sourcesOf(name).length > 1 || existsSync(join(folder, `${name}.yaml`)))
  for (const name of names) {
    writeFileSync(join(outDir, `${name}.json`), JSON.stringify(readSources(name, sourcesOf(name))))
  }
  return names
}

/** The folder itself comes last: its time changes when a file is added or removed. */
function sourcesOf(name: string): string[] {
  const single = join(folder, `${name}.yaml`)
  const many = join(folder, name)
  if (existsSync(single)) return [single]
  if (!existsSync(many)) return []
  const files = readdirSync(many).filter((file) => file.endsWith('.yaml'))
  return [...files.sort().map((file) => join(many, file)), many]
}

function readSources(name: string, sources: readonly string[]): unknown {
  const files = sources.filter((source) => source.endsWith('.yaml'))
  if (files.length === 0) throw new Error(`reference/${name} がありません（${folder}）`)
  const parsed = files.map((file) => readYaml(file))
  return files.length === 1 && files[0] === join(folder, `${name}.yaml`) ? parsed[0] : parsed.flat()
}

/** A text that somebody pasted, as YAML; `line`: about where it cannot be read. */
export function parseYaml(text: string): { data: unknown } | { line: number | null } {
  try {
    return { data: parse(text, { logLevel: 'error' }) }
  } catch (error) {
    return { line: error instanceof YAMLParseError ? (error.linePos?.[0].line ?? null) : null }
  }
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file} を YAML として読めません: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function findRoot(start: string): string {
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at
    if (dirname(at) === at) throw new Error(`package.json が ${start} より上に見つかりません`)
  }
}
