import { z } from 'zod'
import { type LegalDate, readLegalDate } from '../../lib/time.ts'
import type { Content } from './changes.ts'
import { lint, scoreOf } from './lint.ts'

const text = z.string().nullish()
const day = z
  .string()
  .refine((given) => readLegalDate(given) !== null)
  .transform((given) => readLegalDate(given))
  .nullish()
const whole = z.int().min(0).nullish()
const posting = z.object({
  id: z.union([z.string(), z.number()]),
  ...{ title: text, background: text, work: text, goal: text, excluded: text, ending: text, place: text },
  ...{ posterName: text, posterAddress: text, posterContact: text, question1: text, question2: text },
  ...{ hours: whole, fee: whole, months: whole, prefecture: whole, openings: whole, answerDays: whole },
  style: z.enum(['remote', 'visits', 'either']).nullish(),
  travelPaid: z.boolean().nullish(),
  contractKind: z.enum(['direct', 'probono']).nullish(),
  startOn: day,
  closesOn: day,
  codes: z.array(z.union([z.string(), z.object({ code: z.string(), must: z.boolean() })])).default([]),
})

/** A posting of which nothing is known. */
const NOTHING: Content = {
  ...{ title: null, background: null, goal: null, work: null, excluded: null, industry: null, ending: null },
  ...{ hours: null, fee: null, travelPaid: null, style: null, place: null, prefecture: null, municipality: null },
  ...{ startOn: null, months: null, closesOn: null, applicationLimit: null, question1: null, question2: null },
  ...{ posterName: null, posterAddress: null, posterContact: null },
  ...{ openings: 1, answerDays: 7, contractKind: 'direct', unsure: [] },
}

/**
 * What `meguri lint` does: JSONL postings in (the fields of a project, all but id optional, codes as ids or {"code","must"}),
 * JSONL `{"id","score","findings":[{"rule","severity","field","sentence","reason","example"}]}` out. A line that is none gives
 * `{"id":null,"error":"…"}` with its number; empty lines are passed over but counted.
 */
export async function* lintLines(
  lines: AsyncIterable<string> | Iterable<string>,
  on: LegalDate,
): AsyncGenerator<string> {
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() !== '') yield JSON.stringify(answerTo(line, number, on))
  }
}

function answerTo(line: string, number: number, on: LegalDate): object {
  const parsed = posting.safeParse(readJson(line))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where =
      issue && issue.path.length > 0
        ? `「${issue.path.join('.')}」が読めません`
        : '案件の形の JSON（UTF-8、8MBまで）ではありません'
    return { id: null, error: `${number}行目: ${where}` }
  }
  const { id, codes, ...given } = parsed.data
  const asked = codes.map((code) => (typeof code === 'string' ? { code, must: false } : code))
  const known = Object.entries(given).filter(([, value]) => value !== null && value !== undefined)
  const findings = lint({ ...NOTHING, ...(Object.fromEntries(known) as Partial<Content>) }, asked, on)
  return {
    id,
    score: scoreOf(findings),
    findings: findings.map(({ rule, severity, field, sentence, reason, example }) => ({
      ...{ rule, severity, field, sentence, reason, example },
    })),
  }
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
