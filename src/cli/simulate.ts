import { parseArgs } from 'node:util'
import type { Estimate } from '../engine/estimate.ts'
import { PLANNER_NAMES, type PlannerName } from '../engine/simulator/planners.ts'
import { SETTING } from '../engine/simulator/setting.ts'
import { type Simulated, simulate } from '../engine/simulator/simulate.ts'
import { StartError } from '../lib/start-error.ts'
import { BAD_INPUT } from './bad-input.ts'
import { decimalNumber, wholeNumber } from './options.ts'

const MOST_SIDE = 5000
const MOST_DAYS = 1000
const MOST_RUNS = 1000
/** Of them so many follow, one a run. */
const MOST_SEED = 0xffffffff - MOST_RUNS
const RUNS = 10
const MOST_UNKNOWN = 10
/** In logits: how much of a newcomer stands nowhere where nothing is said of it. */
const UNKNOWN = 0.7

const USAGE = `使い方:
  meguri simulate --people ${SETTING.people} --projects ${SETTING.projects} --days ${SETTING.days} --seed 1 --runs ${RUNS}
人が来て、一覧を見て、応募し、会社が答え、時間と枠が埋まっていくようすを、並べ方ごとに同じくじで何度も動かして比べます。
--looking 10 で、募集中の会社の10％が毎日、人の一覧を見て声をかけます（なければ0。応募を待つだけ）。
--newcomers 50 で、人と案件の50％が、まだよく知られていない新しい方になり、--unknown 0.7 で、その知られていない分の大きさ
（対数オッズの標準偏差。0から${MOST_UNKNOWN}）を決めます。片方だけなら、もう片方は${SETTING.newcomers * 100}と${UNKNOWN}です。
--method は ${PLANNER_NAMES.join('・')} から選びます（「,」で並べられます。なければ全部）。
--json を付けると、1行の JSON で出します。人も企業も作りもので、実際の数ではありません。`

/** Simulates a market under each method and prints means with standard errors; needs no database. */
export async function simulateCommand(args: readonly string[]): Promise<void> {
  const values = read(args)
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return
  }
  const report = reportOf(values)
  process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : tableOf(report))
}

/** What `meguri simulate` prints, before it is laid out. */
export function simulateReport(args: readonly string[]) {
  return reportOf(read(args))
}

function reportOf(values: Values) {
  const whole = (name: Name, otherwise: number, least: number, most: number) =>
    values[name] === undefined ? otherwise : wholeNumber(name, values[name], least, most)
  const people = whole('people', SETTING.people, 1, MOST_SIDE)
  const projects = whole('projects', SETTING.projects, 1, MOST_SIDE)
  const days = whole('days', SETTING.days, 1, MOST_DAYS)
  const seed = whole('seed', 0, 0, MOST_SEED)
  const runs = whole('runs', RUNS, 1, MOST_RUNS)
  const looking = whole('looking', 0, 0, 100) / 100
  const newcomers = whole('newcomers', SETTING.newcomers * 100, 0, 100) / 100
  const met = values.newcomers === undefined ? SETTING.unknown : UNKNOWN
  const unknown = values.unknown === undefined ? met : decimalNumber('unknown', values.unknown, 0, MOST_UNKNOWN)
  const setting = { people, projects, days, seed, runs, looking, newcomers, unknown }
  const methods = simulate(methodsFrom(values.method), setting)
  return { ...setting, methods }
}

const NAMES = ['people', 'projects', 'days', 'seed', 'runs', 'looking', 'newcomers', 'unknown', 'method'] as const
const FLAG = { type: 'boolean' } as const
type Name = (typeof NAMES)[number]
type Values = Partial<Record<Name, string>> & { json?: boolean; help?: boolean }

function read(args: readonly string[]): Values {
  const options = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args: [...args], options: { ...options, json: FLAG, help: { ...FLAG, short: 'h' } } })
      .values as Values
  } catch {
    throw new StartError(USAGE, BAD_INPUT)
  }
}

function methodsFrom(text: string | undefined): readonly PlannerName[] {
  if (text === undefined) return PLANNER_NAMES
  return text.split(/[,、]/).map((part) => {
    const found = PLANNER_NAMES.find((name) => name === part.trim())
    if (!found) throw new StartError(`--method は、${PLANNER_NAMES.join('・')} から選んでください。`, BAD_INPUT)
    return found
  })
}

type Column = readonly [head: string, cell: (row: Simulated) => string]

const COLUMNS: readonly Column[] = [
  ['成立', ({ figures }) => told(figures.matches, 1, 1)],
  ['埋まった枠 %', ({ figures }) => told(figures.fill, 100, 1)],
  ['決まった人 %', ({ figures }) => told(figures.placed, 100, 1)],
  ['埋まるまで 日', ({ figures }) => told(figures.days, 1, 1)],
  ['露出ジニ', ({ figures }) => told(figures.gini, 1, 3)],
  ['下位1割の露出', ({ figures }) => told(figures.bottom, 1, 3)],
  ['見られた案件 %', ({ figures }) => told(figures.coverage, 100, 1)],
]

/** Of people, where companies look for them. */
const OF_PEOPLE: readonly Column[] = [
  ['声かけからの成立', ({ figures }) => told(figures.approached, 1, 1)],
  ['応募からの成立', ({ figures }) => told(figures.applied, 1, 1)],
  ['人の露出ジニ', ({ figures }) => told(figures.peopleGini, 1, 3)],
  ['下位1割の人の露出', ({ figures }) => told(figures.peopleBottom, 1, 3)],
  ['一覧に出なかった人 %', ({ figures }) => told(figures.neverShown, 100, 1)],
]

function tableOf(report: ReturnType<typeof simulateReport>): string {
  const { people, projects, days, seed, runs, looking, newcomers, unknown, methods } = report
  const more: Column = [`成立の差（${methods[0]!.method} と）`, (row) => told(row.more, 1, 1)]
  const first = `${unknown > 0 ? '新しい人が' : ''}はじめて見られるまで 日`
  const firstLook: Column = [first, ({ figures }) => told(figures.firstLook, 1, 1)]
  return [
    `人材${people}人、案件${projects}件、${days}日、番号${seed}から${runs}回。平均 ± 標準誤差。`,
    ...(looking > 0 ? [`募集中の会社の${percent(looking)}が毎日、人の一覧を見て声をかけます。`] : []),
    ...(unknown > 0 ? [`人と案件の${percent(newcomers)}は新しい方で、知られていない分の大きさは${unknown}です。`] : []),
    ...linesOf(methods, [...COLUMNS, more]),
    ...(looking > 0 ? ['', ...linesOf(methods, [...OF_PEOPLE, firstLook])] : []),
    '人も企業も作りもので、実際の数ではありません。どの並べ方も、同じ人、同じ案件、同じくじで動かしています。',
    '',
  ].join('\n')
}

function linesOf(rows: readonly Simulated[], columns: readonly Column[]): string[] {
  const heads = ['並べ方', ...columns.map(([head]) => head)]
  return [heads, ...rows.map((row) => [row.method, ...columns.map(([, cell]) => cell(row))])].map((line) =>
    line.join('\t'),
  )
}

function percent(share: number): string {
  return `${Math.round(share * 100)}％`
}

function told({ mean, error }: Estimate, times: number, places: number): string {
  const number = (value: number) => (value * times).toFixed(places)
  return error === null ? number(mean) : `${number(mean)} ± ${number(error)}`
}
