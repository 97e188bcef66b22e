import type { Leaf } from '../../src/jobcodes/rules/release.ts'
import { bare, isVerbal } from './japanese.ts'
import { fits } from './leaves.ts'

/** What of a job code's texts somebody of one industry may say. */
export type Wording = {
  /** 「主な品の工程を聞き取り、一覧にする」: each ends with a verb. */
  tasks: readonly string[]
  evidence: readonly string[]
}

const known = new Map<string, Wording>()

export function wordingOf(leaf: Leaf, industry: string): Wording {
  const key = `${leaf.id}:${industry}`
  let found = known.get(key)
  if (found === undefined) {
    const tasks = leaf.tasks.map(bare).filter((task) => isVerbal(task) && fits(task, industry))
    found = {
      tasks: tasks.length > 0 ? tasks : [bare(leaf.definition)].filter(isVerbal),
      evidence: leaf.evidence.map(bare).filter((line) => fits(line, industry)),
    }
    known.set(key, found)
  }
  return found
}

/** The name of a kind of work inside a sentence: without what stands in brackets. */
export function workName(leaf: Leaf): string {
  return leaf.name.replace(/（.*?）/g, '')
}
