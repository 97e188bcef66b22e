import { z } from 'zod'
import { choice, longText, text } from '../../lib/input.ts'
import type { Report } from '../schema.ts'

/** Why somebody tells the desk. */
export const REASONS = [
  { value: 'money', label: 'お金や口座、身分証を求められた' },
  { value: 'outside', label: 'めぐりの外でのやりとりにしつこく誘われた' },
  { value: 'crime', label: 'あやしい仕事に誘われた' },
  { value: 'unkind', label: 'いやなことを言われた、しつこい' },
  { value: 'untrue', label: '言っていることが案件や経歴と違う' },
  { value: 'other', label: 'そのほか' },
] as const

export const WHOLE = 'thread'
export const TOLD_MAX = 500

export const reportForm = z.object({
  about: text({ label: 'どのメッセージか', max: 36 }),
  reason: choice({ label: '何があったか', options: REASONS.map(({ value }) => value) }),
  words: longText({ label: '伝えたいこと', max: TOLD_MAX, required: false }),
})

export const DECISIONS = [
  { value: 'warned', label: '注意する', note: '相手に、事務局からの注意をメールで伝えます。やりとりは続けられます。' },
  { value: 'frozen', label: 'やりとりを止める', note: 'どちらからも送れなくなります。わけを両方にメールで伝えます。' },
  {
    value: 'dismissed',
    label: '何もしない',
    note: 'わけを、知らせた方にだけ伝えます。相手は、知らせがあったことを知りません。',
  },
] as const satisfies readonly { value: NonNullable<Report['decision']>; label: string; note: string }[]

export const decisionForm = z.object({
  decision: choice({ label: 'どうするか', options: DECISIONS.map(({ value }) => value) }),
  answer: longText({ label: '伝える言葉', max: TOLD_MAX }),
})

export function reasonInWords(reason: string): string {
  return REASONS.find(({ value }) => value === reason)?.label ?? 'そのほか'
}

/** What whoever told the desk reads about it. */
export const OUTCOMES: Readonly<Record<NonNullable<Report['decision']>, string>> = {
  warned: '事務局が確かめて、相手に注意しました。',
  frozen: '事務局が確かめて、このやりとりを止めました。',
  dismissed: '事務局が確かめました。今回は、何もしないことにしました。',
}

/** What the other side reads, where something follows for it. */
export const FOR_OTHERS: typeof OUTCOMES = {
  warned: '事務局から、応募のやりとりについてお願いがあります。',
  frozen: '事務局が、応募のやりとりを止めました。',
  dismissed: '',
}
