import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseSource, root, textOf, walk } from './source.ts'

type Lock = { packages: Record<string, { version?: string; optional?: boolean; dev?: boolean }> }

const boot: {
  isAtLeast(version: string, major: number, minor: number): boolean
  isInstalled(lock: Lock, installed: Lock, withDevelopment: boolean): boolean
} = createRequire(import.meta.url)('../boot.cjs')

const folder = mkdtempSync(join(tmpdir(), 'meguri-boot-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a Node of version 8 cannot read: it would end with a SyntaxError instead of our sentence. */
const NEWER = /^(Optional.*Expression|BigIntLiteral|Import.*|Export.*|ClassPrivate.*|StaticBlock|AwaitExpression)$/

test.each(['boot.cjs', 'bin/meguri.cjs'])('%s is written in old syntax', (file) => {
  const newer: string[] = []
  walk(parseSource(file, textOf(file)).program, (node) => {
    if (NEWER.test(node.type) || ['??', '??=', '||=', '&&='].includes(String(node.operator))) newer.push(node.type)
    if (node.type === 'CatchClause' && !node.param) newer.push('catch without a name')
    if (node.type === 'StringLiteral' && String(node.value).startsWith('node:')) newer.push(String(node.value))
  })
  expect(newer).toEqual([])
})

test.each(['v8.17.0', 'v18.20.8', 'v20.18.3'])('Node %s is told to be too old, in one sentence', (version) => {
  const script = `Object.defineProperty(process, 'version', { value: '${version}' }); require('./boot.cjs').main(['start'])`
  const { status, stderr, stdout } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining(`いまの Node.js は ${version} です。`),
    expect.stringContaining(`this is Node.js ${version}.`),
  ])
})

test('versions are compared as numbers', () => {
  expect(boot.isAtLeast('v20.19.0', 20, 19)).toBe(true)
  expect(boot.isAtLeast('v24.1.0', 20, 19)).toBe(true)
  expect(boot.isAtLeast('v20.9.0', 20, 19)).toBe(false)
  expect(boot.isAtLeast('v9.99.0', 20, 19)).toBe(false)
})

test('an installation is complete when each package is there in its version', () => {
  const lock = {
    packages: {
      '': {},
      a: { version: '1.0.0' },
      mac: { version: '1.0.0', optional: true },
      b: { version: '2.0.0', dev: true },
    },
  }
  const has = (packages: Lock['packages'], withDevelopment = true) =>
    boot.isInstalled(lock, { packages }, withDevelopment)
  expect(has({ a: { version: '1.0.0' }, b: { version: '2.0.0' } })).toBe(true)
  expect(has({ a: { version: '0.9.0' }, b: { version: '2.0.0' } })).toBe(false)
  expect(has({ b: { version: '2.0.0' } })).toBe(false)
  expect(has({ a: { version: '1.0.0' } })).toBe(false)
  expect(has({ a: { version: '1.0.0' } }, false)).toBe(true)
})

test('an unknown command is refused', () => {
  const { status, stderr } = spawnSync(process.execPath, ['boot.cjs', 'fly'], { cwd: root, encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toContain('「fly」という指示はありません。')
})

test('arguments and exit codes go through, on the project’s own Node', async () => {
  const program = written("process.stdout.write(process.argv[2] + ' ' + process.version); process.exit(7)")
  const child = start(program, '山形')
  const said: Buffer[] = []
  child.stdout!.on('data', (chunk: Buffer) => said.push(chunk))
  expect(await once(child, 'close')).toEqual([7, null])
  expect(Buffer.concat(said).toString()).toBe(`山形 ${process.version}`)
})

test.each(['SIGTERM', 'SIGINT'] as const)('%s goes through to a program that ends in its own way', async (signal) => {
  const program = written(
    `process.on('${signal}', () => process.exit(3)); setInterval(() => {}, 1000); console.log('ready')`,
  )
  const child = start(program)
  await once(child.stdout!, 'data')
  child.kill(signal)
  expect(await once(child, 'close')).toEqual([3, null])
})

test('a program that dies of a signal is reported as that', async () => {
  const child = start(written("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000)"))
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL'])
})

function written(text: string): string {
  const file = join(folder, `${crypto.randomUUID()}.ts`)
  writeFileSync(file, text)
  return file
}

function start(program: string, ...args: string[]) {
  const options: SpawnOptions = { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] }
  return spawn(process.execPath, ['boot.cjs', 'run', program, ...args], options)
}
