import { z } from 'zod'
import { choice, choices, longText, text, together } from '../../lib/input.ts'
import { declineChoices } from './decline.ts'
import { CRITERIA_MAX, POINTS, WEIGHTS, type Wished } from './scoring.ts'
import { readMoment, type TimeProblem } from './times.ts'

export const ANSWER_MAX = 400
/** Below this an answer says nothing that a company could go by. */
const ANSWER_MIN = 30
/** Of what is said beside a reason. */
export const WORDS_MAX = 400

/** As far as somebody has come. */
export const draftForm = z.object({
  answer1: longText({ label: '1つ目の答え', max: ANSWER_MAX, required: false }),
  answer2: longText({ label: '2つ目の答え', max: ANSWER_MAX, required: false }),
})

/** Ready to be sent. */
export const answersForm = z.object({ answer1: answer('1つ目の答え'), answer2: answer('2つ目の答え') })

const WORDS_FIELD = longText({ label: 'ひとこと', max: WORDS_MAX, required: false })

/** `codes`: of the project, so that the reason can name the work. */
export function declineForm(codes: readonly string[]) {
  return z.object({ reason: reasonField(codes), words: WORDS_FIELD })
}

/** Several at once. `people`: those who can still be declined, each with the version that was on the screen. */
export function declinesForm(codes: readonly string[], people: readonly string[]) {
  return z.object({
    people: choices({ label: '見送る方', options: people, min: 1 }),
    reason: reasonField(codes),
    words: WORDS_FIELD,
  })
}

function reasonField(codes: readonly string[]) {
  return choice({ label: '理由', options: declineChoices(codes).map(({ value }) => value) })
}

export const NOTE_MAX = 1000

/** Words for the company's own eyes. */
export const noteForm = z.object({ words: longText({ label: 'メモ', max: NOTE_MAX }) })
export const consensusForm = z.object({ consensus: longText({ label: '話し合いの結論', max: NOTE_MAX }) })

const WEIGHT_VALUES = WEIGHTS.map(({ value }) => value)
const NAMES = Array.from({ length: CRITERIA_MAX }, (_, n) => n + 1)

/** Up to five things to look at; a line without a name is none. */
export const criteriaForm = together(
  z.object(
    Object.fromEntries(
      NAMES.flatMap((n): [string, z.ZodType<string | null>][] => [
        [`name${n}`, text({ label: `${n}つ目`, max: 30, required: false })],
        [`weight${n}`, choice({ label: `${n}つ目の重さ`, options: WEIGHT_VALUES, required: false })],
      ]),
    ),
  ),
  (read, wrong) => {
    const names = NAMES.map((n) => read[`name${n}`] ?? '')
    if (names.every((name) => name === '')) wrong('name1', '見るところを、1つは書いてください。')
    names.forEach((name, at) => {
      if (name !== '' && names.indexOf(name) < at) wrong(`name${at + 1}`, '同じものが、もうあります。')
    })
  },
).transform((read) =>
  NAMES.flatMap((n): Wished[] => {
    const name = read[`name${n}`] ?? ''
    return name === '' ? [] : [{ name, weight: Number(read[`weight${n}`] ?? 2) }]
  }),
)

/** A point for each criterion in force, by its key, so that nothing lands under another that came since. */
export function pointsForm(keys: readonly string[]) {
  const values = POINTS.map(({ value }) => value)
  return z
    .object({
      ...Object.fromEntries(keys.map((key) => [key, choice({ label: '点', options: values })])),
      words: longText({ label: 'わけ', max: NOTE_MAX, required: false }),
    })
    .transform(({ words, ...points }) => ({
      words,
      points: Object.fromEntries(Object.entries(points).map(([key, value]) => [key, Number(value)])),
    }))
}

const TIMES = z.object({
  time1: text({ label: '1つ目の日時', max: 40, required: false }),
  typed1: text({ label: '1つ目のほかの日時', max: 40, required: false }),
  time2: text({ label: '2つ目の日時', max: 40, required: false }),
  typed2: text({ label: '2つ目のほかの日時', max: 40, required: false }),
  place: text({ label: '場所', max: 200, required: false }),
  link: text({ label: '画面で話すときのリンク', max: 300, required: false }),
})

export const WRONG_TIMES: Readonly<Record<TimeProblem, string>> = {
  unreadable: '日時は「12月3日 15時」のように書いてください。',
  past: '過ぎた日です。これからの日時にしてください。',
  far: '半年より先です。もっと近い日時にしてください。',
  early: '午前か午後か分かりません。「午後3時」か「15時」のように書いてください。',
  outside: '面談は、午前7時から午後9時までの時間にしてください。',
}

/** Two times as chosen or typed, both in the future and not the same. */
export function interviewForm(now: Date) {
  return together(TIMES, (read, wrong) => {
    if (read.place === '' && read.link === '') {
      wrong('place', '場所を入れてください。画面で話すときは、下のリンクだけでかまいません。')
    }
    if (read.link && !isMeetingLink(read.link)) wrong('link', 'https:// で始まるリンクを、そのまま貼ってください。')
    const at = (n: 1 | 2) => {
      const [chosen, typed] = [read[`time${n}`], read[`typed${n}`]]
      if (chosen === undefined || typed === undefined) return null
      if (chosen === '' && typed === '') {
        wrong(`time${n}`, `${n}つ目の日時を選んでください。`)
        return null
      }
      const moment = readMoment(typed || chosen, now)
      if (typeof moment !== 'string') return moment
      wrong(typed ? `typed${n}` : `time${n}`, WRONG_TIMES[moment])
      return null
    }
    const [first, second] = [at(1), at(2)]
    if (first && first.getTime() === second?.getTime()) wrong('time2', '2つ目は、違う日時を選んでください。')
  }).transform(({ time1, typed1, time2, typed2, place, link }) => ({
    time1: readMoment(typed1 || time1, now) as Date,
    time2: readMoment(typed2 || time2, now) as Date,
    place: place || ON_SCREEN,
    link: link || null,
  }))
}

const ON_SCREEN = '画面で話します'

/** Where nobody is sent elsewhere than it says: https, and no name or password before the host. */
function isMeetingLink(link: string): boolean {
  const url = URL.parse(link)
  return url !== null && url.protocol === 'https:' && url.username === '' && url.password === ''
}

export const chosenForm = z.object({ chosen: choice({ label: '日時', options: ['1', '2'] }) })

function answer(label: string) {
  return longText({ label, max: ANSWER_MAX }).refine((words) => words.length === 0 || words.length >= ANSWER_MIN, {
    message: `${label}は、${ANSWER_MIN}字より長く書いてください。`,
  })
}
