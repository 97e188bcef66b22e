import { industryName } from '../../companies/rules/industries.ts'
import { jobCodes } from '../../jobcodes/rules/standard.ts'
import { prefectureName } from '../../lib/regions.ts'
import { japaneseDate, legalDate } from '../../lib/time.ts'
import type { Content } from './changes.ts'
import { inYen, monthsInWords, STYLE_WORDS } from './choices.ts'
import type { AskedCode } from './codes.ts'
import { isUnsureField } from './steps.ts'

/** What a draft holds, as it is called when it is read back; null for what goes along with another field. */
const LABELS: Readonly<Record<Exclude<keyof Content, 'unsure'>, string | null>> = {
  background: 'いま困っていること',
  title: '案件の題',
  work: '頼みたいこと',
  goal: '三か月後の姿',
  excluded: '今回は頼まないこと',
  industry: '業種',
  hours: '月の時間',
  fee: '月のお礼（税別）',
  contractKind: null,
  travelPaid: '交通費',
  style: '働き方',
  place: '働く場所',
  prefecture: '都道府県',
  municipality: null,
  months: '期間',
  startOn: '始まり',
  openings: '人数',
  ending: '終わり方',
  closesOn: '募集の終わり',
  applicationLimit: '締め切る応募の数',
  posterName: '募集する会社',
  posterAddress: '会社の住所',
  posterContact: '連絡先',
  answerDays: '返事の約束',
  question1: '応募する人への質問1',
  question2: '応募する人への質問2',
}

export const CODES = 'codes'
const UNSURE = 'わからない（事務局が一緒に決めます）'
const EMPTY = '（空です）'

/** The columns of a draft that differ from what they were; what was left to the desk counts as its own field. */
export function changedFields(set: Partial<Content>, before: Content): string[] {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const fields = (Object.keys(set) as (keyof Content)[]).filter(
    (key) => key !== 'unsure' && !same(set[key], before[key]),
  )
  const unsure = set.unsure ?? before.unsure
  const left = [...unsure, ...before.unsure].filter((field) => unsure.includes(field) !== before.unsure.includes(field))
  return [...new Set([...fields, ...left])]
}

/** A draft as it stands, to be kept. */
export function copyOf(project: Content): Readonly<Record<string, unknown>> {
  const keys = [...Object.keys(LABELS), 'unsure'] as (keyof Content)[]
  return Object.fromEntries(keys.map((key) => [key, project[key]]))
}

/** What brings some fields back to how they were in a copy, and leaves everything else as it is. */
export function backTo(
  copy: Readonly<Record<string, unknown>>,
  fields: readonly string[],
  now: Content,
): Partial<Content> {
  const was = copy as unknown as Content
  const kept = now.unsure.filter((field) => !fields.includes(field))
  const again = was.unsure.filter((field) => fields.includes(field))
  const names = fields.filter((field): field is keyof typeof LABELS => Object.hasOwn(LABELS, field))
  return { ...Object.fromEntries(names.map((name) => [name, was[name]])), unsure: [...kept, ...again].sort() }
}

export type ReadBack = { readonly label: string; readonly words: string }

/** All of a draft in plain words; and what it does not say yet. */
export function wholeDraft(project: Content, codes: readonly AskedCode[]) {
  const lines = readBack(project, codes, [...Object.keys(LABELS), CODES])
  const open = lines.flatMap(({ label, words }) => (words === EMPTY ? [label] : []))
  return { lines: lines.filter(({ words }) => words !== EMPTY), open }
}
export type WholeDraft = ReturnType<typeof wholeDraft>

/** Fields of a draft in plain words, as they are read aloud. */
export function readBack(project: Content, codes: readonly AskedCode[], fields: readonly string[]): ReadBack[] {
  const asked = new Set(fields)
  const lines = Object.entries(LABELS).flatMap(([field, label]) => {
    if (label === null || !asked.has(field)) return []
    return [{ label, words: inWords(field as keyof typeof LABELS, project) }]
  })
  if (!asked.has(CODES)) return lines
  const names = codes.flatMap(({ code }) => jobCodes().leaf(code)?.name ?? [])
  return [...lines, { label: '仕事の種類', words: names.join('、') || EMPTY }]
}

function inWords(field: Exclude<keyof Content, 'unsure'>, project: Content): string {
  if (isUnsureField(field) && project.unsure.includes(field)) return UNSURE
  if (field === 'fee' && project.contractKind === 'probono') return 'なし'
  const value = project[field]
  if (value === null || value === '') return EMPTY
  return WORDS[field]?.(value as never) ?? String(value)
}

const WORDS: Partial<Record<keyof Content, (value: never) => string>> = {
  industry: (id: string) => industryName(id) ?? id,
  hours: (hours: number) => `${hours}時間`,
  fee: (yen: number) => inYen(yen),
  travelPaid: (paid: boolean) => (paid ? 'お礼とは別に払う' : 'お礼に入れておく'),
  style: (style: keyof typeof STYLE_WORDS) => STYLE_WORDS[style],
  prefecture: (id: number) => prefectureName(id),
  months: (months: number) => monthsInWords(months),
  startOn: (day: string) => japaneseDate(legalDate(day)),
  closesOn: (day: string) => japaneseDate(legalDate(day)),
  openings: (count: number) => `${count}人`,
  applicationLimit: (count: number) => `${count}人`,
  answerDays: (days: number) => `応募から${days}日以内`,
}
