import { z } from 'zod'
import { choice, longText, phone, text } from '../lib/input.ts'
import type { TalentCardData } from '../talents/rules/card.ts'
import type { Consultation } from './schema.ts'

/** When somebody wants to be called. */
export const WISHES = [
  { value: 'soon', label: 'できるだけ早く' },
  { value: 'morning', label: '午前', note: '9時から12時' },
  { value: 'afternoon', label: '午後', note: '13時から16時' },
  { value: 'evening', label: '夕方', note: '16時から18時' },
] as const satisfies readonly { value: Consultation['wish']; label: string; note?: string }[]

export function wishInWords(wish: Consultation['wish']): string {
  const found = WISHES.find(({ value }) => value === wish)!
  return 'note' in found ? `${found.label}（${found.note}）` : found.label
}

export const callForm = z.object({
  name: text({ label: 'お名前', max: 60 }),
  phone: phone({ label: '電話番号' }),
  wish: choice({ label: 'お電話の時間', options: ['soon', 'morning', 'afternoon', 'evening'] }),
  note: longText({ label: '話したいこと', max: 500, required: false }),
  from: text({ label: '画面', max: 200, required: false }),
})

/** A screen of ours, or nothing: the page somebody asked from is shown to the desk as a link. */
export function pageOf(from: string | undefined): string {
  return from?.startsWith('/') && !from.startsWith('//') && !from.includes('\\') ? from.slice(0, 200) : ''
}

/** Addresses that open for whoever knows them: what follows is a key, and nobody's but theirs. */
const KEYED = /^\/(answers|asked|choices|proofs|registrations|resume|slips|watches)\/.*/

/** The screen as the desk may know it: which one it is, and no key to it. */
export function toldPage(page: string): string {
  return page.replace(KEYED, '/$1')
}

/** The project that a screen is about, when its address names one. */
export function projectOfPage(page: string): string | null {
  const id = /\/projects\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/.exec(page)?.[1]
  return id ?? null
}

/** What work of the program is called when it rests and a person has to look at it. */
const JOB_WORDS: Readonly<Record<string, string>> = {
  'history.follow': 'お知らせを配る仕事',
  'accounts.sendCode': '入るための番号のメール',
  'companies.sendInvitation': '会社への招待のメール',
  'matching.keepMarket': 'つぎの起動のために、さがすための控えを書くこと',
  'matching.makeLists': 'みなさんの一覧を作ること',
  'matching.predict': '一覧の配り方の見込み',
  'contracts.seal': '契約書を仕上げること',
  'contracts.open': '契約の下書きを作ること',
  'projects.tellCompany': '会社へのお知らせのメール',
  'projects.closeDue': '募集を日づけで終えること',
  'desk.tellSubmitted': '事務局へのお知らせのメール',
  'desk.tellCall': '事務局へのお知らせのメール',
  'desk.tellReported': '事務局へのお知らせのメール',
  'desk.tellSigningCall': '事務局へのお知らせのメール',
}

export function jobInWords(name: string): string {
  return JOB_WORDS[name] ?? (/tell|send/i.test(name) ? 'お知らせのメール' : '裏で動く仕事')
}

/** Somebody who agreed to be shown nearby, beside an open project that asks for what they can do. */
export type NearbyRunnerUp = {
  readonly project: {
    readonly id: string
    readonly number: number
    readonly title: string | null
    readonly prefecture: number | null
    readonly hours: number | null
    readonly companyId: string
    readonly company: string
  }
  readonly card: TalentCardData
  /** What the project asks for and the person knows. */
  readonly codes: readonly string[]
  readonly applicants: number
  /** When the desk pointed the company to it. */
  readonly suggestedAt: Date | null
}
