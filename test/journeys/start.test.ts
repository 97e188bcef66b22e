import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { root } from '../source.ts'
import { freePort } from './stage.ts'

/** Far more than a start takes; another file may have both cores. */
const timeout = 400_000
const folder = mkdtempSync(join(tmpdir(), 'meguri-start-'))
const running: ChildProcess[] = []
afterAll(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

/** The server as the build made it, and what it says until it has begun or ended. */
async function start(port: number, dataDir: string): Promise<{ child: ChildProcess; said: string }> {
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(process.execPath, ['dist/server.js'], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, PORT: String(port), DATA_DIR: join(folder, dataDir), LOG_LEVEL: 'error' },
  })
  running.push(child)
  let said = ''
  const begun = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text: Buffer) => {
        said += text
        if (said.includes('/demo\n')) resolve()
      })
    }
  })
  await Promise.race([begun, once(child, 'close')])
  return { child, said }
}

async function end(child: ChildProcess): Promise<number | null> {
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

test('the built product makes its demo, says where it is, ends in order, and is there again', { timeout }, async () => {
  const port = await freePort()
  const first = await start(port, 'data')
  expect(first.said).toBe(
    `めぐりが動き始めました： http://localhost:${port}\n見本の人になって入るには： http://localhost:${port}/demo\n`,
  )
  /** Without the tokens of its forms, which are new each time. */
  const page = async (path: string) =>
    (await (await fetch(`http://localhost:${port}${path}`)).text()).replace(/value="[0-9a-f-]{36}"/g, '')
  const projects = await page('/projects')
  expect(projects).toContain('<h1')
  expect(await page('/readyz')).toBe('ready')

  const onSameData = await start(await freePort(), 'data')
  expect(onSameData.said).toMatch(/^めぐりは、もう動いています.*。\n$/)
  expect(await end(first.child)).toBe(0)

  const again = await start(port, 'data')
  expect(await page('/projects')).toBe(projects)
  expect(await end(again.child)).toBe(0)
})
