import type { Db } from './database.ts'

/** The program ends: what goes on for longer breaks off. No failure; where it was work to be done, the next start does it. */
export class Ending extends Error {
  override name = 'Ending'
}

const all = new WeakMap<Db, AbortController>()

/** Turns when the program begins to end; its reason is what to throw. Whoever works in many steps asks it before each. */
export function endingOf(db: Db): AbortSignal {
  return controllerOf(db).signal
}

/** The last steps are still written; long work begins no further one. */
export function beginToEnd(db: Db): void {
  controllerOf(db).abort(new Ending('The program is about to end'))
}

function controllerOf(db: Db): AbortController {
  const known = all.get(db)
  if (known) return known
  const made = new AbortController()
  all.set(db, made)
  return made
}
