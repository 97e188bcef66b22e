import { FIRST_TASKS } from '../../challenges/rules/lines.ts'
import type { Answered } from '../../challenges/rules/listening.ts'
import type { Company } from '../../companies/schema.ts'
import type { Leaf } from '../../jobcodes/rules/release.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { graphemeCount, truncate } from '../../text/truncate.ts'
import type { ProjectCode } from '../schema.ts'
import { backgroundFrom, fromAnswers, goalFrom } from './answered.ts'
import { type Content, usualPlace } from './changes.ts'

/** What an owner said and confirmed: their own words, the job codes of the works in order, what would be different. */
export type Confirmed = {
  readonly worry: string
  readonly codes: readonly string[]
  readonly outcomes: readonly string[]
  /** The own phrases that the tree begins with: what is told of a talk too long to be read. */
  readonly symptoms?: readonly string[]
  /** What comes first, as it was left of the tree; null or left out: nothing was said of it. */
  readonly scope?: readonly string[] | null
  /** What is not asked for. */
  readonly exclusions?: readonly string[] | null
  /** Those of them that somebody wrote or put into own words: meant for all that is asked for, not for the main work. */
  readonly ownExclusions?: readonly string[]
  /** What was answered when asked back. */
  readonly answers?: readonly Answered[]
}

/** Who posts. */
export type Poster = Pick<Company, 'name' | 'prefecture' | 'municipality' | 'industry'> & {
  readonly contactName: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
}

export type Draft = Content & { readonly codes: Omit<ProjectCode, 'projectId'>[] }

const LONGEST_TOLD = 1000
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
  // A tree may be older than the version in force: what took the place of its codes is asked for.
  const current = unique((confirmed?.codes ?? []).flatMap((code) => jobCodes().current(code)))
  const leaves = current.flatMap((code) => jobCodes().leaf(code) ?? [])
  const [main] = leaves
  const answered = fromAnswers(confirmed?.answers ?? [])
  return {
    title: main ? titleOf(main) : null,
    background: backgroundFrom(confirmed ? toldShortly(confirmed) : '', answered),
    work: main ? workOf(leaves, confirmed?.scope ?? null) : null,
    goal: goalFrom(main ? goalOf(leaves, confirmed?.outcomes ?? []) : null, answered),
    excluded: confirmed?.exclusions ? listOf(confirmed.exclusions) : excludedOf(leaves),
    industry: poster.industry,
    openings: 1,
    hours: answered.hours ?? (main?.hours ? nearest(HOURS, (main.hours[0] + main.hours[1]) / 2) : null),
    fee: answered.fee,
    travelPaid: null,
    style: null,
    place: usualPlace(null, poster.address),
    prefecture: poster.prefecture,
    municipality: poster.municipality,
    startOn: null,
    months: main?.months ? usualMonths(main) : null,
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

/** What everybody will read: the words as they are, of a long talk what it is about. */
function toldShortly({ worry, symptoms = [] }: Confirmed): string {
  if (graphemeCount(worry) <= LONGEST_TOLD) return worry
  return listOf(symptoms) ?? truncate(worry, LONGEST_TOLD)
}

/** 「環境認証・GX認証の取得を、一緒に進めてくれる方」: a code is named after the help, a title after what is to be done. */
function titleOf({ name }: Leaf): string {
  if (/(相手|相談役)$/.test(name)) return `${name}になってくれる方`
  return `${name.replace(/(支援|の相談)$/, '')}を、一緒に進めてくれる方`
}

/**
 * What the owner left of what comes first, then the tasks of the main work of which nothing was asked yet; further works by
 * name only, because they may turn out to be none.
 */
function workOf([main, ...others]: readonly Leaf[], scope: readonly string[] | null): string | null {
  if (!main) return null
  const { name, deliverables } = main
  const tasks = unique([...(scope ?? []), ...main.tasks.slice(scope ? FIRST_TASKS : 0, TASKS)])
  // The first of them was a line of the scope: it is in the list above, or it was taken away.
  const left = deliverables.slice(scope ? 1 : 0, LEFT)
  return [
    ...(tasks.length > 0
      ? ['お願いしたいのは、次のようなことです。', ...listed(tasks)]
      : [`${name}を手伝ってください。`]),
    ...under('終わったときに、手元に残したいもの：', left),
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
  return listOf(signs)
}

function under(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...listed(lines)] : []
}

/** The data says where another code begins: 「量産品の原価は「製造原価計算」」. Those other works are what is not asked for. */
function excludedOf(leaves: readonly Leaf[]): string | null {
  const asked = leaves.map(({ name }) => name)
  const others = (leaves[0]?.excludes ?? []).flatMap((line) => /「([^」]+)」/.exec(line)?.[1] ?? [])
  const left = unique(others).filter((name) => !asked.includes(name))
  return listOf(left.slice(0, LEFT_OUT))
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

function listOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : listed(lines).join('\n')
}

function listed(lines: readonly string[]): string[] {
  return lines.map((line) => `・${line}`)
}

function unique(lines: readonly string[]): string[] {
  return [...new Set(lines)]
}

/** How long such a work usually takes, as the screen offers it. */
export function usualMonths({ months }: Pick<Leaf, 'months'>): number {
  return nearest(MONTHS, months[0])
}

function nearest(choices: readonly number[], value: number): number {
  return choices.reduce((best, choice) => (Math.abs(choice - value) < Math.abs(best - value) ? choice : best))
}
