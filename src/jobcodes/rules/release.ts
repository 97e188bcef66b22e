import { z } from 'zod'
import { hasValidCheckDigit } from '../../lib/checkdigit.ts'
import type { LegalDate } from '../../lib/time.ts'
import type { ChangeKind } from './changes.ts'

const id = z
  .string()
  .regex(/^\d{5}$/, 'ID は数字5桁です')
  .refine(hasValidCheckDigit, 'ID の検査数字が合いません')
const line = z.string().trim().min(1, '空です')
const between = (least: number, most: number) =>
  z.array(line).min(least, `${least}つ以上要ります`).max(most, `${most}つまでです`)
const span = z
  .tuple([z.int('整数です').positive('1以上です'), z.int('整数です').positive('1以上です')], '[から, まで] の形です')
  .refine(([from, to]) => from <= to, '「から」が「まで」より大きくなっています')

const labels = { id, name: line, reading: line, english: line }

const leafShape = z.object({
  ...labels,
  definition: line,
  phrases: between(8, 60),
  synonyms: between(5, 25),
  includes: between(1, 6),
  excludes: between(1, 6),
  tasks: between(3, 5),
  deliverables: between(2, 6),
  success: between(2, 5),
  questions: between(3, 5),
  skills: between(3, 7),
  evidence: between(2, 6),
  hours: span,
  months: span,
  related: z.array(id).min(1, '近い仕事が1つ以上要ります'),
  withholding: z.enum(['withhold', 'not', 'ask'], 'withhold、not、ask のどれかです'),
  /** Classes of 厚生労働省編職業分類 (reference/mhlw.yaml) that do this work as a main job. */
  mhlw: z.array(line),
})
const middleShape = z.object({ ...labels, leaves: z.array(leafShape).min(1, '小分類がありません') })
const majorShape = z.object({ ...labels, middles: z.array(middleShape).min(1, '中分類がありません') })

/** A job code: one kind of work. `hours` a month and `months` are from–to. */
export type Leaf = z.output<typeof leafShape> & {
  /** A number that is no longer used; of such a leaf only name and definition are known. Never part of a release. */
  readonly old?: Old
}
export type Middle = Omit<z.output<typeof middleShape>, 'leaves'> & { leaves: Leaf[] }
export type Major = Omit<z.output<typeof majorShape>, 'middles'> & { middles: Middle[] }
export type Release = Major[]

/** Since when a number is no longer used, why, and which numbers that are used today took its place. */
export type Old = {
  readonly since: number
  readonly date: LegalDate
  readonly kind: ChangeKind
  readonly why: string
  readonly successors: readonly string[]
}

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

function slips(release: Release): string[] {
  const leaves = release.flatMap((major) => major.middles.flatMap((middle) => middle.leaves))
  const nodes = release.flatMap((major) => [major, ...major.middles.flatMap((middle) => [middle, ...middle.leaves])])
  const known = new Set(leaves.map((leaf) => leaf.id))
  return [
    ...fillers(leaves).map((found) => `どの仕事にも当てはまる行です: ${found}`),
    ...leaves.flatMap((leaf) => strangers(leaf, leaves)),
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

/** Lines of what a leaf says of its own work: the same line in many leaves says nothing of any of them. */
const OWN_LINES = ['includes', 'tasks', 'deliverables', 'success', 'questions', 'skills', 'evidence'] as const
/** A skill or a paper may be the same for a few neighbours, a task or a question for two. */
const MOST_LEAVES: Readonly<Record<(typeof OWN_LINES)[number], number>> = {
  ...{ skills: 4, deliverables: 4, includes: 2, tasks: 2, success: 2, questions: 2, evidence: 2 },
}

function fillers(leaves: readonly Leaf[]): string[] {
  return OWN_LINES.flatMap((field) => {
    const owners = new Map<string, string[]>()
    for (const leaf of leaves)
      for (const text of leaf[field]) owners.set(text, [...(owners.get(text) ?? []), leaf.name])
    return [...owners]
      .filter(([, names]) => names.length > MOST_LEAVES[field])
      .map(([text, names]) => `${field} 「${text}」（${names.join('、')}）`)
  })
}

/** An exclusion names in 「」 where the work belongs instead: that leaf has to be there. */
function strangers(leaf: Leaf, leaves: readonly Leaf[]): string[] {
  const names = new Set(leaves.map(({ name }) => name))
  return leaf.excludes
    .flatMap((text) => [...text.matchAll(/「([^」]+)」/g)].map(([, name]) => name!))
    .filter((name) => !names.has(name))
    .map((name) => `${leaf.name}（${leaf.id}）: excludes の「${name}」という小分類はありません`)
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
