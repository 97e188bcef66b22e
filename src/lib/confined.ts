import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type Limits = { readonly ms: number; readonly megabytes: number }

/**
 * What a confined script answered: a JSON value, which the caller checks like every input, and bytes. Or why it did not:
 * it took too long, too much memory, it broke, or too many others are waiting.
 */
export type Confined =
  | { readonly value: unknown; readonly bytes: Uint8Array }
  | { readonly failed: 'time' | 'memory' | 'broken' | 'busy' }

/** Reading is hard work for one processor: more at once would take it from the pages. */
const AT_ONCE = 2
const MOST_WAITING = 12
const MOST_ANSWERED = 64_000_000
const LOOK_MS = 20

let running = 0
const waiting: (() => void)[] = []

/**
 * Has bytes from a stranger read by `script` in a process of its own: Node's permission model lets it read the program
 * and nothing else, write nothing, start nothing; it has no environment, no code from strings, and ends with its time,
 * its memory or a processor's seconds. It can still open connections (Node has no rule against that yet), so it is given
 * nothing but the bytes. The script calls `answer` of confined/inside.ts; its name ends in `-confined`, so that the build
 * lays it beside its starter.
 */
export async function runConfined(script: URL, bytes: Uint8Array, limits: Limits): Promise<Confined> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) return { failed: 'busy' }
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running++
  }
  try {
    return await run(script, bytes, limits)
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** The confined script of that name: in a folder beside its starter among the sources, beside its starter after the build. */
export function scriptOf(name: string, starter: string): URL {
  return new URL(starter.endsWith('.ts') ? `./${name}/${name}-confined.ts` : `./${name}-confined.js`, starter)
}

function run(script: URL, bytes: Uint8Array, { ms, megabytes }: Limits): Promise<Confined> {
  const file = fileURLToPath(script)
  const child = spawn('/bin/sh', ['-c', ALONE, process.execPath, ...optionsFor(file, megabytes), file], {
    env: { CPU_SECONDS: String(Math.ceil(ms / 1000) + 1) },
    cwd: '/',
    // What it complains of may hold what it reads.
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    let reason: 'time' | 'memory' | 'broken' | null = null
    const stop = (why: NonNullable<typeof reason>) => {
      reason ??= why
      child.kill('SIGKILL')
    }
    const late = setTimeout(() => stop('time'), ms)
    const looking = setInterval(() => {
      if (residentOf(child) > megabytes * 1024) stop('memory')
    }, LOOK_MS)
    const ended = (result: Confined) => {
      clearTimeout(late)
      clearInterval(looking)
      resolve(result)
    }
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MOST_ANSWERED) stop('broken')
      else chunks.push(chunk)
    })
    // It may have ended before it read everything.
    child.stdin.on('error', () => {})
    child.on('error', () => ended({ failed: 'broken' }))
    child.on('close', (code, signal) => {
      if (reason === null && code === 0) ended(answerIn(Buffer.concat(chunks)))
      else ended({ failed: reason ?? (signal === null ? 'broken' : (SIGNALS[signal] ?? 'broken')) })
    })
    child.stdin.end(bytes)
  })
}

/** The kernel's own limits, which hold even when nobody is left to watch: processor seconds, no files, no core. */
const ALONE = 'ulimit -t "$CPU_SECONDS"; ulimit -f 0; ulimit -c 0; unset CPU_SECONDS; exec "$0" "$@"'

/** V8 aborts when its heap is full, the kernel ends what used up its seconds. */
const SIGNALS: Partial<Record<NodeJS.Signals, 'time' | 'memory'>> = {
  SIGABRT: 'memory',
  SIGTRAP: 'memory',
  SIGXCPU: 'time',
  SIGKILL: 'time',
}

function optionsFor(file: string, megabytes: number): string[] {
  return [
    '--permission',
    ...programAround(file).map((path) => `--allow-fs-read=${path}`),
    `--max-old-space-size=${megabytes}`,
    '--disallow-code-generation-from-strings',
    '--no-warnings',
  ]
}

/** After the build all that it needs lies beside it; before, in the sources and the packages. */
function programAround(file: string): string[] {
  if (!file.endsWith('.ts')) return [dirname(file)]
  let root = dirname(file)
  while (!existsSync(join(root, 'node_modules')) && dirname(root) !== root) root = dirname(root)
  return [dirname(file), ...['src', 'node_modules', 'package.json'].map((name) => join(root, name))]
}

/** Kilobytes in use, of all kinds: V8's own limit knows only its heap. 0 where the system does not tell. */
function residentOf({ pid }: ChildProcess): number {
  try {
    return Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** One line of JSON, then bytes. */
function answerIn(all: Buffer): Confined {
  const end = all.indexOf('\n')
  if (end < 0) return { failed: 'broken' }
  try {
    const value: unknown = JSON.parse(all.toString('utf8', 0, end))
    return { value, bytes: new Uint8Array(all.subarray(end + 1)) }
  } catch {
    return { failed: 'broken' }
  }
}
