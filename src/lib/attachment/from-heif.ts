import { spawn } from 'node:child_process'
import { constants, existsSync } from 'node:fs'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const MS = 20_000
const [GIVEN, MADE, FIRST_MADE] = ['photo.heic', 'photo.jpg', 'photo-1.jpg'] as const

/** As much as the program inside may write. */
const MOST_BYTES = 61_440_000
/** Each holds a photo in memory, and up to twenty seconds of a processor. */
const MOST_WAITING = 12

let before: Promise<unknown> = Promise.resolve()
let waiting = 0

/**
 * A photo of a newer telephone as JPEG, where the machine has libheif's program and bubblewrap beside it (Debian:
 * libheif-examples and bubblewrap): decoders of HEVC are not ours to bring along, and are attacked often, so that this one sees
 * nothing but the system's programs and its own folder, no net and no environment, within time and memory. Null: it cannot be
 * done here, or too many wait. One at a time.
 */
export function jpegOfHeif(photo: Uint8Array): Promise<Uint8Array | null> {
  if (waiting >= MOST_WAITING) return Promise.resolve(null)
  waiting++
  const next = before.then(() => converted(photo)).finally(() => waiting--)
  before = next.catch(() => {})
  return next
}

async function converted(photo: Uint8Array): Promise<Uint8Array | null> {
  const [shelter, program] = [programAt(['bwrap']), programAt(['heif-dec', 'heif-convert'])]
  if (!shelter || !program) return null
  const folder = await mkdtemp(join(tmpdir(), 'meguri-photo-'))
  try {
    await writeFile(join(folder, GIVEN), photo)
    await ended([shelter, ...inside(folder), program, '-q', '88', GIVEN, MADE])
    return (await fileMade(join(folder, MADE))) ?? (await fileMade(join(folder, FIRST_MADE)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What was left there, if it is a file: a decoder that was taken over may leave a way to another file, or to one without an end. */
export async function fileMade(path: string): Promise<Uint8Array | null> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  const made = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => null)
  if (!made) return null
  try {
    const { size } = await made.stat().then((found) => (found.isFile() ? found : { size: 0 }))
    return size > 0 && size <= MOST_BYTES ? await made.readFile() : null
  } finally {
    await made.close()
  }
}

const inside = (folder: string) => [
  ...['--unshare-all', '--die-with-parent', '--new-session', '--clearenv', '--cap-drop', 'ALL'],
  ...['--ro-bind', '/usr', '/usr', '--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
  ...['--bind', folder, '/photo', '--chdir', '/photo'],
]

/** Seconds of a processor, kilobytes of memory, half kilobytes of a file, no core. */
const ALONE = 'ulimit -t 20; ulimit -v 2000000; ulimit -f 120000; ulimit -c 0; exec "$0" "$@"'

function ended(command: readonly string[]): Promise<void> {
  const child = spawn('/bin/sh', ['-c', ALONE, ...command], { env: {}, cwd: '/', stdio: 'ignore' })
  const late = setTimeout(() => child.kill('SIGKILL'), MS)
  return new Promise<void>((resolve) => {
    child.on('error', () => resolve())
    child.on('close', () => resolve())
  }).then(() => clearTimeout(late))
}

/** Only what the system brought along is seen inside. */
function programAt(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/usr/'))
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}
