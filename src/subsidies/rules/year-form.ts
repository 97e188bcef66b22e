import { z } from 'zod'
import { dayOfFiscalYear, fiscalYear, fiscalYearInWords } from '../../law/fiscal-year.ts'
import { oneLine } from '../../lib/input/clean.ts'
import { choice, day, text, together, yen } from '../../lib/input.ts'
import type { SubsidyYear, YearTerms } from '../schema.ts'
import { readRate } from './rate.ts'
import { COST_WORDS, type Cost, type Subsidy } from './subsidies.ts'
import { type EnteredYear, enteredYear, subsidyIn } from './years.ts'

const MOST = 1_000_000_000
const YEAR_DAYS = {
  applyFrom: '受付のはじまり',
  applyUntil: '受付の終わり',
  workFrom: '対象になる仕事のはじまり',
  workUntil: '対象になる仕事の終わり',
} as const
type YearDay = keyof typeof YEAR_DAYS
const NAMES: readonly YearDay[] = ['applyFrom', 'applyUntil', 'workFrom', 'workUntil']
export const YEAR_DAY_NAMES = NAMES.map((name) => ({ name, label: YEAR_DAYS[name] }))

type Line = Subsidy['costs'][number]

/** 報酬と交通費: what a line of the rule pays. */
const lineInWords = ({ of }: Line) => of.map((cost) => COST_WORDS[cost]).join('と')

export const rateLabel = (line: Line) => `${lineInWords(line)}の補助率`
export const ceilingLabel = (line: Line | undefined) => `${line ? lineInWords(line) : ''}の上限`

/** The fields of a line: they are called after the first cost that it pays, for no cost is paid by two. */
export function lineNames({ of }: Line): { rate: `${Cost}Rate`; ceiling: `${Cost}Ceiling` } {
  const cost = of[0] ?? 'fee'
  return { rate: `${cost}Rate`, ceiling: `${cost}Ceiling` }
}

/** The form of one fiscal year of a subsidy: its days lie in that year, its lines are those of the rule. */
export function yearForm(subsidy: Subsidy, year: number) {
  const { first, last } = fiscalYear(year)
  const inYear = (name: YearDay) =>
    day({ label: YEAR_DAYS[name] }).refine(
      (on) => on >= first && on <= last,
      `${YEAR_DAYS[name]}は、${fiscalYearInWords(year)}（4月から次の年の3月まで）の日にしてください。`,
    )
  const line = (cost: Cost) => subsidy.costs.find(({ of }) => of[0] === cost)
  const rate = (cost: Cost) => rateOf(line(cost))
  const ceiling = (cost: Cost) => upTo(ceilingLabel(line(cost)))
  return together(
    z.object({
      offered: choice({ label: 'この年度の募集', options: ['yes', 'no'] }),
      ...{ applyFrom: inYear('applyFrom'), applyUntil: inYear('applyUntil') },
      ...{ workFrom: inYear('workFrom'), workUntil: inYear('workUntil') },
      ...{ feeRate: rate('fee'), feeCeiling: ceiling('fee') },
      ...{ travelRate: rate('travel'), travelCeiling: ceiling('travel') },
      ...{ lodgingRate: rate('lodging'), lodgingCeiling: ceiling('lodging') },
      ...{ platformRate: rate('platform'), platformCeiling: ceiling('platform') },
      ...{ ceiling: upTo('一つの会社への上限'), budget: upTo('年度の予算') },
      outline: text({ label: 'もとにした要綱', max: 120 }),
      url: text({ label: '要綱のページ', max: 300, required: false }).refine(
        (url) => url === '' || /^https?:\/\/[^\s/.]+\.[^\s]+$/.test(url),
        '要綱のページは、「https://」ではじまる住所を入れてください。',
      ),
    }),
    ({ applyFrom, applyUntil, workFrom, workUntil }, wrong) => {
      const isTurned = (from?: string, until?: string) => from !== undefined && until !== undefined && from > until
      if (isTurned(applyFrom, applyUntil)) wrong('applyUntil', '受付の終わりが、はじまりより前です。')
      if (isTurned(workFrom, workUntil)) wrong('workUntil', '対象になる仕事の終わりが、はじまりより前です。')
    },
  )
}
type Read = z.output<ReturnType<typeof yearForm>>

const upTo = (label: string) => yen({ label, min: 1, max: MOST, required: false })

/** Null where the rule has no such line. */
function rateOf(line: Line | undefined) {
  return z
    .string()
    .optional()
    .transform((given, context): readonly [over: number, under: number] | null => {
      if (!line) return null
      const read = readRate(oneLine(given ?? ''))
      if (read) return read
      const message = `${rateLabel(line)}は、「1/2」「3分の2」「80%」のように、全額までで入れてください。`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

/** What the form says, as it is kept. */
export function writtenYear(subsidy: Subsidy, read: Read): Pick<SubsidyYear, 'terms' | 'outline' | 'url'> {
  const { applyFrom, applyUntil, workFrom, workUntil, ceiling, budget, outline, url } = read
  const terms: YearTerms = {
    offered: read.offered === 'yes',
    ...{ applyFrom, applyUntil, workFrom, workUntil, ceiling, budget },
    costs: subsidy.costs.map((line) => {
      const names = lineNames(line)
      return { rate: read[names.rate] ?? line.rate, ceiling: read[names.ceiling] }
    }),
  }
  return { terms, outline, url: url === '' ? null : url }
}

/** What stands in the form at first: what was entered for the year, else what is known of the year before, on the same days. */
export function valuesOfYear(subsidy: Subsidy, years: readonly EnteredYear[], year: number): Record<string, string> {
  const entered = enteredYear(subsidy, years, year)
  const { period, costs, ceiling, budget } = subsidyIn(subsidy, years, entered ? year : year - 1)
  const amount = (yen: number | undefined) => (yen === undefined ? '' : yen.toLocaleString('ja-JP'))
  const lines = costs.flatMap((line) => {
    const { rate, ceiling } = lineNames(line)
    return [
      [rate, line.rate.join('/')],
      [ceiling, amount(line.ceiling)],
    ]
  })
  return {
    offered: entered?.terms.offered === false ? 'no' : 'yes',
    ...Object.fromEntries(
      YEAR_DAY_NAMES.map(({ name }) => [name, entered?.terms[name] ?? dayOfFiscalYear(year, period[name])]),
    ),
    ...Object.fromEntries(lines),
    ...{ ceiling: amount(ceiling), budget: amount(budget), outline: entered?.outline ?? '', url: entered?.url ?? '' },
  }
}
