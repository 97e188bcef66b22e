import { z } from 'zod'
import { choice, longText, text } from '../../lib/input.ts'
import { readMoment } from './times.ts'
import { DECLINE_REASONS, type DeclineReason } from './words.ts'

export const ANSWER_MAX = 400
/** Below this an answer says nothing that a company could go by. */
export const ANSWER_MIN = 30
const WORDS_MAX = 400

/** As far as somebody has come. */
export const draftForm = z.object({
  answer1: longText({ label: '1つ目の答え', max: ANSWER_MAX, required: false }),
  answer2: longText({ label: '2つ目の答え', max: ANSWER_MAX, required: false }),
})

/** Ready to be sent. */
export const answersForm = z.object({ answer1: answer('1つ目の答え'), answer2: answer('2つ目の答え') })

/** A button without anything to fill in. */
export const emptyForm = z.object({})

const REASONS = DECLINE_REASONS.map(({ id }) => id) as [DeclineReason, ...DeclineReason[]]
export const declineForm = z.object({
  reason: choice({ label: '理由', options: REASONS }),
  words: longText({ label: 'ひとこと', max: WORDS_MAX, required: false }),
})

/** Two times as chosen or typed, both in the future and not the same. */
export function interviewForm(now: Date) {
  return z
    .object({
      time1: text({ label: '1つ目の日時', max: 40, required: false }),
      typed1: text({ label: '1つ目のほかの日時', max: 40, required: false }),
      time2: text({ label: '2つ目の日時', max: 40, required: false }),
      typed2: text({ label: '2つ目のほかの日時', max: 40, required: false }),
      place: text({ label: '場所', max: 200 }),
    })
    .transform((given, context) => {
      const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
      const at = (n: 1 | 2) => {
        const typed = given[`typed${n}`]
        const found = readMoment(typed || given[`time${n}`], now)
        if (found) return found
        wrong(
          typed ? `typed${n}` : `time${n}`,
          typed ? '日時は「12月3日 15時」のように書いてください。' : `${n}つ目の日時を選んでください。`,
        )
        return null
      }
      const [time1, time2] = [at(1), at(2)]
      if (!time1 || !time2) return z.NEVER
      if (time1.getTime() === time2.getTime()) {
        wrong('time2', '2つ目は、違う日時を選んでください。')
        return z.NEVER
      }
      return { time1, time2, place: given.place }
    })
}

export const chosenForm = z.object({ chosen: choice({ label: '日時', options: ['1', '2'] }) })

function answer(label: string) {
  return longText({ label, max: ANSWER_MAX }).refine((words) => words.length === 0 || words.length >= ANSWER_MIN, {
    message: `${label}は、${ANSWER_MIN}字より長く書いてください。`,
  })
}
