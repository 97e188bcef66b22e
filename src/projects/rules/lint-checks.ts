import { fold } from '../../text/normalise.ts'
import type { Content } from './changes.ts'
import type { LintRule, WrittenField } from './lint-rules.ts'

/** What a rule found; its words go into the sentence. Null: nothing to say. */
export type Found = { readonly word?: string; readonly count?: number; readonly yen?: number }

type Code = { readonly must: boolean }
type When = Exclude<LintRule['when'], { law: unknown } | { empty: unknown }>

const MOST_TASKS = 5

/** Looks at a posting as one rule asks. */
export function foundBy(when: When, project: Content, codes: readonly Code[]): Found | null {
  if ('shorter' in when) {
    const text = project[when.shorter.field]
    return text && [...text].length < when.shorter.than ? {} : null
  }
  if ('says' in when) return firstWord(textOf(project, when.says.in), when.says.words)
  if ('lacks' in when) {
    const text = textOf(project, when.lacks.in)
    return [...text].length >= when.lacks.from && !firstWord(text, when.lacks.words) ? {} : null
  }
  if ('begins' in when) {
    const [first = ''] = (project[when.begins.field] ?? '').split(/[。\n]/)
    return firstWord(first, when.begins.words)
  }
  if ('answer_days' in when) return project.answerDays > when.answer_days.over ? { count: project.answerDays } : null
  if ('tasks_for_months' in when) return tooWide(project, when.tasks_for_months.lines)
  const count = codes.filter(({ must }) => must).length
  if ('musts' in when) return count > when.musts.over ? { count } : null
  const { over, yen } = when.musts_for_fee
  const paid = project.contractKind === 'direct' && project.fee !== null && project.fee > 0
  return paid && project.fee! < yen && count > over ? { count, yen: project.fee! } : null
}

/** A word in a text, whatever its width and case; as the text has it. */
export function firstWord(text: string, words: readonly string[]): { word: string } | null {
  const folded = fold(text)
  const word = words.find((one) => folded.includes(fold(one)))
  return word === undefined ? null : { word }
}

function textOf(project: Content, fields: readonly WrittenField[]): string {
  return fields.map((field) => project[field] ?? '').join('\n')
}

/** Things asked for, one a line that begins with a mark. */
function tooWide({ work, months }: Content, lines: number): Found | null {
  const [asked = ''] = (work ?? '').split(/終わったときに|あわせて/)
  const count = asked.split('\n').filter((line) => /^\s*[・\-*●○■]/.test(line)).length
  return count > Math.max(MOST_TASKS, lines * (months ?? 1)) ? { count } : null
}
