import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Model, Project } from '../../../src/engine/engine.ts'

/** Another way to find the best people, over the same rows. */
export interface Rival {
  name: string
  /** Ids, best first, at most `k`; of the at-th project. */
  search(at: number, k: number): Promise<readonly number[]>
  /** Takes in that this person's row is another now. */
  change(id: number): Promise<void>
  stop(): Promise<void>
}

export interface Shared {
  model: Model<'talents'>
  queries: readonly Project[]
}

const listed = import.meta.dirname
/** Beside the sources and not among them. */
const folder = join(listed, '..', '..', '..', '.cache', 'others')

/** A package that this folder lists, installed at the first use; null where that cannot be done. */
export function packageOf<T>(name: string): T | null {
  try {
    if (!existsSync(join(folder, 'node_modules', name))) {
      mkdirSync(folder, { recursive: true })
      for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(listed, file), join(folder, file))
      execFileSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit'], { cwd: folder, stdio: 'ignore' })
    }
    return createRequire(join(folder, 'package.json'))(name) as T
  } catch {
    return null
  }
}
