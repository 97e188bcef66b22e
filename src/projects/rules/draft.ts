import type { Company } from '../../companies/schema.ts'
import type { Leaf } from '../../jobcodes/rules/release.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import type { ProjectCode } from '../schema.ts'
import { type Content, usualPlace } from './changes.ts'

/** What an owner said and confirmed: their own words, the job codes of the works in order, what would be different. */
export type Confirmed = {
  readonly worry: string
  readonly codes: readonly string[]
  readonly outcomes: readonly string[]
}

/** Who posts. */
export type Poster = Pick<Company, 'name' | 'prefecture' | 'municipality' | 'industry'> & {
  readonly contactName: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
}

export type Draft = Content & { readonly codes: Omit<ProjectCode, 'projectId'>[] }

const BESIDES = 'あわせて相談したいこと：'
const TASKS = 4
const LEFT = 3
const SIGNS = 3
const LEFT_OUT = 2
const HOURS = [5, 10, 15, 20]
const MONTHS = [3, 6, 12]
const ENDING =
  '決めた期間で終わります。続けたいときは、終わる一か月前までに二人で話し合って決めます。途中でやめるときも、一か月前までに相手に伝えます。'

/** A first draft that an owner can send nearly as it is. Without a confirmed tree only who posts is filled in. */
export function draftFrom(poster: Poster, confirmed: Confirmed | null): Draft {
  const leaves = (confirmed?.codes ?? []).flatMap((code) => jobCodes().leaf(code) ?? [])
  const [main] = leaves
  return {
    title: main ? titleOf(main) : null,
    background: confirmed?.worry || null,
    work: main ? workOf(leaves) : null,
    goal: main ? goalOf(leaves, confirmed?.outcomes ?? []) : null,
    excluded: excludedOf(leaves),
    industry: poster.industry,
    openings: 1,
    hours: main?.hours ? nearest(HOURS, (main.hours[0] + main.hours[1]) / 2) : null,
    fee: null,
    travelPaid: null,
    style: null,
    place: usualPlace(null, poster.address),
    prefecture: poster.prefecture,
    municipality: poster.municipality,
    startOn: null,
    months: main?.months ? nearest(MONTHS, main.months[0]) : null,
    contractKind: 'direct',
    ending: ENDING,
    posterName: poster.name,
    posterAddress: poster.address,
    posterContact: contactOf(poster),
    question1: main
      ? `「${main.name}」に近いお仕事をしたときのことを、教えてください。`
      : 'これまでのお仕事で、いちばん近いものを教えてください。',
    question2: '最初の一か月は、何から始めますか。思うままに教えてください。',
    answerDays: 7,
    applicationLimit: null,
    closesOn: null,
    unsure: [],
    codes: leaves.map(({ id }, position) => ({
      code: id,
      level: position === 0 ? 3 : 2,
      must: position === 0,
      position,
    })),
  }
}

/** 「環境認証・GX認証の取得を、一緒に進めてくれる方」: a code is named after the help, a title after what is to be done. */
function titleOf({ name }: Leaf): string {
  if (/(相手|相談役)$/.test(name)) return `${name}になってくれる方`
  return `${name.replace(/(支援|の相談)$/, '')}を、一緒に進めてくれる方`
}

/** The tasks of the main work; further works by name only, because they may turn out to be none. */
function workOf([main, ...others]: readonly Leaf[]): string | null {
  if (!main) return null
  const { name, tasks, deliverables } = main
  return [
    ...(tasks.length > 0
      ? ['お願いしたいのは、次のようなことです。', ...listed(tasks.slice(0, TASKS))]
      : [`${name}を手伝ってください。`]),
    ...under('終わったときに、手元に残したいもの：', deliverables.slice(0, LEFT)),
    ...under(
      BESIDES,
      others.map((other) => other.name),
    ),
    '',
    '進め方は、相談しながら決めたいと思っています。',
  ].join('\n')
}

function goalOf([main]: readonly Leaf[], outcomes: readonly string[]): string | null {
  const signs = unique([...outcomes, ...(main?.success ?? [])]).slice(0, SIGNS)
  return signs.length === 0 ? null : listed(signs).join('\n')
}

function under(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...listed(lines)] : []
}

/** The data says where another code begins: 「量産品の原価は「製造原価計算」」. Those other works are what is not asked for. */
function excludedOf(leaves: readonly Leaf[]): string | null {
  const asked = leaves.map(({ name }) => name)
  const others = (leaves[0]?.excludes ?? []).flatMap((line) => /「([^」]+)」/.exec(line)?.[1] ?? [])
  const left = unique(others).filter((name) => !asked.includes(name))
  return left.length === 0 ? null : listed(left.slice(0, LEFT_OUT)).join('\n')
}

/** The text without works that are no longer asked for; what somebody wrote in own words stays. */
export function withoutWorks(text: string, names: readonly string[]): string {
  const gone = names.map((name) => `・${name}`)
  const lines = text.split('\n').filter((line) => !gone.includes(line))
  return lines
    .filter((line, at) => line !== BESIDES || lines[at + 1]?.startsWith('・'))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
}

function contactOf({ contactName, phone, email }: Poster): string | null {
  const ways = [phone && `電話 ${phone}`, email && `メール ${email}`].filter(Boolean).join('、')
  if (ways === '') return null
  return contactName ? `${ways}（${contactName}）` : ways
}

function listed(lines: readonly string[]): string[] {
  return lines.map((line) => `・${line}`)
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)]
}

function nearest(choices: readonly number[], value: number): number {
  return choices.reduce((best, choice) => (Math.abs(choice - value) < Math.abs(best - value) ? choice : best))
}
