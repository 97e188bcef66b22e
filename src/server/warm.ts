import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { areCluesMade, classifier, searchCodes } from '../jobcodes/rules/standard.ts'
import { breath } from '../lib/breath.ts'
import type { Gradual } from '../lib/gradual.ts'

const READY: readonly Gradual<unknown>[] = [classifier]

/**
 * Makes ready what is slow at its first use, so that the first visitor does not wait for it. Piece by piece: requests that
 * come meanwhile are answered in between.
 */
export async function warm(things: readonly Gradual<unknown>[] = READY): Promise<void> {
  for (const thing of things) {
    do await breath()
    while (!thing.step())
  }
  await breath()
  searchCodes('')
}

/**
 * After a first build: what it left out, so that the start did not wait for it. On another core, since it takes seconds. Where
 * that cannot be done (a folder that is only read), the classifier makes it for itself.
 */
export async function finishBuild(root: string): Promise<void> {
  if (areCluesMade()) return
  const child = spawn(process.execPath, [join(root, 'build.ts'), '--rest'], { stdio: 'ignore' })
  await once(child, 'exit').catch(() => undefined)
}
