import { z } from 'zod'
import { ja } from 'zod/locales'
import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { dayOfFiscalYear } from '../../law/fiscal-year.ts'
import { readReference } from '../../lib/reference.ts'
import { municipalityName } from '../../lib/regions.ts'
import type { LegalDate } from '../../lib/time.ts'

/** What a subsidy may pay for, in the order of the screen. */
export const COSTS = ['fee', 'travel', 'lodging', 'platform'] as const
export type Cost = (typeof COSTS)[number]
export const COST_WORDS: Readonly<Record<Cost, string>> = {
  fee: '報酬',
  travel: '交通費',
  lodging: '宿泊費',
  platform: '紹介の手数料・利用料',
}

/** Where a piece of evidence comes from: the first four this instance has, the others the company brings. */
export const SOURCES = ['contract', 'visits', 'months', 'hours', 'payment', 'hand'] as const
export type Source = (typeof SOURCES)[number]

const words = z.string().trim().min(1)
const yen = z.int().positive()
const day = z
  .string()
  .regex(/^\d\d-\d\d$/, '「04-01」のように、月と日を書いてください')
  .refine(isDayOfYear, 'この日は、暦にありません')
const rate = z
  .string()
  .regex(/^[1-9]\d?\/[1-9]\d?$/, '「1/2」「8/10」のように、分数で書いてください')
  .transform((text) => text.split('/').map(Number) as [number, number])
  .refine(([over, under]) => over <= under, '補助率は 1/1 までです')
const municipality = z.string().refine((code) => municipalityName(code) !== null, '市町村の番号（5けた）ではありません')
const industry = z.string().refine((id) => INDUSTRIES.some((one) => one.id === id), 'industries.yaml にない業種です')
const code = z.string().refine((id) => jobCodes().node(id) !== undefined, 'ジョブコードにない番号です')

const shape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, '半角の小文字・数字・「-」で書いてください'),
  name: words,
  office: words,
  /** The slug of a partner of this instance that runs it. */
  partner: z.string().optional(),
  /** Made up to show how it works. */
  example: z.boolean().default(false),
  area: z.union(
    [
      z.strictObject({ prefecture: z.int().min(1).max(47) }),
      z.strictObject({ municipalities: z.array(municipality).min(1) }),
    ],
    '{ prefecture: 番号 } か { municipalities: [番号] } を書いてください',
  ),
  who: z
    .strictObject({
      size: z.literal('small').optional(),
      employeesAtMost: z.int().positive().optional(),
      industries: z.array(industry).min(1).optional(),
      notIndustries: z.array(industry).default([]),
      headOffice: z.boolean().default(false),
      firstUse: z.boolean().default(false),
      other: z.array(words).default([]),
    })
    .prefault({}),
  work: z
    .strictObject({
      codes: z.array(code).min(1).optional(),
      without: z.array(code).default([]),
      monthsAtMost: z.int().positive().optional(),
    })
    .prefault({}),
  route: words.optional(),
  costs: z.array(z.strictObject({ of: z.array(z.enum(COSTS)).min(1), rate, ceiling: yen.optional() })).min(1),
  ceiling: yen.optional(),
  roundTo: yen.default(1),
  period: z.strictObject({
    year: z.union([z.int().min(2000).max(2100), z.literal('every')], '年度（例：2026）か every を書いてください'),
    applyFrom: day,
    applyUntil: day,
    workFrom: day.default('04-01'),
    workUntil: day,
  }),
  apply: z.discriminatedUnion('when', [
    z.strictObject({ when: z.literal('before-contract'), days: z.int().min(0).default(0) }),
    z.strictObject({ when: z.literal('before-start') }),
    z.strictObject({ when: z.literal('after-contract'), days: z.int().positive() }),
  ]),
  excludes: z.union([z.literal('all'), z.array(z.string())]).default([]),
  times: z.int().positive().default(1),
  budget: yen.optional(),
  evidence: z.array(z.strictObject({ what: words, from: z.enum(SOURCES) })).min(1),
  source: z.strictObject({
    url: z.url({ protocol: /^https?$/, error: 'https:// で始まる住所を書いてください' }).optional(),
    asOf: z.string().regex(/^\d{4}-\d\d-\d\d$/, '「2026-04-01」のように書いてください'),
    note: words,
  }),
})
export type Subsidy = z.output<typeof shape> & {
  /** Where the office itself wrote this year's days and amounts here. */
  readonly entered?: { readonly offered: boolean; readonly on: LegalDate; readonly url: string | null }
}

let known: readonly Subsidy[] | undefined

/** Every subsidy of `reference/subsidies`, in the order of the files. Throws with every slip when one cannot be read. */
export function subsidies(): readonly Subsidy[] {
  if (known) return known
  const { read, findings } = readSubsidies(readReference('subsidies'))
  if (findings.length > 0) throw new Error(findings.join('\n'))
  known = read
  return known
}

export function subsidyOf(id: string): Subsidy | undefined {
  return subsidies().find((one) => one.id === id)
}

/** The subsidies of data, and what has to be corrected in it, each as a line for whoever wrote it. */
export function readSubsidies(data: unknown): { read: Subsidy[]; findings: string[] } {
  const entries = Array.isArray(data) ? data : [data]
  const findings: string[] = []
  const read: Subsidy[] = []
  entries.forEach((entry, at) => {
    const parsed = shape.safeParse(entry, { error: ja().localeError })
    const name = nameOf(entry) ?? `${at + 1}番目のファイル`
    const slips = parsed.success
      ? slipsOf(parsed.data)
      : parsed.error.issues.map(({ path, message }) => [path.join(' → '), message].filter(Boolean).join('：'))
    findings.push(...slips.map((slip) => `${name}　${slip}`))
    if (parsed.success) read.push(parsed.data)
  })
  return { read, findings: [...findings, ...amongThemselves(read)] }
}

function nameOf(entry: unknown): string | null {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null
  return typeof id === 'string' ? id : null
}

function slipsOf({ period, costs, example, source }: Subsidy): string[] {
  const year = period.year === 'every' ? 2026 : period.year
  const at = (monthDay: string) => dayOfFiscalYear(year, monthDay)
  const paid = costs.flatMap(({ of }) => of)
  return [
    ...(at(period.applyFrom) > at(period.applyUntil) ? ['period：受付の終わりが、始まりより前です'] : []),
    ...(at(period.workFrom) > at(period.workUntil) ? ['period：仕事の期間の終わりが、始まりより前です'] : []),
    ...(new Set(paid).size < paid.length ? ['costs：同じ費用が2度あります'] : []),
    ...(!example && source.url === undefined ? ['source：本当の補助には、読んだページの url を書いてください'] : []),
  ]
}

function amongThemselves(all: readonly Subsidy[]): string[] {
  const ids = all.map(({ id }) => id)
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
  const unknown = all.flatMap(({ id, excludes }) =>
    excludes === 'all'
      ? []
      : excludes
          .filter((other) => !ids.includes(other))
          .map((other) => `${id}　excludes：${other} という補助はありません`),
  )
  return [...twice.map((id) => `${id}　id が重なっています`), ...unknown]
}

/** Every fiscal year has it: 29 February is no such day. */
function isDayOfYear(monthDay: string): boolean {
  try {
    return dayOfFiscalYear(2025, monthDay).endsWith(monthDay)
  } catch {
    return false
  }
}
