import { parseYaml } from '../../lib/reference.ts'
import type { Version } from './changes.ts'
import { validateHistory } from './history.ts'
import type { CodeTree } from './tree.ts'

/** Versions that are thought of: what they would change, or why they cannot be read. */
export type Plan = { versions: Version[]; findings: string[] }

/**
 * Reads versions that follow the one in force, as somebody would write them at the end of `reference/job-code-changes.yaml`.
 * The whole file may be given too: what is in force already is passed over.
 */
export function readPlan(text: string, tree: CodeTree): Plan {
  const read = parseYaml(text)
  if (!('data' in read)) return { versions: [], findings: [unreadable(read.line)] }
  const inForce = tree.versions.at(-1)?.version ?? 0
  const given = Array.isArray(read.data) ? read.data.filter((one) => !isBefore(one, inForce)) : null
  if (given === null) return { versions: [], findings: ['「- version:」の並びで書きます'] }
  if (given.length === 0) return { versions: [], findings: [`第${inForce + 1}版からの内容がありません`] }
  const { versions, findings } = validateHistory([...tree.versions, ...given], [...tree.majors], inForce)
  return { versions: findings.length > 0 ? [] : versions.slice(tree.versions.length), findings }
}

function isBefore(one: unknown, inForce: number): boolean {
  if (typeof one !== 'object' || one === null || !('version' in one)) return false
  return typeof one.version === 'number' && one.version <= inForce
}

function unreadable(line: number | null): string {
  return `${line === null ? '' : `${line}行目のあたりが、`}YAML として読めません。字下げ、引用符、「:」の後の空きを確かめてください`
}
