import { z } from 'zod'
import { hasValidCheckDigit } from '../../lib/checkdigit.ts'

const id = z
  .string()
  .regex(/^\d{5}$/, 'ID は数字5桁です')
  .refine(hasValidCheckDigit, 'ID の検査数字が合いません')
const line = z.string().trim().min(1, '空です')
const lines = z.array(line)
const optionalLines = lines.default([])
const span = z
  .tuple([z.int('整数です').positive('1以上です'), z.int('整数です').positive('1以上です')], '[から, まで] の形です')
  .refine(([from, to]) => from <= to, '「から」が「まで」より大きくなっています')

const labels = { id, name: line, reading: line, english: line }

const leafShape = z.object({
  ...labels,
  definition: line,
  phrases: lines.min(3, '経営者の言い方が3つ以上要ります'),
  synonyms: lines.min(2, '別の言い方が2つ以上要ります'),
  includes: optionalLines,
  excludes: optionalLines,
  tasks: optionalLines,
  deliverables: optionalLines,
  success: optionalLines,
  questions: optionalLines,
  skills: optionalLines,
  evidence: optionalLines,
  hours: span.optional(),
  months: span.optional(),
  related: z.array(id).default([]),
  withholding: z.enum(['withhold', 'not', 'ask'], 'withhold、not、ask のどれかです').default('ask'),
  mhlw: optionalLines,
})
const middleShape = z.object({ ...labels, leaves: z.array(leafShape).min(1, '小分類がありません') })
const majorShape = z.object({ ...labels, middles: z.array(middleShape).min(1, '中分類がありません') })

/** A job code: one kind of work. `hours` a month and `months` are from–to; only deep leaves have tasks and what follows. */
export type Leaf = z.output<typeof leafShape>
export type Middle = z.output<typeof middleShape>
export type Major = z.output<typeof majorShape>
export type Release = Major[]

export type Validated = { release: Release; findings: [] } | { release: Release | null; findings: string[] }

/**
 * Reads a release from data files. `release` is null when its shape is wrong; `findings` says in Japanese what a person has
 * to correct and where (also slips that do not hinder loading: an id or phrase used twice, a related code that does not exist).
 */
export function validateRelease(data: unknown): Validated {
  const parsed = z.array(majorShape).min(1, 'ジョブコードがありません').safeParse(data)
  if (!parsed.success) {
    const messageOf = ({ code, message }: { code: string; message: string }) =>
      code === 'invalid_type' ? '書かれていないか、形が違います' : message
    return {
      release: null,
      findings: parsed.error.issues.map((issue) => `${placeOf(data, issue.path)}: ${messageOf(issue)}`),
    }
  }
  return { release: parsed.data, findings: [...slips(parsed.data), ...unknownKeys(data)] }
}

/** A leaf with everything that the pages of a code show. */
export function isDeep(leaf: Leaf): boolean {
  return leaf.tasks.length > 0 && leaf.questions.length > 0 && leaf.success.length > 0
}

function slips(release: Release): string[] {
  const leaves = release.flatMap((major) => major.middles.flatMap((middle) => middle.leaves))
  const nodes = release.flatMap((major) => [major, ...major.middles.flatMap((middle) => [middle, ...middle.leaves])])
  const known = new Set(leaves.map((leaf) => leaf.id))
  return [
    ...twice(nodes.map((node) => [node.id, node.name] as const)).map((found) => `ID が重なっています: ${found}`),
    ...twice(leaves.map((leaf) => [leaf.name, leaf.id] as const)).map((found) => `名前が重なっています: ${found}`),
    ...twice(leaves.flatMap((leaf) => leaf.phrases.map((phrase) => [phrase, leaf.name] as const))).map(
      (found) => `同じ言い方が2度あります: ${found}`,
    ),
    ...leaves.flatMap((leaf) =>
      leaf.related
        .filter((other) => !known.has(other) || other === leaf.id)
        .map((other) => `${leaf.name}（${leaf.id}）: related の ${other} は小分類にありません`),
    ),
  ]
}

function twice(pairs: readonly (readonly [string, string])[]): string[] {
  const owners = new Map<string, string[]>()
  for (const [key, owner] of pairs) owners.set(key, [...(owners.get(key) ?? []), owner])
  return [...owners].filter(([, names]) => names.length > 1).map(([key, names]) => `${key}（${names.join('、')}）`)
}

/** A misspelt key would otherwise be dropped in silence. Only called with data of the right shape. */
function unknownKeys(data: unknown): string[] {
  const found: string[] = []
  const look = (node: unknown, allowed: readonly string[]) => {
    const entries = Object.entries(node as Record<string, unknown>)
    const name = entries.find(([key]) => key === 'name')?.[1]
    for (const [key, value] of entries) {
      if (!allowed.includes(key)) found.push(`${String(name)}: 「${key}」という項目はありません`)
      if (key === 'middles') for (const middle of value as unknown[]) look(middle, Object.keys(middleShape.shape))
      if (key === 'leaves') for (const leaf of value as unknown[]) look(leaf, Object.keys(leafShape.shape))
    }
  }
  for (const major of data as unknown[]) look(major, Object.keys(majorShape.shape))
  return found
}

/** 「財務・原価 → 原価管理 → 手作業の原価の見える化 → phrases 2つ目」 */
function placeOf(data: unknown, path: readonly PropertyKey[]): string {
  const steps: string[] = []
  let at: unknown = data
  for (const key of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined
    const name = typeof at === 'object' && at !== null && 'name' in at ? String(at.name) : null
    if (name !== null) steps.push(name)
    else if (typeof key === 'number') steps.push(`${key + 1}つ目`)
    else if (key !== 'middles' && key !== 'leaves') steps.push(String(key))
  }
  return steps.join(' → ') || 'ジョブコード'
}
