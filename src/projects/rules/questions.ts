import { z } from 'zod'
import { choice, longText } from '../../lib/input.ts'
import type { Question } from '../schema.ts'

export const QUESTION_MAX = 400
const QUESTION_MIN = 10
export const ANSWER_MAX = 800
/** So many questions of one person to one project may wait at a time. */
export const OPEN_QUESTIONS = 3

type QuestionState = 'open' | 'answered' | 'declined' | 'withdrawn'
type Dated = Pick<Question, 'answeredAt' | 'declinedAt' | 'withdrawnAt'>

/** An answer given after a no takes its place. */
export function questionState(question: Dated): QuestionState {
  if (question.withdrawnAt) return 'withdrawn'
  if (question.answeredAt) return 'answered'
  return question.declinedAt ? 'declined' : 'open'
}

export const QUESTION_REASONS = [
  { id: 'written', name: '案件の文に書いてあります' },
  { id: 'undecided', name: 'まだ決まっていません' },
  { id: 'secret', name: '社外に出せないことです' },
  { id: 'unrelated', name: 'この案件とは別のことです' },
] as const
type QuestionReason = (typeof QUESTION_REASONS)[number]['id']

export function reasonInWords(reason: string | null): string {
  return QUESTION_REASONS.find(({ id }) => id === reason)?.name ?? ''
}

export const questionForm = z.object({
  body: longText({ label: '聞きたいこと', max: QUESTION_MAX }).refine(
    (words) => words.length === 0 || words.length >= QUESTION_MIN,
    { message: `聞きたいことは、${QUESTION_MIN}字より長く書いてください。` },
  ),
})
export const answerForm = z.object({ answer: longText({ label: '答え', max: ANSWER_MAX }) })
export const questionDeclineForm = z.object({
  reason: choice({
    label: '理由',
    options: QUESTION_REASONS.map(({ id }) => id) as [QuestionReason, ...QuestionReason[]],
  }),
})

/** Said of a text for everybody that tells how to reach or recognise somebody. */
export const NO_CONTACTS =
  'みんなが読む文なので、連絡先（電話番号、メール、リンク）は書けません。消してから送ってください。'
export const NO_EMPLOYER =
  '勤め先の名前が入っています。だれが聞いたか分かってしまうので、「化学メーカー」のように言いかえてください。'
