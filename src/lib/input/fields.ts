import { z } from 'zod'
import { type Pay, parseNumber, parsePay, parseYen } from '../../text/number.ts'
import { type LegalDate, readLegalDate } from '../time.ts'
import { lengthOf, oneLine, problemWith, severalLines } from './clean.ts'

/** What a browser sends for one name: nothing, a value, or several. */
const raw = z.union([z.string(), z.array(z.string())]).optional()
type Raw = z.output<typeof raw>

/** A field, and whether it may be left empty. `empty` is what an empty one becomes. */
type Answer<T, Empty, R extends boolean> = R extends true ? T : T | Empty
type Asked<R extends boolean> = { label: string; required?: R }

/** One line. Empty when it may be left out. */
export function text({ label, max, required = true }: { label: string; max: number; required?: boolean }) {
  return words(label, max, required, oneLine)
}

/** Several lines; line ends are \n. */
export function longText({ label, max, required = true }: { label: string; max: number; required?: boolean }) {
  return words(label, max, required, severalLines)
}

/**
 * An amount in whole yen; 「３万」「三万円」「30,000」 are understood, 「時給5000」 is not. `per`: what the field asks the amount
 * for, so that 「月3万円」 is understood or told how to be turned into it, with the hours of a month if they are known.
 */
export function yen<R extends boolean = true>(
  asked: Asked<R> & { min?: number; max?: number; per?: Pay['per'] | undefined; hours?: number | null },
) {
  const { label, min = 0, max = 1_000_000_000, per, hours = null } = asked
  const read = (value: string) => {
    const pay = per ? parsePay(value) : null
    return pay?.per === per && pay ? pay.amount : parseYen(value)
  }
  const onlyFigure = `${asked.label}には、「時給」などの言葉をつけずに、数だけを入れてください（例: 30,000）。`
  return numeric(asked, {
    ...{ min, max, unit: '円', read },
    unclear: (value) =>
      otherPay(label, value, per, hours) ??
      (HOLDS_FIGURE_AND_WORDS.test(value) ? onlyFigure : notANumber(asked.label, '30,000')),
    broken: `${asked.label}は、小数のない数で入れてください（例: 30,000）。`,
  })
}

/** What is said of an amount for a month where one for an hour is asked, or the other way round. */
function otherPay(label: string, value: string, per: Pay['per'] | undefined, hours: number | null): string | null {
  const pay = per ? parsePay(value) : null
  if (!pay) return null
  const [is, asks, way] =
    per === 'hour' ? ['ひと月', '1時間', '月の時間で割った額'] : ['1時間', 'ひと月', '月の時間をかけた額']
  const exact = hours && (per === 'hour' ? pay.amount / hours : pay.amount * hours)
  const about = exact && Number.isInteger(exact) ? '' : 'およそ'
  const how = exact ? `月${hours}時間なら、${about}${shown(Math.round(exact))}円です。` : `${way}です。`
  return `「${value}」は、${is}の額です。${label}には、${asks}の額を入れてください。${how}`
}

/** `sentence`: what is said of anything but a whole number, where that needs more than 「数字で」. */
export function wholeNumber<R extends boolean = true>(
  asked: Asked<R> & { min: number; max: number; unit?: string; sentence?: string },
) {
  const { label, min, max, unit = '', sentence } = asked
  return numeric(asked, {
    ...{ min, max, unit, read: parseNumber },
    unclear: () => sentence ?? notANumber(label, String(min)),
    broken: sentence ?? `${label}は、小数のない数で入れてください（例: ${min}）。`,
  })
}

/** One of a list. */
export function choice<const T extends string, R extends boolean = true>(asked: Asked<R> & { options: readonly T[] }) {
  return said(asked.label, (value, context): Answer<T, null, R> => {
    if (value === '') return empty(asked, context, `${asked.label}を選んでください。`)
    const found = asked.options.find((option) => option === value)
    return found ?? refuse(context, `${asked.label}を、もう一度選んでください。`)
  })
}

/** Any number of a list, in the order of the list. */
export function choices<const T extends string>(asked: {
  label: string
  options: readonly T[]
  min?: number
  max?: number
}) {
  const { label, options, min = 0, max = options.length } = asked
  return raw.transform((given, context): T[] => {
    const values = given === undefined ? [] : [given].flat().filter((value) => value !== '')
    const chosen = options.filter((option) => values.includes(option))
    if (values.some((value) => !options.some((option) => option === value))) {
      return refuse(context, `${label}を、もう一度選んでください。`)
    }
    if (chosen.length < min) return refuse(context, `${label}を、${min === 1 ? '' : `${min}つ以上`}選んでください。`)
    return chosen.length > max ? refuse(context, `${label}は、${max}つまで選べます。`) : chosen
  })
}

export function email<R extends boolean = true>(asked: Asked<R>) {
  return said(asked.label, (value, context): Answer<string, '', R> => {
    const address = oneLine(value).normalize('NFKC').toLowerCase()
    if (address === '') return empty(asked, context, `${asked.label}を入れてください。`, '')
    const fits = address.length <= 254 && z.email().safeParse(address).success
    return fits ? address : refuse(context, `${asked.label}の形になっていません（例: yamada@example.jp）。`)
  })
}

/** A telephone number of Japan, its hyphens as they were written: ０９０−… → 090-…. */
export function phone<R extends boolean = true>(asked: Asked<R>) {
  return said(asked.label, (given, context): Answer<string, '', R> => {
    const number = oneLine(given)
      .normalize('NFKC')
      .replace(/[\p{Pd}ー−]/gu, '-')
    if (number === '') return empty(asked, context, `${asked.label}を入れてください。`, '')
    if (/^0\d{9,10}$/.test(number.replace(/[-\s()]/g, ''))) return number
    return refuse(context, `${asked.label}を、市外局番から入れてください（例: 090-1234-5678）。`)
  })
}

/** `count` digits that were read or heard, a code: spaces, hyphens and full width do not matter. */
export function digits({ label, count, from }: { label: string; count: number; from: string }) {
  return said(label, (given, context): string => {
    const typed = given.normalize('NFKC').replace(/[\s\p{Pd}ー−]/gu, '')
    return typed.length === count && /^\d+$/.test(typed)
      ? typed
      : refuse(context, `${from}${count}桁の数字を入れてください。`)
  })
}

/** Ticked or not. `required`: a consent that has to be given. */
export function checkbox({ label, required = false }: { label: string; required?: boolean }) {
  return said(label, (value, context): boolean => {
    const ticked = value !== ''
    return required && !ticked ? refuse(context, `「${label}」に印を付けてください。`) : ticked
  })
}

/** A day of the calendar, from a date field of three parts or as 2026-11-23. */
export function day<R extends boolean = true>(asked: Asked<R>) {
  return said(asked.label, (given, context): Answer<LegalDate, null, R> => {
    const value = oneLine(given).normalize('NFKC')
    if (value === '') return empty(asked, context, `${asked.label}を選んでください。`)
    return readLegalDate(value) ?? refuse(context, `${asked.label}は、年・月・日をそろえて、ある日付にしてください。`)
  })
}

function words(label: string, max: number, required: boolean, clean: (text: string) => string) {
  return said(label, (value, context): string => {
    const cleaned = clean(value)
    if (cleaned === '' && required) return refuse(context, `${label}を入れてください。`)
    const length = lengthOf(cleaned, max)
    return length > max ? refuse(context, `${label}は、${max}字以内にしてください（いま${length}字）。`) : cleaned
  })
}

type Numbers = {
  readonly min: number
  readonly max: number
  readonly unit: string
  readonly read: (text: string) => number | null
  /** What is said of a text that is no clear number, and of a number that is not whole. */
  readonly unclear: (value: string) => string
  readonly broken: string
}

function numeric<R extends boolean>(asked: Asked<R>, { min, max, unit, read, unclear, broken }: Numbers) {
  const { label } = asked
  return said(label, (given, context): Answer<number, null, R> => {
    const value = oneLine(given)
    if (value === '') return empty(asked, context, `${label}を入れてください。`)
    const number = read(value)
    if (number === null) return refuse(context, unclear(value))
    if (!Number.isSafeInteger(number)) return refuse(context, broken)
    if (number >= min && number <= max) return number
    return refuse(context, `${label}は、${shown(min)}${unit}から${shown(max)}${unit}までにしてください。`)
  })
}

/** 「時給5000」: there is a figure, and a word that no figure is written with. */
const HOLDS_FIGURE_AND_WORDS = /(?=.*\p{Nd})(?=.*(?![〇零一二三四五六七八九十百千万億兆円約税込別抜])\p{L})/u

function notANumber(label: string, example: string): string {
  return `${label}は、数字で入れてください（例: ${example}）。`
}

const figures = new Intl.NumberFormat('ja-JP')
const shown = (number: number) => figures.format(number)

/** One value, once it holds nothing that must not be stored. */
function said<T>(label: string, read: (value: string, context: z.core.$RefinementCtx) => T) {
  return raw.transform((given, context): T => {
    const value = single(given)
    if (problemWith(value) === null) return read(value, context)
    return refuse(context, `${label}に、使えない文字が入っています。書きなおしてください。`)
  })
}

/** A name that came twice where one is asked for: the last counts, as with a hidden field before a checkbox. */
function single(given: Raw): string {
  return (Array.isArray(given) ? given.at(-1) : given) ?? ''
}

function empty<T, Empty, R extends boolean>(
  asked: Asked<R>,
  context: z.core.$RefinementCtx,
  sentence: string,
  otherwise = null as Empty,
): Answer<T, Empty, R> {
  return asked.required === false ? (otherwise as Answer<T, Empty, R>) : refuse(context, sentence)
}

function refuse(context: z.core.$RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message })
  return z.NEVER
}
