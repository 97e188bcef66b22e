import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { findProgram, installPackages } from './programs.ts'

/** A PostgreSQL for tests: an address whose user may create databases and roles. */
export type TestPostgres = { url: string; stop(): Promise<void> }

type Identity = { uid?: number; gid?: number }

const MISSING =
  'PostgreSQL での試験には PostgreSQL 15 以上が必要です。TEST_DATABASE_URL で示すか、initdb と postgres を PATH に入れてください。'

/** Nothing here has to survive: no waiting for the disk. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  lc_messages: 'C',
}

/**
 * TEST_DATABASE_URL, or a server of our own in a temporary folder, reachable through its socket only.
 * @param further settings of that server
 */
export async function startPostgres(further: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const binaries = findBinaries()
  const identity = otherIdentity()
  const folder = privateFolder(identity)
  try {
    const data = join(folder, 'data')
    const options = { ...identity, cwd: folder, stdio: 'ignore' as const }
    const setup = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(join(binaries, 'initdb'), setup, options)
    const server = run(binaries, data, folder, identity, { ...SETTINGS, ...further })
    const remove = () => rmSync(folder, { recursive: true, force: true })
    const atExit = () => {
      server.kill('SIGQUIT')
      remove()
    }
    process.once('exit', atExit)
    await isReady(server)
    const stop = async () => {
      process.off('exit', atExit)
      const ended = once(server, 'exit')
      server.kill('SIGINT')
      await ended
      remove()
    }
    return { url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** The same server, another database. */
export function databaseAt(url: string, name: string): string {
  const address = new URL(url.replace('@/', '@localhost/'))
  address.pathname = `/${name}`
  return address.href
}

/** One statement that needs a connection of its own, such as the making of a database. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

function findBinaries(): string {
  const found = findServer()
  if (found) return found
  installPackages(['postgresql'], MISSING)
  const installed = findServer()
  if (!installed) throw new Error(MISSING)
  return installed
}

/** The folder that holds both initdb and postgres; Debian keeps them off the PATH, one folder to a version. */
function findServer(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = versions.map((version) => join(debian, version, 'bin'))
  const initdb = findProgram(['initdb'], folders)
  if (!initdb || !existsSync(join(dirname(initdb), 'postgres'))) return null
  return dirname(initdb)
}

/** PostgreSQL refuses to run as root. */
function otherIdentity(): Identity {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const uid = idOf(user, '-u')
    const gid = idOf(user, '-g')
    if (uid !== null && gid !== null) return { uid, gid }
  }
  throw new Error('PostgreSQL を動かすための利用者（postgres か nobody）がいません。')
}

function idOf(user: string, which: '-u' | '-g'): number | null {
  try {
    return Number(execFileSync('id', [which, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return null
  }
}

/** Short (the path of a unix socket is limited to about 107 characters) and closed to everybody else. */
function privateFolder({ uid, gid }: Identity): string {
  const folder = mkdtempSync(join(uid !== undefined || tmpdir().length > 70 ? '/tmp' : tmpdir(), 'meguri-pg-'))
  chmodSync(folder, 0o700)
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

function run(
  binaries: string,
  data: string,
  socketFolder: string,
  identity: Identity,
  all: Readonly<Record<string, string>>,
): ChildProcess {
  const settings = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [join(binaries, 'postgres'), '-D', data, '-k', socketFolder, ...settings]
  // On Linux the server ends with us even when we are killed and can tidy nothing up.
  const setpriv = process.platform === 'linux' ? findProgram(['setpriv']) : null
  const [program, ...args] = setpriv ? [setpriv, '--pdeathsig', 'INT', ...command] : command
  return spawn(program!, args, { ...identity, cwd: socketFolder, stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Resolves when the server says so; after that its words are read and thrown away, so that it never waits for us. */
function isReady(server: ChildProcess): Promise<void> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    const lines = createInterface({ input: server.stderr! })
    lines.on('line', (line) => {
      said.push(line)
      if (line.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL を始められませんでした:\n${said.join('\n')}`)))
  })
}
