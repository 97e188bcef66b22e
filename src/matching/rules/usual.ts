import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { CodeTree } from '../../jobcodes/rules/tree.ts'
import type { UsualWork } from '../schema/kept.ts'
import type { WorkRecord } from './facts.ts'

/** Finished work of one job code. */
export type WorkOfCode = WorkRecord & { readonly code: string }

/** What is believed where nothing is known, and as how many works the group above counts. */
const FIRST = 0.6
const AS_IF = 20
/** Hundredths, in steps: a single work says nothing of a whole group, and nobody's stands out in it. */
const STEP = 5

/**
 * How much of the finished work of each group of job codes went well, in hundredths by the id of the major or middle: the middle drawn
 * towards its major, the major towards all, all towards 60. Groups without work are left out; what stands above them holds.
 */
export function usualWork(rows: readonly WorkOfCode[], tree: CodeTree = jobCodes()): UsualWork {
  const groups = new Map<string, WorkRecord>()
  for (const { code, finished, confirmed } of rows) {
    for (const today of tree.current(code).slice(0, 1)) {
      for (const id of [ALL, ...tree.ancestors(today)]) {
        const before = groups.get(id) ?? { finished: 0, confirmed: 0 }
        groups.set(id, { finished: before.finished + finished, confirmed: before.confirmed + confirmed })
      }
    }
  }
  const shareOf = (path: readonly string[]): number => {
    const own = groups.get(path.at(-1) ?? '')
    if (path.length === 0) return FIRST
    const above = shareOf(path.slice(0, -1))
    return own ? (own.confirmed + AS_IF * above) / (own.finished + AS_IF) : above
  }
  const inSteps = (share: number) => Math.round((share * 100) / STEP) * STEP
  return Object.fromEntries(
    [...groups.keys()].map((id) => {
      const above = id === ALL ? [] : [ALL, ...tree.ancestors(id)]
      return [id, inSteps(shareOf([...above, id]))]
    }),
  )
}

/** What work of this code usually comes to, in hundredths; undefined where nothing is known. */
export function usualOf(usual: UsualWork | undefined, code: string | undefined, tree: CodeTree = jobCodes()) {
  if (!usual) return undefined
  const [major, middle] = code === undefined ? [] : tree.ancestors(code)
  return usual[middle ?? ''] ?? usual[major ?? ''] ?? usual[ALL]
}

const ALL = '*'
