import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { BEGUN } from '../../mandates/rules.ts'
import type { ChallengeNode, Worry, WorryAnswer } from '../schema.ts'
import { type Answered, questionNamed, whichQuestion } from './listening.ts'

/** What of a worry is marked when somebody types for its owner: its words, each answer, each line of the tree. */
export const WORDS = 'text'
const ANSWER = 'answer:'
const LINE = 'line:'

export function answerField(question: string): string {
  return `${ANSWER}${question}`
}

export function lineField(nodeId: string): string {
  return `${LINE}${nodeId}`
}

/** The questions, or the lines, among some fields. */
export function answersIn(fields: readonly string[]): string[] {
  return fields.flatMap((field) => (field.startsWith(ANSWER) ? [field.slice(ANSWER.length)] : []))
}

export function linesIn(fields: readonly string[]): string[] {
  return fields.flatMap((field) => (field.startsWith(LINE) ? [field.slice(LINE.length)] : []))
}

/** A worry as it stood, in the form in which it is kept for a while. */
export type WorryCopy = {
  readonly text: string
  readonly answers: readonly Pick<WorryAnswer, 'question' | 'text'>[]
  readonly nodes: readonly LineCopy[]
}
/** Moments as they are written in JSON. */
export type LineCopy = Pick<
  ChallengeNode,
  'id' | 'text' | 'code' | 'firstText' | 'firstCode' | 'writtenBy' | 'writtenAs'
> & {
  readonly [K in 'confirmedAt' | 'changedAt' | 'removedAt']: string | null
}

export function copyOfWorry(
  { text }: Pick<Worry, 'text'>,
  answers: readonly WorryAnswer[],
  nodes: readonly ChallengeNode[],
): WorryCopy {
  return {
    text,
    answers: answers.map(({ question, text: answer }) => ({ question, text: answer })),
    nodes: nodes.map((node) => {
      const { id, text: line, code, firstText, firstCode, writtenBy, writtenAs } = node
      const [confirmedAt, changedAt, removedAt] = [node.confirmedAt, node.changedAt, node.removedAt].map(
        (moment) => moment?.toISOString() ?? null,
      ) as [string | null, string | null, string | null]
      return { id, text: line, code, firstText, firstCode, writtenBy, writtenAs, confirmedAt, changedAt, removedAt }
    }),
  }
}

type Entered = {
  readonly worry: Pick<Worry, 'text'>
  readonly answers: readonly Answered[]
  readonly nodes: readonly ChallengeNode[]
}

/** Fields of a worry in plain words, as they are read aloud. */
export function readWorry({ worry, answers, nodes }: Entered, fields: readonly string[]) {
  const words = fields.includes(WORDS) || fields.includes(BEGUN) ? [{ label: 'お困りのこと', words: worry.text }] : []
  const asked = new Set(answersIn(fields))
  const answered = answers.flatMap(({ question, text }) =>
    asked.has(question) ? [{ label: askOf(question), words: text ?? 'とばしました' }] : [],
  )
  const lines = new Set(linesIn(fields))
  const touched = nodes.flatMap((node) => (lines.has(node.id) ? [{ label: whatOf(node), words: lineOf(node) }] : []))
  return [...words, ...answered, ...touched]
}

function askOf(key: string): string {
  return questionNamed(key, whichQuestion([]))?.ask ?? '前の質問'
}

function whatOf(node: ChallengeNode): string {
  if (node.removedAt) return '外した行'
  if (node.source === 'person') return '足した行'
  if (node.changedAt) return '直した行'
  return node.confirmedAt ? '「はい」とした行' : 'もとにもどした行'
}

function lineOf({ kind, code, text }: ChallengeNode): string {
  return (kind === 'work' && code && jobCodes().leaf(code)?.name) || text
}
