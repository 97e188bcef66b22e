import { z } from 'zod'
import { classify, jobCodes, searchCodes } from '../../jobcodes/rules/standard.ts'
import { choice, text } from '../../lib/input.ts'
import type { CodeSuggestion } from '../schema.ts'
import { CODES, type OwnTalent } from './profile.ts'

/** A job code on offer: the person's own phrase that led to it, or that it was searched for. */
export type CodeOffer = { readonly code: string; readonly name: string; readonly group: string } & {
  readonly phrase?: string
  readonly found?: boolean
  /** It is no longer used, and these took its place: names, to be chosen instead. */
  readonly successors?: readonly string[]
}

type Suggested = Pick<CodeSuggestion, 'code' | 'phrase' | 'deniedAt'>

const SUGGESTED = 8
const FOUND = 10
export const QUERY_MAX = 100
/** Of fewer no number is told: a count of one or two says which project it was. */
const FEWEST = 5

/** What somebody says to a job code. */
export const ANSWERS = ['yes', 'no'] as const

/**
 * Job codes to answer with はい or 違う: those chosen, those searched for, and those that the person's own words speak of, each
 * once. What was answered with 違う comes back only when it is searched for.
 */
export function offersFor(
  talent: Pick<OwnTalent, 'about' | 'codes'>,
  suggestions: readonly Suggested[],
  query: string,
  answered: readonly string[],
): CodeOffer[] {
  const tree = jobCodes()
  const spoken = classify(talent.about, SUGGESTED).map(({ code, because }) => ({ code, phrase: because.part.text }))
  const denied = new Set(suggestions.filter(({ deniedAt }) => deniedAt).map(({ code }) => code))
  const phrases = new Map([...spoken, ...suggestions].map(({ code, phrase }) => [code, phrase]))
  const searched = query ? searchCodes(query, FOUND).map(({ code }) => code) : []
  // After a code that is no longer used comes what took its place.
  const chosen = [...talent.codes.map(({ code }) => code), ...answered].flatMap((code) => [code, ...tree.current(code)])
  const offered = [...phrases.keys()].filter((code) => !denied.has(code))
  return [...new Set([...chosen, ...searched, ...offered])].flatMap((code) => {
    const place = tree.place(code)
    if (!place) return []
    const successors = place.leaf.old && tree.successors(code).map(({ name }) => name)
    const phrase = phrases.get(code)
    return [
      {
        ...{ code, name: place.leaf.name, group: place.major.name },
        ...(phrase && { phrase }),
        ...(searched.includes(code) && { found: true }),
        ...(successors && { successors }),
      },
    ]
  })
}

/** The job codes that a form answers, as they stand in it. */
export function codesAnswered(body: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(body).flatMap((name) => (name.startsWith(FIELD) ? [name.slice(FIELD.length)] : []))
}

const FIELD = 'code-'
export const fieldOf = (code: string) => `${FIELD}${code}` as const

/** はい or 違う to each of these codes, and what else to search for. */
export function codesForm(codes: readonly string[]) {
  const answers = Object.fromEntries(
    codes.map((code) => [fieldOf(code), choice({ label: '答え', options: ANSWERS, required: false })]),
  )
  return z.object({
    ...answers,
    q: text({ label: 'さがす言葉', max: QUERY_MAX, required: false }),
    go: text({ label: 'ボタン', max: 20, required: false }),
  })
}

/** What a form that was accepted says of these codes. */
export function answersIn(data: Readonly<Record<string, unknown>>, codes: readonly string[]) {
  const said = codes.map((code) => [code, ANSWERS.find((answer) => answer === data[fieldOf(code)])] as const)
  return new Map(said.flatMap(([code, answer]) => (answer ? [[code, answer] as const] : [])))
}

/** The codes of a profile after these answers: those it had unless they were denied, then the new ones. */
export function chosenAfter(own: readonly string[], answers: ReadonlyMap<string, 'yes' | 'no'>): string[] {
  const yes = [...answers].flatMap(([code, answer]) => (answer === 'yes' ? [code] : []))
  return [...new Set([...own.filter((code) => answers.get(code) !== 'no'), ...yes])]
}

/** What is wrong with so many codes; null when nothing is. */
export function problemWithCodes(codes: readonly string[]): string | null {
  if (codes.length === 0) return '当てはまる仕事を、1つ以上「はい」にしてください。あとで答えることもできます。'
  if (codes.length <= CODES) return null
  return `「はい」は${CODES}つまでです。いちばんよくしてきた仕事を残して、ほかは「違う」にしてください。`
}

/** How many past projects asked for a work, in words; of very few only that there were some. */
export function askedBefore(projects: number): string {
  if (projects === 0) return ''
  return projects < FEWEST ? '求めた会社が、これまでにあります' : `これまで${projects}件で求められました`
}

/** The same of all the works together: null when there were too few to say. */
export function askedTogether(projects: number): string | null {
  return projects < FEWEST ? null : `あなたの細かい経験も、これまで${projects}件で求められました`
}
