import { z } from 'zod'
import { hasValidCheckDigit } from '../../lib/checkdigit.ts'
import { type LegalDate, readLegalDate } from '../../lib/time.ts'

/** What can happen to a number. Renamed or moved it stays; after the others it is never used again. */
export const CHANGE_KINDS = ['rename', 'move', 'merge', 'split', 'retire'] as const

const code = z
  .string('番号は "12345" のように、引用符をつけて書きます')
  .regex(/^\d{5}$/, '番号は数字5桁です')
  .refine(hasValidCheckDigit, '番号の検査数字が合いません')
const line = z.string('書かれていません').trim().min(1, '空です')

const beforeShape = z.strictObject({
  code,
  /** As it was called until then. */
  name: line,
  /** As it was published last. */
  definition: line.optional(),
  /** The middle under which it stood. */
  group: code.optional(),
})
const changeShape = z.strictObject({
  kind: z.enum(CHANGE_KINDS, `${CHANGE_KINDS.join('、')} のどれかです`),
  from: z.array(beforeShape, '「- code:」の並びで書きます').min(1, '変わった仕事がありません'),
  to: z.array(code, '["12345"] のような並びで書きます。なければ [] です'),
  why: line,
})
const versionShape = z.strictObject({
  version: z.int('版の番号は整数です').positive('版の番号は1からです'),
  date: z.string('日付は "2026-11-24" のように、引用符をつけて書きます').transform((given, context): LegalDate => {
    const date = readLegalDate(given)
    if (date !== null) return date
    context.addIssue('日付は "2026-11-24" のような、ある日です')
    return z.NEVER
  }),
  note: line,
  changes: z.array(changeShape, '「- kind:」の並びで書きます。なければ [] です'),
})
export const historyShape = z.array(versionShape, '「- version:」の並びで書きます').min(1, '版が1つも書かれていません')

export type Change = z.output<typeof changeShape>
export type ChangeKind = Change['kind']
/** One release of the job codes, and what became of numbers in it. */
export type Version = z.output<typeof versionShape>

/** Numbers that are only renamed or moved go on being used. */
export function endsNumbers({ kind }: Pick<Change, 'kind'>): boolean {
  return kind === 'merge' || kind === 'split' || kind === 'retire'
}
