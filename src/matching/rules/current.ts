import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { CodeTree } from '../../jobcodes/rules/tree.ts'
import type { ProjectFacts, TalentFacts } from './facts.ts'

type OfTalent = TalentFacts['codes'][number]
type OfProject = ProjectFacts['codes'][number]

/** The codes of a profile as they mean today: an old one stands for what took its place. Of two the stronger counts. */
export function currentOfTalent(codes: readonly OfTalent[], tree: CodeTree = jobCodes()): OfTalent[] {
  return current(codes, tree, (one, other) => ({
    code: one.code,
    level: Math.max(one.level, other.level),
    years: Math.max(one.years, other.years),
    evidence: one.evidence || other.evidence,
    confirmed: one.confirmed || other.confirmed,
  }))
}

/** As currentOfTalent for what a project asks. */
export function currentOfProject(codes: readonly OfProject[], tree: CodeTree = jobCodes()): OfProject[] {
  return current(codes, tree, (one, other) => ({
    code: one.code,
    level: Math.max(one.level, other.level),
    must: one.must || other.must,
  }))
}

function current<T extends { readonly code: string }>(
  codes: readonly T[],
  tree: CodeTree,
  join: (one: T, other: T) => T,
): T[] {
  const found = new Map<string, T>()
  for (const said of codes) {
    for (const code of tree.current(said.code)) {
      const before = found.get(code)
      found.set(code, before ? join(before, said) : { ...said, code })
    }
  }
  return [...found.values()]
}
