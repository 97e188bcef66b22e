import type { z } from 'zod'
import { slipsOf } from './change-slips.ts'
import { historyShape, type Version } from './changes.ts'
import type { Release } from './release.ts'

/**
 * Reads the history of the job codes. `versions` is [] when its shape is wrong; `findings` says in Japanese what a person
 * has to correct and where. `inForce`: versions after this one are not yet carried out in `release`, so that a code they end
 * is still there and one they begin is not.
 */
export function validateHistory(
  data: unknown,
  release: Release,
  inForce = Number.POSITIVE_INFINITY,
): { versions: Version[]; findings: string[] } {
  const parsed = historyShape.safeParse(data)
  if (parsed.success) return { versions: parsed.data, findings: slipsOf(parsed.data, release, inForce) }
  return {
    versions: [],
    findings: parsed.error.issues.map((issue) => `${placeOf(issue.path, data)}${messageOf(issue)}`),
  }
}

function messageOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? `「${issue.keys.join('」「')}」という項目はありません` : issue.message
}

/** 「第2版 → changes 1つ目 → from 1つ目 → name: 」; a version without a number is counted. */
function placeOf(path: readonly PropertyKey[], data: unknown): string {
  const steps: string[] = []
  path.forEach((key, at) => {
    if (typeof key !== 'number') steps.push(String(key))
    else steps.push(at === 0 ? versionAt(data, key) : `${steps.pop()} ${key + 1}つ目`)
  })
  return steps.length === 0 ? '' : `${steps.join(' → ')}: `
}

function versionAt(data: unknown, at: number): string {
  const one: unknown = Array.isArray(data) ? data[at] : undefined
  const number = typeof one === 'object' && one !== null && 'version' in one ? one.version : undefined
  return typeof number === 'number' ? `第${number}版` : `${at + 1}番目の版`
}
