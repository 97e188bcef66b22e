import { z } from 'zod'
import { INDUSTRIES } from '../../companies/rules/industries.ts'
import { choice, choices, longText, text, wholeNumber } from '../../lib/input.ts'
import { PREFECTURES } from '../../lib/regions.ts'
import { FEES, HOURS, YEARS } from './bands.ts'
import type { Answers } from './profile.ts'
import { readTies, TIE_NUMBERS } from './ties.ts'
import { AVAILABILITIES, LEVELS, MOTIVES, STYLES, TIE_KINDS, TIMES } from './words.ts'

export const ABOUT_MAX = 1000
export const HEADLINE_MAX = 40
export const EVIDENCE_MAX = 80
/** The choice that leaves the fee open. */
export const TALK = 'talk'

type Shape = Record<string, z.ZodType>
const ids = <T>(words: readonly { readonly id: T }[]) => words.map(({ id }) => id)
const prefectures = PREFECTURES.map(({ id }) => String(id))

const WORK: Shape = {
  about: longText({ label: 'してきたこと', max: ABOUT_MAX }),
  headline: text({ label: 'ひとことで言うと', max: HEADLINE_MAX }),
}

const PACE: Shape = {
  hours: choice({ label: '使える時間', options: HOURS.map(String) }),
  times: choices({ label: 'いつ使えるか', options: ids(TIMES) }),
  fee: choice({ label: '希望する報酬', options: [TALK, ...FEES.map(String)] }),
  style: choice({ label: '働き方', options: ids(STYLES) }),
  availability: choice({ label: 'いつから始められるか', options: ids(AVAILABILITIES) }),
}

const PLACE: Shape = {
  prefecture: choice({ label: '住んでいる都道府県', options: prefectures }),
  ...Object.fromEntries(TIE_NUMBERS.flatMap((n) => Object.entries(tieShape(n)))),
}

const WISHES: Shape = {
  motives: choices({ label: 'やってみたい理由', options: ids(MOTIVES) }),
  industries: choices({ label: '知っている業種', options: ids(INDUSTRIES) }),
}

/** The questions of one screen: work, pace, place, wishes, or one job code's. */
export function screenShape(screen: 'work' | 'pace' | 'place' | 'wishes' | { code: string }): Shape {
  if (typeof screen === 'object') return codeShape(screen.code)
  return { work: WORK, pace: PACE, place: PLACE, wishes: WISHES }[screen]
}

/** All questions but the employer's: what one page with everything asks. */
export function everyShape(codes: readonly string[]): Shape {
  return { ...WORK, ...Object.assign({}, ...codes.map(codeShape)), ...PACE, ...PLACE, ...WISHES }
}

/** A form of these questions; `go` is the button that was pressed. */
export function answersForm(shape: Shape) {
  return z
    .object({ ...shape, go: text({ label: 'ボタン', max: 20, required: false }) })
    .superRefine((data, context) => {
      const { errors } = readTies(data as Answers)
      for (const [name, message] of Object.entries(errors)) context.addIssue({ code: 'custom', path: [name], message })
    })
}

/** What of an unfinished form can be kept: each answer that is one, by itself. */
export function usableAnswers(shape: Shape, body: Readonly<Record<string, unknown>>): Answers {
  const usable: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(shape)) {
    if (!(name in body)) continue
    const read = field.safeParse(body[name])
    if (read.success) usable[name] = read.data
  }
  return usable as Answers
}

function codeShape(code: string): Shape {
  return {
    [`level-${code}`]: choice({ label: 'どのくらいできるか', options: LEVELS.map(({ level }) => String(level)) }),
    [`years-${code}`]: choice({ label: '年数', options: YEARS.map(({ years }) => String(years)) }),
    [`last-${code}`]: wholeNumber({ label: 'さいごにした年', min: 1940, max: 2100, required: false }),
    [`evidence-${code}`]: text({ label: 'たとえばどんなこと', max: EVIDENCE_MAX, required: false }),
  }
}

function tieShape(n: number): Shape {
  return {
    [`tie-kind-${n}`]: choice({ label: 'ゆかり', options: ids(TIE_KINDS), required: false }),
    [`tie-prefecture-${n}`]: choice({ label: 'ゆかりの都道府県', options: prefectures, required: false }),
    [`tie-town-${n}`]: text({ label: 'ゆかりの市町村', max: 40, required: false }),
    [`tie-year-${n}`]: wholeNumber({ label: 'さいごの年', min: 1940, max: 2100, required: false }),
  }
}
