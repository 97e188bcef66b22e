import { z } from 'zod'
import { readReference } from '../../lib/reference.ts'
import { type FieldName, STEPS } from './steps.ts'

const FIELDS = [...STEPS.flatMap(({ fields }) => [...fields]), 'codes'] as const
const field = z.enum(FIELDS as unknown as [FieldName | 'codes', ...(FieldName | 'codes')[]])
const TEXTS = ['title', 'background', 'work', 'goal', 'excluded', 'place', 'ending', 'question1', 'question2'] as const
const written = z.enum(TEXTS)
const words = z.array(z.string().trim().min(1)).min(1)
const whole = z.int().positive()

const LAW = ['name', 'address', 'contact', 'content', 'place', 'fee', 'contractKind', 'period', 'hours'] as const

const when = z.union([
  z.strictObject({ law: z.enum(LAW) }),
  z.strictObject({ empty: field }),
  z.strictObject({ shorter: z.strictObject({ field: written, than: whole }) }),
  z.strictObject({ says: z.strictObject({ in: z.array(written).min(1), words }) }),
  z.strictObject({ lacks: z.strictObject({ in: z.array(written).min(1), from: whole, words }) }),
  z.strictObject({ begins: z.strictObject({ field: written, words }) }),
  z.strictObject({ musts: z.strictObject({ over: whole }) }),
  z.strictObject({ musts_for_fee: z.strictObject({ over: whole, yen: whole }) }),
  z.strictObject({ tasks_for_months: z.strictObject({ lines: whole }) }),
  z.strictObject({ answer_days: z.strictObject({ over: whole }) }),
])

const fix = z.union([
  z.strictObject({ drop: z.literal(true) }),
  z.strictObject({ add: z.strictObject({ field: written, text: z.string().min(1) }) }),
  z.strictObject({ set: z.strictObject({ field: z.enum(['must', 'answerDays']), value: z.int().min(0) }) }),
])

const ruleShape = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  severity: z.enum(['stop', 'advice']),
  field,
  when,
  /** Empty for what the law's part says in its own words. */
  sentence: z.string().default(''),
  reason: z.string().min(1),
  example: z.string().min(1),
  fix: fix.optional(),
})

export type LintRule = z.output<typeof ruleShape>
export type WrittenField = (typeof TEXTS)[number]
export type LawItem = (typeof LAW)[number]

let rules: readonly LintRule[] | undefined

/** 案件チェック as it stands in reference/lint.yaml, in that order. Throws with every slip when it cannot be read. */
export function lintRules(): readonly LintRule[] {
  rules ??= readRules(readReference('lint'))
  return rules
}

export function lintRule(id: string): LintRule | undefined {
  return lintRules().find((rule) => rule.id === id)
}

export function readRules(data: unknown): LintRule[] {
  const parsed = z.array(ruleShape).safeParse(data)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `${path.join(' → ')}: ${message}`)
    throw new Error(`reference/lint.yaml を読めません\n${lines.join('\n')}`)
  }
  const ids = parsed.data.map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  if (twice.length > 0) throw new Error(`reference/lint.yaml: id が重なっています: ${twice.join('、')}`)
  return parsed.data
}
