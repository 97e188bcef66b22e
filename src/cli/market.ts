import { parseArgs } from 'node:util'
import { EXAMINATIONS, examination } from '../engine/market/examination.ts'
import { checkMarket, type Market, publishedMarket } from '../engine/market/market.ts'
import { METHODS, type Method, solve } from '../engine/market/methods.ts'
import { StartError } from '../lib/start-error.ts'
import { BAD_INPUT } from './bad-input.ts'
import { readMatrix } from './matrix-file.ts'
import { wholeNumber } from './options.ts'

const MOST = 5000
const MOST_SEED = 0xffffffff

const USAGE = `使い方:
  meguri market --n 30 --m 20 --lambda 0.5 --seed 0 --exam inv --method annealed
  meguri market --wants 人から案件.csv --wanted 案件から人.csv --method annealed
--method は ${METHODS.join('・')}、--exam は ${EXAMINATIONS.join('・')} から選びます。
--shown N で、一覧に出す数を決めます。--alpha は alpha の、--rounds は annealed のためのものです。
ファイルは、0から1までの数の CSV か .npy です（人の数×案件の数と、案件の数×人の数）。`

/** Fills everybody's list on a market of two files or a published one, and prints what it brings as JSON; needs no database. */
export async function marketCommand(args: readonly string[]): Promise<void> {
  const values = read(args)
  process.stdout.write(values.help ? `${USAGE}\n` : `${JSON.stringify(reportOf(values))}\n`)
}

/** What `meguri market` prints. */
export function marketReport(args: readonly string[]) {
  return reportOf(read(args))
}

function reportOf(values: Values) {
  const market = marketFrom(values)
  const { rows: n, columns: m } = market.wants
  const exam = oneOf('exam', EXAMINATIONS, values.exam ?? 'inv')
  const method: Method = oneOf('method', METHODS, values.method ?? 'annealed')
  onlyFor('alpha', values.alpha, method === 'alpha', '--method alpha')
  onlyFor('rounds', values.rounds, method === 'annealed', '--method annealed')
  const shown = whole('shown', values.shown, 1, MOST) ?? MOST
  const looked = { left: examination(exam, m, shown), right: examination(exam, n, shown) }
  const options = { alpha: fraction('alpha', values.alpha), rounds: whole('rounds', values.rounds, 1, 10_000) }
  const started = performance.now()
  const solved = solve(market, looked, method, options)
  const milliseconds = Math.round(performance.now() - started)
  return { n, m, exam, method, matches: solved.matches, rounds: solved.rounds, envy: solved.envy, milliseconds }
}

type Values = Partial<Record<(typeof OPTIONS)[number], string>> & { help?: boolean }
/** What a market that is made needs. */
const MADE = ['n', 'm', 'lambda', 'seed'] as const
const OPTIONS = [...MADE, 'exam', 'method', 'alpha', 'rounds', 'shown', 'wants', 'wanted'] as const

function read(args: readonly string[]): Values {
  const options = Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }]))
  const help = { type: 'boolean', short: 'h' } as const
  try {
    return parseArgs({ args: [...args], options: { ...options, help } }).values as Values
  } catch {
    throw new StartError(USAGE, BAD_INPUT)
  }
}

function marketFrom({ wants, wanted, ...values }: Values): Market {
  if (wants === undefined && wanted === undefined) {
    const n = whole('n', values.n, 1, MOST) ?? 30
    const m = whole('m', values.m, 1, MOST) ?? 20
    return publishedMarket(
      n,
      m,
      fraction('lambda', values.lambda) ?? 0.5,
      whole('seed', values.seed, 0, MOST_SEED) ?? 0,
    )
  }
  if (wants === undefined || wanted === undefined)
    throw new StartError('--wants と --wanted は、両方のファイルを指定してください。', BAD_INPUT)
  for (const name of MADE) onlyFor(name, values[name], false, 'ファイルのないとき')
  const market = { wants: readMatrix(wants), wanted: readMatrix(wanted) }
  try {
    checkMarket(market)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new StartError(
      `${wants} と ${wanted} からは一覧を作れません。数は0から1までで、行と列は逆の数にしてください（${error.message}）。`,
      BAD_INPUT,
    )
  }
  return market
}

/** What would be passed over silently is refused. */
function onlyFor(name: string, value: string | undefined, isFor: boolean, when: string): void {
  if (value !== undefined && !isFor) throw new StartError(`--${name} は、${when}だけに使えます。`, BAD_INPUT)
}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  return text === undefined ? undefined : wholeNumber(name, text, least, most)
}

function fraction(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text.normalize('NFKC'))
  if (value >= 0 && value <= 1 && text.trim() !== '') return value
  throw new StartError(`--${name} は、0から1までの数にしてください。`, BAD_INPUT)
}

function oneOf<T extends string>(name: string, choices: readonly T[], text: string): T {
  const found = choices.find((choice) => choice === text)
  if (found) return found
  throw new StartError(`--${name} は、${choices.join('・')} から選んでください。`, BAD_INPUT)
}
