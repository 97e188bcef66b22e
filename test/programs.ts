import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first of these programs that lies on the PATH or in one of the other folders. */
export function findProgram(names: string[], otherFolders: string[] = []): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...otherFolders].filter(Boolean)
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
    if (found) return found
  }
  return null
}

/** On Debian and as root: brings packages, with everything apt-get says. Elsewhere throws the sentence `otherwise`. */
export function installPackages(packages: string[], otherwise: string): void {
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) throw new Error(otherwise)
  console.error(`apt-get install ${packages.join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Both standard streams go to stderr: what a test run prints last on stdout is its result.
  execFileSync('apt-get', ['update'], { env, stdio: ['ignore', 2, 2] })
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env, stdio: ['ignore', 2, 2] })
}
