/**
 * What `npm test` runs. Every stage runs even when an earlier one failed; the last line of stdout adds them all up.
 * --quick leaves out PostgreSQL and the browser, never in CI.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Counts, countsOf, failuresOf, lastLine, total } from './counts.ts'
import { root } from './source.ts'

const options = process.argv.slice(2)
const quick = options.includes('--quick')
const inCI = ![undefined, '', 'false', '0'].includes(process.env.CI)
const unknown = options.filter((option) => option !== '--quick')

if (unknown.length > 0) refuse(`「${unknown.join(' ')}」は使えません。使えるのは --quick だけです。`)
if (quick && inCI) refuse('CI では --quick は使えません。すべての試験を実行してください。')

const reports = mkdtempSync(join(tmpdir(), 'meguri-reports-'))
/** Named once more at the end: whoever reads only the last lines of a long output has to see them. */
const failures: string[] = []
const results: { name: string; seconds: number; counts: Counts }[] = []

const begun = performance.now()
// None reads what another writes, and the build and lint use one core each.
await Promise.all([
  program('build', ['build.ts', '--force', '--verbose']),
  program('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  program('types', ['node_modules/typescript/bin/tsc', '-p', '.', '--noEmit']),
])
// Two ways beside each other, of processes in which all files share what is read once.
const beside = {
  async embedded() {
    await vitest('request, embedded', 'request', { TEST_DATABASE: 'embedded' })
    if (!quick) await vitest('journeys', 'journeys', { TEST_DATABASE: 'embedded' }, 2)
  },
  async others() {
    await vitest('unit', 'unit')
    if (!quick) await vitest('request, PostgreSQL', 'request', { TEST_DATABASE: 'postgres' })
  },
}
await Promise.all([beside.embedded(), beside.others()])
if (quick) warn()
finish()

function end(name: string, started: number, counts: Counts): void {
  const seconds = (performance.now() - started) / 1000
  results.push({ name, seconds, counts })
  console.log(`── ${summary(name, seconds, counts)}`)
}

/** Lint, types and the build count as one test each. */
async function program(name: string, args: string[]): Promise<void> {
  const started = performance.now()
  const status = await said(name, args)
  end(name, started, { passed: Number(status === 0), failed: Number(status !== 0), skipped: 0 })
}

/** The tests of one project, so many files of it at a time. */
async function vitest(name: string, project: string, environment: Record<string, string> = {}, workers = 1) {
  const started = performance.now()
  const file = join(reports, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, `--maxWorkers=${workers}`, ...reporters]
  const status = await said(name, args, environment)
  failures.push(...failuresOf(file))
  end(name, started, countsOf(file, status, inCI))
}

/** Runs a program and shows what it says when it ends: they run beside each other. */
async function said(name: string, args: string[], environment: Record<string, string> = {}): Promise<number | null> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: environmentWith(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const words: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => words.push(part))
  const [status] = (await once(child, 'close')) as [number | null]
  console.log(`\n── ${name} ──`)
  process.stdout.write(Buffer.concat(words))
  return status
}

/** Tests must never meet the data of somebody's real instance. */
function environmentWith(more: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATA_DIR, SMTP_URL, ...rest } = process.env
  return { ...rest, ...more }
}

function finish(): void {
  rmSync(reports, { recursive: true, force: true })
  console.log('\n')
  for (const { name, seconds, counts } of results) console.log(summary(name, seconds, counts))
  for (const failure of failures) console.log(`FAILED ${failure.replace(root, '.')}`)
  const sum = total(results.map(({ counts }) => counts))
  console.log(`合わせて ${((performance.now() - begun) / 1000).toFixed(1)} 秒`)
  if (quick) warn()
  console.log(lastLine(sum))
  process.exitCode = sum.failed > 0 ? 1 : 0
}

function summary(name: string, seconds: number, { passed, failed, skipped }: Counts): string {
  const more = skipped > 0 ? `, ${skipped} SKIPPED` : ''
  return `${name}: ${passed} passed, ${failed} failed${more} (${seconds.toFixed(1)} s)`
}

function warn(): void {
  console.log('\n!!! --quick: PostgreSQL とブラウザーの試験は実行していません。合格とは言えません。 !!!\n')
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}
