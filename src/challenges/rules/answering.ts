import { z } from 'zod'
import { choice, longText, text } from '../../lib/input.ts'
import { type Answered, NEITHER, type Question, WHICH } from './listening.ts'

/** Letters of one answer: a few sentences. */
export const ANSWER_MAX = 500

const LABEL = '答え'

/**
 * What a screen of a question sends: what was written, else what was tapped. `before` is the answer that the screen was
 * opened with: whoever taps another one and leaves the old words standing means the tap.
 */
export function answerForm({ ready, closed }: Question, before: string | null = null) {
  const options = closed ? [...ready, NEITHER] : ready
  return z
    .object({
      choice: choice({ label: LABEL, options, required: false }),
      text: longText({ label: LABEL, max: ANSWER_MAX, required: false }),
      from: text({ label: LABEL, max: 10, required: false }),
    })
    .transform(({ choice: tapped, text: written, from }, context) => {
      const isLeft = tapped !== null && written === before
      const answer = (closed || isLeft ? '' : written) || tapped
      if (answer) return { answer, from }
      context.addIssue(
        ready.length > 0
          ? {
              code: 'custom',
              message: closed ? 'ひとつ選んでください。' : 'ひとつ選ぶか、書いてください。',
              path: ['choice'],
            }
          : { code: 'custom', message: '答えを書いてください。わからないときは、とばせます。', path: ['text'] },
      )
      return z.NEVER
    })
}

/** An answer as the fields of its screen. */
export function valuesOf({ ready, closed }: Question, answer: string | null | undefined) {
  if (!answer) return {}
  return closed || ready.includes(answer) ? { choice: answer } : { text: answer }
}

/** The boxes of a question where several stand on one page. */
export function boxesOf({ key }: Question) {
  const at = key.replaceAll(':', '-')
  return { choice: `choice-${at}`, text: `text-${at}` }
}

type Sent = Readonly<Record<string, unknown>>

/**
 * What was answered of several questions at once; empty ones stay open. Which of two works is nearer comes last: it decides which
 * tree is looked at.
 */
export function answersIn(questions: readonly Question[], body: Sent) {
  const given: Answered[] = []
  const errors: Record<string, string> = {}
  for (const question of questions) {
    const boxes = boxesOf(question)
    const [choice, text] = [String(body[boxes.choice] ?? ''), String(body[boxes.text] ?? '')]
    if (choice === '' && text.trim() === '') continue
    const read = answerForm(question).safeParse({ choice, text, from: '' })
    if (read.success) given.push({ question: question.key, text: read.data.answer })
    else errors[boxes[read.error.issues[0]?.path[0] === 'text' ? 'text' : 'choice']] = read.error.issues[0]!.message
  }
  given.sort((a, b) => Number(a.question === WHICH) - Number(b.question === WHICH))
  return { given, errors }
}
